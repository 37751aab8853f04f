#include "venuechecks.h"

#include "accountquestion.h"
#include "amounttext.h"
#include "slippage.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isImmediate(const WorkingOrder &order)
{
    return order.ticket.tif == TimeInForce::Ioc || order.ticket.tif == TimeInForce::Fok;
}

std::vector<const Instrument *> termsOf(BrokerState &state, const WorkingOrder &order)
{
    std::vector<const Instrument *> terms;
    for (const InstrumentId id : order.instruments)
        terms.push_back(state.instrument(id));
    return terms;
}

} // namespace

Reason VenueChecks::objection(const WorkingOrder &order)
{
    if (const Reason reason = exitNames(order); reason.code != ReasonCode::None)
        return reason;
    const std::vector<const Instrument *> terms = termsOf(m_state, order);
    if (const Reason reason = syntaxReason(order.ticket, terms, m_state.now);
        reason.code != ReasonCode::None)
        return reason;
    if (const Reason reason = instrumentReason(order.ticket, terms, m_state.now);
        reason.code != ReasonCode::None)
        return reason;
    return venue(order);
}

Reason VenueChecks::beforeSending(const WorkingOrder &order)
{
    if (const Reason reason = objection(order); reason.code != ReasonCode::None)
        return reason;
    if (const Reason reason = askAccount(m_state, order, m_state.quotesOf(order).view());
        reason.code != ReasonCode::None)
        return reason;
    return washCross(order);
}

/// The ids of a bracket's exits are used from the moment it is sent.
Reason VenueChecks::exitNames(const WorkingOrder &order)
{
    const auto makes = [](const OrderTicket &entry, QLatin1StringView suffix) {
        return suffix == stopSuffix ? entry.stopLoss.has_value() : entry.takeProfit.has_value();
    };
    const OrderTicket &ticket = order.ticket;
    for (const QLatin1StringView suffix : { stopSuffix, targetSuffix }) {
        if (const QString exit = ticket.id + suffix; makes(ticket, suffix) && m_state.find(exit))
            return { ReasonCode::DuplicateId, exit };
        if (!ticket.id.endsWith(suffix))
            continue;
        const WorkingOrder *entry = m_state.find(ticket.id.chopped(suffix.size()));
        if (entry && entry->isOpen() && makes(entry->ticket, suffix))
            return { ReasonCode::DuplicateId, ticket.id };
    }
    return {};
}

Reason VenueChecks::onArrival(const WorkingOrder &order)
{
    const Reason reason = venue(order);
    return reason.code != ReasonCode::None ? reason : washCross(order);
}

Reason VenueChecks::venue(const WorkingOrder &order)
{
    using Check = Reason (VenueChecks::*)(const WorkingOrder &);
    constexpr std::array<Check, 4> checks { &VenueChecks::session, &VenueChecks::price,
                                            &VenueChecks::contingent, &VenueChecks::position };
    for (const Check check : checks)
        if (const Reason reason = (this->*check)(order); reason.code != ReasonCode::None)
            return reason;
    return {};
}

Reason VenueChecks::session(const WorkingOrder &order)
{
    const OrderTicket &ticket = order.ticket;
    if (order.isAuction()) {
        if (m_state.clock.auctionFor(ticket.tif, m_state.now))
            return {};
        return { ReasonCode::AuctionCutoff, u"the auction takes no more orders"_s };
    }
    const Instrument &instrument = m_state.instrumentOf(order);
    const bool open = m_state.clock.isOpen(instrument, ticket.extendedHours, m_state.now);
    const bool market = ticket.type == OrderType::Market;
    if (!open && (isImmediate(order) || (market && !m_state.config.holdMarketOrders)))
        return { ReasonCode::SessionClosed, u"the session is closed"_s };
    for (const InstrumentId id : order.instruments)
        if (isImmediate(order) && m_state.market(id).halt != InstrumentMarket::Halt::None)
            return { ReasonCode::Halted, m_state.symbols.symbol(id) };
    return {};
}

Reason VenueChecks::price(const WorkingOrder &order)
{
    if (order.ticket.isPackage()) {
        const Price cent = Price::fromUnits(Price::unitsPerOne / 100);
        const Price limit = order.ticket.limit.value_or(Price());
        if (limit.units() % cent.units() != 0)
            return { ReasonCode::PriceNotTick,
                     u"%1 is no multiple of 0.01"_s.arg(amountText(limit)) };
    } else if (const Reason reason = tickReason(order.ticket, m_state.instrumentOf(order));
               reason.code != ReasonCode::None) {
        return reason;
    }
    if (const Reason reason = outOfBand(order); reason.code != ReasonCode::None)
        return reason;
    if (const Reason reason = stopThrough(order); reason.code != ReasonCode::None)
        return reason;
    if (const Reason reason = trailsBelowZero(order); reason.code != ReasonCode::None)
        return reason;
    return takingMarket(order);
}

