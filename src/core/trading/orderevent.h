#pragma once

#include "datastatus.h"
#include "money.h"
#include "order.h"
#include "orderstate.h"
#include "reason.h"

namespace tapeline {

/// By which rule a fill came about (execution.md B).
enum class FillRule : quint8 {
    None,
    TakeDisplayed, ///< B.3: opposite best, displayed size
    WalkBook, ///< B.4
    QueueReached, ///< B.5 rule 1: prints at the limit used up what was ahead
    TradedThrough, ///< B.5 rule 2
    QuoteCrossed, ///< B.5 rule 3
    Touched, ///< mode TOUCH
    Auction, ///< B.12
    Package, ///< B.9
    Bar ///< B.10: bars only, marked as a last resort
};

/// What a fill rests on: a receipt. Times are the market's.
struct FillEvidence
{
    FillRule rule = FillRule::None;
    Timestamp quoteTime {}; ///< epoch: no quote was used
    Price bid;
    Price ask;
    Qty bidSize;
    Qty askSize;
    Timestamp printTime {}; ///< epoch: no print was used
    Price printPrice;
    Qty printSize;
    quint64 sequence = 0; ///< of the quote or print that caused it
    Qty queueAhead; ///< before this event
    Price slippage; ///< a unit, adverse, in the price
    Qty strictQty; ///< what THROUGH would have filled of the order so far
    Qty generousQty; ///< what TOUCH would have
    Recency recency = Recency::RealTime; ///< of the data, by the plan

    friend bool operator==(const FillEvidence &, const FillEvidence &) = default;
};

/// How an order stands to the market.
enum class MatchStage : quint8 {
    Fresh, ///< has not met a quote yet
    Taking, ///< reached the other side when it came; takes what is displayed
    Resting ///< in the queue at its limit
};

/// What a restart must not change in how an order is filled.
struct MatchingNote
{
    MatchStage stage = MatchStage::Fresh;
    std::optional<Price> collar {}; ///< of a market order: the worst price it takes
    Timestamp chaseEnds {}; ///< when it gives up looking for size; epoch: it has not begun
    bool released = false; ///< it need not wait for the open any more

    friend bool operator==(const MatchingNote &, const MatchingNote &) = default;
};

/// One line of an order's life. Orders are a fold of their events; the journal holds them all.
struct OrderEvent
{
    quint64 sequence = 0; ///< of the account's journal, without holes
    Timestamp at {}; ///< market time
    QString id; ///< the order's
    OrderAction action = OrderAction::Submit;
    OrderState state = OrderState::New; ///< after it
    Reason reason {};
    Qty lastQty; ///< of a fill
    Price lastPrice;
    int leg = -1; ///< of a package's fill
    Qty cumQty;
    Qty leaves;
    Money fee; ///< of this fill
    FillEvidence evidence {};
    /// With Submit, Deny and Replace, and an Accept on whose way it changed: the order as it now is.
    /// With RequestReplace: as it is wanted to be.
    std::optional<OrderTicket> ticket {};
    /// How the order stands to the market from here on, where events alone do not tell: accepted
    /// without a reason it rests, else it is fresh; a fill says whether it takes.
    std::optional<MatchingNote> matching {};

    /// The order as it is from here on; nothing where that does not change.
    const OrderTicket *newTicket() const
    {
        return ticket && action != OrderAction::RequestReplace ? &*ticket : nullptr;
    }
    /// It refuses a second order of this name, and leaves the first, in that state, as it is.
    bool isAboutNamesake(OrderState first) const
    {
        return reason.code == ReasonCode::DuplicateId && state == first;
    }
    friend bool operator==(const OrderEvent &, const OrderEvent &) = default;
};

} // namespace tapeline
