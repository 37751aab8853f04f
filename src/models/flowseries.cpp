#include "flowseries.h"

#include "flowday.h"

namespace tapeline {

namespace {

OhlcRun candleOf(double open, double high, double low, double close)
{
    OhlcRun run;
    run.open = open;
    run.high = high;
    run.low = low;
    run.close = close;
    return run;
}

/// Older bars have no estimate: a chart that is scrolled far back must not wait for it.
constexpr FlowSeries::Key mostBars = 20'000;

/// Replaces what there is and appends the rest.
void put(OhlcPyramid &runs, std::span<const OhlcRun> items, qsizetype from)
{
    const qsizetype known = std::min(runs.size() - from, qsizetype(items.size()));
    for (qsizetype i = 0; i < known; ++i)
        runs.replace(from + i, items[std::size_t(i)]);
    runs.append(items.subspan(std::size_t(known)));
}

} // namespace

FlowSeries::FlowSeries(const ChartSeries &bars, QObject *parent)
    : QObject(parent)
    , m_bars(bars)
{
    connect(&bars, &ChartSeries::changed, this, &FlowSeries::onBars);
    recountAll();
}

void FlowSeries::clear()
{
    m_known.clear();
    m_knownFrom.reset();
    m_statistics = {};
    recountAll();
}

void FlowSeries::setReset(CvdReset reset)
{
    if (std::exchange(m_reset, reset) != reset)
        recountAll();
}

void FlowSeries::apply(const FlowUpdate &update)
{
    const PriceGrid gridBefore = grid();
    if (update.reset)
        m_known.clear();
    const bool moved = update.reset || m_knownFrom != update.knownFrom;
    m_knownFrom = update.knownFrom;
    m_statistics = update.statistics;
    m_grid = update.grid;
    for (const FlowBar &bar : update.bars)
        m_known.insert_or_assign(bar.start, bar);
    if (moved || grid() != gridBefore)
        recountAll();
    else if (!update.bars.empty())
        recount(m_bars.keyAtOrAfter(update.bars.front().start));
}

void FlowSeries::onBars(const ChartSeries::Change &change)
{
    if (change.reset || change.older > 0 || m_cvd.isEmpty())
        recountAll();
    else if (change.hasReplaced())
        recount(change.replacedFrom);
    else if (change.newer > 0)
        recount(m_bars.lastKey() - change.newer + 1);
}

PriceGrid FlowSeries::grid() const
{
    if (!m_known.empty())
        return m_grid;
    qint64 height = Price::unitsPerOne;
    for (int i = 0; i < m_bars.priceDecimals() && height > 1; ++i)
        height /= 10;
    return PriceGrid(Price::fromUnits(height));
}

OhlcRun FlowSeries::cvdOver(Key first, Key last) const
{
    return m_cvd.over(first - m_firstKey, last + 1 - m_firstKey);
}

OhlcRun FlowSeries::deltaOver(Key first, Key last) const
{
    return m_delta.over(first - m_firstKey, last + 1 - m_firstKey);
}

const FlowBar *FlowSeries::bar(Key key) const
{
    const auto known = m_known.find(m_bars.start(key));
    return known == m_known.end() ? nullptr : &known->second;
}

bool FlowSeries::isEstimated(Key key) const
{
    // A bar without a trade has no flow, which is known
    return !m_knownFrom || (m_bars.start(key) < *m_knownFrom && !bar(key));
}

bool FlowSeries::isPartial(Key key) const
{
    return m_knownFrom && m_bars.start(key) < *m_knownFrom && bar(key);
}

FlowSeries::Key FlowSeries::firstKnown() const
{
    if (!m_knownFrom)
        return m_bars.lastKey() + 1;
    const Key whole = m_bars.keyAtOrAfter(*m_knownFrom);
    return whole > m_firstKey && isPartial(whole - 1) ? whole - 1 : whole;
}

std::vector<const FlowBar *> FlowSeries::known(Key first, Key last) const
{
    std::vector<const FlowBar *> bars;
    first = std::max(first, m_bars.firstKey());
    last = std::min(last, m_bars.lastKey());
    if (first > last)
        return bars;
    const auto end = m_known.upper_bound(m_bars.start(last));
    for (auto own = m_known.lower_bound(m_bars.start(first)); own != end; ++own)
        bars.push_back(&own->second);
    return bars;
}

double FlowSeries::doubtfulShare(Key first, Key last) const
{
    double doubtful = 0;
    double volume = 0;
    for (const FlowBar *bar : known(first, last)) {
        doubtful += bar->doubtful.toDouble();
        volume += bar->footprint.volume().toDouble();
    }
    return volume > 0 ? doubtful / volume : 0;
}

FlowSeries::Part FlowSeries::partOf(Key key) const
{
    if (const FlowBar *known = bar(key)) {
        const FootprintBar &print = known->footprint;
        return { print.delta.toDouble(), print.maxDelta.toDouble(), print.minDelta.toDouble(),
                 known->sided.toDouble(), known->doubtful.toDouble() };
    }
    const auto index = std::size_t(key - m_firstKey);
    if (!isEstimated(key) || index >= m_estimate.bars().size())
        return {};
    const DeltaBar &estimate = m_estimate.bars()[index];
    const double delta = estimate.delta.toDouble();
    return { delta, estimate.maxDelta.toDouble(), estimate.minDelta.toDouble(), delta, 0 };
}

/// Bars from here on have changed. Those whose trades are known need no estimate.
void FlowSeries::estimate(Key from)
{
    const auto done = Key(m_estimate.bars().size());
    if (from - m_firstKey < done - 1)
        m_estimate.clear();
    const Key first = std::max(m_firstKey, m_firstKey + Key(m_estimate.bars().size()) - 1);
    for (Key key = first; key <= m_bars.lastKey() && isEstimated(key); ++key) {
        const ChartBar bar = m_bars.bar(key);
        Candle candle;
        candle.start = bar.start;
        candle.open = Price::fromDouble(bar.open);
        candle.close = Price::fromDouble(bar.close);
        candle.volume = Qty::fromDouble(bar.volume);
        candle.hasPrices = bar.hasPrices;
        m_estimate.add(candle);
    }
}

bool FlowSeries::startsAnew(Key key) const
{
    const FlowBar *known = bar(key);
    if (known && known->afterGap)
        return true; // what it came to is not known any more
    if (m_reset == CvdReset::Never)
        return false;
    // Estimates are far off: what is known is not put on top of them
    if (key == m_firstKey || isEstimated(key - 1) != isEstimated(key))
        return true;
    const AssetClass assets = m_bars.assetClass();
    const QDate day = flowDay(assets, m_bars.start(key));
    if (flowDay(assets, m_bars.start(key - 1)) != day)
        return true;
    const Timestamp open = flowDayOpen(assets, day);
    return m_bars.timeframe().isIntraday() && m_bars.start(key - 1) < open
        && open <= m_bars.start(key);
}

void FlowSeries::recountAll()
{
    m_firstKey = std::max(m_bars.firstKey(), m_bars.lastKey() + 1 - mostBars);
    m_estimate.clear();
    m_cvd.clear();
    m_delta.clear();
    m_band.clear();
    m_swings.clear();
    recount(m_firstKey);
}

/// What a sum that never begins anew starts with at the first bar, so that it is 0 where trades
/// begin to be known; without them, where the newest day begins.
double FlowSeries::sumBefore() const
{
    if (m_reset != CvdReset::Never || m_bars.isEmpty())
        return 0;
    const QDate newest = flowDay(m_bars.assetClass(), m_bars.start(m_bars.lastKey()));
    const Timestamp anchor = m_knownFrom.value_or(flowDayStart(m_bars.assetClass(), newest));
    double sum = 0;
    for (Key key = m_firstKey; key <= m_bars.lastKey() && m_bars.start(key) < anchor; ++key)
        sum -= partOf(key).delta;
    return sum;
}

/// From a bar on to the newest.
void FlowSeries::recount(Key from)
{
    ++m_revision;
    from = std::max(from, m_firstKey);
    const Key end = m_bars.lastKey() + 1;
    estimate(from);
    const bool first = from == m_firstKey;
    double sum = first ? sumBefore() : cvd(from - 1).close;
    std::pair<double, double> band = first ? std::pair(sum, sum) : this->band(from - 1);
    std::vector<OhlcRun> sums;
    std::vector<OhlcRun> deltas;
    m_band.resize(std::size_t(from - m_firstKey));
    for (Key key = from; key < end; ++key) {
        if (startsAnew(key))
            sum = band.first = band.second = 0;
        const Part part = partOf(key);
        sums.push_back(candleOf(sum, sum + part.high, sum + part.low, sum + part.delta));
        deltas.push_back(candleOf(0, part.high, part.low, part.delta));
        sum += part.delta;
        band.first += part.sided - part.doubtful;
        band.second += part.sided + part.doubtful;
        m_band.push_back(band);
    }
    put(m_cvd, sums, from - m_firstKey);
    put(m_delta, deltas, from - m_firstKey);
    findDivergences(from);
    emit changed(from);
}

/// The newest bar is not over. What was it before may be by now.
void FlowSeries::findDivergences(Key from)
{
    from = std::min(from, m_firstKey + m_swings.size());
    std::vector<SwingBar> finished;
    for (Key key = from; key < m_bars.lastKey(); ++key) {
        const OhlcRun &run = m_bars.run(key);
        const FlowBar *known = bar(key);
        const bool goesOn = key > m_firstKey && !isEstimated(key - 1) && !isPartial(key - 1)
            && !isEstimated(key) && !(known && known->afterGap) && !startsAnew(key);
        finished.push_back({ run.high, run.low, cvd(key).close, goesOn });
    }
    m_swings.put(from - m_firstKey, finished);
}

std::vector<FlowSeries::Divergence> FlowSeries::divergences(Key first, Key last) const
{
    std::vector<Divergence> result;
    for (const SwingDivergence &found : m_swings.found())
        if (found.second + m_firstKey >= first && found.first + m_firstKey <= last)
            result.push_back(
                { found.first + m_firstKey, found.second + m_firstKey, found.isBullish });
    return result;
}

} // namespace tapeline
