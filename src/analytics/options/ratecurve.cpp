#include "ratecurve.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

RateCurve::RateCurve(double flat)
    : m_points { { 1, flat } }
{
}

RateCurve::RateCurve(std::vector<Point> points)
    : m_points(std::move(points))
{
    std::ranges::sort(m_points, {}, &Point::years);
}

double RateCurve::at(double years) const
{
    if (m_points.empty())
        return 0;
    const auto after = std::ranges::lower_bound(m_points, years, {}, &Point::years);
    if (after == m_points.begin())
        return m_points.front().rate;
    if (after == m_points.end())
        return m_points.back().rate;
    const Point &before = *std::prev(after);
    const double share = (years - before.years) / (after->years - before.years);
    return before.rate + share * (after->rate - before.rate);
}

double RateCurve::continuous(double percent)
{
    return 2 * std::log1p(percent / 200);
}

} // namespace tapeline
