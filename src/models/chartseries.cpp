#include "chartseries.h"

#include "pricedecimals.h"
#include "qualityrule.h"

#include <algorithm>

namespace tapeline {

namespace {

OhlcRun toRun(const Candle &bar)
{
    OhlcRun run;
    run.volume = bar.volume.toDouble();
    if (bar.hasPrices) {
        run.open = bar.open.toDouble();
        run.high = bar.high.toDouble();
        run.low = bar.low.toDouble();
        run.close = bar.close.toDouble();
    }
    return run;
}

qint32 toCount(qint64 trades)
{
    return static_cast<qint32>(std::min<qint64>(trades, std::numeric_limits<qint32>::max()));
}

/// Updates come ascending; a start that is there twice, or out of order, is a fault of the sender
/// that must not break the columns. The newest of equal starts stays.
std::vector<Candle> ordered(std::span<const Candle> bars)
{
    std::vector<Candle> result(bars.begin(), bars.end());
    std::stable_sort(result.begin(), result.end(),
                     [](const Candle &a, const Candle &b) { return a.start < b.start; });
    const auto last
        = std::unique(result.rbegin(), result.rend(),
                      [](const Candle &a, const Candle &b) { return a.start == b.start; });
    result.erase(result.begin(), last.base());
    return result;
}

bool isAscending(std::span<const Candle> bars)
{
    return std::adjacent_find(bars.begin(), bars.end(),
                              [](const Candle &a, const Candle &b) { return a.start >= b.start; })
        == bars.end();
}

} // namespace

ChartSeries::ChartSeries(QObject *parent)
    : QObject(parent)
{
}

void ChartSeries::setInstrument(const QString &symbol, Timeframe timeframe, int priceDecimals,
                                AssetClass assetClass)
{
    m_symbol = symbol;
    m_timeframe = timeframe;
    m_priceDecimals = priceDecimals;
    m_assetClass = assetClass;
    m_learnsDecimals = assetClass != AssetClass::Stocks && assetClass != AssetClass::Options;
    m_provisionalFrom = {};
    m_history = ChartUpdate::History::Loading;
    m_progress = 0;
    m_message.clear();
    forgetBars();
    emit changed({ .reset = true, .status = true });
}

void ChartSeries::apply(const ChartUpdate &update)
{
    Change change;
    if (update.reset) {
        forgetBars();
        change.reset = true;
    }
    change.status = takeStatus(update);
    change.quality = takeQuality(update);
    change.reset = learnDecimals(update.bars) || change.reset;
    if (isAscending(update.bars))
        mergeBars(update.bars, change);
    else
        mergeBars(ordered(update.bars), change);
    if (change.reset || change.older > 0 || change.newer > 0 || change.hasReplaced()
        || change.status || change.quality)
        emit changed(change);
}

/// What prices of a coin take, or of a pair or a future nobody knows, is known only once there are
/// some. True
/// when it is more than before.
bool ChartSeries::learnDecimals(std::span<const Candle> bars)
{
    if (!m_learnsDecimals)
        return false;
    const int before = m_priceDecimals;
    for (const Candle &bar : bars)
        for (const Price price : { bar.open, bar.high, bar.low, bar.close })
            m_priceDecimals = std::max(m_priceDecimals, decimalsFor(price, m_priceDecimals));
    return m_priceDecimals != before;
}

void ChartSeries::forgetBars()
{
    m_firstKey = 0;
    m_starts.clear();
    m_vwaps.clear();
    m_tradeCounts.clear();
    m_pyramid.clear();
    m_gaps.clear();
    m_quality.reset();
    m_doubtful.clear();
}

bool ChartSeries::takeStatus(const ChartUpdate &update)
{
    const bool differs = m_history != update.history || m_progress != update.progress
        || m_message != update.message || m_badge != update.badge
        || (update.gaps && *update.gaps != m_gaps) || m_provisionalFrom != update.provisionalFrom
        || m_keptAsOf != update.keptAsOf || m_provider != update.provider;
    m_history = update.history;
    m_progress = update.progress;
    m_message = update.message;
    m_badge = update.badge;
    m_keptAsOf = update.keptAsOf;
    m_provider = update.provider;
    m_provisionalFrom = update.provisionalFrom;
    if (update.gaps)
        m_gaps = *update.gaps;
    return differs;
}

/// Bars that are missing have none to name.
bool ChartSeries::takeQuality(const ChartUpdate &update)
{
    if (!update.quality || update.quality == m_quality)
        return false;
    m_quality = update.quality;
    m_doubtful.clear();
    for (const QualityIssue &issue : m_quality->issues)
        if (issue.rule != ruleId(QualityRule::Missing))
            m_doubtful.insert(m_doubtful.end(), issue.samples.begin(), issue.samples.end());
    std::ranges::sort(m_doubtful);
    m_doubtful.erase(std::ranges::unique(m_doubtful).begin(), m_doubtful.end());
    return true;
}

std::vector<ChartSeries::Key> ChartSeries::doubtful(Key first, Key last) const
{
    std::vector<Key> keys;
    if (!contains(first) || !contains(last))
        return keys;
    const auto end = std::ranges::upper_bound(m_doubtful, start(last));
    for (auto at = std::ranges::lower_bound(m_doubtful, start(first)); at < end; ++at)
        if (const Key key = keyAtOrAfter(*at); contains(key) && start(key) == *at)
            keys.push_back(key);
    return keys;
}

void ChartSeries::mergeBars(std::span<const Candle> bars, Change &change)
{
    while (!bars.empty()) {
        const qsizetype index = indexAtOrAfter(bars.front().start);
        if (index == size()) {
            append(bars);
            change.newer += qsizetype(bars.size());
            return;
        }
        const Timestamp next = m_starts[std::size_t(index)];
        if (next == bars.front().start) {
            replace(index, bars.front());
            const Key key = m_firstKey + index;
            if (!change.hasReplaced())
                change.replacedFrom = key;
            change.replacedTo = key; // they come ascending
            bars = bars.subspan(1);
            continue;
        }
        // Everything that falls between the same two bars goes in at once
        const auto end = std::find_if(bars.begin(), bars.end(),
                                      [&](const Candle &bar) { return bar.start >= next; });
        const auto count = end - bars.begin();
        insert(index, bars.first(std::size_t(count)));
        bars = bars.subspan(std::size_t(count));
        change.older += count;
        m_firstKey -= count;
        // Bars replaced so far lie to the left of the hole and moved with it
        if (change.hasReplaced()) {
            change.replacedFrom -= count;
            change.replacedTo -= count;
        }
    }
}

void ChartSeries::append(std::span<const Candle> bars)
{
    constexpr std::size_t chunk = 1024; // stays in the cache; a million bars need no second copy
    if (bars.size() > chunk)
        m_pyramid.reserve(qsizetype(bars.size()));
    std::vector<OhlcRun> runs;
    for (; !bars.empty(); bars = bars.subspan(std::min(chunk, bars.size()))) {
        runs.clear();
        for (const Candle &bar : bars.first(std::min(chunk, bars.size()))) {
            runs.push_back(toRun(bar));
            m_starts.push_back(bar.start);
            m_vwaps.push_back(bar.vwap);
            m_tradeCounts.push_back(toCount(bar.tradeCount));
        }
        m_pyramid.append(runs);
    }
}

void ChartSeries::insert(qsizetype index, std::span<const Candle> bars)
{
    std::vector<OhlcRun> runs(bars.size());
    std::vector<Timestamp> starts(bars.size());
    std::vector<double> vwaps(bars.size());
    std::vector<qint32> counts(bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
        runs[i] = toRun(bars[i]);
        starts[i] = bars[i].start;
        vwaps[i] = bars[i].vwap;
        counts[i] = toCount(bars[i].tradeCount);
    }
    m_pyramid.insert(index, runs);
    m_starts.insert(m_starts.begin() + index, starts.begin(), starts.end());
    m_vwaps.insert(m_vwaps.begin() + index, vwaps.begin(), vwaps.end());
    m_tradeCounts.insert(m_tradeCounts.begin() + index, counts.begin(), counts.end());
}

void ChartSeries::replace(qsizetype index, const Candle &bar)
{
    m_pyramid.replace(index, toRun(bar));
    m_vwaps[std::size_t(index)] = bar.vwap;
    m_tradeCounts[std::size_t(index)] = toCount(bar.tradeCount);
}

qsizetype ChartSeries::indexAtOrAfter(Timestamp time) const
{
    if (m_starts.empty() || time > m_starts.back()) // the usual case of a stream
        return size();
    return std::lower_bound(m_starts.begin(), m_starts.end(), time) - m_starts.begin();
}

ChartBar ChartSeries::bar(Key key) const
{
    const auto index = std::size_t(key - m_firstKey);
    const OhlcRun &prices = m_pyramid.at(qsizetype(index));
    ChartBar result;
    result.start = m_starts[index];
    result.hasPrices = !prices.isEmpty();
    if (result.hasPrices) {
        result.open = prices.open;
        result.high = prices.high;
        result.low = prices.low;
        result.close = prices.close;
    }
    result.volume = prices.volume;
    result.vwap = m_vwaps[index];
    result.tradeCount = m_tradeCounts[index];
    return result;
}

double ChartSeries::closeBefore(Key key) const
{
    for (Key at = std::min(key - 1, lastKey()); at >= m_firstKey; --at) {
        if (const OhlcRun &prices = run(at); !prices.isEmpty())
            return prices.close;
    }
    return 0;
}

ChartSeries::Key ChartSeries::keyAtOrAfter(Timestamp time) const
{
    return m_firstKey + indexAtOrAfter(time);
}

ChartSeries::Key ChartSeries::keyHolding(Timestamp time) const
{
    const Key after = keyAtOrAfter(time);
    if (after == m_firstKey || (after <= lastKey() && start(after) == time))
        return after;
    if (!m_timeframe.isTimed())
        return after - 1; // until the next one begins
    const bool isWithin = m_timeframe.nextWindow(start(after - 1), assetClass()) > time;
    return isWithin ? after - 1 : after;
}

OhlcRun ChartSeries::over(Key first, Key last) const
{
    return m_pyramid.over(first - m_firstKey, last + 1 - m_firstKey);
}

std::vector<ChartSeries::Key> ChartSeries::gaps(Key first, Key last) const
{
    std::vector<Key> result;
    for (const Timestamp gap : m_gaps) {
        const Key key = keyAtOrAfter(gap);
        if (key <= m_firstKey || key > lastKey() || key < first || key > last)
            continue;
        if (result.empty() || result.back() != key)
            result.push_back(key);
    }
    return result;
}

} // namespace tapeline
