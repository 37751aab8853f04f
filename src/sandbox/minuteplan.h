#pragma once

#include "dayplan.h"
#include "refine.h"

#include <vector>

namespace tapeline {

/// Best bid and offer in ticks.
struct QuotePrices
{
    qint32 bid = 0;
    qint32 ask = 0;

    friend constexpr bool operator==(const QuotePrices &, const QuotePrices &) = default;

    /// Moves as little as it must so that price is at or between the two sides: bought at a new
    /// offer when it lies above, sold at a new bid when below; spread is the width after a move, at
    /// least 1.
    constexpr void include(qint32 price, qint32 spread)
    {
        if (price > ask)
            *this = { price - spread, price };
        else if (price < bid)
            *this = { price, price + spread };
    }
};

/// Limit up, limit down bands from one second of the day on, ticks.
struct BandUpdate
{
    int second = 0;
    qint32 lower = 0;
    qint32 upper = 0;
};

/// A day split into minutes, 04:00 to 20:00 (17:00 after an early close).
struct MinutePlan
{
    DayPlan day;
    std::vector<BarPlan> minutes; ///< from the start of the pre-market; inactive ones are empty
    std::vector<qint16>
        lastActive; ///< newest active minute of the same session at or before, or -1
    std::vector<BandUpdate> bands; ///< regular session, ascending
};

/// Splits days into minutes: activity by a U shape (a ramp before and after hours) with bursts, the
/// path by a walk that shares the market's draws in proportion to the stock's beta and is rougher
/// where more is traded.
class MinutePlanner
{
public:
    explicit MinutePlanner(quint64 seed);

    MinutePlan plan(const InstrumentTraits &traits, const DayPlan &day);

    /// Width of the quote in a minute, ticks >= 1: by the instrument, its price, the day's
    /// turbulence, the hour.
    qint32 spread(const InstrumentTraits &traits, const DayPlan &day, int minute) const;
    /// The quote that rests when a minute ends, and so when the next one starts; minute -1 is
    /// before 04:00.
    QuotePrices restingQuote(const InstrumentTraits &traits, const MinutePlan &plan,
                             int minute) const;

private:
    void splitSession(const InstrumentTraits &traits, const DayPlan &day,
                      const SessionPlan &session, std::span<BarPlan> minutes);
    std::vector<BandUpdate> limitBands(const InstrumentTraits &traits,
                                       const MinutePlan &plan) const;
    /// No trade of an active minute is priced outside these two.
    QuotePrices reachOf(const InstrumentTraits &traits, const MinutePlan &plan, int minute) const;

    quint64 m_seed;
    Refiner m_refiner;
    std::vector<double> m_weights;
    std::vector<double> m_walk;
    std::vector<double> m_reach;
};

} // namespace tapeline
