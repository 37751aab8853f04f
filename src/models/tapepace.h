#pragma once

#include "marketsnapshot.h"
#include "tapespeed.h"

namespace tapeline {

/// How fast a tape runs now, beside its average of up to five minutes, on the market's clock.
class TapePace
{
public:
    static constexpr Duration nowSpan = 2s;
    static constexpr Duration usualSpan = 5min;
    /// Less is no average to measure against.
    static constexpr Duration leastSpan = 10s;

    /// False where a line is a second of trades: how many they were is not known.
    bool countsPrints() const { return !m_seconds; }
    /// In the order of the tape. One with an older time is told now, and counts now.
    void add(const TapePrint &print);
    void clear() { *this = TapePace(); }

    /// Of the newest print; the rates below are for times not before it.
    Timestamp newest() const { return m_newest; }
    /// Prints are 0 where they are not counted.
    TapeRate now(Timestamp time);
    /// 0 while there is no average yet.
    TapeRate usual(Timestamp time);
    /// How many times the usual it runs, by prints where they are known, else by shares; 0 while
    /// there is no average yet.
    double ratio(Timestamp time);

private:
    TapeRate known(TapeRate rate) const;

    TapeSpeed m_now { nowSpan };
    TapeSpeed m_usual { usualSpan };
    Timestamp m_first {};
    Timestamp m_newest {};
    bool m_seconds = false; // lines are seconds
};

} // namespace tapeline
