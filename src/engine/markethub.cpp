#include "markethub.h"

#include "aggressorflag.h"
#include "classtradeupdate.h"
#include "dayvolume.h"
#include "offmarket.h"
#include "prefetch.h"
#include "symbology.h"

#include <algorithm>
#include <map>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::size_t statesAhead = 12;
constexpr std::size_t partsAhead = 5;
// Of InstrumentState: what a quote changes, and down to the numbers seen
constexpr std::size_t quoteBytes = 4 * 64;
constexpr std::size_t hotStateBytes = 11 * 64;

TradeUpdate updateOf(const InstrumentState &state, const TapePrint &print, SessionPart part)
{
    TradeUpdate update
        = tradeUpdate(state.assetClass, print.trade.conditions, part == SessionPart::Regular);
    if (print.isOffMarket)
        update.last = update.highLow = false;
    return update;
}

/// In the day, but in no minute: only the tape of stocks has such trades.
bool isDayOnly(const InstrumentState &state, const Trade &trade, SessionPart part)
{
    return state.assetClass == AssetClass::Stocks && isDayOnly(trade, part);
}

/// Nothing is traded of an index, and nobody tells trades of currencies: there is what the service
/// publishes every second.
bool hasTrades(AssetClass assetClass)
{
    return assetClass != AssetClass::Indices && assetClass != AssetClass::Forex;
}

/// As bars and sums take a print: the price of a bad one says nothing of what was paid, so its
/// volume counts at the middle of the quote.
Trade countedTrade(const TapePrint &print)
{
    Trade trade = print.trade;
    if (print.isOffMarket)
        trade.price = Price::fromUnits(print.bid.units() + (print.ask - print.bid).units() / 2);
    return trade;
}

/// The venue knows the side, whatever quote was in force: of an execution the new quote often comes
/// before the trade.
PrintSide sideByVenue(const Trade &trade, PrintSide byQuote)
{
    const int aggressor = aggressorByVenue(trade.conditions);
    if (aggressor > 0)
        return byQuote == PrintSide::AboveAsk ? byQuote : PrintSide::AtAsk;
    if (aggressor < 0)
        return byQuote == PrintSide::BelowBid ? byQuote : PrintSide::AtBid;
    return byQuote;
}

/// Levels of several venues are no book; one that sends no more may be followed by another.
bool takesOver(const DepthUpdate &update, const BookEvents &book, Timestamp now)
{
    return update.isSnapshot && !saysUnknown(update)
        && now - book.depthTime > VenueQuotes::longestSilence;
}
} // namespace

PrintSide printSide(Price price, const Quote &quote)
{
    if (!quote.isTwoSided())
        return PrintSide::Unknown;
    // The ask is asked first, so that locked and crossed markets read the same everywhere
    // (execution.md D.1)
    if (price > quote.ask)
        return PrintSide::AboveAsk;
    if (price == quote.ask)
        return PrintSide::AtAsk;
    if (price < quote.bid)
        return PrintSide::BelowBid;
    if (price == quote.bid)
        return PrintSide::AtBid;
    const bool upper = price.units() - quote.bid.units() >= quote.ask.units() - price.units();
    return upper ? PrintSide::BetweenUpper : PrintSide::BetweenLower;
}

Aggregate secondBar(InstrumentId id, const Candle &candle)
{
    Aggregate second;
    second.instrument = id;
    second.timeframe = Timeframe(1, TimeUnit::Second);
    second.candle = candle;
    second.end = candle.start + 1s;
    return second;
}

MarketHub::MarketHub(const MarketCalendar &calendar, Bars bars)
    : m_calendar(calendar)
    , m_bars(bars)
{
    for (const AssetClass assetClass : allAssetClasses)
        if (!hasTrades(assetClass))
            market(assetClass).from = LiveBars::From::SecondBars;
}

InstrumentState &MarketHub::state(InstrumentId id)
{
    while (m_states.size() <= id.index()) {
        const InstrumentId next(static_cast<quint32>(m_states.size()));
        auto fresh = std::make_unique<InstrumentState>();
        fresh->snapshot.symbol = m_symbols.symbol(next);
        fresh->assetClass = symbology::classOf(fresh->snapshot.symbol);
        fresh->snapshot.badge = market(fresh->assetClass).badge;
        if (m_bars == Bars::FromStreamOnly)
            fresh->bars.beginWithoutHistory(market(fresh->assetClass).from);
        m_states.push_back(std::move(fresh));
    }
    return *m_states[id.index()];
}

