#pragma once

#include "brokerstate.h"

namespace tapeline {

/// One fill before it is booked.
struct FillTerms
{
    Qty qty {};
    Price price {};
    bool maker = false;
    FillEvidence evidence {};
    Reason reason {};
};

/// Moves orders through their states (execution.md A.4), writes every step down, books fills, and
/// does what one order's fate does to the orders tied to it (A.5).
class OrderLife
{
public:
    explicit OrderLife(BrokerState &state)
        : m_state(state)
    {
    }

    /// One step of the table; a step that is not in it changes nothing and is counted.
    bool step(WorkingOrder &order, OrderAction action, const Reason &reason = {});
    /// A message about an order that changes nothing ("closed", "not found", "pending"): its state
    /// is the order's, not the action's, by which a fold tells it from a step.
    void report(const QString &id, OrderState state, OrderAction action, const Reason &reason);

    /// It works from here on. One whose cancel is on its way is not announced: A.4 has no
    /// acceptance of a pending order.
    void accept(WorkingOrder &order, const Reason &reason);
    void announce(WorkingOrder &order, const Reason &reason);
    void trigger(WorkingOrder &order);
    /// A terminal step.
    void end(WorkingOrder &order, OrderAction action, const Reason &reason);
    void fill(WorkingOrder &order, const FillTerms &terms);
    void fillPackage(WorkingOrder &order, Qty packages, const std::vector<FillTerms> &legs);
    /// Changes the ticket on our own account: another quantity, a stop that moved.
    void rewrite(WorkingOrder &order, const OrderTicket &ticket, const Reason &reason);
    /// Makes up for a rewrite that a pending request kept out of the journal.
    void settle(WorkingOrder &order);
    void bind(WorkingOrder &order);
    /// Writes down how it meets the market where the journal does not tell it yet: with its newest
    /// event, when that is of this very moment.
    void noteMatching(WorkingOrder &order);

    /// Asks the account again about an order that came before its price, at the first that it can
    /// have; false: the account does not carry it, and it has ended.
    bool admit(WorkingOrder &order);

    /// Lets a child work for so much more: its parent was filled.
    void grant(WorkingOrder &child, Qty qty);
    /// The quantity of a parent was `before`: exits that cover all of it go with it.
    void resizeExits(WorkingOrder &parent, Qty before);
    /// The part of that which a fold repeats; the children's own tickets come with their events.
    static void resizeReserves(WorkingOrder &parent, Qty before);
    /// What an order that only reduces can still take away; no bound for the others.
    Qty reducible(const WorkingOrder &order) const;
    /// A position has changed: ends exits that have nothing to close any more, and orders that
    /// would open what the account does not carry.
    void positionChanged(InstrumentId instrument);

    qint64 illegalSteps() const { return m_illegalSteps; }

private:
    Qty reduciblePackages(const WorkingOrder &order) const;
    void dropIdleExits(InstrumentId instrument);
    void dropRefused(InstrumentId instrument);
    bool admitAt(WorkingOrder &order, Price price);
    bool judge(WorkingOrder &order, std::span<const Quote> quotes);
    OrderEvent &write(WorkingOrder &order, OrderAction action, const Reason &reason);
    Money chargeFor(WorkingOrder &order, std::size_t leg, Side side, const FillTerms &terms);
    void book(const WorkingOrder &order, const OrderEvent &event, const QString &symbol, Side side);
    void closed(WorkingOrder &order);
    void activate(WorkingOrder &order, Timestamp at);

    // contingents.cpp
    void spread(WorkingOrder &order, Qty qty);
    void shareWithGroup(WorkingOrder &order, Qty qty);
    void endWithParent(WorkingOrder &parent);

    BrokerState &m_state;
    qint64 m_illegalSteps = 0;
};

} // namespace tapeline
