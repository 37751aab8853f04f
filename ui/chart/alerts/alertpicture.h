#pragma once

#include "alerttext.h"
#include "chartscene.h"

#include <QFontMetrics>
#include <QRegion>

class QPainter;

namespace tapeline {

/// A level of an active alert on a chart's prices.
struct AlertLine
{
    QString id;
    bool isOther = false; ///< the other edge of a range
    double price = 0;
    QString text; ///< "Crossing up, once"

    bool isSame(const AlertLine &line) const { return id == line.id && isOther == line.isOther; }
    friend bool operator==(const AlertLine &, const AlertLine &) = default;
};

/// A line where it is drawn, in pixels of the chart. Rectangles are null where there is no room.
struct PlacedAlert
{
    AlertLine line;
    int y = 0;
    QRect label {}; ///< text and button, while someone is at it
    QRect endButton {};
    QRect tag {}; ///< on the price axis
    QString price {};
    bool isActive = false; ///< under the pointer or dragged

    friend bool operator==(const PlacedAlert &, const PlacedAlert &) = default;
};

/// Where alerts fired: one sign a bar.
struct FiredMark
{
    ChartSeries::Key key = 0;
    QPoint middle;
    std::vector<quint64> firings; ///< numbers, oldest first

    QRect place() const { return { middle.x() - 7, middle.y() - 7, 15, 15 }; }
    friend bool operator==(const FiredMark &, const FiredMark &) = default;
};

struct AlertPicture
{
    std::vector<PlacedAlert> lines {};
    std::vector<FiredMark> marks {};

    bool isEmpty() const { return lines.empty() && marks.empty(); }
    /// All that is drawn of it.
    QRegion region(const ChartScene &scene) const;
    friend bool operator==(const AlertPicture &, const AlertPicture &) = default;
};

/// Lines that are in view, the active one last: it alone has a label.
std::vector<PlacedAlert> placeAlerts(const std::vector<AlertLine> &lines, const AlertLine *active,
                                     const ChartScene &scene, const QFontMetrics &metrics);
/// firings: of the chart's symbol, oldest first.
std::vector<FiredMark> placeFirings(const std::vector<const AlertFiring *> &firings,
                                    const ChartScene &scene);

void paintAlerts(QPainter &painter, const AlertPicture &picture, const ChartScene &scene,
                 const QFont &font);

} // namespace tapeline
