#include "brokerprivate.h"

#include "amounttext.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Duration auctionWindow = 60s;

bool isRiskReason(ReasonCode code)
{
    return code >= ReasonCode::RiskPerTrade && code <= ReasonCode::RiskKillSwitch;
}

OrderTicket exitTicket(const OrderTicket &entry, QLatin1StringView suffix)
{
    OrderTicket exit;
    exit.id = entry.id + suffix;
    exit.symbol = entry.symbol;
    exit.side = opposite(entry.side);
    exit.qty = entry.qty;
    exit.trigger = entry.trigger;
    exit.tif = entry.tif == TimeInForce::Gtc || entry.tif == TimeInForce::Gtd ? entry.tif
                                                                              : TimeInForce::Day;
    exit.until = entry.until;
    exit.reduceOnly = true;
    exit.parent = entry.id;
    exit.oco = entry.id + u".exits"_s;
    exit.strategy = entry.strategy;
    return exit;
}

OrderTicket limited(OrderTicket ticket, std::optional<Price> limit)
{
    ticket.limit = limit;
    return ticket;
}

} // namespace

WorkingOrder *PaperBroker::Private::enter(const OrderTicket &ticket)
{
    const WorkingOrder *known = state.find(ticket.id);
    if (known || ticket.id.isEmpty()) {
        life.report(ticket.id, known ? known->standing.state : OrderState::Rejected,
                    OrderAction::Reject, { ReasonCode::DuplicateId, ticket.id });
        return nullptr;
    }
    WorkingOrder &order = state.add(ticket);
    order.sentAt = state.now;
    return &order;
}

void PaperBroker::Private::send(const OrderTicket &ticket, const Reason &cause)
{
    WorkingOrder *entered = enter(ticket);
    if (!entered)
        return;
    WorkingOrder &order = *entered;
    order.isForced = cause.code != ReasonCode::None;
    const Reason reason = checks.beforeSending(order);
    if (isRiskReason(reason.code)) {
        life.step(order, OrderAction::Deny, reason);
        return;
    }
    life.step(order, OrderAction::Submit, cause);
    if (reason.code != ReasonCode::None) {
        life.step(order, OrderAction::Reject, reason); // bound nothing yet
        return;
    }
    const bool priced = isPriced(order);
    order.judgedAt = priced ? state.now : Timestamp(); // without a price it was not judged at all
    order.provisional = !priced || !order.limit();
    joinGroup(order);
    life.bind(order);
    schedule(order, QueuedEvent::Kind::Arrive,
             state.now + state.latency(state.config.orderLatency, order.id()));
}

/// Every part of it has had a quote.
bool PaperBroker::Private::isPriced(const WorkingOrder &order)
{
    return std::ranges::none_of(order.instruments, [this](InstrumentId id) {
        return state.market(id).level < InstrumentMarket::Level::Quotes;
    });
}

void PaperBroker::Private::schedule(WorkingOrder &order, QueuedEvent::Kind kind, Timestamp at)
{
    const bool expiry = kind == QueuedEvent::Kind::Expire;
    const bool timer = kind == QueuedEvent::Kind::EndChase || kind == QueuedEvent::Kind::EndAuction;
    const EventRank rank = expiry ? EventRank::Expiry
        : timer                   ? EventRank::Timer
                                  : EventRank::Command;
    state.queue.push({ .at = at, .rank = rank, .kind = kind, .order = &order });
}

void PaperBroker::Private::arrive(WorkingOrder &order)
{
    if (order.standing.before != OrderState::Submitted)
        return;
    const bool recalled = order.standing.state == OrderState::PendingCancel;
    if (const Reason reason = checks.onArrival(order); reason.code != ReasonCode::None) {
        life.end(order, recalled ? OrderAction::Cancel : OrderAction::Reject, reason);
        return;
    }
    order.atVenue = true;
    if (order.ticket.tif == TimeInForce::Fok && quotes.reachable(order) < order.ticket.qty) {
        order.atVenue = false;
        life.end(order, OrderAction::Cancel, { ReasonCode::Fok });
        return;
    }
    startWorking(order);
    makeExits(order);
    if (order.awaitsTrigger())
        stops.begin(order);
    else
        quotes.meet(order, false);
    if (order.ticket.tif == TimeInForce::Ioc && order.isOpen())
        life.end(order, OrderAction::Cancel, { ReasonCode::Ioc });
    if (order.ticket.tif == TimeInForce::Fok && order.isOpen())
        life.end(order, OrderAction::Cancel, { ReasonCode::Fok });
}

