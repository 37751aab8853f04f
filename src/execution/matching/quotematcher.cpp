#include "quotematcher.h"

#include "slippage.h"

#include <algorithm>

namespace tapeline {

namespace {

using Stage = WorkingOrder::Stage;

/// execution.md A.7: 2.5 % from 50.00 on, 4 % below.
Price collarOf(Price quoted, Side side, Price tick)
{
    const qint64 share = quoted >= Price::whole(50) ? 40 : 25;
    const Price width = Price::fromUnits(quoted.units() / share);
    return side == Side::Buy ? roundDown(quoted + width, tick) : roundUp(quoted - width, tick);
}

Price worse(Price a, Price b, Side side)
{
    return side == Side::Buy ? std::max(a, b) : std::min(a, b);
}

Price better(Price a, Price b, Side side)
{
    return side == Side::Buy ? std::min(a, b) : std::max(a, b);
}

} // namespace

void noteQuote(FillEvidence &evidence, const Quote &quote)
{
    evidence.quoteTime = quote.time;
    evidence.bid = quote.bid;
    evidence.ask = quote.ask;
    evidence.bidSize = quote.bidSize;
    evidence.askSize = quote.askSize;
    evidence.sequence = quote.sequence;
}

void QuoteMatcher::meet(WorkingOrder &order, bool freshQuote)
{
    match(order, freshQuote);
    m_life.noteMatching(order);
}

void QuoteMatcher::match(WorkingOrder &order, bool freshQuote)
{
    if (m_conditions.fillHindrance(order) != ReasonCode::None)
        return;
    // Of a package the quote is one leg's: the others must be young as well
    const bool package = order.ticket.isPackage();
    const bool takes = package || (order.matching.stage != Stage::Resting && !freshQuote);
    if (takes && m_conditions.isAged(order))
        return;
    if (!m_life.admit(order))
        return;
    if (order.ticket.isPackage()) {
        m_packages.meet(order);
        if (order.isOpen() && !order.limit())
            armChase(order);
        return;
    }
    if (order.matching.stage == Stage::Fresh && endAtWideSpread(order))
        return;
    InstrumentMarket &market = m_state.market(order.instrument());
    const std::optional<Offer> offer = m_conditions.offer(market, order.ticket.side);
    if (!order.limit() && offer)
        prepareMarketOrder(order, offer->price);
    settleStage(order, market, offer && order.accepts(offer->price));
    const bool marketable = offer && m_conditions.mayPay(order, offer->price);
    if (marketable && market.level == InstrumentMarket::Level::Depth)
        walkBook(order, market);
    else if (marketable)
        takeDisplayed(order, market);
    if (order.isOpen() && order.limit())
        queueUp(order, market);
    if (order.isOpen() && !order.limit())
        armChase(order);
}

/// One that was held did not know the spread that it meets.
bool QuoteMatcher::endAtWideSpread(WorkingOrder &order)
{
    const Reason reason = m_conditions.wideSpread(order);
    if (reason.code == ReasonCode::None)
        return false;
    m_life.end(order, OrderAction::Cancel, reason);
    return true;
}

/// An order that reaches the other side when it first meets a quote takes at the quoted price; one
/// that does not rests at its limit from then on.
void QuoteMatcher::settleStage(WorkingOrder &order, InstrumentMarket &market, bool reaches)
{
    if (order.matching.stage == Stage::Fresh || !order.limit())
        order.matching.stage = reaches || !order.limit() ? Stage::Taking : Stage::Resting;
    else if (!reaches && market.opposite(order.ticket.side).isQuoted())
        order.matching.stage = Stage::Resting;
}

void QuoteMatcher::queueUp(WorkingOrder &order, InstrumentMarket &market)
{
    const Timestamp day = m_state.clock.tradingDay(m_state.instrumentOf(order), m_state.now);
    if (std::exchange(order.queueDay, day) != day)
        order.queue.leave();
    if (!market.isCrossed())
        order.queue.see(market.displayedAt(order.ticket.side, *order.limit()));
}

void QuoteMatcher::prepareMarketOrder(WorkingOrder &order, Price quoted)
{
    if (!order.matching.collar)
        order.matching.collar = collarOf(quoted, order.ticket.side, m_state.tickOf(order, quoted));
}

void QuoteMatcher::armChase(WorkingOrder &order)
{
    if (toNs(order.matching.chaseEnds) != 0)
        return;
    order.matching.chaseEnds = m_state.now + m_state.config.maxChase;
    m_state.queue.push({ .at = order.matching.chaseEnds,
                         .rank = EventRank::Timer,
                         .kind = QueuedEvent::Kind::EndChase,
                         .order = &order });
}

std::optional<Price> QuoteMatcher::worstPrice(const WorkingOrder &order,
                                              const InstrumentMarket &market) const
{
    const Price band = market.band(order.ticket.side, m_state.now);
    std::optional<Price> worst = band > Price() ? std::optional(band) : std::nullopt;
    for (const std::optional<Price> &bound : { order.limit(), order.matching.collar })
        if (bound)
            worst = better(*bound, worst.value_or(*bound), order.ticket.side);
    return worst;
}

Price QuoteMatcher::takenPrice(WorkingOrder &order, InstrumentMarket &market, Price quoted, Qty qty)
{
    const Side side = order.ticket.side;
    const Quote &quote = market.quote;
    SlippageInput input { .price = quoted, .tick = m_state.tickOf(order, quoted), .qty = qty };
    input.spread = quote.isTwoSided() ? quote.ask - quote.bid : Price();
    input.volume = market.volume;
    input.dayVolume = market.dayVolume;
    input.dayVolatilityPpm = market.dayVolatilityPpm;
    Price price = slippedPrice(m_state.config.slippage, input, side);
    if (const std::optional<Price> bound = worstPrice(order, market))
        price = better(price, *bound, side);
    return worse(price, quoted, side);
}

/// Its limit, which cannot stand outside the bands.
Price QuoteMatcher::restedPrice(const WorkingOrder &order, const InstrumentMarket &market)
{
    const Side side = order.ticket.side;
    if (m_conditions.isWithinBand(market, side, *order.limit()))
        return *order.limit();
    return market.band(side, m_state.now);
}

void QuoteMatcher::takeDisplayed(WorkingOrder &order, InstrumentMarket &market)
{
    const Side side = order.ticket.side;
    const Offer offer = *m_conditions.offer(market, side);
    const bool rests = order.matching.stage == Stage::Resting;
    const Qty wanted = m_life.reducible(order);
    const bool whole = !rests && m_state.config.rest == RestPolicy::All;
    const Qty qty = whole ? wanted : std::min(wanted, offer.qty);
    if (qty > Qty()) {
        market.opposite(side).take(qty, m_state.now, m_state.refreshNow());
        const Price price
            = rests ? restedPrice(order, market) : takenPrice(order, market, offer.price, qty);
        take(order, market,
             { qty, std::max(qty, offer.qty), price, rests ? price : offer.price,
               rests ? FillRule::QuoteCrossed : FillRule::TakeDisplayed });
    }
    if (order.isOpen() && !rests)
        takeRest(order, market, offer);
}

/// One tick worse than what is offered.
Price QuoteMatcher::slippedTick(const WorkingOrder &order, const Offer &offer)
{
    const Price tick = m_state.tickOf(order, offer.price);
    return order.isBuy() ? offer.price + tick : std::max(offer.price - tick, tick);
}

/// What the displayed size did not cover.
void QuoteMatcher::takeRest(WorkingOrder &order, InstrumentMarket &market, Offer offer)
{
    const Qty rest = m_life.reducible(order);
    if (rest.isZero())
        return;
    if (m_state.config.rest == RestPolicy::Slip) {
        const Price next = slippedTick(order, offer);
        if (m_conditions.mayPay(order, next))
            take(order, market, { rest, rest, takenPrice(order, market, next, rest), offer.price });
    } else if (m_state.config.rest == RestPolicy::Cancel && !order.limit()) {
        m_life.end(order, OrderAction::Cancel, { ReasonCode::NoLiquidity });
    }
}

void QuoteMatcher::walkBook(WorkingOrder &order, InstrumentMarket &market)
{
    const Side side = order.ticket.side;
    const bool rests = order.matching.stage == Stage::Resting;
    while (order.isOpen()) {
        const std::optional<Offer> offer = m_conditions.offer(market, side);
        const Qty wanted = m_life.reducible(order);
        if (!offer || wanted.isZero() || !m_conditions.mayPay(order, offer->price))
            return;
        const Qty qty = std::min(wanted, offer->qty);
        market.book->take(side, offer->price, qty);
        const Price price
            = rests ? restedPrice(order, market) : takenPrice(order, market, offer->price, qty);
        take(order, market,
             { qty, offer->qty, price, rests ? price : offer->price,
               rests ? FillRule::QuoteCrossed : FillRule::WalkBook });
    }
}

void QuoteMatcher::take(WorkingOrder &order, InstrumentMarket &market, const Take &take)
{
    FillTerms terms { .qty = take.qty, .price = take.price };
    terms.maker = order.matching.stage == Stage::Resting;
    terms.evidence.rule = take.rule;
    noteQuote(terms.evidence, market.quote);
    terms.evidence.queueAhead = order.queue.ahead();
    terms.evidence.slippage = order.isBuy() ? take.price - take.quoted : take.quoted - take.price;
    // Displayed size is there for the strict and the generous bound alike
    order.strict = std::min(order.ticket.qty, order.strict + take.offered);
    order.generous = std::min(order.ticket.qty, order.generous + take.offered);
    m_life.fill(order, terms);
}

Qty QuoteMatcher::reachable(WorkingOrder &order)
{
    if (m_conditions.fillHindrance(order) != ReasonCode::None || m_conditions.isAged(order))
        return {};
    if (order.ticket.isPackage())
        return m_packages.reachable(order);
    InstrumentMarket &market = m_state.market(order.instrument());
    const std::optional<Offer> offer = m_conditions.offer(market, order.ticket.side);
    if (!order.limit() && offer)
        prepareMarketOrder(order, offer->price);
    if (!offer || !m_conditions.mayPay(order, offer->price))
        return {};
    const Qty wanted = m_life.reducible(order);
    if (market.level == InstrumentMarket::Level::Depth)
        return std::min(wanted,
                        market.book->reachable(order.ticket.side, worstPrice(order, market)));
    const RestPolicy rest = m_state.config.rest;
    const bool whole = rest == RestPolicy::All
        || (rest == RestPolicy::Slip && m_conditions.mayPay(order, slippedTick(order, *offer)));
    return whole ? wanted : std::min(wanted, offer->qty);
}

} // namespace tapeline
