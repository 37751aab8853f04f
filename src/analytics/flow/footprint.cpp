#include "footprint.h"

#include "valuearea.h"

#include <algorithm>

namespace tapeline {

namespace {

void extend(FootprintBar &bar, const FlowPrint &print, qint64 row)
{
    bar.cells.add(row, print);
    bar.delta += print.delta;
    bar.maxDelta = std::max(bar.maxDelta, bar.delta);
    bar.minDelta = std::min(bar.minDelta, bar.delta);
    bar.openRow = bar.trades == 0 ? row : bar.openRow;
    bar.closeRow = row;
    ++bar.trades;
}

FootprintBar emptyBar(Timestamp start)
{
    FootprintBar bar;
    bar.start = start;
    return bar;
}

} // namespace

qint64 FootprintBar::poc() const
{
    std::vector<RowWeight> weights;
    weights.reserve(cells.rows().size());
    for (const FlowRow &row : cells.rows())
        weights.push_back({ row.row, row.volume().parts() });
    return pointOfControl(weights).value_or(0);
}

Footprint::Footprint(const FootprintOptions &options)
    : m_options(options)
{
}

bool Footprint::add(const FlowPrint &print)
{
    FootprintBar &bar = barAt(print);
    if (!bar.bound.admit(print.size))
        return false;
    extend(bar, print, m_options.grid.rowOf(print.price));
    return true;
}

std::span<const FootprintBar> Footprint::bars(Timestamp from, Timestamp to) const
{
    const auto first = std::ranges::lower_bound(m_bars, from, {}, &FootprintBar::start);
    const auto last = std::ranges::lower_bound(first, m_bars.end(), to, {}, &FootprintBar::start);
    return { first, last };
}

FootprintBar &Footprint::barAt(const FlowPrint &print)
{
    if (!m_bars.empty() && print.time >= m_bars.back().start && print.time < m_windowEnd)
        return m_bars.back();
    const Timestamp start = m_options.timeframe.windowStart(print.time, m_options.assetClass);
    if (m_bars.empty() || start > m_bars.back().start) {
        m_windowEnd = m_options.timeframe.nextWindow(start, m_options.assetClass);
        return m_bars.emplace_back(emptyBar(start));
    }
    const auto at = std::ranges::lower_bound(m_bars, start, {}, &FootprintBar::start);
    return at->start == start ? *at : *m_bars.insert(at, emptyBar(start));
}

} // namespace tapeline
