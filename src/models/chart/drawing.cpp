#include "drawing.h"

#include "openwindows.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto idKey = "id"_L1;
constexpr auto toolKey = "tool"_L1;
constexpr auto pointsKey = "points"_L1;
constexpr auto styleKey = "style"_L1;
constexpr auto textKey = "text"_L1;
constexpr auto lockedKey = "locked"_L1;
constexpr auto hiddenKey = "hidden"_L1;
constexpr auto timeKey = "time"_L1; // nanoseconds since 1970, UTC
constexpr auto priceKey = "price"_L1;
constexpr auto lineKey = "line"_L1;
constexpr auto fillColorKey = "fillColor"_L1;
constexpr auto fillOpacityKey = "fillOpacity"_L1;
constexpr auto fontSizeKey = "fontSize"_L1;
constexpr auto extendLeftKey = "extendLeft"_L1;
constexpr auto extendRightKey = "extendRight"_L1;
constexpr auto levelsKey = "levels"_L1;
constexpr auto ratioKey = "ratio"_L1;
constexpr auto shownKey = "shown"_L1;
constexpr auto forkKey = "fork"_L1;

constexpr int longestText = 2'000;
constexpr double largestRatio = 100;
constexpr double largestPrice = 1e12;

struct ToolFacts
{
    QLatin1String id;
    int points;
    bool fill;
    bool levels;
    bool extensions;
    bool text;
};

constexpr std::array<ToolFacts, drawingToolCount> tools { {
    { "trend-line"_L1, 2, false, false, true, true },
    { "ray"_L1, 2, false, false, true, true },
    { "extended-line"_L1, 2, false, false, true, true },
    { "arrow"_L1, 2, false, false, false, true },
    { "horizontal-line"_L1, 1, false, false, false, true },
    { "horizontal-ray"_L1, 1, false, false, false, true },
    { "vertical-line"_L1, 1, false, false, false, true },
    { "cross-line"_L1, 1, false, false, false, false },
    { "channel"_L1, 3, true, false, true, false },
    { "rectangle"_L1, 2, true, false, true, true },
    { "ellipse"_L1, 2, true, false, false, true },
    { "triangle"_L1, 3, true, false, false, false },
    { "fib-retracement"_L1, 2, true, true, true, false },
    { "fib-extension"_L1, 3, true, true, true, false },
    { "pitchfork"_L1, 3, true, false, false, false },
    { "measure"_L1, 2, true, false, false, false },
    { "text"_L1, 1, false, false, false, true },
    { "callout"_L1, 2, true, false, false, true },
    { "brush"_L1, 2, false, false, false, false },
} };

const ToolFacts &factsOf(DrawingTool tool)
{
    return tools[std::size_t(tool)];
}

/// The ratios that traders expect of each tool; those that are rarely used are there, not shown.
std::vector<DrawingLevel> usualLevels(DrawingTool tool)
{
    if (tool == DrawingTool::FibRetracement)
        return {
            { 0 }, { 0.236 },        { 0.382 }, { 0.5 },          { 0.618 },        { 0.786 },
            { 1 }, { 1.272, false }, { 1.618 }, { 2.618, false }, { 3.618, false }, { 4.236, false }
        };
    return { { 0 }, { 0.236, false }, { 0.382 }, { 0.5, false }, { 0.618 }, { 0.786, false },
             { 1 }, { 1.272 },        { 1.618 }, { 2, false },   { 2.618 } };
}

QString colorText(quint32 color)
{
    return u'#' + QString::number(color, 16).rightJustified(8, u'0');
}

quint32 colorOf(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.startsWith(u'#') && text.size() == 9 ? text.sliced(1).toUInt(nullptr, 16) : 0;
}

QJsonArray levelsToJson(const std::vector<DrawingLevel> &levels)
{
    QJsonArray array;
    for (const DrawingLevel &level : levels)
        array.append(QJsonObject { { ratioKey, level.ratio }, { shownKey, level.isShown } });
    return array;
}

std::vector<DrawingLevel> levelsFromJson(const QJsonArray &array)
{
    std::vector<DrawingLevel> levels;
    for (const QJsonValue &value : array) {
        const QJsonValue ratio = value[ratioKey];
        if (!ratio.isDouble() || !(std::abs(ratio.toDouble()) <= largestRatio)
            || levels.size() >= drawing::mostLevels)
            continue;
        levels.push_back({ ratio.toDouble(), value[shownKey].toBool(true) });
    }
    return levels;
}

Error malformed(const QString &what)
{
    return { Error::Code::Malformed, what };
}

Result<DrawingPoint> pointFromJson(const QJsonValue &value)
{
    const QJsonValue time = value[timeKey];
    const QJsonValue price = value[priceKey];
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    // Whole numbers only: a time that was a fraction somewhere has lost its nanoseconds
    const Timestamp at = fromNs(time.toInteger(none));
    if (!time.isDouble() || at < OpenWindows::earliest || at > OpenWindows::latest)
        return malformed(u"a point has no time"_s);
    if (!price.isDouble() || !(std::abs(price.toDouble()) <= largestPrice))
        return malformed(u"a point has no price"_s);
    return DrawingPoint { at, price.toDouble() };
}

