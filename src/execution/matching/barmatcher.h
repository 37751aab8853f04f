#pragma once

#include "orderlife.h"
#include "stopwatcher.h"
#include "workconditions.h"

namespace tapeline {

/// Fills from bars alone, for instruments without quotes (execution.md B.10): a last resort, marked
/// as such.
class BarMatcher
{
public:
    BarMatcher(BrokerState &state, OrderLife &life, WorkConditions &conditions, StopWatcher &stops)
        : m_state(state)
        , m_life(life)
        , m_conditions(conditions)
        , m_stops(stops)
    {
    }

    void meet(InstrumentMarket &market, const std::vector<WorkingOrder *> &orders,
              const Candle &bar);

private:
    bool mayMeet(const WorkingOrder &order, const Candle &bar);
    void meetStop(WorkingOrder &order, const Candle &bar, bool otherExit);
    void meetLimit(WorkingOrder &order, const Candle &bar);
    /// The level at which the path of the bar triggers the stop, which moves along with it.
    std::optional<Price> followPath(WorkingOrder &order, const Candle &bar);
    bool isLimitReached(const WorkingOrder &order, const Candle &bar) const;
    bool otherExitReached(const WorkingOrder &order, const Candle &bar) const;
    void fill(WorkingOrder &order, Price price, const Candle &bar, const Reason &reason);

    BrokerState &m_state;
    OrderLife &m_life;
    WorkConditions &m_conditions;
    StopWatcher &m_stops;
    Qty m_left; ///< of the bar's volume that we may take
};

} // namespace tapeline
