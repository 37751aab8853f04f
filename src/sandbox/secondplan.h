#pragma once

#include "minuteplan.h"

#include <array>

namespace tapeline {

/// One second of a minute: what is traded, and the quote before and after it.
struct SecondPlan
{
    BarPlan bar;
    QuotePrices before;
    QuotePrices after;
};

/// A minute split into seconds.
struct MinuteSeconds
{
    qint32 spread = 1; ///< ticks
    double pace = 1; ///< the minute's trades over an average regular minute's
    std::array<SecondPlan, 60> seconds;
};

/// Splits minutes into seconds in heavy-tailed bursts, and lays the quote around the price: it
/// moves only when a trade leaves it, and rests at the minute's end where the next minute expects
/// it.
class SecondPlanner
{
public:
    SecondPlanner(quint64 seed, const MinutePlanner &minutes);

    /// minute counts from the start of the pre-market.
    MinuteSeconds plan(const InstrumentTraits &traits, const MinutePlan &day, int minute);

private:
    void splitMinute(const InstrumentTraits &traits, const MinutePlan &day, int minute,
                     MinuteSeconds &out);

    quint64 m_seed;
    const MinutePlanner &m_minutes;
    Refiner m_refiner;
};

} // namespace tapeline
