#include "termstructure.h"

#include <algorithm>
#include <cmath>

namespace tapeline::termstructure {

namespace {

constexpr double leastDays = 1;

std::span<const TermPoint> withoutToday(std::span<const TermPoint> points)
{
    const auto first = std::ranges::lower_bound(points, leastDays, {}, &TermPoint::days);
    return first == points.end() ? points : std::span(first, points.end());
}

double variance(const TermPoint &point)
{
    return point.volatility * point.volatility * point.days;
}

} // namespace

std::optional<ConstantMaturity> constantMaturity(std::span<const TermPoint> points, double days)
{
    points = withoutToday(points);
    if (points.empty() || !(days > 0))
        return std::nullopt;
    const auto after = std::ranges::lower_bound(points, days, {}, &TermPoint::days);
    if (after == points.end())
        return ConstantMaturity { points.back().volatility, false };
    if (after->days == days)
        return ConstantMaturity { after->volatility, true };
    if (after == points.begin())
        return ConstantMaturity { after->volatility, false };
    const TermPoint &before = *std::prev(after);
    const double share = (days - before.days) / (after->days - before.days);
    const double between = variance(before) + share * (variance(*after) - variance(before));
    return ConstantMaturity { std::sqrt(between / days), true };
}

std::optional<double> frontToNext(std::span<const TermPoint> points)
{
    points = withoutToday(points);
    if (points.size() < 2 || !(points[1].volatility > 0))
        return std::nullopt;
    return points[0].volatility / points[1].volatility;
}

} // namespace tapeline::termstructure
