#include "brokerprivate.h"

#include "offmarket.h"
#include "wideinteger.h"

#include <algorithm>

namespace tapeline {

namespace {

using Level = InstrumentMarket::Level;
using Halt = InstrumentMarket::Halt;

constexpr qint64 million = 1'000'000;
constexpr Duration crossedGrace = 1s;
/// After trading resumed, without a reopening print in sight.
constexpr Duration reopeningGrace = 5s;

} // namespace

void PaperBroker::Private::begin(Timestamp at, EventRank rank)
{
    while (state.queue.isDue(at, rank)) {
        const QueuedEvent event = state.queue.pop();
        state.now = std::max(state.now, event.at);
        state.momentBegan = state.nextSequence;
        run(event);
    }
    state.momentBegan = state.nextSequence;
    state.now = std::max(state.now, at);
}

void PaperBroker::Private::run(const QueuedEvent &event)
{
    using Kind = QueuedEvent::Kind;
    if (event.kind == Kind::Uncross) {
        InstrumentMarket &market = state.market(event.instrument);
        if (market.isCrossed())
            matchQuote(market);
        return;
    }
    WorkingOrder &order = *event.order;
    if (event.kind == Kind::ArriveCancel)
        return arriveCancel(order);
    if (event.kind == Kind::ArriveReplace)
        return arriveReplace(order);
    if (!order.isOpen())
        return;
    switch (event.kind) {
    case Kind::Arrive:
        return arrive(order);
    case Kind::Activate:
        return order.awaitsTrigger() ? stops.begin(order) : quotes.meet(order, false);
    case Kind::Expire:
        return expire(order);
    case Kind::EndChase:
        return endChase(order);
    case Kind::EndAuction:
        return auctions.conclude(order);
    default:
        return;
    }
}

Qty PaperBroker::Private::displayed(Qty size) const
{
    const qint64 share = state.config.participationPpm;
    if (share >= million)
        return size;
    const qint64 units = multiplyDivide(size.units(), share, million).value_or(0);
    const bool whole = size.units() % Qty::unitsPerOne == 0;
    return Qty::fromUnits(whole ? units - units % Qty::unitsPerOne : units);
}

const std::vector<WorkingOrder *> &PaperBroker::Private::workingAt(const InstrumentMarket &market)
{
    m_working.assign(market.orders.begin(), market.orders.end());
    return m_working;
}

void PaperBroker::Private::matchQuote(InstrumentMarket &market)
{
    const bool resumed = conditions.releaseHalt(market) || std::exchange(market.isStale, false);
    const Timestamp day
        = market.instrument ? state.clock.tradingDay(*market.instrument, state.now) : Timestamp();
    for (WorkingOrder *order : workingAt(market)) {
        if (!order->isOpen() || isUntouched(*order, market, day))
            continue;
        conditions.release(market, *order);
        if (order->awaitsTrigger() && resumed)
            stops.begin(*order); // at what traded while nothing could trigger
        else if (order->awaitsTrigger())
            stops.onQuote(*order, market.quote);
        else
            quotes.meet(*order, true);
    }
}

/// It rests behind the best, where a quote neither fills it nor moves its place of this day.
bool PaperBroker::Private::isUntouched(const WorkingOrder &order, const InstrumentMarket &market,
                                       Timestamp day)
{
    return order.ticket.type == OrderType::Limit && !order.ticket.isPackage()
        && order.matching.stage == WorkingOrder::Stage::Resting && !order.provisional
        && order.queueDay == day && order.matching == order.told
        && market.isBehindBest(order.ticket.side, *order.ticket.limit);
}

void PaperBroker::Private::watchCrossed(InstrumentMarket &market, InstrumentId id)
{
    if (!market.isCrossed()) {
        market.crossedSince = {};
    } else if (toNs(market.crossedSince) == 0) {
        market.crossedSince = state.now;
        state.queue.push({ .at = state.now + crossedGrace,
                           .kind = QueuedEvent::Kind::Uncross,
                           .instrument = id });
    }
}

PrintUse PaperBroker::Private::notePrint(InstrumentMarket &market, const Trade &trade)
{
    PrintContext context;
    if (const Instrument *instrument = state.instrument(trade.instrument)) {
        context.assetClass = instrument->assetClass;
        context.listing = instrument->primaryExchange;
    }
    context.regularHours = state.clock.isRegular(state.now);
    context.inSequence = market.noteSequence(trade);
    context.bid = market.quote.bid;
    context.ask = market.quote.ask;
    context.fresh = trade.time - market.quote.time <= longestMeasure;
    const PrintUse use = usesOf(trade, context);
    if (use.touch && state.config.slippage.kind == SlippageModel::Kind::VolumeShare)
        market.noteVolume(trade);
    return use;
}

/// The opening and reopening prints that held orders wait for.
void PaperBroker::Private::noteOpening(InstrumentMarket &market, const Trade &trade,
                                       const PrintUse &use)
{
    if (use.isAuction(Auction::Open))
        market.openingPrintAt = std::max(market.openingPrintAt, trade.time);
    const bool reopens
        = use.auction == Auction::Reopen || (use.isAuction(Auction::Open) && !use.official);
    if (!reopens || !use.timely || market.halt == Halt::None)
        return;
    market.halt = Halt::Reopening;
    market.resumedAt = state.now;
}

void PaperBroker::Private::matchPrint(InstrumentMarket &market, const Trade &trade,
                                      const PrintUse &use)
{
    prints.begin(trade, use);
    for (WorkingOrder *order : workingAt(market)) {
        if (!order->isOpen() || order->ticket.isPackage())
            continue;
        if (order->awaitsTrigger()) {
            if (use.last)
                stops.onPrint(*order, trade.price);
        } else {
            prints.meet(*order);
        }
    }
    if (prints.used() > Qty())
        auctions.noteUsed(market, trade, prints.used());
}

void PaperBroker::onTrade(const Trade &trade)
{
    if (!trade.instrument.isValid())
        return;
    d->begin(trade.time, EventRank::Trade);
    InstrumentMarket &market = d->state.market(trade.instrument);
    const PrintUse use = d->notePrint(market, trade);
    if (!market.orders.empty())
        d->auctions.onPrint(market, trade, use);
    d->noteOpening(market, trade, use);
    if (use.last) {
        market.last = trade.price;
        market.lastAt = d->state.now;
    }
    if (!market.orders.empty() && (use.last || use.touch))
        d->matchPrint(market, trade, use);
}

void PaperBroker::onQuote(const Quote &quote)
{
    if (!quote.instrument.isValid())
        return;
    d->begin(quote.time, EventRank::Quote);
    BrokerState &state = d->state;
    InstrumentMarket &market = state.market(quote.instrument);
    if (market.level == Level::Depth)
        return; // its books say more
    if (!market.isPlausible(quote, state.clock.regularSince(state.now))) {
        ++d->ignoredQuotes;
        return;
    }
    market.level = Level::Quotes;
    market.quote = quote;
    market.quotedAt = state.now;
    market.isStale = std::exchange(market.streamEpoch, state.streamEpoch) != state.streamEpoch;
    market.bid.show(quote.bid, d->displayed(quote.bidSize), state.now);
    market.ask.show(quote.ask, d->displayed(quote.askSize), state.now);
    d->watchCrossed(market, quote.instrument);
    if (!market.orders.empty())
        d->matchQuote(market);
}

void PaperBroker::onBook(InstrumentId instrument, std::span<const BookLevel> bids,
                         std::span<const BookLevel> asks, Timestamp at)
{
    d->begin(at, EventRank::Quote);
    BrokerState &state = d->state;
    InstrumentMarket &market = state.market(instrument);
    if (!market.book)
        market.book = std::make_unique<DepthBook>();
    market.level = Level::Depth;
    market.book->show(bids, asks);
    const BookLevel bid = bids.empty() ? BookLevel {} : bids.front();
    const BookLevel ask = asks.empty() ? BookLevel {} : asks.front();
    market.quote = { .instrument = instrument,
                     .time = at,
                     .bid = bid.price,
                     .ask = ask.price,
                     .bidSize = bid.size,
                     .askSize = ask.size };
    market.quotedAt = state.now;
    market.isStale = std::exchange(market.streamEpoch, state.streamEpoch) != state.streamEpoch;
    market.bid.show(bid.price, bid.size, state.now);
    market.ask.show(ask.price, ask.size, state.now);
    d->watchCrossed(market, instrument);
    if (!market.orders.empty())
        d->matchQuote(market);
}

void PaperBroker::onBar(InstrumentId instrument, const Candle &bar, Timestamp end)
{
    // Just before its end: orders that end with the session still meet its last bar
    d->begin(end - Duration(1), EventRank::Bar);
    InstrumentMarket &market = d->state.market(instrument);
    if (market.level > Level::Bars || !bar.hasPrices)
        return;
    market.level = Level::Bars;
    market.last = bar.close;
    market.lastAt = d->state.now;
    d->bars.meet(market, d->workingAt(market), bar);
}

void PaperBroker::onBands(const LuldBands &bands)
{
    d->begin(bands.time, EventRank::Status);
    InstrumentMarket &market = d->state.market(bands.instrument);
    market.bandUpper = bands.upper;
    market.bandLower = bands.lower;
    if (const std::optional<TradingSession> &session = d->state.clock.sessionAt(d->state.now)) {
        market.bandsFrom = session->open;
        market.bandsUntil = session->close;
    }
    if (bands.halted || bands.resumed)
        onHalt(bands.instrument, bands.halted, bands.time);
}

void PaperBroker::onHalt(InstrumentId instrument, bool halted, Timestamp at)
{
    d->begin(at, EventRank::Status);
    InstrumentMarket &market = d->state.market(instrument);
    if (halted) {
        market.halt = Halt::Halted;
    } else if (market.halt == Halt::Halted) {
        market.halt = Halt::Reopening;
        market.resumedAt = d->state.now + reopeningGrace;
    }
}

void PaperBroker::onFeedDown(Timestamp at)
{
    d->begin(at, EventRank::Status);
    d->state.streaming = false;
}

void PaperBroker::onFeedUp(Timestamp at)
{
    d->begin(at, EventRank::Status);
    d->state.streaming = true;
    ++d->state.streamEpoch;
}

void PaperBroker::onGap(InstrumentId instrument, Timestamp at)
{
    d->begin(at, EventRank::Status);
    d->state.market(instrument).streamEpoch = 0;
}

void PaperBroker::advanceTo(Timestamp at)
{
    d->begin(at, EventRank::Timer);
}

} // namespace tapeline
