#include "momentwatch.h"

#include "easterntime.h"
#include "flowdesk.h"
#include "marketcontext.h"
#include "markethours.h"
#include "symbology.h"
#include "wholerecent.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr int atrLength = 14;
/// The average has settled by then.
constexpr Duration daysAsked = 24h * 150;
/// The service has a minute's bar by then.
constexpr Duration minuteIsKnownAfter = 5s;
/// What is followed comes by then.
constexpr Duration untilSubscribed = 1s;
const Timeframe oneDay(1, TimeUnit::Day);
const Timeframe oneMinute(1, TimeUnit::Minute);

std::vector<Candle> valuesOf(const std::map<Timestamp, Candle> &bars)
{
    std::vector<Candle> values;
    values.reserve(bars.size());
    for (const auto &[start, bar] : bars)
        values.push_back(bar);
    return values;
}

/// Newest first.
std::vector<TradingSession> sessionsBefore(const MarketCalendar &calendar, QDate day,
                                           std::size_t count)
{
    std::vector<TradingSession> sessions;
    while (sessions.size() < count) {
        day = calendar.previousTradingDay(day);
        sessions.push_back(*calendar.session(day));
    }
    return sessions;
}

/// Prints with the quotes in force, nothing missing between them and what comes.
std::vector<TapePrint> knownPrints(const InstrumentState &state)
{
    std::vector<TapePrint> prints = wholeRecent(state);
    const auto fetched = std::find_if(prints.rbegin(), prints.rend(), [](const TapePrint &print) {
        return print.origin != PrintOrigin::Stream;
    });
    prints.erase(prints.begin(), fetched.base());
    return prints;
}

} // namespace

std::optional<double> averageTrueRange(std::span<const Candle> bars, int length)
{
    if (bars.size() < std::size_t(length))
        return {};
    double average = 0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Price before = i > 0 ? bars[i - 1].close : bars[i].high;
        const double range
            = (std::max(bars[i].high, before) - std::min(bars[i].low, before)).toDouble();
        // Up to the first average a sum
        average = i < std::size_t(length) ? average + range / length
                                          : average + (range - average) / length;
    }
    return average;
}

MomentWatch::MomentWatch(MarketContext &context, BarHistory &history, const FlowDesk &flows)
    : m_context(context)
    , m_history(history)
    , m_flows(flows)
{
}

/// What was asked for went with the source.
void MomentWatch::reset()
{
    m_sums.clear();
    m_symbols.clear();
    m_isStreaming = false;
}

// --- the stream
// ---------------------------------------------------------------------------------------------------

void MomentWatch::follow(const QString &symbol, Timestamp now)
{
    Symbol &own = m_symbols[symbol];
    if (std::exchange(own.isFollowed, true))
        return;
    own.instrument = m_context.hub->symbols().intern(symbol);
    own.assetClass = symbology::classOf(symbol);
    if (hasTrades(own.assetClass))
        beginSums(own, now);
    tick(symbol, own, now);
}

void MomentWatch::release(const QString &symbol)
{
    const auto own = m_symbols.find(symbol);
    if (own == m_symbols.end())
        return;
    own->second.isFollowed = false;
    if (sumsOf(own->second.instrument))
        m_sums[own->second.instrument.index()] = nullptr;
    own->second.sums.reset();
}

/// A recording plays all it holds.
bool MomentWatch::hasTrades(AssetClass assetClass) const
{
    return !m_context.hasRest() || m_context.has(assetClass, DataKind::StreamTrades);
}

