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
    /// from: point of the path at which it begins to work.
    void meetStop(WorkingOrder &order, const Candle &bar, std::size_t from = 0);
    void meetLimit(WorkingOrder &order, const Candle &bar);
    /// The exits of an entry that was filled on the way to this point: the rest of the path may
    /// reach the stop. A target waits for the next bar (A.5: the pessimistic choice).
    void meetExits(const WorkingOrder &entry, const Candle &bar, std::size_t from);

    /// A point of the bar's path, or a price on the way to it.
    struct PathPoint
    {
        Price price;
        std::size_t index = 0;
    };
    /// Where the path of the bar triggers the stop, which moves along with it.
    std::optional<PathPoint> followPath(WorkingOrder &order, const Candle &bar, std::size_t from);
    bool isLimitReached(const WorkingOrder &order, const Candle &bar) const;
    bool otherExitReached(const WorkingOrder &order, const Candle &bar) const;
    void fill(WorkingOrder &order, const PathPoint &point, const Candle &bar,
              const Reason &reason = {});

    BrokerState &m_state;
    OrderLife &m_life;
    WorkConditions &m_conditions;
    StopWatcher &m_stops;
    Qty m_left; ///< of the bar's volume that we may take
};

} // namespace tapeline
