#pragma once

#include "linestyle.h"
#include "result.h"
#include "timestamp.h"

#include <QString>

#include <optional>
#include <vector>

namespace tapeline {

enum class DrawingTool : quint8 {
    TrendLine,
    Ray, ///< a trend line that goes on at its right
    ExtendedLine, ///< at both sides
    Arrow,
    HorizontalLine,
    HorizontalRay,
    VerticalLine,
    CrossLine,
    Channel, ///< two parallels: the third point gives the distance
    Rectangle,
    Ellipse, ///< within the rectangle of its points
    Triangle,
    FibRetracement,
    FibExtension, ///< of the move from the first to the second point, from the third
    Pitchfork,
    Measure, ///< price, percent, ticks, bars and time from one point to another
    Text,
    Callout, ///< text beside a line that points at the first point
    Brush ///< by hand
};
constexpr int drawingToolCount = int(DrawingTool::Brush) + 1;

/// Where a pitchfork's handle begins: at its first point (Andrews); half-way to the second in price
/// (Schiff), or in price and time (modified).
enum class ForkKind : quint8 { Andrews, Schiff, ModifiedSchiff };

/// Where something is anchored: in time and price, whatever bars a chart shows.
struct DrawingPoint
{
    Timestamp time {};
    double price = 0; ///< finite

    friend bool operator==(const DrawingPoint &, const DrawingPoint &) = default;
};

/// A line of a drawing that has several, at a ratio of its height: a Fibonacci level.
struct DrawingLevel
{
    double ratio = 0; ///< -100 to 100
    bool isShown = true;

    friend bool operator==(const DrawingLevel &, const DrawingLevel &) = default;
};

/// How a drawing looks; what a tool does not use is not heeded.
struct DrawingStyle
{
    LineStyle line {};
    quint32 fillColor = 0; ///< 0xAARRGGBB, its alpha is not heeded; 0: the line's
    int fillOpacity = 0; ///< percent; 0: not filled
    int fontSize = 12; ///< 8 to 48 pixels
    bool extendLeft = false;
    bool extendRight = false;
    std::vector<DrawingLevel> levels {};
    ForkKind fork = ForkKind::Andrews;

    friend bool operator==(const DrawingStyle &, const DrawingStyle &) = default;
};

/// A line or shape that a person put on a chart.
struct Drawing
{
    QString id {}; ///< unique for ever
    DrawingTool tool = DrawingTool::TrendLine;
    std::vector<DrawingPoint> points {}; ///< as many as the tool takes
    DrawingStyle style {};
    QString text {}; ///< beside a line, in a shape
    bool locked = false; ///< by the mouse and keys it is not changed
    bool hidden = false;

    friend bool operator==(const Drawing &, const Drawing &) = default;
};

namespace drawing {

constexpr int smallestFont = 8;
constexpr int largestFont = 48;
constexpr std::size_t mostBrushPoints = 2'000;
constexpr std::size_t mostLevels = 32;

/// How many points a tool takes; of a brush at least two.
int pointCount(DrawingTool tool);
/// "trend-line": as files and commands name it.
QString toolId(DrawingTool tool);
std::optional<DrawingTool> toolOf(QStringView id);
/// How a tool draws until someone chooses otherwise.
DrawingStyle usualStyle(DrawingTool tool);

bool hasFill(DrawingTool tool);
bool hasLevels(DrawingTool tool);
bool hasExtensions(DrawingTool tool);
/// Is nothing but its text, or says something beside what it shows.
bool hasText(DrawingTool tool);

QJsonObject toJson(const DrawingStyle &style);
/// What it does not say, or says wrongly, is as usual for the tool.
DrawingStyle styleFromJson(const QJsonObject &json, DrawingTool tool);
QJsonObject toJson(const Drawing &drawing);
/// Malformed for an unknown tool, a wrong number of points, times or prices that are none, or
/// without an id. Fields that are not known are not heeded.
Result<Drawing> fromJson(const QJsonObject &json);

} // namespace drawing
} // namespace tapeline
