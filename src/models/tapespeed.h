#pragma once

#include "marketsnapshot.h"

#include <array>

namespace tapeline {

/// How fast the tape runs, on the market's clock: prints and shares a second over the last two
/// seconds, beside the average of up to five minutes.
class TapeSpeed
{
public:
    struct Rate
    {
        double prints = 0; ///< a second
        double shares = 0;
    };

    static constexpr Duration slot = 250ms;
    static constexpr Duration nowSpan = 2s;
    static constexpr Duration usualSpan = 5min;
    /// Less than that is no average to measure against.
    static constexpr Duration leastSpan = 10s;

    /// In the order of the tape; one older than the newest counts as if it came with that.
    void add(const TapePrint &print);
    void clear() { *this = TapeSpeed(); }

    Timestamp newest() const { return m_newest; }
    /// The rates at a time, which is not before the newest print; zero before the first.
    Rate now(Timestamp time) const;
    Rate usual(Timestamp time) const;
    /// How many times the usual the tape runs; 0 while there is no average yet.
    double ratio(Timestamp time) const;

private:
    static constexpr qint64 slotCount = usualSpan / slot;
    struct Slot
    {
        qint64 index = -1; ///< since the epoch; the place is used again after five minutes
        double prints = 0;
        double shares = 0;
    };

    static qint64 indexOf(Timestamp time) { return time.time_since_epoch() / slot; }
    Rate over(Timestamp time, Duration span) const;

    std::array<Slot, slotCount> m_ring;
    Timestamp m_newest {};
    Timestamp m_first {};
    bool m_started = false;
};

} // namespace tapeline