/// Accepts the order with the reason for which it waits, if it does.
void PaperBroker::Private::startWorking(WorkingOrder &order)
{
    joinParent(order);
    order.atVenue = true;
    order.heldForOpen = isHeldForOpen(order);
    setEnd(order);
    const ReasonCode held = order.awaitsTrigger() ? conditions.triggerHindrance(order)
                                                  : conditions.fillHindrance(order);
    life.accept(order, { held });
    life.bind(order); // a child holds nothing before its parent is filled
    if (order.parent && order.parent->filled > Qty())
        life.grant(order, order.parent->filled);
}

/// A market order that came while its session was closed.
bool PaperBroker::Private::isHeldForOpen(const WorkingOrder &order)
{
    const OrderTicket &ticket = order.ticket;
    return ticket.type == OrderType::Market && !order.isAuction()
        && !state.clock.isOpen(state.instrumentOf(order), ticket.extendedHours, state.now);
}

void PaperBroker::Private::setEnd(WorkingOrder &order)
{
    const OrderTicket &ticket = order.ticket;
    const Instrument &instrument = state.instrumentOf(order);
    switch (ticket.tif) {
    case TimeInForce::Opg:
    case TimeInForce::Cls:
        order.releaseAfter = state.clock.auctionFor(ticket.tif, state.now).value_or(state.now);
        order.ends = order.releaseAfter + auctionWindow;
        schedule(order, QueuedEvent::Kind::EndAuction, order.ends);
        return;
    case TimeInForce::Gtc:
        order.ends = state.now + std::chrono::days(state.config.goodTillDays);
        break;
    case TimeInForce::Gtd:
        order.ends = ticket.until;
        break;
    default:
        order.ends = state.clock.dayEnd(instrument, ticket.extendedHours, state.now);
        break;
    }
    schedule(order, QueuedEvent::Kind::Expire, order.ends);
}

void PaperBroker::Private::joinGroup(WorkingOrder &order)
{
    if (OcoGroup *group = state.group(order.ticket.oco)) {
        order.group = group;
        group->members.push_back(&order);
    }
}

void PaperBroker::Private::joinParent(WorkingOrder &order)
{
    WorkingOrder *parent = state.find(order.ticket.parent);
    if (!parent)
        return;
    order.parent = parent;
    order.awaitsParent = true;
    order.reserve = order.ticket.qty;
    parent->children.push_back(&order);
}

void PaperBroker::Private::makeExits(WorkingOrder &entry)
{
    std::vector<OrderTicket> exits;
    const OrderTicket &ticket = entry.ticket;
    if (ticket.stopLoss) {
        OrderTicket &stop = exits.emplace_back(exitTicket(ticket, stopSuffix));
        stop.type = ticket.stopLossLimit ? OrderType::StopLimit : OrderType::Stop;
        stop.stop = ticket.stopLoss;
        stop.limit = ticket.stopLossLimit;
        stop.extendedHours = ticket.extendedHours && ticket.stopLossLimit;
    }
    if (ticket.takeProfit) {
        OrderTicket &target = exits.emplace_back(exitTicket(ticket, targetSuffix));
        target.type = OrderType::Limit;
        target.limit = ticket.takeProfit;
        target.extendedHours = ticket.extendedHours;
    }
    for (const OrderTicket &exit : exits) {
        WorkingOrder &order = state.add(exit);
        order.sentAt = state.now;
        joinGroup(order);
        life.step(order, OrderAction::Submit);
        startWorking(order);
    }
}

/// It takes part in the closing auction, whatever is asked now.
bool PaperBroker::Private::isLockedIn(const WorkingOrder &order) const
{
    return order.atVenue && order.ticket.tif == TimeInForce::Cls
        && SessionClock::isLateForClose(order.releaseAfter, state.now);
}

