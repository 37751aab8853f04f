#include "tapepace.h"

#include <algorithm>

namespace tapeline {

void TapePace::add(const TapePrint &print)
{
    if (isRestatement(print.trade.conditions))
        return;
    m_newest = std::max(m_newest, print.trade.time);
    if (m_first == Timestamp {})
        m_first = m_newest;
    m_seconds = print.origin == PrintOrigin::SecondBar;
    const Qty shares = print.update.volume ? print.trade.size : Qty();
    m_now.add(m_newest, shares);
    m_usual.add(m_newest, shares);
}

TapeRate TapePace::known(TapeRate rate) const
{
    return { m_seconds ? 0 : rate.printsPerSecond, rate.sharesPerSecond };
}

TapeRate TapePace::now(Timestamp time)
{
    return known(m_now.rate(time));
}

TapeRate TapePace::usual(Timestamp time)
{
    const Duration covered = time - m_first;
    if (m_first == Timestamp {} || covered < leastSpan)
        return {};
    // It divides by all of its span, also while that began before the first print
    const double part = std::min(1.0,
                                 std::chrono::duration<double>(covered).count()
                                     / std::chrono::duration<double>(usualSpan).count());
    const TapeRate rate = known(m_usual.rate(time));
    return { rate.printsPerSecond / part, rate.sharesPerSecond / part };
}

double TapePace::ratio(Timestamp time)
{
    const TapeRate average = usual(time);
    if (average.printsPerSecond > 0)
        return now(time).printsPerSecond / average.printsPerSecond;
    return average.sharesPerSecond > 0 ? now(time).sharesPerSecond / average.sharesPerSecond : 0;
}

} // namespace tapeline
