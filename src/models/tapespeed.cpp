#include "tapespeed.h"

#include <algorithm>

namespace tapeline {

namespace {

double seconds(Duration span)
{
    return std::chrono::duration<double>(span).count();
}

} // namespace

void TapeSpeed::add(const TapePrint &print)
{
    if (isRestatement(print.trade.conditions))
        return;
    m_newest = std::max(m_newest, print.trade.time);
    if (!m_started) {
        m_started = true;
        m_first = m_newest;
    }
    const qint64 index = indexOf(m_newest);
    Slot &own = m_ring[static_cast<std::size_t>(index % slotCount)];
    if (own.index != index)
        own = { index, 0, 0 };
    own.prints += print.origin == PrintOrigin::SecondBar ? 0 : 1; // how many it was is not known
    own.shares += print.update.volume ? print.trade.size.toDouble() : 0;
}

/// Of the slots that began within the span before the time, the one that is under way included.
TapeSpeed::Rate TapeSpeed::over(Timestamp time, Duration span) const
{
    const qint64 last = indexOf(time);
    const qint64 first = std::max(last - span / slot + 1, indexOf(m_first));
    Rate sum;
    for (const Slot &one : m_ring) {
        if (one.index < first || one.index > last)
            continue;
        sum.prints += one.prints;
        sum.shares += one.shares;
    }
    const Duration covered = time.time_since_epoch() - first * slot;
    const double length = seconds(std::max(covered, slot));
    return { sum.prints / length, sum.shares / length };
}

TapeSpeed::Rate TapeSpeed::now(Timestamp time) const
{
    return m_started ? over(time, nowSpan) : Rate();
}

TapeSpeed::Rate TapeSpeed::usual(Timestamp time) const
{
    return m_started && time - m_first >= leastSpan ? over(time, usualSpan) : Rate();
}

double TapeSpeed::ratio(Timestamp time) const
{
    const Rate average = usual(time);
    if (average.prints > 0)
        return now(time).prints / average.prints;
    return average.shares > 0 ? now(time).shares / average.shares : 0;
}

} // namespace tapeline
