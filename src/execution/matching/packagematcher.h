#pragma once

#include "orderlife.h"
#include "workconditions.h"

namespace tapeline {

/// Fills orders of several legs, all legs together or none (execution.md B.9).
class PackageMatcher
{
public:
    PackageMatcher(BrokerState &state, OrderLife &life, WorkConditions &conditions)
        : m_state(state)
        , m_life(life)
        , m_conditions(conditions)
    {
    }

    void meet(WorkingOrder &order);
    /// Whole packages to be had at the limit.
    Qty reachable(WorkingOrder &order);

private:
    struct Leg
    {
        Side side = Side::Buy;
        qint64 ratio = 1;
        qint64 multiplier = 1;
        InstrumentMarket *market = nullptr;
        Price price;
        Qty packages; ///< that its displayed size allows
    };

    /// The legs at what they cost now; nothing when one of them is not quoted.
    std::optional<std::vector<Leg>> quoteLegs(WorkingOrder &order);
    Price legPrice(const InstrumentMarket &market, Side side, Price natural, Price tick) const;
    Qty takeable(const WorkingOrder &order, const std::vector<Leg> &legs) const;

    BrokerState &m_state;
    OrderLife &m_life;
    WorkConditions &m_conditions;
};

} // namespace tapeline
