#include "qualitydesk.h"

#include "easterntime.h"
#include "mergebars.h"
#include "symbolrules.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline {

namespace {

/// A bar is revised right after its end: not judged before.
constexpr Duration settling = 5s;
/// Where nothing was judged the age of the newest bar still changes.
constexpr Duration oftenEnough = 5s;
/// A chart is judged anew after a second, and for each bar so much later.
constexpr Duration pausePerBar = 40us;
/// How old the newest bar may be: so many bars, at least so long; of a quiet symbol longer.
constexpr int freshBars = 2;
constexpr Duration freshFor = 2min;
constexpr Duration quietFor = 30min;

} // namespace

QualityDesk::QualityDesk(const MarketCalendar &calendar)
    : m_calendar(calendar)
{
}

void QualityDesk::open(quint64 id, const QString &symbol, Timeframe timeframe)
{
    Chart chart;
    chart.symbol = symbol;
    chart.claims.timeframe = timeframe;
    chart.claims.assetClass = symbology::classOf(symbol);
    chart.status.chart = id;
    m_charts.insert_or_assign(id, std::move(chart));
}

// --- what the charts are told ------------------------------------------------------------------

void QualityDesk::take(std::vector<ChartUpdate> &updates, const Moment &moment)
{
    for (const ChartUpdate &update : updates)
        if (const auto entry = m_charts.find(update.chart); entry != m_charts.end())
            follow(entry->second, update);
    std::size_t left = barsAtOnce;
    for (auto &[id, chart] : m_charts) {
        judge(chart, moment, left);
        if (!tell(chart, moment))
            continue;
        const auto known = std::ranges::find(updates, id, &ChartUpdate::chart);
        ChartUpdate &update = known != updates.end() ? *known : updates.emplace_back(chart.status);
        update.quality = chart.told;
    }
}

void QualityDesk::follow(Chart &chart, const ChartUpdate &update)
{
    if (update.reset) {
        chart.bars.clear();
        chart.validator.reset();
        chart.judged = 0;
        chart.isStale = false;
        chart.told.reset();
    }
    chart.isNews = chart.isNews || update.badge != chart.status.badge;
    merge(chart, update.bars);
    const quint64 id = chart.status.chart;
    chart.status = {};
    chart.status.chart = id;
    chart.status.provisionalFrom = update.provisionalFrom;
    chart.status.history = update.history;
    chart.status.progress = update.progress;
    chart.status.message = update.message;
    chart.status.keptAsOf = update.keptAsOf;
    chart.status.provider = update.provider;
    chart.status.badge = update.badge;
}

void QualityDesk::merge(Chart &chart, const std::vector<Candle> &bars)
{
    if (bars.empty())
        return;
    // What was judged is another when a bar comes among it that was not the same before
    for (const Candle &bar : bars) {
        if (chart.judged == 0 || bar.start > chart.bars[chart.judged - 1].start)
            break;
        const auto known = std::ranges::lower_bound(chart.bars, bar.start, {}, &Candle::start);
        if (known->start != bar.start || *known != bar) {
            chart.isStale = true;
            break;
        }
    }
    mergeBars(chart.bars, std::vector(bars));
    if (chart.isStale) {
        chart.judged = 0; // places are others now
        chart.validator.reset();
    }
    dropOldest(chart);
}

void QualityDesk::dropOldest(Chart &chart)
{
    if (chart.bars.size() < judgedBars + judgedBars / 8)
        return;
    const std::size_t dropped = chart.bars.size() - judgedBars;
    chart.bars.erase(chart.bars.begin(), chart.bars.begin() + qsizetype(dropped));
    chart.judged -= std::min(chart.judged, dropped);
}

// --- judging -----------------------------------------------------------------------------------

/// All but the newest, and those that ended just now.
std::size_t QualityDesk::settledBars(const Chart &chart, Timestamp market) const
{
    std::size_t settled = chart.bars.empty() ? 0 : chart.bars.size() - 1;
    const auto endOf = [&chart](std::size_t index) {
        return chart.claims.timeframe.nextWindow(chart.bars[index].start, chart.claims.assetClass);
    };
    if (market != Timestamp {})
        while (settled > 0 && endOf(settled - 1) + settling > market)
            --settled;
    return settled;
}

void QualityDesk::judge(Chart &chart, const Moment &moment, std::size_t &left)
{
    if (chart.isStale && moment.monotonic < chart.nextStart)
        return;
    const std::size_t settled = settledBars(chart, moment.of(chart.claims.assetClass));
    if (!chart.validator) {
        if (settled == 0)
            return;
        chart.isStale = false;
        chart.judged = 0;
        chart.validator = std::make_unique<BarValidator>(chart.claims, m_calendar);
        chart.nextStart = moment.monotonic + 1s + pausePerBar * qint64(settled);
    }
    const std::size_t until = std::min(settled, chart.judged + left);
    for (; chart.judged < until; ++chart.judged, --left) {
        chart.validator->add(chart.bars[chart.judged]);
        chart.isNews = true;
    }
}

/// Whether there is another message for the chart: it is in chart.told.
bool QualityDesk::tell(Chart &chart, const Moment &moment)
{
    const bool isDue = moment.monotonic >= chart.nextNews
        && (chart.isNews || moment.monotonic >= chart.nextNews + oftenEnough);
    const bool isWhole
        = chart.validator && chart.judged >= settledBars(chart, moment.of(chart.claims.assetClass));
    if (!isDue || !isWhole || chart.status.history == ChartUpdate::History::Loading)
        return false;
    chart.nextNews = moment.monotonic + leastPause;
    chart.isNews = false;
    SeriesFindings findings = chart.validator->findings();
    if (const auto issue = symbolIssue(chart.symbol)) {
        findings.hasBadSymbol = true;
        findings.issues.insert(findings.issues.begin(), *issue);
    }
    DataQuality quality = gradeOf(
        findings, freshness(chart, findings.isLiquid, moment.of(chart.claims.assetClass)));
    if (quality == chart.told)
        return false;
    chart.told = std::move(quality);
    return true;
}

/// Until when there should be bars.
Timestamp QualityDesk::expectedUntil(const Chart &chart, Timestamp market) const
{
    const TradingHours hours = tradingHours(chart.claims.assetClass);
    if (hours == TradingHours::Always)
        return market;
    if (hours == TradingHours::Unknown || market == Timestamp {})
        return {};
    QDate day = easterntime::date(market);
    std::optional<TradingSession> session = m_calendar.session(day);
    if (!session || market < session->open) {
        day = m_calendar.previousTradingDay(day);
        session = m_calendar.session(day);
    }
    return session ? std::min(session->close, market) : Timestamp {};
}

Freshness QualityDesk::freshness(const Chart &chart, bool isLiquid, Timestamp market) const
{
    Freshness result;
    const Timeframe timeframe = chart.claims.timeframe;
    result.limit = std::max(freshBars * timeframe.nominalLength(), isLiquid ? freshFor : quietFor);
    result.isFeedDown = chart.status.badge.stale;
    const Timestamp until = expectedUntil(chart, market);
    if (until != Timestamp {})
        result.age = until - timeframe.nextWindow(chart.bars.back().start, chart.claims.assetClass);
    return result;
}

} // namespace tapeline