void MarketHub::apply(const EventBatch &batch)
{
    const std::vector<MarketEvent> &events = batch.events;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (i + statesAhead < events.size())
            prefetchState(events[i + statesAhead]);
        if (i + partsAhead < events.size())
            prefetchParts(events[i + partsAhead]);
        std::visit([this](const auto &value) { applyEvent(value); }, events[i]);
    }
    for (const DepthUpdate &update : batch.depths)
        applyDepth(update);
    if (m_first == Timestamp {})
        m_first = m_newest;
}

/// Thousands of instruments do not fit a cache, and their events come in no order.
void MarketHub::prefetchState(const MarketEvent &event) const
{
    const InstrumentId id = std::visit([](const auto &value) { return value.instrument; }, event);
    const bool isQuote = std::holds_alternative<Quote>(event);
    if (id.index() < m_states.size())
        prefetch(m_states[id.index()].get(), isQuote ? quoteBytes : hotStateBytes);
}

/// What the state of a trade's instrument points to; the state itself is there by now.
void MarketHub::prefetchParts(const MarketEvent &event) const
{
    const auto *trade = std::get_if<Trade>(&event);
    if (!trade || trade->instrument.index() >= m_states.size())
        return;
    const InstrumentState &own = *m_states[trade->instrument.index()];
    own.recent.prefetchNext();
    own.seen.sequences.prefetchNext();
}

void MarketHub::setBadge(AssetClass assetClass, const DataBadge &badge)
{
    if (market(assetClass).badge == badge)
        return;
    market(assetClass).badge = badge;
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        if (m_states[i]->assetClass != assetClass)
            continue;
        m_states[i]->snapshot.badge = badge;
        mark(*m_states[i], InstrumentId(static_cast<quint32>(i)));
    }
}

void MarketHub::applyEvent(const Trade &trade)
{
    InstrumentState &own = state(trade.instrument);
    noteTime(own, trade.time);
    if (!own.seen.sequences.accept(spanOf(own, trade.time).day, trade.sequence)) {
        ++m_repeated;
        return;
    }
    own.seen.newest = std::max(own.seen.newest, trade.time);
    TapePrint print;
    print.trade = trade;
    judge(own, print);
    if (own.holding) {
        print.afterGap = std::exchange(own.gapAhead, false);
        own.held.push_back(std::move(print));
    } else {
        take(own, print);
    }
}

/// The quote in force when the trade came, and the side it tells, or the venue.
void MarketHub::judge(const InstrumentState &own, TapePrint &print) const
{
    if (own.hasQuote) {
        print.bid = own.quote.hasBid() ? own.quote.bid : Price();
        print.ask = own.quote.hasAsk() ? own.quote.ask : Price();
        print.side = printSide(print.trade.price, own.quote);
    }
    if (own.assetClass == AssetClass::Crypto)
        print.side = sideByVenue(print.trade, print.side);
    else if (own.assetClass == AssetClass::Stocks && print.trade.isOffExchange())
        print.isOffMarket = print.trade.time - own.quote.time <= longestMeasure
            && isBadPrint(print.trade, print.bid, print.ask);
}

/// A print in its place: into the figures, the bars and the tape.
void MarketHub::take(InstrumentState &own, TapePrint &print)
{
    const Trade &trade = print.trade;
    const SessionPart part = spanOf(own, trade.time).part;
    print.update = updateOf(own, print, part);
    if (print.update.last && print.update.highLow) {
        if (trade.price != own.directionReference && own.directionReference != Price())
            own.lastDirection = trade.price > own.directionReference ? 1 : -1;
        own.directionReference = trade.price;
    }
    print.direction = own.lastDirection;
    if (std::exchange(own.gapAhead, false))
        print.afterGap = true;

    const Trade counted = print.isOffMarket ? countedTrade(print) : trade;
    updateFigures(own, counted, print.update, part);
    if (isDayOnly(own, trade, part))
        m_dayOnly.push_back(trade);
    else
        own.bars.addTrade(counted, print.update);

    keepPrint(own, print);
    mark(own, trade.instrument);
}