Result<std::vector<DrawingPoint>> pointsFromJson(const QJsonArray &array, DrawingTool tool)
{
    const auto wanted = qsizetype(drawing::pointCount(tool));
    const bool isBrush = tool == DrawingTool::Brush;
    if (isBrush ? array.size() < wanted || array.size() > qsizetype(drawing::mostBrushPoints)
                : array.size() != wanted)
        return malformed(u"a drawing has %1 points"_s.arg(array.size()));
    std::vector<DrawingPoint> points;
    points.reserve(std::size_t(array.size()));
    for (const QJsonValue &value : array) {
        const Result<DrawingPoint> point = pointFromJson(value);
        if (!point)
            return point.error();
        points.push_back(*point);
    }
    return points;
}

} // namespace

int drawing::pointCount(DrawingTool tool)
{
    return factsOf(tool).points;
}

QString drawing::toolId(DrawingTool tool)
{
    return factsOf(tool).id;
}

std::optional<DrawingTool> drawing::toolOf(QStringView id)
{
    const auto found
        = std::ranges::find_if(tools, [&](const ToolFacts &facts) { return facts.id == id; });
    return found == tools.end() ? std::nullopt : std::optional(DrawingTool(found - tools.begin()));
}

bool drawing::hasFill(DrawingTool tool)
{
    return factsOf(tool).fill;
}

bool drawing::hasLevels(DrawingTool tool)
{
    return factsOf(tool).levels;
}

bool drawing::hasExtensions(DrawingTool tool)
{
    return factsOf(tool).extensions;
}

bool drawing::hasText(DrawingTool tool)
{
    return factsOf(tool).text;
}

DrawingStyle drawing::usualStyle(DrawingTool tool)
{
    DrawingStyle style;
    style.line.width = tool == DrawingTool::CrossLine || hasLevels(tool) ? 1 : 2;
    style.extendLeft = tool == DrawingTool::ExtendedLine;
    style.extendRight = tool == DrawingTool::ExtendedLine || tool == DrawingTool::Ray;
    if (hasFill(tool))
        style.fillOpacity = tool == DrawingTool::Pitchfork || hasLevels(tool) ? 6 : 14;
    if (hasLevels(tool))
        style.levels = usualLevels(tool);
    if (tool == DrawingTool::Text)
        style.fontSize = 14;
    return style;
}

QJsonObject drawing::toJson(const DrawingStyle &style)
{
    QJsonObject json {
        { lineKey, style.line.toJson() },         { fillOpacityKey, style.fillOpacity },
        { fontSizeKey, style.fontSize },          { extendLeftKey, style.extendLeft },
        { extendRightKey, style.extendRight },    { forkKey, int(style.fork) },
        { levelsKey, levelsToJson(style.levels) }
    };
    if (style.fillColor != 0)
        json.insert(fillColorKey, colorText(style.fillColor));
    return json;
}

DrawingStyle drawing::styleFromJson(const QJsonObject &json, DrawingTool tool)
{
    DrawingStyle style = usualStyle(tool);
    if (json.contains(lineKey))
        style.line = LineStyle::fromJson(json.value(lineKey).toObject());
    style.fillColor = colorOf(json.value(fillColorKey));
    style.fillOpacity = std::clamp(json.value(fillOpacityKey).toInt(style.fillOpacity), 0, 100);
    style.fontSize
        = std::clamp(json.value(fontSizeKey).toInt(style.fontSize), smallestFont, largestFont);
    style.extendLeft = json.value(extendLeftKey).toBool(style.extendLeft);
    style.extendRight = json.value(extendRightKey).toBool(style.extendRight);
    style.fork
        = ForkKind(std::clamp(json.value(forkKey).toInt(), 0, int(ForkKind::ModifiedSchiff)));
    if (hasLevels(tool) && json.value(levelsKey).isArray())
        style.levels = levelsFromJson(json.value(levelsKey).toArray());
    return style;
}

QJsonObject drawing::toJson(const Drawing &drawing)
{
    QJsonArray points;
    for (const DrawingPoint &point : drawing.points)
        points.append(QJsonObject { { timeKey, toNs(point.time) }, { priceKey, point.price } });
    QJsonObject json { { idKey, drawing.id },
                       { toolKey, toolId(drawing.tool) },
                       { pointsKey, points },
                       { styleKey, toJson(drawing.style) } };
    if (!drawing.text.isEmpty())
        json.insert(textKey, drawing.text);
    if (drawing.locked)
        json.insert(lockedKey, true);
    if (drawing.hidden)
        json.insert(hiddenKey, true);
    return json;
}

Result<Drawing> drawing::fromJson(const QJsonObject &json)
{
    const QString name = json.value(toolKey).toString();
    const std::optional<DrawingTool> tool = toolOf(name);
    if (!tool)
        return malformed(u"no drawing tool: "_s + name.left(40));
    Drawing result;
    result.tool = *tool;
    result.id = json.value(idKey).toString();
    if (result.id.isEmpty())
        return malformed(u"a drawing has no id"_s);
    Result<std::vector<DrawingPoint>> points
        = pointsFromJson(json.value(pointsKey).toArray(), *tool);
    if (!points)
        return points.error();
    result.points = std::move(*points);
    result.style = styleFromJson(json.value(styleKey).toObject(), *tool);
    result.text = json.value(textKey).toString().left(longestText);
    result.locked = json.value(lockedKey).toBool();
    result.hidden = json.value(hiddenKey).toBool();
    return result;
}

} // namespace tapeline
