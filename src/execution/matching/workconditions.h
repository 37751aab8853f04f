#pragma once

#include "brokerstate.h"

namespace tapeline {

/// The other side of the market for one order.
struct Offer
{
    Price price; ///< crossed markets: the worse of both sides
    Qty qty; ///< still to be had
};

/// Whether an order may work now, and what it meets (execution.md A.3, B.8).
class WorkConditions
{
public:
    explicit WorkConditions(BrokerState &state)
        : m_state(state)
    {
    }

    /// What keeps the order from triggering; None when nothing does.
    ReasonCode triggerHindrance(const WorkingOrder &order);
    /// What keeps it from being filled.
    ReasonCode fillHindrance(const WorkingOrder &order);
    /// The quote is too old to take from (age alone never touches what rests).
    bool isAged(const WorkingOrder &order);

    /// Best price and what is left of its size; nothing when that side is not quoted.
    std::optional<Offer> offer(const InstrumentMarket &market, Side side);
    /// Within limit, collar and bands.
    bool mayPay(const WorkingOrder &order, Price price);
    bool isWithinBand(const InstrumentMarket &market, Side side, Price price) const;

    /// Why a market order does not take from the quote in force: above 10 % of the mid, 50 % for
    /// options, nobody meant it. None where that is not asked.
    Reason wideSpread(const WorkingOrder &order);

    /// Lets market orders that waited for the open, or for a reopening, go; quoted: a two-sided
    /// quote has just come.
    void release(InstrumentMarket &market, WorkingOrder &order);
    /// True when a halt ended just now.
    bool releaseHalt(InstrumentMarket &market);

private:
    ReasonCode marketHindrance(const WorkingOrder &order, const InstrumentMarket &market);

    BrokerState &m_state;
};

} // namespace tapeline