/// For the tapes that are open and those that open later.
void MarketHub::keepPrint(InstrumentState &own, const TapePrint &print)
{
    const std::size_t share = recentPrintsOfAll / m_states.size();
    own.recent.push(print, std::clamp(share, fewestRecentPrints, recentPrints));
    if (own.sinceAsked && own.sinceAsked->size() < awaitedPrints)
        own.sinceAsked->push_back(print);
    if (own.tapeInterest > 0)
        own.unseen.push_back(print);
    if (own.flowInterest > 0)
        own.flowPrints.push_back(print);
    if (own.barInterest > 0)
        own.barPrints.push_back(print);
    if (own.bookInterest > 0)
        own.book->prints.push_back(print);
}

void MarketHub::hold(InstrumentId id)
{
    InstrumentState &own = state(id);
    if (!std::exchange(own.holding, true))
        own.seenBeforeBreak = std::make_unique<TradesSeen>(own.seen);
}

void MarketHub::noteGap(AssetClass assetClass)
{
    for (std::size_t i = 0; i < m_states.size(); ++i)
        if (m_states[i]->assetClass == assetClass)
            noteGap(InstrumentId(static_cast<quint32>(i)));
}

void MarketHub::noteGap(InstrumentId id)
{
    InstrumentState &own = state(id);
    if (!own.recent.empty() || !own.held.empty() || !own.heldSeconds.empty())
        own.gapAhead = true;
    if (!own.book)
        return;
    own.book->venues = {};
    if (own.book->depth.lastId() == 0) // else numbers tell what is missing
        own.book->depth = {};
}

/// What was fetched closes every gap after completeFrom, also those among the trades that waited;
/// what was missed before it stays missing.
void MarketHub::settleGaps(InstrumentState &own, std::optional<Timestamp> completeFrom)
{
    if (!completeFrom)
        return;
    bool missed = own.gapAhead;
    for (TapePrint &print : own.held)
        missed = std::exchange(print.afterGap, false) || missed;
    for (HeldSecond &second : own.heldSeconds)
        missed = std::exchange(second.afterGap, false) || missed;
    const Timestamp newest = own.seenBeforeBreak->newest;
    own.gapAhead = missed && newest != Timestamp {} && *completeFrom > newest;
}

qint64 MarketHub::release(InstrumentId id, std::span<const Trade> fetched,
                          std::optional<Timestamp> completeFrom)
{
    InstrumentState &own = state(id);
    if (!std::exchange(own.holding, false))
        return 0;
    settleGaps(own, completeFrom);
    // What is still missing is missing behind those that could be had
    const bool missing = !completeFrom && !fetched.empty() && std::exchange(own.gapAhead, false);
    std::vector<TapePrint> prints
        = joinTrades(*own.seenBeforeBreak, fetched, std::exchange(own.held, {}), own.assetClass);
    qint64 missed = 0;
    for (TapePrint &print : prints) {
        if (print.origin == PrintOrigin::Backfill) {
            ++missed;
            own.seen.sequences.accept(spanOf(own, print.trade.time).day, print.trade.sequence);
            own.seen.newest = std::max(own.seen.newest, print.trade.time);
            noteTime(own, print.trade.time);
        }
        take(own, print);
    }
    own.gapAhead = own.gapAhead || missing;
    return missed;
}

void MarketHub::release(InstrumentId id)
{
    if (tradesFrom(state(id).assetClass) == LiveBars::From::Trades)
        release(id, {}, std::nullopt);
    else
        releaseSeconds(id, {}, std::nullopt);
}

qint64 MarketHub::releaseSeconds(InstrumentId id, std::span<const Candle> fetched,
                                 std::optional<Timestamp> completeFrom)
{
    InstrumentState &own = state(id);
    if (!std::exchange(own.holding, false))
        return 0;
    settleGaps(own, completeFrom);
    std::map<Timestamp, HeldSecond> seconds;
    for (const Candle &bar : fetched)
        if (bar.start + 1s > own.seenBeforeBreak->newest)
            seconds.try_emplace(bar.start, HeldSecond { secondBar(id, bar) });
    const auto missed = static_cast<qint64>(seconds.size());
    for (const HeldSecond &held : std::exchange(own.heldSeconds, {}))
        seconds.insert_or_assign(held.bar.candle.start, held);
    for (const auto &[start, second] : seconds)
        showSecond(own, second);
    mark(own, id);
    return missed;
}

