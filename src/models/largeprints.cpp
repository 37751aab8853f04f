#include "largeprints.h"

#include "easterntime.h"

namespace tapeline {

bool LargePrintRule::holds(Qty size, double dollars, Qty largeFrom) const
{
    switch (kind) {
    case Kind::Usual:
        return size >= largeFrom || dollars >= LargePrints::leastValue;
    case Kind::Value:
        return dollars >= value;
    case Kind::None:
        break;
    }
    return false;
}

Qty LargePrints::take(const TapePrint &print)
{
    if (!canBeLarge(print))
        return threshold();
    if (print.trade.time >= m_dayEnds)
        beginDayOf(print.trade.time);
    const Qty before = threshold();
    count(print.trade.size < leastShares ? Qty() : print.trade.size);
    return before;
}

void LargePrints::beginDayOf(Timestamp time)
{
    clear();
    m_dayEnds = easterntime::at(easterntime::date(time).addDays(1));
}

/// The rank grows by one a print at most, so that the percentile moves by a step or two. Below
/// leastShares it does not matter, and sizes are not told apart.
void LargePrints::count(Qty size)
{
    ++m_sizes[size];
    ++m_count;
    auto at = m_sizes.find(m_percentile);
    if (at == m_sizes.end()) // the first of the day
        at = m_sizes.begin();
    if (size <= at->first)
        ++m_upToPercentile;
    const qint64 rank = (m_count * 99 + 99) / 100; // counted from 1
    while (m_upToPercentile < rank)
        m_upToPercentile += (++at)->second;
    while (m_upToPercentile - at->second >= rank)
        m_upToPercentile -= (at--)->second;
    m_percentile = at->first;
}

} // namespace tapeline
