#include "deltabars.h"

#include "sessionstart.h"

#include <algorithm>
#include <utility>

namespace tapeline {

DeltaBars::DeltaBars(const DeltaBarOptions &options)
    : m_options(options)
{
}

bool DeltaBars::add(const FlowPrint &print)
{
    if (m_options.sessionReset && print.time >= m_nextSession)
        startSession(print.time);
    if (!m_bound.admit(print.size))
        return false;
    DeltaBar &bar = barAt(print.time);
    bar.volume += print.size;
    bar.delta += print.delta;
    bar.maxDelta = std::max(bar.maxDelta, bar.delta);
    bar.minDelta = std::min(bar.minDelta, bar.delta);
    moveLater(static_cast<std::size_t>(&bar - m_bars.data()) + 1, print.delta);
    return true;
}

void DeltaBars::reset()
{
    m_startsAnew = true;
    m_bound = {};
}

void DeltaBars::startSession(Timestamp time)
{
    m_nextSession = nextSessionStart(time);
    reset();
}

DeltaBar &DeltaBars::barAt(Timestamp time)
{
    const bool isLast = !m_bars.empty() && time >= m_bars.back().start && time < m_windowEnd;
    if (isLast && !m_startsAnew)
        return m_bars.back();

    const Timestamp start = isLast ? m_bars.back().start
                                   : m_options.timeframe.windowStart(time, m_options.assetClass);
    if (m_bars.empty() || start >= m_bars.back().start) {
        if (isLast)
            m_bars.pop_back();
        m_windowEnd = m_options.timeframe.nextWindow(start, m_options.assetClass);
        const bool startsAnew = std::exchange(m_startsAnew, false);
        const HalfQty open = startsAnew ? HalfQty() : m_bars.back().close();
        return m_bars.emplace_back(DeltaBar { start, open, {}, {}, {}, {}, startsAnew });
    }
    const auto at = std::ranges::lower_bound(m_bars, start, {}, &DeltaBar::start);
    if (at->start == start)
        return *at;
    if (at != m_bars.begin())
        return *m_bars.insert(at,
                              DeltaBar { start, std::prev(at)->close(), {}, {}, {}, {}, false });
    at->opensSession = at->opensSession && m_options.sessionReset; // no longer where all begins
    return *m_bars.insert(at, DeltaBar { start, {}, {}, {}, {}, {}, true });
}

/// A late trade moves every bar after its own, up to where the sums start again.
void DeltaBars::moveLater(std::size_t index, HalfQty delta)
{
    for (; index < m_bars.size() && !m_bars[index].opensSession; ++index)
        m_bars[index].open += delta;
}

} // namespace tapeline