void MarketHub::updateFigures(InstrumentState &own, const Trade &trade, TradeUpdate update,
                              SessionPart part)
{
    InstrumentSnapshot &snapshot = own.snapshot;
    snapshot.time = std::max(snapshot.time, trade.time);
    if (update.last && update.highLow && trade.time >= snapshot.lastTime) {
        snapshot.last = trade.price;
        snapshot.lastSize = trade.size;
        snapshot.lastTime = trade.time;
    }
    if (trade.time <= own.dayFiguresAsOf)
        return; // already in the service's figures
    if (const QDate day = spanOf(own, trade.time).day; own.day != day)
        startDay(own, day);
    const TradeUpdate inDay = part == SessionPart::Regular
        ? update
        : tradeUpdate(own.assetClass, trade.conditions, true);
    const bool cross = part == SessionPart::AfterHours && isDayOnly(own, trade, part);
    if (part == SessionPart::Regular || cross) {
        if (inDay.last) {
            if (snapshot.open == Price())
                snapshot.open = trade.price;
            own.regularClose = trade.price;
        }
        if (inDay.highLow) {
            snapshot.high = std::max(snapshot.high, trade.price);
            snapshot.low
                = snapshot.low == Price() ? trade.price : std::min(snapshot.low, trade.price);
        }
    }
    if (inDay.volume) {
        snapshot.volume += trade.size;
        ++snapshot.tradeCount;
        own.dayNotional += trade.price.toDouble() * trade.size.toDouble();
        if (!snapshot.volume.isZero())
            snapshot.vwap = own.dayNotional / snapshot.volume.toDouble();
    }
}

void MarketHub::releaseIntoBars(InstrumentId id, std::span<const Trade> fetched,
                                std::optional<Timestamp> completeFrom, Timestamp barsFrom)
{
    InstrumentState &own = state(id);
    // The tape may have seen some of the fetched trades before; the bars have seen none
    const std::vector<TapePrint> all = joinTrades({}, fetched, own.held, own.assetClass);
    own.bars.stop();
    release(id, fetched, completeFrom);
    own.bars.begin(barsFrom, tradesFrom(own.assetClass));
    for (const TapePrint &print : all) {
        const SessionPart part = spanOf(own, print.trade.time).part;
        if (!isDayOnly(own, print.trade, part))
            own.bars.addTrade(print.trade, updateOf(own, print, part));
    }
}

void MarketHub::applyEvent(const Quote &quote)
{
    InstrumentState &own = state(quote.instrument);
    noteTime(own, quote.time);
    own.quote = quote;
    own.hasQuote = true;
    if (own.bookInterest > 0)
        own.book->quotes.push_back(quote);
    if (own.book && own.assetClass == AssetClass::Crypto)
        own.book->venues.add(quote, m_newest);
    InstrumentSnapshot &snapshot = own.snapshot;
    snapshot.time = std::max(snapshot.time, quote.time);
    snapshot.bid = quote.bid;
    snapshot.ask = quote.ask;
    snapshot.bidSize = quote.bidSize;
    snapshot.askSize = quote.askSize;
    if (own.assetClass == AssetClass::Forex && quote.hasBid())
        showBidAsLast(own, quote);
    mark(own, quote.instrument);
}

/// Of currencies there are quotes only; as the service builds their bars, the bid is the price.
void MarketHub::showBidAsLast(InstrumentState &own, const Quote &quote)
{
    InstrumentSnapshot &snapshot = own.snapshot;
    if (quote.time < snapshot.lastTime)
        return;
    snapshot.last = quote.bid;
    snapshot.lastTime = quote.time;
    if (const MarketSpan &span = spanOf(own, quote.time); own.day != span.day)
        startDay(own, span.day);
    own.regularClose = quote.bid;
    if (snapshot.open == Price())
        snapshot.open = quote.bid;
    snapshot.high = std::max(snapshot.high, quote.bid);
    snapshot.low = snapshot.low == Price() ? quote.bid : std::min(snapshot.low, quote.bid);
}

void MarketHub::applyDepth(const DepthUpdate &update)
{
    InstrumentState &own = state(update.instrument);
    noteTime(own, update.time);
    if (!own.book)
        own.book = std::make_unique<BookEvents>();
    BookEvents &book = *own.book;
    if (book.depthVenue.value_or(update.exchange) != update.exchange) {
        if (!takesOver(update, book, m_newest))
            return;
        book.depth = {};
        book.depthTime = {};
    }
    book.depthVenue = update.exchange;
    book.depthTime = std::max(book.depthTime, update.time);
    if (saysUnknown(update))
        book.depth = {};
    else
        book.depth.apply(update);
    if (own.bookInterest > 0)
        book.depths.push_back(update);
    showDepthInFigures(own);
    mark(own, update.instrument);
}