/// A limit more than half through the market is a slip of the finger.
Reason VenueChecks::outOfBand(const WorkingOrder &order)
{
    const std::optional<Price> limit = order.ticket.limit;
    if (!limit || order.ticket.isPackage())
        return {};
    const DisplayedSide &other = m_state.market(order.instrument()).opposite(order.ticket.side);
    if (!other.isQuoted())
        return {};
    const Price half = Price::fromUnits(other.price().units() / 2);
    const bool beyond
        = order.isBuy() ? *limit > other.price() + half : *limit < other.price() - half;
    if (!beyond)
        return {};
    return { ReasonCode::PriceOutOfBand, versus(*limit, other.price()) };
}

/// A sell stop, or its limit, that trails further than the price is high.
Reason VenueChecks::trailsBelowZero(const WorkingOrder &order)
{
    const OrderTicket &ticket = order.ticket;
    if (!ticket.isTrailing() || order.isBuy())
        return {};
    const std::optional<Price> source = m_stops.sourcePrice(order);
    if (!source)
        return {};
    const Price lowest
        = *source - ticket.trail.value_or(Price()) - ticket.limitOffset.value_or(Price());
    if (lowest > Price())
        return {};
    return { ReasonCode::PriceNonpositive, amountText(lowest) };
}

Reason VenueChecks::stopThrough(const WorkingOrder &order)
{
    const bool watched
        = order.ticket.type == OrderType::Stop || order.ticket.type == OrderType::StopLimit;
    if (!watched || m_state.config.triggerStopsAtOnce || !order.ticket.parent.isEmpty())
        return {};
    const std::optional<Price> source = m_stops.sourcePrice(order);
    if (!source)
        return {};
    const Price stop = *order.ticket.stop;
    if (order.isBuy() ? *source <= stop : *source >= stop)
        return {};
    return { ReasonCode::StopThroughMarket, versus(stop, *source) };
}

/// What must be there to take from: post-only, immediate and market orders.
Reason VenueChecks::takingMarket(const WorkingOrder &order)
{
    const OrderTicket &ticket = order.ticket;
    InstrumentMarket &market = m_state.market(order.instrument());
    const std::optional<Offer> offer
        = ticket.isPackage() ? std::nullopt : m_conditions.offer(market, ticket.side);
    if (ticket.postOnly && offer && order.accepts(offer->price))
        return { ReasonCode::PostOnlyWouldTake, versus(*ticket.limit, offer->price) };
    const bool bars = market.level == InstrumentMarket::Level::Bars;
    if (isImmediate(order) && !ticket.isPackage() && !bars && !offer)
        return { ReasonCode::NoMarketData, ticket.symbol };
    const bool stale = !m_state.streaming || m_conditions.isAged(order)
        || market.streamEpoch != m_state.streamEpoch;
    if (isImmediate(order) && !bars && stale)
        return { ReasonCode::StaleMarketData, ticket.symbol };
    const Instrument &instrument = m_state.instrumentOf(order);
    // One that is held does not meet this spread
    const bool takesNow
        = !stale && m_state.clock.isOpen(instrument, ticket.extendedHours, m_state.now);
    if (takesNow)
        if (const Reason reason = m_conditions.wideSpread(order); reason.code != ReasonCode::None)
            return reason;
    if (m_state.config.refuseDelayedData)
        return { ReasonCode::DelayedData, u"the feed is delayed"_s };
    return {};
}

Reason VenueChecks::contingent(const WorkingOrder &order)
{
    const OrderTicket &ticket = order.ticket;
    if (ticket.parent.isEmpty())
        return bracket(order);
    const WorkingOrder *parent = m_state.find(ticket.parent);
    if (!parent)
        return { ReasonCode::OrderNotFound, ticket.parent };
    if (parent->ticket.isPackage())
        return { ReasonCode::BadCombination, u"a package has no exits"_s };
    if (!parent->isOpen() && parent->filled.isZero())
        return { ReasonCode::OrderClosed, ticket.parent };
    return bracket(order);
}

/// Stop, entry and target in their order, at least a tick between them.
Reason VenueChecks::bracket(const WorkingOrder &order)
{
    const OrderTicket &ticket = order.ticket;
    if (!ticket.stopLoss && !ticket.takeProfit)
        return {};
    const DisplayedSide &other = m_state.market(order.instrument()).opposite(ticket.side);
    std::vector<Price> levels;
    if (ticket.stopLossLimit)
        levels.push_back(*ticket.stopLossLimit);
    if (ticket.stopLoss)
        levels.push_back(*ticket.stopLoss);
    const std::size_t exits = levels.size();
    if (ticket.limit || ticket.stop || other.isQuoted())
        levels.push_back(ticket.limit.value_or(ticket.stop.value_or(other.price())));
    const Price entry = levels.size() > exits ? levels.back() : Price();
    if (ticket.takeProfit)
        levels.push_back(*ticket.takeProfit);
    bool valid = true;
    for (std::size_t i = 1; i < levels.size(); ++i) {
        // The limit of a stop may stand at the stop itself
        const bool mayTouch = i == 1 && ticket.stopLossLimit;
        const Price tick = mayTouch ? Price() : m_state.tickOf(order, levels[i - 1]);
        valid = valid
            && (order.isBuy() ? levels[i - 1] + tick <= levels[i]
                              : levels[i - 1] - tick >= levels[i]);
    }
    if (valid)
        return {};
    return { ReasonCode::BracketGeometry,
             u"stop %1, entry %2, target %3"_s.arg(
                 amountText(ticket.stopLoss.value_or(Price())), amountText(entry),
                 amountText(ticket.takeProfit.value_or(Price()))) };
}

