#include "thinnedcurve.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr std::size_t fewOfColumn = 4; // points that are all drawn

void appendColumn(std::vector<QPointF> &thin, std::span<const QPointF> column)
{
    const auto [low, high] = std::ranges::minmax_element(column, {}, &QPointF::y);
    thin.push_back(*std::min(low, high));
    if (low != high)
        thin.push_back(*std::max(low, high));
}

} // namespace

std::vector<QPointF> thinnedCurve(std::span<const QPointF> points, int columns)
{
    if (columns <= 0 || points.size() <= fewOfColumn * std::size_t(columns))
        return { points.begin(), points.end() };
    const double first = points.front().x();
    const double wide = (points.back().x() - first) / columns;
    std::vector<QPointF> thin;
    thin.reserve(2 * std::size_t(columns) + 2);
    thin.push_back(points.front());
    auto begin = points.begin();
    for (int column = 0; column < columns && begin != points.end(); ++column) {
        const double right = first + (column + 1) * wide;
        const auto end = column + 1 == columns
            ? points.end()
            : std::partition_point(begin, points.end(),
                                   [right](const QPointF &point) { return point.x() < right; });
        if (begin != end)
            appendColumn(thin, { begin, end });
        begin = end;
    }
    thin.push_back(points.back());
    return thin;
}

std::vector<QPointF> outlineOf(std::span<const QPointF> thinned)
{
    std::vector<QPointF> outline;
    outline.reserve(thinned.size() / 2 + 1);
    for (std::size_t i = 0; i < thinned.size(); i += 2) {
        const QPointF &first = thinned[i];
        const QPointF &second = thinned[std::min(i + 1, thinned.size() - 1)];
        outline.push_back(std::abs(first.y()) >= std::abs(second.y()) ? first : second);
    }
    return outline;
}

} // namespace tapeline