/// From the prints that are kept on, and of a recording from its beginning.
void MomentWatch::beginSums(Symbol &own, Timestamp now)
{
    own.sums = std::make_unique<SessionSums>(own.assetClass, m_context.calendar);
    if (own.instrument.index() >= m_sums.size())
        m_sums.resize(own.instrument.index() + 1);
    m_sums[own.instrument.index()] = own.sums.get();
    if (!m_isStreaming && m_context.hasRest())
        return own.sums->onBreak();
    addKept(own, now);
    const InstrumentState &state = m_context.hub->state(own.instrument);
    const TimeRange missing = own.sums->missing(now);
    const bool isRecorded = !m_context.hasRest() && !missing.isEmpty()
        && m_context.hub->firstEvent() <= missing.from
        && state.bars.holes(TimeUnit::Minute).empty();
    if (!isRecorded)
        return;
    std::vector<Candle> minutes;
    for (const auto &[start, bar] : state.bars.minutes())
        minutes.push_back(bar);
    own.sums->setSoFar(minutes, now);
}

void MomentWatch::addKept(Symbol &own, Timestamp now)
{
    const InstrumentState &state = m_context.hub->state(own.instrument);
    const std::vector<TapePrint> prints = knownPrints(state);
    own.sums->beginAt(prints.empty() ? now + untilSubscribed : prints.front().trade.time);
    for (const TapePrint &print : prints) {
        Quote quote;
        quote.time = print.trade.time;
        quote.bid = print.bid;
        quote.ask = print.ask;
        own.sums->addQuote(quote);
        own.sums->addTrade(print.trade);
    }
    if (state.hasQuote)
        own.sums->addQuote(state.quote);
}

void MomentWatch::take(SessionSums &sums, const MarketEvent &event)
{
    if (const auto *trade = std::get_if<Trade>(&event))
        sums.addTrade(*trade);
    else if (const auto *quote = std::get_if<Quote>(&event))
        sums.addQuote(*quote);
}

void MomentWatch::setStreaming(bool streaming, Timestamp now)
{
    m_isStreaming = streaming;
    for (SessionSums *sums : m_sums)
        if (sums && !streaming)
            sums->onBreak();
    if (streaming)
        onGap(now);
}

void MomentWatch::onGap(Timestamp now)
{
    for (SessionSums *sums : m_sums)
        if (sums && (m_isStreaming || !m_context.hasRest()))
            sums->onGap(now);
}

// --- the past
// -----------------------------------------------------------------------------------------------------

/// Figures of the past are worth no request that someone waits for.
bool MomentWatch::mayAsk(AssetClass assetClass) const
{
    const Recency recency = m_context.recency(assetClass);
    return m_context.hasRest() && !m_context.isScarce(assetClass)
        && assetClass != AssetClass::Options
        && (recency == Recency::RealTime || recency == Recency::Delayed);
}

void MomentWatch::tick(Timestamp now)
{
    for (auto &[name, own] : m_symbols)
        if (own.isFollowed)
            tick(name, own, now);
}

void MomentWatch::tick(const QString &name, Symbol &own, Timestamp now)
{
    if (!mayAsk(own.assetClass))
        return;
    const Duration clock = m_context.wall.monotonic();
    const QDate today = markethours::tradingDay(own.assetClass, now);
    if (own.past.day != today) {
        own.past = { .day = today };
        askDays(name, own);
    } else if (own.days.retry.takeDue(clock)) {
        askDays(name, own);
    }
    if (!own.sums)
        return;
    const TimeRange missing = own.sums->missing(now);
    const bool isDue
        = !missing.isEmpty() && now >= missing.to + minuteIsKnownAfter && own.minutes.wish == 0;
    const bool isAgain = own.minutes.retry.isWaiting() && own.minutes.asked == missing;
    if (isDue && (isAgain ? own.minutes.retry.takeDue(clock) : own.minutes.asked != missing))
        askMinutes(name, own, missing);
}

/// Up to yesterday.
void MomentWatch::askDays(const QString &name, Symbol &own)
{
    const Timestamp today = markethours::dayStart(own.assetClass, own.past.day);
    ask(name, &Symbol::days, { name, oneDay, true, { today - daysAsked, today } },
        &MomentWatch::onDays);
}