void PaperBroker::Private::arriveReplace(WorkingOrder &order)
{
    const std::optional<OrderReplace> wanted = std::exchange(order.wanted, {});
    if (order.standing.state != OrderState::PendingReplace || !wanted) {
        if (wanted && !order.isOpen())
            life.report(order.id(), order.standing.state, OrderAction::RejectReplace,
                        { ReasonCode::OrderClosed });
        return;
    }
    const OrderTicket next = changed(order, *wanted);
    Reason reason;
    if (isLockedIn(order))
        reason = { ReasonCode::TooLateToCancel };
    else if (order.triggered && next != limited(order.ticket, next.limit))
        reason = { ReasonCode::BadReplace, u"a triggered stop changes its limit only"_s };
    else
        reason = checks.onReplace(order, next);
    if (reason.code != ReasonCode::None) {
        life.bind(order);
        life.step(order, OrderAction::RejectReplace, reason);
        life.settle(order);
        return;
    }
    const Qty before = order.ticket.qty;
    apply(order, next);
    life.step(order, OrderAction::Replace);
    life.resizeExits(order, before);
    life.bind(order);
    if (order.awaitsTrigger())
        stops.begin(order);
    else
        quotes.meet(order, false);
}

OrderTicket PaperBroker::Private::changed(const WorkingOrder &order,
                                          const OrderReplace &change) const
{
    OrderTicket next = order.ticket;
    next.qty = change.qty.value_or(next.qty);
    if (change.limit)
        next.limit = change.limit;
    if (change.stop)
        next.stop = change.stop;
    if (change.trail || change.trailPpm) {
        next.trail = change.trail;
        next.trailPpm = change.trailPpm;
    }
    return next;
}

/// Another price, or more of it, goes to the end of the queue; less keeps its place.
void PaperBroker::Private::apply(WorkingOrder &order, const OrderTicket &ticket)
{
    const OrderTicket before = std::exchange(order.ticket, ticket);
    const bool moved = before.limit != ticket.limit || ticket.qty > before.qty;
    if (moved) {
        order.queue.leave();
        order.matching.stage = order.told.stage = WorkingOrder::Stage::Fresh;
        order.acceptSequence = state.nextAccept();
        state.delist(order);
        state.enlist(order);
    }
    if (order.awaitsParent)
        order.reserve = ticket.qty;
    const bool newTrail = before.trail != ticket.trail || before.trailPpm != ticket.trailPpm;
    if (!newTrail || !order.awaitsTrigger())
        return;
    order.ticket.stop.reset();
    if (const std::optional<Price> source = stops.sourcePrice(order))
        order.ticket.stop = stops.trailedStop(order, *source);
}

void PaperBroker::Private::arriveCancel(WorkingOrder &order)
{
    if (!order.isOpen()) {
        life.report(order.id(), order.standing.state, OrderAction::RejectCancel,
                    { ReasonCode::OrderClosed });
        return;
    }
    if (isLockedIn(order)) {
        life.step(order, OrderAction::RejectCancel, { ReasonCode::TooLateToCancel });
        if (order.standing.state == OrderState::Submitted)
            life.announce(order, {});
        life.settle(order);
        return;
    }
    life.end(order, OrderAction::Cancel, { ReasonCode::UserCancel });
}

void PaperBroker::Private::expire(WorkingOrder &order)
{
    const bool day = order.ticket.tif == TimeInForce::Day;
    life.end(order, OrderAction::Expire, { day ? ReasonCode::EndOfDay : ReasonCode::UntilReached });
}

/// A market order that found no size. One that is held waits on.
void PaperBroker::Private::endChase(WorkingOrder &order)
{
    if (toNs(order.matching.chaseEnds) == 0 || state.now < order.matching.chaseEnds)
        return; // a chase before a restart
    if (conditions.fillHindrance(order) != ReasonCode::None) {
        order.matching.chaseEnds = {};
        life.noteMatching(order);
        return;
    }
    life.end(order, OrderAction::Cancel,
             { ReasonCode::NoLiquidity, u"%1 left"_s.arg(amountText(order.leaves())) });
}

} // namespace tapeline
