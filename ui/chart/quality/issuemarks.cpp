#include "issuemarks.h"

#include <QPainter>

namespace tapeline {

namespace {

constexpr int gap = 4; // between bar and mark
constexpr int height = 4;

} // namespace

void IssueMarks::paint(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last) const
{
    const ChartSeries &series = *m_scene.series;
    first = std::max(first, series.firstKey());
    last = std::min(last, series.lastKey());
    for (const ChartSeries::Key key : series.doubtful(first, last)) {
        const ChartBar bar = series.bar(key);
        if (!bar.hasPrices)
            continue;
        // A triangle that points down, in rows of whole pixels
        const int x = int(m_scene.xOf(key));
        const int bottom
            = std::max(int(std::min(m_scene.priceY(bar.high), m_scene.priceY(bar.low))) - gap,
                       m_scene.panes.price.top() + height);
        for (int row = 0; row < height; ++row)
            painter.fillRect(x - row, bottom - row, 2 * row + 1, 1, m_scene.colors.gap);
    }
}

} // namespace tapeline