/// Of the session so far, and of those that tell what is usual.
void MomentWatch::askMinutes(const QString &name, Symbol &own, const TimeRange &range)
{
    own.minutes.asked = range;
    Timestamp from = range.from;
    if (own.assetClass == AssetClass::Stocks && !own.past.isUsualKnown)
        from = sessionsBefore(m_context.calendar, own.past.day, RelativeVolume::sessions)
                   .back()
                   .open;
    ask(name, &Symbol::minutes, { name, oneMinute, true, { from, range.to } },
        &MomentWatch::onMinutes);
}

void MomentWatch::ask(const QString &name, Question Symbol::*which, const BarQuery &query,
                      void (MomentWatch::*done)(Symbol &))
{
    Question &question = m_symbols.at(name).*which;
    question.bars.clear();
    BarHistory::Wish wish;
    wish.query = query;
    wish.priority = RestPriority::Background;
    wish.purpose = RestPurpose::Figures;
    wish.chosenOnly = true;
    wish.onPart = [this, name, which](BarHistory::Part &&part) {
        const auto own = m_symbols.find(name);
        if (own == m_symbols.end())
            return;
        std::map<Timestamp, Candle> &bars = (own->second.*which).bars;
        bars.erase(bars.lower_bound(part.range.from), bars.lower_bound(part.range.to));
        for (const Candle &bar : part.bars)
            bars.insert_or_assign(bar.start, bar);
    };
    wish.onDone = [this, name, which, done](const BarHistory::Outcome &outcome) {
        const auto own = m_symbols.find(name);
        if (own == m_symbols.end())
            return;
        Question &answered = own->second.*which;
        answered.wish = 0;
        if (outcome.missing.empty()) {
            answered.retry.settle();
            (this->*done)(own->second);
        } else {
            answered.retry.fail(outcome.error.code, m_context.wall.monotonic());
        }
        answered.bars.clear();
    };
    question.wish = m_history.ask(std::move(wish));
}

void MomentWatch::onDays(Symbol &own)
{
    own.past.atr = averageTrueRange(valuesOf(own.days.bars), atrLength);
}

void MomentWatch::onMinutes(Symbol &own)
{
    const std::vector<Candle> bars = valuesOf(own.minutes.bars);
    if (own.sums)
        own.sums->addMissing(bars, own.minutes.asked);
    if (own.assetClass != AssetClass::Stocks || own.past.isUsualKnown)
        return;
    own.past.isUsualKnown = true;
    const std::vector<TradingSession> sessions
        = sessionsBefore(m_context.calendar, own.past.day, RelativeVolume::sessions);
    for (auto session = sessions.rbegin(); session != sessions.rend(); ++session) {
        const auto first = std::ranges::lower_bound(bars, session->open, {}, &Candle::start);
        const auto last = std::ranges::lower_bound(bars, session->close, {}, &Candle::start);
        if (first != last)
            own.past.usual.addSession({ first, last });
    }
}

// --- moments
// ------------------------------------------------------------------------------------------------------

void MomentWatch::addTo(MarketMoment &moment, const QString &symbol) const
{
    moment.cvd = m_flows.sessionDelta(symbol, moment.at);
    const auto found = m_symbols.find(symbol);
    if (found == m_symbols.end())
        return;
    const Symbol &own = found->second;
    const bool isOfToday = own.past.day == markethours::tradingDay(own.assetClass, moment.at);
    if (isOfToday)
        moment.atr = own.past.atr;
    if (!own.sums)
        return;
    moment.vwap = own.sums->vwap(moment.at);
    moment.cvdSlope = own.sums->deltaSlope(moment.at);
    if (const std::optional<double> delta = own.sums->delta(moment.at))
        moment.cvd = delta;
    const std::optional<Qty> volume = own.sums->volume(moment.at);
    if (volume && isOfToday)
        moment.relativeVolume = own.past.usual.ratio(*volume, moment.at);
}

} // namespace tapeline
