#pragma once

#include "orderlife.h"
#include "stopwatcher.h"
#include "workconditions.h"

namespace tapeline {

/// The checks before acceptance in their fixed order (execution.md A.7): syntax, instrument,
/// session, price, contingent, position, money, limits, own orders on the other side.
class VenueChecks
{
public:
    VenueChecks(BrokerState &state, WorkConditions &conditions, StopWatcher &stops)
        : m_state(state)
        , m_conditions(conditions)
        , m_stops(stops)
    {
    }

    /// First reason against sending the order; None when there is none.
    Reason beforeSending(const WorkingOrder &order);
    /// The part of it that asks neither the account nor own orders.
    Reason objection(const WorkingOrder &order);
    /// It would meet an own order that rests on the other side.
    Reason washCross(const WorkingOrder &order);
    /// The venue's part of it, when the order arrives.
    Reason onArrival(const WorkingOrder &order);
    /// Against a changed ticket of a working order.
    Reason onReplace(const WorkingOrder &order, const OrderTicket &changed);

private:
    Reason exitNames(const WorkingOrder &order);
    Reason venue(const WorkingOrder &order);
    Reason session(const WorkingOrder &order);
    Reason price(const WorkingOrder &order);
    Reason trailsBelowZero(const WorkingOrder &order);
    Reason stopThrough(const WorkingOrder &order);
    Reason takingMarket(const WorkingOrder &order);
    Reason outOfBand(const WorkingOrder &order);
    Reason contingent(const WorkingOrder &order);
    Reason bracket(const WorkingOrder &order);
    Reason changedBracket(const WorkingOrder &order, const OrderTicket &changed);
    static WorkingOrder changedOrder(const WorkingOrder &order, const OrderTicket &changed);
    Reason position(const WorkingOrder &order);

    BrokerState &m_state;
    WorkConditions &m_conditions;
    StopWatcher &m_stops;
};

/// What the ticket alone, or with the terms of its instruments, gets wrong (null where the symbol
/// is not known).
Reason syntaxReason(const OrderTicket &ticket, std::span<const Instrument *const> instruments,
                    Timestamp now);
/// The symbols themselves.
Reason instrumentReason(const OrderTicket &ticket, std::span<const Instrument *const> instruments,
                        Timestamp now);
/// A price that is no multiple of its tick.
Reason tickReason(const OrderTicket &ticket, const Instrument &instrument);

} // namespace tapeline
