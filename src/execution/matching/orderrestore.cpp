#include "brokerprivate.h"

#include "regulatoryfees.h"
#include "wideinteger.h"

#include <algorithm>
#include <set>

namespace tapeline {

namespace {

using Stage = WorkingOrder::Stage;
using Kind = QueuedEvent::Kind;

/// The request that leads from one ticket to another.
OrderReplace difference(const OrderTicket &from, const OrderTicket &to)
{
    OrderReplace change;
    change.id = from.id;
    if (to.qty != from.qty)
        change.qty = to.qty;
    if (to.limit != from.limit)
        change.limit = to.limit;
    if (to.stop != from.stop)
        change.stop = to.stop;
    if (to.trail != from.trail || to.trailPpm != from.trailPpm) {
        change.trail = to.trail;
        change.trailPpm = to.trailPpm;
    }
    return change;
}

bool isMaker(FillRule rule)
{
    return rule != FillRule::TakeDisplayed && rule != FillRule::WalkBook && rule != FillRule::Bar
        && rule != FillRule::Package;
}

} // namespace

void PaperBroker::Private::refold(const OrderEvent &event)
{
    state.now = std::max(state.now, event.at);
    state.nextSequence = std::max(state.nextSequence, event.sequence + 1);
    WorkingOrder *order = state.find(event.id);
    const bool first = event.action == OrderAction::Submit || event.action == OrderAction::Deny;
    if (first && !order && event.ticket) {
        order = &state.add(*event.ticket);
        order->sentAt = event.at;
        order->isForced = event.reason.code != ReasonCode::None;
        joinGroup(*order);
        againDue(*order, Kind::Arrive,
                 event.at + state.latency(state.config.orderLatency, order->id()));
    }
    if (!order)
        return;
    const std::optional<OrderStanding> next = order->standing.after(event.action);
    if (!next || next->state != event.state)
        return; // a report
    order->standing = *next;
    refoldStep(*order, event);
}

void PaperBroker::Private::refoldStep(WorkingOrder &order, const OrderEvent &event)
{
    switch (event.action) {
    case OrderAction::Accept:
        refoldAccept(order, event);
        break;
    case OrderAction::Trigger:
        order.triggered = true;
        order.acceptSequence = state.nextAccept();
        order.activeFrom = event.at + state.latency(state.config.orderLatency, order.id());
        againDue(order, Kind::Activate, order.activeFrom);
        break;
    case OrderAction::FillPart:
    case OrderAction::FillAll:
        refoldFill(order, event);
        break;
    case OrderAction::RequestReplace:
        order.requestedAt = event.at;
        if (event.ticket)
            order.wanted = difference(order.ticket, *event.ticket);
        againDue(order, Kind::ArriveReplace,
                 event.at + state.latency(state.config.orderLatency, order.id()));
        break;
    case OrderAction::Replace:
        refoldReplace(order, event);
        break;
    case OrderAction::RequestCancel:
        order.requestedAt = event.at;
        againDue(order, Kind::ArriveCancel,
                 event.at + state.latency(state.config.cancelLatency, order.id()));
        break;
    default:
        break;
    }
    order.foldMatching(event);
    const Timestamp chased = std::exchange(order.matching, order.told).chaseEnds;
    if (order.matching.chaseEnds != chased && toNs(order.matching.chaseEnds) != 0)
        againDue(order, Kind::EndChase, order.matching.chaseEnds);
    order.heldForOpen = order.heldForOpen && !order.matching.released;
    if (!order.isOpen())
        order.atVenue = false;
}

void PaperBroker::Private::refoldAccept(WorkingOrder &order, const OrderEvent &event)
{
    if (event.ticket)
        order.ticket = *event.ticket;
    joinParent(order);
    order.atVenue = true;
    order.acceptSequence = state.nextAccept();
    order.acceptedAt = event.at;
    order.heldForOpen = isHeldForOpen(order);
    setEnd(order);
    if (order.parent && order.parent->filled > Qty())
        countGrant(order, order.parent->filled);
}

void PaperBroker::Private::refoldFill(WorkingOrder &order, const OrderEvent &event)
{
    if (!order.atVenue)
        refoldAccept(order, event); // its cancel was on its way
    order.filled = event.cumQty;
    order.strict = event.evidence.strictQty;
    order.generous = event.evidence.generousQty;
    order.heldForOpen = false;
    refoldCommission(order, event);
    for (WorkingOrder *child : order.children)
        countGrant(*child, event.lastQty);
}

/// By what was charged: the model may have been another then.
void PaperBroker::Private::refoldCommission(WorkingOrder &order, const OrderEvent &event)
{
    const std::size_t leg = event.leg < 0 ? 0 : std::size_t(event.leg);
    const Instrument *instrument = state.instrument(order.instruments[leg]);
    if (!instrument)
        return;
    const Money value
        = notional(event.lastPrice, event.lastQty, instrument->multiplier).value_or(Money());
    Side side = order.ticket.side;
    if (event.leg >= 0 && order.ticket.isPackage())
        side = order.isBuy() ? order.ticket.legs[leg].side : opposite(order.ticket.legs[leg].side);
    Money charged = event.fee;
    if (state.config.regulatoryFees)
        charged -= regulatoryFee(*instrument, side, event.lastQty, value, event.at);
    order.commissions[leg].resume(event.lastQty, value, isMaker(event.evidence.rule), charged);
}

/// The child's own ticket comes with its next Replace.
void PaperBroker::Private::countGrant(WorkingOrder &child, Qty qty)
{
    child.reserve -= std::min(qty, child.reserve);
    if (std::exchange(child.awaitsParent, false))
        child.acceptedAt = state.now;
}

void PaperBroker::Private::refoldReplace(WorkingOrder &order, const OrderEvent &event)
{
    if (!event.ticket)
        return;
    const OrderTicket before = std::exchange(order.ticket, *event.ticket);
    order.wanted.reset();
    if (order.awaitsParent)
        order.reserve = order.ticket.qty;
    const bool moved = before.limit != order.ticket.limit || order.ticket.qty > before.qty;
    if (event.reason.code == ReasonCode::None && moved) {
        order.told.stage = Stage::Fresh;
        order.acceptSequence = state.nextAccept();
    }
    if (event.reason.code == ReasonCode::CorporateAction)
        order.told.collar.reset();
    if (event.reason.code != ReasonCode::CorporateAction) {
        OrderLife::resizeReserves(order, before.qty);
        return;
    }
    // What its parent still owes it was split as well
    if (!order.awaitsParent && order.reserve > Qty() && before.qty > order.filled)
        order.reserve = Qty::fromUnits(multiplyDivide(order.reserve.units(),
                                                      (order.ticket.qty - order.filled).units(),
                                                      (before.qty - order.filled).units())
                                           .value_or(0));
}

void PaperBroker::Private::againDue(WorkingOrder &order, Kind kind, Timestamp at)
{
    m_dueAgain.push_back({ &order, kind, at });
}

/// What was under way, in the order in which it set out: of one instant that decides. The newest
/// request of an order is the one that has no answer yet.
void PaperBroker::Private::scheduleAgain()
{
    const auto isStillDue = [](const DueAgain &due) {
        const OrderStanding &standing = due.order->standing;
        switch (due.kind) {
        case Kind::Arrive:
            return standing.before == OrderState::Submitted;
        case Kind::ArriveReplace:
            return standing.state == OrderState::PendingReplace;
        case Kind::ArriveCancel:
            return standing.state == OrderState::PendingCancel;
        default:
            return true;
        }
    };
    std::set<std::pair<const WorkingOrder *, Kind>> newest;
    std::vector<DueAgain> pending;
    for (auto due = m_dueAgain.rbegin(); due != m_dueAgain.rend(); ++due)
        if (due->order->isOpen() && isStillDue(*due)
            && newest.emplace(due->order, due->kind).second)
            pending.push_back(*due);
    m_dueAgain.clear();
    for (auto due = pending.rbegin(); due != pending.rend(); ++due)
        schedule(*due->order, due->kind, due->at);
}

void PaperBroker::Private::resume(WorkingOrder &order)
{
    if (order.atVenue)
        state.enlist(order);
    order.provisional = !order.limit() || order.matching.stage == Stage::Fresh;
    life.bind(order);
}

void PaperBroker::restore(std::span<const OrderEvent> events)
{
    for (const OrderEvent &event : events)
        d->refold(event);
    d->scheduleAgain();
    for (WorkingOrder &order : d->state.orders())
        if (order.isOpen())
            d->resume(order);
}

} // namespace tapeline