/// Where nobody quotes, the best levels are the quote.
void MarketHub::showDepthInFigures(InstrumentState &own)
{
    InstrumentSnapshot &snapshot = own.snapshot;
    const SequencedBook &depth = own.book->depth;
    snapshot.time = std::max(snapshot.time, own.book->depthTime);
    if (own.hasQuote || !depth.isValid())
        return;
    const BookLevel bid = depth.bids().empty() ? BookLevel() : depth.bids().front();
    const BookLevel ask = depth.asks().empty() ? BookLevel() : depth.asks().front();
    snapshot.bid = bid.price;
    snapshot.bidSize = bid.size;
    snapshot.ask = ask.price;
    snapshot.askSize = ask.size;
}

void MarketHub::setBookInterest(InstrumentId id, int views)
{
    InstrumentState &own = state(id);
    own.bookInterest = static_cast<quint16>(views);
    if (views > 0 && !own.book)
        own.book = std::make_unique<BookEvents>();
    else if (views == 0 && own.book)
        own.book->clear();
}

void MarketHub::applyEvent(const Aggregate &bar)
{
    InstrumentState &own = state(bar.instrument);
    own.bars.replace(bar);
    if (tradesFrom(own.assetClass) == LiveBars::From::SecondBars
        && bar.timeframe.unit() == TimeUnit::Second)
        takeSecond(own, bar);
    mark(own, bar.instrument);
}

/// A plan without trades: a second's bar is the newest that is known.
void MarketHub::takeSecond(InstrumentState &own, const Aggregate &bar)
{
    noteTime(own, bar.end);
    own.seen.newest = std::max(own.seen.newest, bar.end);
    if (own.holding)
        own.heldSeconds.push_back({ bar, std::exchange(own.gapAhead, false) });
    else
        showSecond(own, { bar });
}

/// Sent again, it changes nothing here: the day's figures are in the bar itself.
void MarketHub::showSecond(InstrumentState &own, const HeldSecond &second)
{
    const Aggregate &bar = second.bar;
    InstrumentSnapshot &snapshot = own.snapshot;
    if (bar.end <= own.newestSecond || !bar.candle.hasPrices)
        return;
    own.newestSecond = bar.end;
    if (const MarketSpan &span = spanOf(own, bar.candle.start); own.day != span.day)
        startDay(own, span.day);
    TapePrint print;
    print.trade.instrument = bar.instrument;
    print.trade.time = bar.end;
    print.trade.price = bar.candle.close;
    print.trade.size = bar.candle.volume;
    print.origin = PrintOrigin::SecondBar;
    print.update = { .last = true, .highLow = true, .volume = true };
    if (snapshot.last != Price() && bar.candle.close != snapshot.last)
        own.lastDirection = bar.candle.close > snapshot.last ? 1 : -1;
    print.direction = own.lastDirection;
    print.afterGap = std::exchange(own.gapAhead, false) || second.afterGap;
    keepPrint(own, print);

    showSecondInFigures(own, bar);
}

void MarketHub::showSecondInFigures(InstrumentState &own, const Aggregate &bar)
{
    InstrumentSnapshot &snapshot = own.snapshot;
    snapshot.time = std::max(snapshot.time, bar.end);
    if (bar.end >= snapshot.lastTime) { // a quote or a value may have told more since
        snapshot.lastTime = bar.end;
        snapshot.last = bar.candle.close;
        snapshot.lastSize = bar.candle.volume;
    }
    if (!bar.dayVolume.isZero())
        snapshot.volume = bar.dayVolume;
    else if (bar.candle.start >= own.dayFiguresAsOf) // currencies and futures tell no sum
        snapshot.volume += bar.candle.volume;
    if (bar.dayVwap > 0)
        snapshot.vwap = bar.dayVwap;
    if (spanOf(own, bar.candle.start).part != SessionPart::Regular)
        return;
    own.regularClose = bar.candle.close;
    snapshot.open = bar.officialOpen != Price() ? bar.officialOpen
        : snapshot.open == Price()              ? bar.candle.open
                                                : snapshot.open;
    snapshot.high = std::max(snapshot.high, bar.candle.high);
    snapshot.low
        = snapshot.low == Price() ? bar.candle.low : std::min(snapshot.low, bar.candle.low);
}

