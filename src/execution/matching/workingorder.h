#pragma once

#include "commission.h"
#include "instrumentid.h"
#include "orderevent.h"
#include "queueposition.h"

#include <vector>

namespace tapeline {

struct WorkingOrder;

/// Orders that share one quantity (execution.md A.5).
struct OcoGroup
{
    std::vector<WorkingOrder *> members;
};

/// An order as the broker knows it, from its submission on.
struct WorkingOrder
{
    using Stage = MatchStage;

    OrderTicket ticket;
    OrderStanding standing {};
    quint64 acceptSequence = 0;
    Timestamp sentAt {};
    Timestamp acceptedAt {};
    Timestamp judgedAt {}; ///< when the account was asked last
    Timestamp activeFrom {}; ///< of a triggered stop: after the latency
    Timestamp ends {};
    Timestamp requestedAt {}; ///< of a pending change or cancel, when it was restored
    Timestamp queueDay {}; ///< session in which the queue position was taken
    std::vector<InstrumentId> instruments; ///< one, or one a leg

    Qty filled;
    Qty strict; ///< what the strict bound would have filled
    Qty generous;
    Qty reserve; ///< of a child: not yet granted by fills of its parent
    WorkingOrder *parent = nullptr;
    std::vector<WorkingOrder *> children {};
    OcoGroup *group = nullptr;

    MatchingNote matching {};
    MatchingNote told {}; ///< what the journal tells of it
    quint64 newestEvent = 0; ///< sequence of its last event
    QueuePosition queue {};
    std::optional<OrderReplace> wanted {}; ///< a change on its way
    Timestamp releaseAfter {}; ///< held: for the first quote from here on
    int touches = 0; ///< prints in a row beyond the stop, for DoubleLast
    bool triggered = false;
    bool awaitsParent = false;
    bool heldForOpen = false;
    bool provisional = false; ///< taken before its price was known: the account is asked again
    bool unjournalled = false; ///< its ticket changed while a request was pending
    bool atVenue = false;
    bool isForced = false; ///< the account sent it by itself
    std::vector<RunningCommission> commissions {}; ///< one a leg

    const QString &id() const { return ticket.id; }
    bool isOpen() const { return !isTerminal(standing.state); }
    /// Packages that the account sends by itself end what is held.
    bool onlyReduces() const { return ticket.isPackage() ? isForced : ticket.reduceOnly; }
    Qty leaves() const { return isOpen() ? ticket.qty - filled : Qty(); }
    InstrumentId instrument() const { return instruments.front(); }
    bool isBuy() const { return ticket.side == Side::Buy; }
    /// A stop that has not triggered.
    bool awaitsTrigger() const { return ticket.hasStop() && !triggered; }
    bool isAuction() const
    {
        return ticket.tif == TimeInForce::Opg || ticket.tif == TimeInForce::Cls;
    }
    /// Worst price of a limit type; nothing for those that take the market's.
    std::optional<Price> limit() const;
    /// What an event tells of how it meets the market, without a note.
    void foldMatching(const OrderEvent &event);
    /// It waited for the open.
    void release()
    {
        matching.released = matching.released || heldForOpen;
        heldForOpen = false;
    }
    /// It accepts this price.
    bool accepts(Price price) const;
};

/// What the ids of a bracket's exits add to its own.
inline constexpr QLatin1StringView stopSuffix { ".stop" };
inline constexpr QLatin1StringView targetSuffix { ".target" };

/// A type that ends in a limit order.
constexpr bool hasLimit(OrderType type)
{
    return type == OrderType::Limit || type == OrderType::StopLimit
        || type == OrderType::TrailingStopLimit;
}

} // namespace tapeline
