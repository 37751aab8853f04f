#include "drawingmagnet.h"

#include <cmath>
#include <numbers>

namespace tapeline {

double magnet::rounded(double price, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    return std::round(price * scale) / scale;
}

DrawingPoint magnet::snapped(QPointF position, MagnetMode mode, const ChartSeries &series,
                             const ChartPlane &plane, std::span<const DrawingPoint> others)
{
    DrawingPoint point = plane.pointAt(position);
    point.price = rounded(point.price, series.priceDecimals());
    if (mode == MagnetMode::Off)
        return point;
    double nearest = pointReach;
    std::optional<DrawingPoint> found;
    for (const DrawingPoint &other : others) {
        const QPointF away = plane.placeOf(other) - position;
        if (const double distance = std::hypot(away.x(), away.y()); distance <= nearest) {
            nearest = distance;
            found = other;
        }
    }
    if (found)
        return *found;
    const ChartSeries::Key key = plane.keyAt(position.x());
    if (!series.contains(key) || series.run(key).isEmpty())
        return point;
    const OhlcRun &bar = series.run(key);
    nearest = mode == MagnetMode::Weak ? weakReach : std::numeric_limits<double>::infinity();
    for (const double price : { bar.high, bar.low, bar.open, bar.close }) {
        const double distance = std::abs(plane.yOf(price) - position.y());
        if (distance < nearest) {
            nearest = distance;
            point.price = price;
        }
    }
    return point;
}

QPointF magnet::constrained(QPointF position, QPointF anchor)
{
    const QPointF away = position - anchor;
    constexpr double eighth = std::numbers::pi / 4;
    const double angle = std::round(std::atan2(away.y(), away.x()) / eighth) * eighth;
    const QPointF direction(std::cos(angle), std::sin(angle));
    return anchor + direction * QPointF::dotProduct(away, direction);
}

} // namespace tapeline