Reason VenueChecks::position(const WorkingOrder &order)
{
    if (!order.ticket.reduceOnly || !order.ticket.parent.isEmpty() || order.ticket.isPackage())
        return {};
    const Qty held = m_state.gate.position(order.ticket.symbol);
    if (order.isBuy() ? held < Qty() : held > Qty())
        return {};
    return { ReasonCode::ReduceOnlyViolation, u"position %1"_s.arg(amountText(held)) };
}

/// What is being cancelled does not count: the cancel is ahead on the way.
Reason VenueChecks::washCross(const WorkingOrder &order)
{
    if (!m_state.config.refuseWashCross || order.isForced || order.ticket.isPackage()
        || order.awaitsTrigger() || order.isAuction())
        return {};
    const InstrumentMarket &market = m_state.market(order.instrument());
    for (const WorkingOrder *own : market.orders) {
        const bool rests = own->ticket.side != order.ticket.side && own->limit()
            && !own->awaitsTrigger() && !own->awaitsParent && !own->ticket.isPackage()
            && !own->isAuction() && own->standing.state != OrderState::PendingCancel;
        if (!rests || !order.accepts(*own->limit()))
            continue;
        const DisplayedSide &other = market.opposite(order.ticket.side);
        const bool firstInLine = other.isQuoted()
            && (order.isBuy() ? *own->limit() <= other.price() : *own->limit() >= other.price());
        if (order.limit() || firstInLine)
            return { ReasonCode::WashCross,
                     u"own order %1 at %2"_s.arg(own->id(), amountText(*own->limit())) };
    }
    return {};
}

Reason VenueChecks::onReplace(const WorkingOrder &order, const OrderTicket &changed)
{
    if (changed.qty <= order.filled)
        return { ReasonCode::BadReplace,
                 u"quantity %1, filled %2"_s.arg(amountText(changed.qty),
                                                 amountText(order.filled)) };
    const WorkingOrder probe = changedOrder(order, changed);
    const std::vector<const Instrument *> terms = termsOf(m_state, order);
    if (const Reason reason = syntaxReason(probe.ticket, terms, m_state.now);
        reason.code != ReasonCode::None)
        return reason;
    if (const Reason reason = price(probe); reason.code != ReasonCode::None)
        return reason;
    if (const Reason reason = changedBracket(order, changed); reason.code != ReasonCode::None)
        return reason;
    if (!order.awaitsParent) {
        const QuoteList quotes = m_state.quotesOf(order);
        if (const Reason reason = askAccount(m_state, probe, quotes.view());
            reason.code != ReasonCode::None)
            return reason;
    }
    return washCross(probe);
}

/// The order as a change would make it: a triggered stop is the order it has become.
WorkingOrder VenueChecks::changedOrder(const WorkingOrder &order, const OrderTicket &changed)
{
    WorkingOrder probe;
    probe.ticket = changed;
    probe.instruments = order.instruments;
    OrderTicket &ticket = probe.ticket;
    if (order.triggered) {
        const std::optional<Price> limit = probe.limit();
        if (hasLimit(ticket.type))
            ticket.limit = limit;
        ticket.type = hasLimit(ticket.type) ? OrderType::Limit : OrderType::Market;
        ticket.stop = ticket.trail = ticket.activation = ticket.limitOffset = std::nullopt;
        ticket.trailPpm.reset();
    } else if (changed.isTrailing() && changed.stop == order.ticket.stop) {
        ticket.stop.reset(); // moves by itself, not part of what was asked
    }
    return probe;
}

/// The levels of an entry and of its exits, one of which is to change. Exits that work move freely.
Reason VenueChecks::changedBracket(const WorkingOrder &order, const OrderTicket &changed)
{
    const WorkingOrder *entry = order.awaitsParent ? order.parent : &order;
    if (!entry->ticket.stopLoss && !entry->ticket.takeProfit)
        return {};
    WorkingOrder probe;
    probe.ticket = entry == &order ? changed : entry->ticket;
    probe.instruments = entry->instruments;
    OrderTicket &levels = probe.ticket;
    levels.stopLoss = levels.stopLossLimit = levels.takeProfit = std::nullopt;
    for (const WorkingOrder *child : entry->children) {
        if (!child->isOpen() || !child->ticket.reduceOnly)
            continue;
        const OrderTicket &exit = child == &order ? changed : child->ticket;
        if (exit.hasStop()) {
            levels.stopLoss = exit.stop;
            levels.stopLossLimit = exit.type == OrderType::StopLimit ? exit.limit : std::nullopt;
        } else {
            levels.takeProfit = exit.limit;
        }
    }
    return bracket(probe);
}

} // namespace tapeline
