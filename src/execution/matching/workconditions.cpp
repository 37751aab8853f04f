#include "workconditions.h"

#include "amounttext.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr Duration crossedGrace = 1s;
/// Without an opening print in sight.
constexpr Duration printGrace = 5s;

Duration greatestAge(AssetClass assetClass)
{
    switch (assetClass) {
    case AssetClass::Options:
        return 15min;
    case AssetClass::Crypto:
        return 10s;
    default:
        return 60s;
    }
}

} // namespace

ReasonCode WorkConditions::triggerHindrance(const WorkingOrder &order)
{
    if (order.awaitsParent)
        return ReasonCode::HeldParent;
    if (!order.atVenue || m_state.now < order.activeFrom)
        return ReasonCode::WaitsForLatency;
    const bool extended = order.ticket.extendedHours;
    for (const InstrumentId id : order.instruments) {
        if (!m_state.clock.isOpen(*m_state.instrument(id), extended, m_state.now))
            return ReasonCode::HeldSession; // options may trade on after the shares beside them
        const InstrumentMarket &market = m_state.market(id);
        if (market.halt != InstrumentMarket::Halt::None)
            return ReasonCode::HeldHalt;
        const bool known = market.level >= InstrumentMarket::Level::Quotes;
        if (!m_state.streaming || (known && market.streamEpoch != m_state.streamEpoch))
            return ReasonCode::HeldStale;
    }
    return ReasonCode::None;
}

ReasonCode WorkConditions::fillHindrance(const WorkingOrder &order)
{
    if (order.isAuction() && order.atVenue && !order.awaitsParent)
        return ReasonCode::HeldAuction; // whatever the session
    if (const ReasonCode code = triggerHindrance(order); code != ReasonCode::None)
        return code;
    if (order.heldForOpen)
        return ReasonCode::HeldSession;
    for (const InstrumentId id : order.instruments) {
        const ReasonCode code = marketHindrance(order, m_state.market(id));
        if (code != ReasonCode::None)
            return code;
    }
    return ReasonCode::None;
}

ReasonCode WorkConditions::marketHindrance(const WorkingOrder &order,
                                           const InstrumentMarket &market)
{
    if (market.level < InstrumentMarket::Level::Quotes)
        return ReasonCode::HeldNoQuote;
    if (market.isCrossed() && m_state.now - market.crossedSince < crossedGrace)
        return ReasonCode::HeldCrossed;
    if (!order.limit() && !order.ticket.isPackage()
        && !market.opposite(order.ticket.side).isQuoted())
        return ReasonCode::HeldNoQuote;
    return ReasonCode::None;
}

bool WorkConditions::isAged(const WorkingOrder &order)
{
    const Duration greatest = greatestAge(m_state.instrumentOf(order).assetClass);
    return std::ranges::any_of(order.instruments, [&](InstrumentId id) {
        return m_state.now - m_state.market(id).quotedAt > greatest;
    });
}

std::optional<Offer> WorkConditions::offer(const InstrumentMarket &market, Side side)
{
    if (market.level == InstrumentMarket::Level::Depth) {
        const std::optional<BookLevel> best = market.book->best(side);
        return best ? std::optional(Offer { best->price, best->size }) : std::nullopt;
    }
    const DisplayedSide &shown = market.opposite(side);
    if (!shown.isQuoted())
        return {};
    Price price = shown.price();
    if (market.isCrossed())
        price = side == Side::Buy ? market.quote.bid : market.quote.ask;
    return Offer { price, shown.available(m_state.now, m_state.refreshNow()) };
}

bool WorkConditions::isWithinBand(const InstrumentMarket &market, Side side, Price price) const
{
    const Price band = market.band(side, m_state.now);
    return band <= Price() || (side == Side::Buy ? price <= band : price >= band);
}

bool WorkConditions::mayPay(const WorkingOrder &order, Price price)
{
    if (!order.accepts(price))
        return false;
    const Side side = order.ticket.side;
    const std::optional<Price> &collar = order.matching.collar;
    const bool collared = collar && (side == Side::Buy ? price > *collar : price < *collar);
    return !collared && isWithinBand(m_state.market(order.instrument()), side, price);
}

Reason WorkConditions::wideSpread(const WorkingOrder &order)
{
    const OrderTicket &ticket = order.ticket;
    const Quote &quote = m_state.market(order.instrument()).quote;
    if (ticket.type != OrderType::Market || ticket.isPackage() || order.isAuction()
        || order.isForced || m_state.config.allowWideSpreads || !quote.isTwoSided())
        return {};
    const qint64 spread = quote.ask.units() - quote.bid.units();
    const qint64 middle = quote.ask.units() / 2 + quote.bid.units() / 2;
    if (spread <= middle / (m_state.instrumentOf(order).option ? 2 : 10))
        return {};
    return { ReasonCode::SpreadTooWide, versus(quote.bid, quote.ask) };
}

void WorkConditions::release(InstrumentMarket &market, WorkingOrder &order)
{
    if (!order.heldForOpen || !market.quote.isTwoSided())
        return;
    const Instrument &instrument = m_state.instrumentOf(order);
    const bool extended = order.ticket.extendedHours;
    if (!m_state.clock.isOpen(instrument, extended, m_state.now))
        return;
    const Timestamp open = m_state.clock.sessionFor(instrument, extended, m_state.now).open;
    if (market.openingPrintAt >= open || m_state.now >= open + printGrace)
        order.release();
}

bool WorkConditions::releaseHalt(InstrumentMarket &market)
{
    using Halt = InstrumentMarket::Halt;
    if (market.halt != Halt::Reopening || !market.quote.isTwoSided()
        || m_state.now < market.resumedAt)
        return false;
    market.halt = Halt::None;
    return true;
}

} // namespace tapeline
