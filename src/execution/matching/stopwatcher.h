#pragma once

#include "orderlife.h"
#include "workconditions.h"

namespace tapeline {

/// Watches stops: triggers them and moves those that trail (execution.md A.6).
class StopWatcher
{
public:
    StopWatcher(BrokerState &state, OrderLife &life, WorkConditions &conditions)
        : m_state(state)
        , m_life(life)
        , m_conditions(conditions)
    {
    }

    void onPrint(WorkingOrder &order, Price price);
    void onQuote(WorkingOrder &order, const Quote &quote);
    /// A stop that has just come: takes its mark, or triggers at once.
    void begin(WorkingOrder &order);

    TriggerSource source(const WorkingOrder &order);
    /// What the stop looks at, now; nothing when there is none.
    std::optional<Price> sourcePrice(const WorkingOrder &order);
    /// Where a trailing stop would stand after the source was at this price.
    std::optional<Price> trailedStop(const WorkingOrder &order, Price price);
    static bool isReached(const WorkingOrder &order, Price price);

private:
    void look(WorkingOrder &order, Price price);
    void trail(WorkingOrder &order, Price price);

    BrokerState &m_state;
    OrderLife &m_life;
    WorkConditions &m_conditions;
};

} // namespace tapeline
