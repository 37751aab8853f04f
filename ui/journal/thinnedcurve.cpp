#include "thinnedcurve.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

constexpr std::size_t keptOfColumn = 4;

void appendColumn(std::vector<QPointF> &thin, std::span<const QPointF> column)
{
    const auto [low, high] = std::ranges::minmax_element(column, {}, &QPointF::y);
    std::array kept { column.begin(), low, high, std::prev(column.end()) };
    std::ranges::sort(kept);
    const auto end = std::unique(kept.begin(), kept.end());
    for (auto point = kept.begin(); point != end; ++point)
        thin.push_back(**point);
}

} // namespace

std::vector<QPointF> thinnedCurve(std::span<const QPointF> points, int columns)
{
    if (columns <= 0 || points.size() <= keptOfColumn * std::size_t(columns))
        return { points.begin(), points.end() };
    const double first = points.front().x();
    const double wide = (points.back().x() - first) / columns;
    std::vector<QPointF> thin;
    thin.reserve(keptOfColumn * std::size_t(columns));
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
    return thin;
}

} // namespace tapeline
