#include "flowfeed.h"

#include "flowcount.h"
#include "markethours.h"
#include "pricedecimals.h"
#include "sessionstart.h"

#include <algorithm>

namespace tapeline {

namespace {

Price step(int decimals)
{
    qint64 units = Price::unitsPerOne;
    for (; decimals > 0; --decimals)
        units /= 10;
    return Price::fromUnits(units);
}

bool hasClearSide(FlowSide side)
{
    return side == FlowSide::Buy || side == FlowSide::Sell;
}

} // namespace

FlowFeed::FlowFeed(quint64 id, Timeframe timeframe, ClassifierRule rule, AssetClass assetClass,
                   Price priceStep)
    : m_id(id)
    , m_timeframe(timeframe)
    , m_assetClass(assetClass)
    , m_priceStep(priceStep)
    , m_rule(rule)
{
    startAnew();
}

void FlowFeed::startAnew()
{
    m_classifier = TradeClassifier(m_rule);
    m_classifier.compareRules();
    m_sum = CumulativeDelta();
    m_vpin = GrowingVpin();
    m_footprint.reset();
    m_doubts.clear();
    m_changed.clear();
    m_knownFrom.reset();
    m_session = m_nextSession = Timestamp::min();
    m_gapAhead = m_gapUnquoted = m_isSessionBroken = false;
    m_reset = m_dirty = true;
}

void FlowFeed::addPrints(std::span<const TapePrint> prints)
{
    for (const TapePrint &print : prints) {
        if (print.afterGap)
            noteGap();
        if (print.origin == PrintOrigin::SecondBar || !counts(print.trade))
            continue;
        const bool fetched = print.origin == PrintOrigin::Backfill;
        if (!fetched)
            addQuote(print.bid, print.ask);
        addPrint(print.trade, fetched);
    }
}

/// The usual price step of stocks (Rule 612); of crypto what its quotes and the first trade take.
Price FlowFeed::tickOf(Price price) const
{
    if (!m_priceStep.isZero())
        return m_priceStep;
    if (isByVenue())
        return step(std::max(m_decimals, exactDecimals(price)));
    return step(price >= Price::whole(1) ? 2 : 4);
}

void FlowFeed::addPrint(const Trade &trade, bool fetched)
{
    const bool unquoted = isUnquoted();
    if (unquoted) {
        m_unquoted.push_back({ trade, fetched, std::exchange(m_gapUnquoted, false) });
        m_unsided += fetched ? 1 : 0;
    } else {
        m_unquoted = {};
    }
    if (fetched)
        addUnsided(trade);
    else
        addTrade(trade);
    if (unquoted && m_unquoted.size() - m_unsided >= mostUnquoted)
        giveWay();
}

/// The rule in use waits for a quote.
bool FlowFeed::isUnquoted() const
{
    return m_rule != ClassifierRule::Tick && !isByVenue() && !m_classifier.hasQuote();
}

void FlowFeed::giveWay()
{
    const std::optional<Timestamp> knownFrom = m_knownFrom;
    m_rule = ClassifierRule::Tick;
    startAnew();
    for (const Unquoted &one : std::exchange(m_unquoted, {})) {
        m_gapAhead = m_gapAhead || one.afterGap;
        addPrint(one.trade, one.fetched);
    }
    if (knownFrom)
        m_knownFrom = std::min(*knownFrom, m_knownFrom.value_or(*knownFrom));
}

bool FlowFeed::counts(const Trade &trade) const
{
    return countsInFlow(trade, m_rule, m_assetClass, m_timeframe.isIntraday());
}

/// One without an aggressor, or fetched after a break: the quote of its moment is not known.
void FlowFeed::addUnsided(const Trade &trade)
{
    FlowPrint unsided;
    unsided.time = trade.time;
    unsided.price = trade.price;
    unsided.size = trade.size;
    sumUp(unsided);
}

void FlowFeed::addFetched(const Trade &trade)
{
    if (counts(trade))
        addPrint(trade, false);
}

void FlowFeed::setKnownFrom(Timestamp from)
{
    m_knownFrom = from;
    m_dirty = true;
}

void FlowFeed::noteGap()
{
    m_gapAhead = m_gapUnquoted = true;
}

void FlowFeed::addQuote(Price bid, Price ask)
{
    Quote quote;
    quote.bid = bid;
    quote.ask = ask;
    m_classifier.addQuote(quote);
    if (isByVenue())
        m_decimals = std::max({ m_decimals, exactDecimals(bid), exactDecimals(ask) });
}

void FlowFeed::addTrade(const Trade &trade)
{
    if (!isByVenue() && isAuction(trade))
        addUnsided(trade);
    else if (const std::optional<FlowPrint> print = m_classifier.classify(trade))
        sumUp(*print);
}

void FlowFeed::sumUp(const FlowPrint &print)
{
    if (print.size <= Qty())
        return;
    const bool afterGap = std::exchange(m_gapAhead, false);
    if (afterGap) {
        m_sum.reset(); // what it came to is not known any more (decisions.md, order and time)
        m_vpin = GrowingVpin();
    }
    if (print.time >= m_nextSession)
        startSession(print.time);
    m_isSessionBroken = m_isSessionBroken || afterGap;
    if (!m_knownFrom)
        m_knownFrom = print.time;
    if (!m_footprint)
        m_footprint.emplace(FootprintOptions { .timeframe = m_timeframe,
                                               .assetClass = m_assetClass,
                                               .grid = PriceGrid(tickOf(print.price)) });
    if (!m_sum.add(print) || !m_footprint->add(print))
        return;
    m_vpin.add(print);
    const Timestamp start = m_timeframe.windowStart(print.time, m_assetClass);
    Doubt &doubt = m_doubts[start];
    if (hasClearSide(print.side))
        doubt.sided += print.delta;
    else
        doubt.doubtful += print.size;
    doubt.afterGap = doubt.afterGap || afterGap;
    m_changed.insert(start);
    m_dirty = true;
}

void FlowFeed::startSession(Timestamp time)
{
    if (markethours::isRoundTheClock(m_assetClass)) {
        const QDate day = markethours::tradingDay(m_assetClass, time);
        m_session = markethours::dayStart(m_assetClass, day);
        m_nextSession = markethours::dayStart(m_assetClass, day.addDays(1));
    } else {
        m_nextSession = nextSessionStart(time);
        m_session = m_nextSession - 24h;
        m_session = nextSessionStart(m_session - 12h); // a day may have an hour more or less
    }
    m_beforeSession = m_sum.value();
    m_isSessionBroken = false;
}

std::optional<HalfQty> FlowFeed::sessionDelta(Timestamp at) const
{
    const bool isUsual = isByVenue() == (m_assetClass == AssetClass::Crypto)
        && (isByVenue() || m_rule == ClassifierRule::Weighted);
    const bool isWhole = m_knownFrom && *m_knownFrom <= m_session && !m_isSessionBroken;
    const bool isNow = at >= m_session
        && markethours::tradingDay(m_assetClass, at)
            == markethours::tradingDay(m_assetClass, m_session);
    return isUsual && isWhole && isNow ? std::optional(m_sum.value() - m_beforeSession)
                                       : std::nullopt;
}

/// There is one.
FlowBar FlowFeed::barAt(Timestamp start) const
{
    const Doubt &doubt = m_doubts.at(start);
    return { start, m_footprint->bars(start, start + Duration(1)).front(), doubt.sided,
             doubt.doubtful, doubt.afterGap };
}

FlowStatistics FlowFeed::statistics() const
{
    FlowStatistics statistics;
    statistics.rule = m_rule;
    statistics.cvd = m_sum.statistics();
    statistics.skipped = m_classifier.skipped();
    statistics.unanimous = m_classifier.agreement()->unanimous();
    statistics.vpin = m_vpin.value();
    return statistics;
}

FlowUpdate FlowFeed::take()
{
    FlowUpdate update;
    update.flow = m_id;
    update.reset = std::exchange(m_reset, false);
    // On a reset all of them have changed
    const std::size_t count = std::min(m_changed.size(), barsPerTake);
    const auto first = std::prev(m_changed.end(), std::ptrdiff_t(count));
    update.bars.reserve(count);
    for (auto start = first; start != m_changed.end(); ++start)
        update.bars.push_back(barAt(*start));
    m_changed.erase(first, m_changed.end());
    if (m_footprint)
        update.grid = m_footprint->options().grid;
    update.knownFrom = m_knownFrom;
    update.statistics = statistics();
    m_dirty = !m_changed.empty();
    return update;
}

} // namespace tapeline