void MarketHub::applyEvent(const LuldBands &bands)
{
    InstrumentState &own = state(bands.instrument);
    noteTime(own, bands.time);
    own.snapshot.upperBand = bands.upper;
    own.snapshot.lowerBand = bands.lower;
    if (bands.halted)
        own.snapshot.halted = true;
    if (bands.resumed)
        own.snapshot.halted = false;
    mark(own, bands.instrument);
}

void MarketHub::applyEvent(const Imbalance &imbalance)
{
    noteTime(state(imbalance.instrument), imbalance.time);
}

void MarketHub::applyEvent(const IndexValue &value)
{
    InstrumentState &own = state(value.instrument);
    noteTime(own, value.time);
    own.snapshot.time = std::max(own.snapshot.time, value.time);
    if (value.time >= own.snapshot.lastTime) {
        own.snapshot.last = value.value;
        own.snapshot.lastTime = value.time;
    }
    mark(own, value.instrument);
}

void MarketHub::awaitDayFigures(InstrumentId id)
{
    InstrumentState &own = state(id);
    own.sinceAsked.emplace(own.recent.begin(), own.recent.end());
}

void MarketHub::applyDayFigures(InstrumentId id, const DayFigures &figures)
{
    InstrumentState &own = state(id);
    InstrumentSnapshot &snapshot = own.snapshot;
    own.dayFiguresAsOf = figures.asOf;
    snapshot.open = figures.open;
    snapshot.high = figures.high;
    snapshot.low = figures.low;
    snapshot.previousClose = figures.previousClose;
    snapshot.volume = figures.volume;
    snapshot.vwap = figures.vwap;
    snapshot.tradeCount = 0; // not stated by the service
    own.dayNotional = figures.vwap * figures.volume.toDouble();
    own.day = spanOf(own, figures.asOf).day;
    own.regularClose = figures.last;
    if (snapshot.lastTime <= figures.asOf && figures.last != Price()) {
        snapshot.last = figures.last;
        snapshot.lastTime = figures.asOf;
    }
    // Trades that came while the answer was under way are newer than it: count them again on top
    const auto awaited = std::exchange(own.sinceAsked, std::nullopt)
                             .value_or(std::vector(own.recent.begin(), own.recent.end()));
    for (const TapePrint &print : awaited)
        if (print.trade.time > figures.asOf)
            updateFigures(own, print.trade, print.update, spanOf(own, print.trade.time).part);
    mark(own, id);
}

/// The first trade of a new day: yesterday's close becomes the reference, the sums start again.
void MarketHub::startDay(InstrumentState &own, QDate day)
{
    InstrumentSnapshot &snapshot = own.snapshot;
    if (own.day.isValid() && own.regularClose != Price())
        snapshot.previousClose = own.regularClose;
    own.day = day;
    snapshot.open = snapshot.high = snapshot.low = Price();
    snapshot.volume = Qty();
    snapshot.tradeCount = 0;
    snapshot.vwap = 0;
    own.dayNotional = 0;
}

const MarketSpan &MarketHub::spanOf(const InstrumentState &own, Timestamp time)
{
    Market &clock = market(own.assetClass);
    if (time < clock.spanFrom || time >= clock.span.until) {
        clock.span = markethours::spanAt(m_calendar, own.assetClass, time);
        clock.spanFrom = time;
    }
    return clock.span;
}

void MarketHub::noteTime(const InstrumentState &own, Timestamp time)
{
    Timestamp &newest = market(own.assetClass).newest;
    newest = std::max(newest, time);
    m_newest = std::max(m_newest, time);
}

void MarketHub::mark(InstrumentState &own, InstrumentId id)
{
    if (std::exchange(own.dirty, true))
        return;
    m_dirty.push_back(id);
}

const std::vector<InstrumentId> &MarketHub::takeDirty()
{
    m_takenDirty.clear();
    m_takenDirty.swap(m_dirty);
    for (const InstrumentId id : m_takenDirty)
        m_states[id.index()]->dirty = false;
    return m_takenDirty;
}

} // namespace tapeline
