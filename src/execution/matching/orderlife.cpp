#include "orderlife.h"

#include "accountquestion.h"
#include "regulatoryfees.h"

#include <algorithm>
#include <utility>

namespace tapeline {

OrderEvent &OrderLife::write(WorkingOrder &order, OrderAction action, const Reason &reason)
{
    OrderEvent &event = m_state.events.emplace_back();
    event.sequence = m_state.nextSequence++;
    event.at = m_state.now;
    event.id = order.id();
    event.action = action;
    event.state = order.standing.state;
    event.reason = reason;
    event.cumQty = order.filled;
    event.leaves = order.leaves();
    if (action == OrderAction::Submit || action == OrderAction::Replace
        || action == OrderAction::Deny)
        event.ticket = order.ticket;
    order.newestEvent = event.sequence;
    order.foldMatching(event);
    return event;
}

bool OrderLife::step(WorkingOrder &order, OrderAction action, const Reason &reason)
{
    const std::optional<OrderStanding> next = order.standing.after(action);
    if (!next) {
        ++m_illegalSteps;
        return false;
    }
    order.standing = *next;
    write(order, action, reason);
    return true;
}

void OrderLife::noteMatching(WorkingOrder &order)
{
    // One that nobody heard of arrives again after a restart
    const bool isTold = !order.isOpen() || order.matching == order.told
        || order.standing.before == OrderState::Submitted;
    if (isTold)
        return;
    order.told = order.matching;
    if (order.newestEvent < m_state.momentBegan) {
        step(order, OrderAction::Work);
        m_state.events.back().matching = order.matching;
        return;
    }
    const std::size_t index = order.newestEvent - m_state.events.front().sequence;
    m_state.events[index].matching = order.matching;
}

void OrderLife::report(const QString &id, OrderState state, OrderAction action,
                       const Reason &reason)
{
    OrderEvent &event = m_state.events.emplace_back();
    event.sequence = m_state.nextSequence++;
    event.at = m_state.now;
    event.id = id;
    event.action = action;
    event.state = state;
    event.reason = reason;
    if (const WorkingOrder *order = m_state.find(id)) {
        event.cumQty = order->filled;
        event.leaves = order->leaves();
    }
}

void OrderLife::accept(WorkingOrder &order, const Reason &reason)
{
    if (order.standing.state != OrderState::PendingCancel)
        announce(order, reason);
    order.acceptSequence = m_state.nextAccept();
    order.acceptedAt = m_state.now;
    order.atVenue = true;
    m_state.enlist(order);
}

void OrderLife::announce(WorkingOrder &order, const Reason &reason)
{
    step(order, OrderAction::Accept, reason);
    if (std::exchange(order.unjournalled, false))
        m_state.events.back().ticket = order.ticket; // another fill changed it on its way
}

void OrderLife::trigger(WorkingOrder &order)
{
    if (!step(order, OrderAction::Trigger))
        return;
    // From here on it is like any other order that came now
    m_state.delist(order);
    order.triggered = true;
    order.acceptSequence = m_state.nextAccept();
    m_state.enlist(order);
    order.activeFrom = m_state.now + m_state.latency(m_state.config.orderLatency, order.id());
    activate(order, order.activeFrom);
}

void OrderLife::activate(WorkingOrder &order, Timestamp at)
{
    m_state.queue.push({ .at = at,
                         .rank = EventRank::Command,
                         .kind = QueuedEvent::Kind::Activate,
                         .order = &order });
}

void OrderLife::end(WorkingOrder &order, OrderAction action, const Reason &reason)
{
    if (step(order, action, reason))
        closed(order);
}

void OrderLife::closed(WorkingOrder &order)
{
    if (order.atVenue)
        m_state.delist(order);
    order.atVenue = false;
    bind(order);
    endWithParent(order);
}

void OrderLife::bind(WorkingOrder &order)
{
    const QuoteList quotes = m_state.quotesOf(order);
    m_state.gate.hold(order.ticket, order.awaitsParent ? Qty() : order.leaves(), quotes.view());
}

bool OrderLife::admit(WorkingOrder &order)
{
    return !order.provisional || judge(order, m_state.quotesOf(order).view());
}

bool OrderLife::judge(WorkingOrder &order, std::span<const Quote> quotes)
{
    order.provisional = !order.limit(); // without one the next quote may make it dearer
    if (order.judgedAt == m_state.now)
        return true; // asked at this very moment
    if (const Reason reason = askAccount(m_state, order, quotes); reason.code != ReasonCode::None) {
        end(order, OrderAction::Cancel, reason);
        return false;
    }
    order.judgedAt = m_state.now;
    bind(order);
    return true;
}

/// Bars and auctions fill without a quote: the price itself is the first that is known.
bool OrderLife::admitAt(WorkingOrder &order, Price price)
{
    const Qty one = Qty::whole(1);
    const Quote known { .instrument = order.instrument(),
                        .time = m_state.now,
                        .bid = price,
                        .ask = price,
                        .bidSize = one,
                        .askSize = one };
    return !order.provisional || judge(order, { &known, 1 });
}

Money OrderLife::chargeFor(WorkingOrder &order, std::size_t leg, Side side, const FillTerms &terms)
{
    const Instrument &instrument = *m_state.instrument(order.instruments[leg]);
    const Money value = notional(terms.price, terms.qty, instrument.multiplier).value_or(Money());
    Money fee = order.commissions[leg].add(m_state.commission, terms.qty, value, terms.maker);
    if (m_state.config.regulatoryFees)
        fee += regulatoryFee(instrument, side, terms.qty, value, m_state.now);
    return fee;
}

void OrderLife::book(const WorkingOrder &order, const OrderEvent &event, const QString &symbol,
                     Side side)
{
    m_state.gate.execute({ .sequence = event.sequence,
                           .at = event.at,
                           .orderId = event.id,
                           .symbol = symbol,
                           .side = side,
                           .qty = event.lastQty,
                           .price = event.lastPrice,
                           .fee = event.fee,
                           .strategy = order.ticket.strategy });
}

void OrderLife::fill(WorkingOrder &order, const FillTerms &terms)
{
    if (!admitAt(order, terms.price))
        return;
    const bool whole = terms.qty == order.leaves();
    const OrderAction action = whole ? OrderAction::FillAll : OrderAction::FillPart;
    const std::optional<OrderStanding> next = order.standing.after(action);
    if (!next) {
        ++m_illegalSteps;
        return;
    }
    order.standing = *next;
    order.filled += terms.qty;
    OrderEvent &event = write(order, action, terms.reason);
    event.lastQty = terms.qty;
    event.lastPrice = terms.price;
    event.fee = chargeFor(order, 0, order.ticket.side, terms);
    event.evidence = terms.evidence;
    event.evidence.strictQty = order.strict;
    event.evidence.generousQty = order.generous;
    order.foldMatching(event);
    book(order, OrderEvent(event), order.ticket.symbol, order.ticket.side);
    noteMatching(order);
    if (whole)
        closed(order);
    else
        bind(order);
    spread(order, terms.qty);
    positionChanged(order.instrument());
}

void OrderLife::fillPackage(WorkingOrder &order, Qty packages, const std::vector<FillTerms> &legs)
{
    const bool whole = packages == order.leaves();
    const bool turned = order.ticket.side == Side::Sell;
    for (std::size_t i = 0; i < legs.size(); ++i) {
        const bool last = i + 1 == legs.size();
        const OrderAction action = last && whole ? OrderAction::FillAll : OrderAction::FillPart;
        order.standing = order.standing.after(action).value_or(order.standing);
        if (last)
            order.filled += packages;
        const OrderLeg &leg = order.ticket.legs[i];
        const Side side = turned ? opposite(leg.side) : leg.side;
        OrderEvent &event = write(order, action, legs[i].reason);
        event.leg = int(i);
        event.lastQty = legs[i].qty;
        event.lastPrice = legs[i].price;
        event.fee = chargeFor(order, i, side, legs[i]);
        event.evidence = legs[i].evidence;
        event.evidence.strictQty = event.evidence.generousQty = order.filled;
        book(order, OrderEvent(event), leg.symbol, side);
    }
    if (whole)
        closed(order);
    else
        bind(order);
    for (const InstrumentId instrument : order.instruments)
        positionChanged(instrument);
}

void OrderLife::rewrite(WorkingOrder &order, const OrderTicket &ticket, const Reason &reason)
{
    order.ticket = ticket;
    if (!order.standing.after(OrderAction::RequestReplace)) {
        order.unjournalled = true;
        return;
    }
    step(order, OrderAction::RequestReplace, reason);
    step(order, OrderAction::Replace, reason);
    order.unjournalled = false;
}

void OrderLife::settle(WorkingOrder &order)
{
    if (!order.unjournalled || !order.isOpen())
        return;
    rewrite(order, OrderTicket(order.ticket), {});
    m_state.events.back().matching = order.told = order.matching; // it keeps its place
}

Qty OrderLife::reducible(const WorkingOrder &order) const
{
    if (!order.onlyReduces())
        return order.leaves();
    if (order.ticket.isPackage())
        return reduciblePackages(order);
    const Qty position = m_state.gate.position(order.ticket.symbol);
    const Qty opposing = order.isBuy() ? -position : position;
    return std::clamp(opposing, Qty(), order.leaves());
}

/// Whole packages whose legs all close something.
Qty OrderLife::reduciblePackages(const WorkingOrder &order) const
{
    Qty packages = order.leaves();
    for (const OrderLeg &leg : order.ticket.legs) {
        const Side side = order.isBuy() ? leg.side : opposite(leg.side);
        const Qty position = m_state.gate.position(leg.symbol);
        const Qty opposing = side == Side::Buy ? -position : position;
        const Qty whole = Qty::whole(opposing.units() / Qty::unitsPerOne / leg.ratio);
        packages = std::clamp(whole, Qty(), packages);
    }
    return packages;
}

void OrderLife::positionChanged(InstrumentId instrument)
{
    dropIdleExits(instrument);
    dropRefused(instrument);
}

void OrderLife::dropRefused(InstrumentId instrument)
{
    const QString symbol = m_state.symbols.symbol(instrument);
    while (const std::optional<OrderRefusal> refusal
           = m_state.gate.nextRefused(symbol, m_state.now)) {
        WorkingOrder *order = m_state.find(refusal->id);
        if (!order || !order->isOpen())
            return;
        end(*order, OrderAction::Cancel, refusal->reason);
    }
}

void OrderLife::dropIdleExits(InstrumentId instrument)
{
    const std::vector<WorkingOrder *> working = m_state.market(instrument).orders;
    for (WorkingOrder *order : working) {
        const bool idle = order->isOpen() && order->onlyReduces() && !order->awaitsParent
            && reducible(*order).isZero();
        if (idle)
            end(*order, OrderAction::Cancel, { ReasonCode::PositionClosed });
    }
}

} // namespace tapeline
