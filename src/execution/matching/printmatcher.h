#pragma once

#include "orderlife.h"
#include "printuse.h"
#include "workconditions.h"

namespace tapeline {

/// Fills resting orders from prints (execution.md B.5 rules 1, 2, 6 and 7). One that still takes
/// waits for quotes (B.3): the prints it sees took the size that it took itself.
class PrintMatcher
{
public:
    PrintMatcher(BrokerState &state, OrderLife &life, WorkConditions &conditions)
        : m_state(state)
        , m_life(life)
        , m_conditions(conditions)
    {
    }

    /// A new print: its volume is shared by all our orders of a side.
    void begin(const Trade &trade, const PrintUse &use);
    void meet(WorkingOrder &order);
    /// Filled of it so far, on both sides.
    Qty used() const { return m_usedByBuys + m_usedBySells; }

private:
    /// What each bound would give of this print.
    struct Share
    {
        Qty strict {};
        Qty queue {};
        Qty generous {};
        FillRule rule = FillRule::None;
    };

    Share shareOf(WorkingOrder &order, Price limit, Qty left);
    Qty byMode(const Share &share) const;

    BrokerState &m_state;
    OrderLife &m_life;
    WorkConditions &m_conditions;
    Trade m_trade {};
    PrintUse m_use {};
    Qty m_usedByBuys;
    Qty m_usedBySells;
};

} // namespace tapeline
