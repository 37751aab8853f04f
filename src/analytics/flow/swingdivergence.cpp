#include "swingdivergence.h"

#include <algorithm>

namespace tapeline {

namespace {

void dropFrom(std::vector<qsizetype> &swings, qsizetype index)
{
    swings.erase(std::ranges::lower_bound(swings, index), swings.end());
}

} // namespace

void SwingDivergences::clear()
{
    m_bars.clear();
    m_lows.clear();
    m_highs.clear();
    m_found.clear();
}

void SwingDivergences::put(qsizetype from, std::span<const SwingBar> bars)
{
    // Bars before this one have been looked at, and nothing they are told from is another
    const qsizetype open = std::max<qsizetype>(std::min(from, size()) - reach, 0);
    m_bars.resize(std::size_t(from));
    m_bars.insert(m_bars.end(), bars.begin(), bars.end());
    dropFrom(m_lows, open);
    dropFrom(m_highs, open);
    m_found.erase(std::ranges::lower_bound(m_found, open, {}, &SwingDivergence::second),
                  m_found.end());
    for (qsizetype index = std::max(open, reach); index + reach < size(); ++index)
        for (const bool isLow : { true, false })
            if (isSwing(index, isLow))
                addSwing(index, isLow);
}

bool SwingDivergences::isSwing(qsizetype index, bool isLow) const
{
    const SwingBar &bar = m_bars[std::size_t(index)];
    if (bar.high < bar.low)
        return false;
    for (qsizetype step = 1; step <= reach; ++step) {
        const SwingBar &before = m_bars[std::size_t(index - step)];
        const SwingBar &after = m_bars[std::size_t(index + step)];
        const bool stands = isLow ? bar.low < before.low && bar.low <= after.low
                                  : bar.high > before.high && bar.high >= after.high;
        if (!stands)
            return false;
    }
    return true;
}

void SwingDivergences::addSwing(qsizetype index, bool isLow)
{
    std::vector<qsizetype> &swings = isLow ? m_lows : m_highs;
    if (!swings.empty() && isOneRun(swings.back(), index)) {
        const SwingBar &first = m_bars[std::size_t(swings.back())];
        const SwingBar &second = m_bars[std::size_t(index)];
        const bool disagree = isLow ? second.low < first.low && second.sum > first.sum
                                    : second.high > first.high && second.sum < first.sum;
        if (disagree)
            m_found.push_back({ swings.back(), index, isLow });
    }
    swings.push_back(index);
}

/// Sums on either side of a new beginning, or of a guess, say nothing about each other.
bool SwingDivergences::isOneRun(qsizetype first, qsizetype second) const
{
    return std::all_of(m_bars.begin() + first + 1, m_bars.begin() + second + 1,
                       [](const SwingBar &bar) { return bar.goesOn; });
}

} // namespace tapeline
