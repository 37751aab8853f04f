#pragma once

#include "orderlife.h"
#include "packagematcher.h"
#include "stopwatcher.h"
#include "workconditions.h"

namespace tapeline {

/// Fills against displayed size (execution.md B.3, B.4, B.5 rule 3) and keeps the places in the
/// queue (rules 4 and 5).
class QuoteMatcher
{
public:
    QuoteMatcher(BrokerState &state, OrderLife &life, WorkConditions &conditions)
        : m_state(state)
        , m_life(life)
        , m_conditions(conditions)
        , m_packages(state, life, conditions)
    {
    }

    /// A quote or book has come, or the order has: take what can be taken, else queue.
    void meet(WorkingOrder &order, bool freshQuote);
    /// Quantity an order that has just come could take at once, by the rest policy.
    Qty reachable(WorkingOrder &order);

private:
    struct Take
    {
        Qty qty;
        Qty offered; ///< displayed, taken or not
        Price price;
        Price quoted; ///< before slippage
        FillRule rule = FillRule::TakeDisplayed;
    };

    void match(WorkingOrder &order, bool freshQuote);
    bool endAtWideSpread(WorkingOrder &order);
    void settleStage(WorkingOrder &order, InstrumentMarket &market, bool reaches);
    void queueUp(WorkingOrder &order, InstrumentMarket &market);
    Price restedPrice(const WorkingOrder &order, const InstrumentMarket &market);
    void takeDisplayed(WorkingOrder &order, InstrumentMarket &market);
    void walkBook(WorkingOrder &order, InstrumentMarket &market);
    Price slippedTick(const WorkingOrder &order, const Offer &offer);
    void takeRest(WorkingOrder &order, InstrumentMarket &market, Offer offer);
    void take(WorkingOrder &order, InstrumentMarket &market, const Take &take);
    void prepareMarketOrder(WorkingOrder &order, Price quoted);
    void armChase(WorkingOrder &order);
    /// The nearest of limit, collar and band; nothing when there is none.
    std::optional<Price> worstPrice(const WorkingOrder &order,
                                    const InstrumentMarket &market) const;
    Price takenPrice(WorkingOrder &order, InstrumentMarket &market, Price quoted, Qty qty);

    BrokerState &m_state;
    OrderLife &m_life;
    WorkConditions &m_conditions;
    PackageMatcher m_packages;
};

/// What the quote in force adds to a receipt.
void noteQuote(FillEvidence &evidence, const Quote &quote);

} // namespace tapeline
