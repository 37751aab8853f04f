#include "chartdesk.h"

#include "easterntime.h"
#include "restdecoder.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rowsPerPage = 50'000;

QString barsPath(const QString &symbol, Timeframe timeframe, const ChartFeed::Range &range)
{
    return u"/v2/aggs/ticker/%1/range/%2/%3/%4/%5"_s.arg(symbol)
        .arg(timeframe.count())
        .arg(timeframe.unitName())
        .arg(toMs(range.from))
        .arg(toMs(range.to));
}

QUrlQuery barsQuery()
{
    return { { u"adjusted"_s, u"true"_s },
             { u"sort"_s, u"asc"_s },
             { u"limit"_s, QString::number(rowsPerPage) } };
}

/// How far a request that answers oldest first has come.
double progressOf(const std::vector<Candle> &bars, const ChartFeed::Range &range)
{
    if (bars.empty() || range.to <= range.from)
        return 0;
    const Duration done = bars.back().start - range.from;
    return std::clamp(double(done.count()) / double((range.to - range.from).count()), 0.0, 1.0);
}

} // namespace

ChartDesk::ChartDesk(MarketContext &context, StreamJoin &join, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_join(join)
{
    connect(&join, &StreamJoin::joined, this, &ChartDesk::onJoined);
}

void ChartDesk::open(quint64 id, const QString &symbol, Timeframe timeframe)
{
    m_charts.insert_or_assign(id, newChart(id, symbol, timeframe));
}

ChartDesk::Chart ChartDesk::newChart(quint64 id, const QString &symbol, Timeframe timeframe)
{
    Chart chart;
    chart.feed = std::make_unique<ChartFeed>(id, symbol, timeframe, m_context.calendar);
    if (m_context.hasSource())
        chart.instrument = m_context.hub->symbols().intern(symbol);
    return chart;
}

QString ChartDesk::close(quint64 id)
{
    const auto entry = m_charts.find(id);
    if (entry == m_charts.end())
        return {};
    const QString symbol = entry->second.feed->symbol();
    cancel(entry->second);
    m_charts.erase(entry);
    return symbol;
}

void ChartDesk::loadEarlier(quint64 id)
{
    if (Chart *chart = find(id); chart && chart->started && m_context.hasRest())
        askPage(*chart);
}

ChartDesk::Chart *ChartDesk::find(quint64 id)
{
    const auto entry = m_charts.find(id);
    return entry == m_charts.end() ? nullptr : &entry->second;
}

// --- beginning
// -------------------------------------------------------------------------------------------------

void ChartDesk::reset()
{
    for (auto &[id, chart] : m_charts)
        chart = newChart(id, chart.feed->symbol(), chart.feed->timeframe());
}

void ChartDesk::startAll(bool streamHoped)
{
    for (auto &[id, chart] : m_charts)
        if (!chart.started)
            start(chart, streamHoped);
}

void ChartDesk::restartAll(bool streamHoped)
{
    for (auto &[id, chart] : m_charts)
        cancel(chart);
    reset();
    startAll(streamHoped);
}

/// History is asked for once the live bars are under way, so that it reaches at least up to their
/// start.
void ChartDesk::start(Chart &chart, bool streamHoped)
{
    if (!m_context.hasRest()) {
        chart.started = true;
        chart.feed->setWithoutHistory();
        goLive(chart);
    } else if (m_join.isJoined(chart.instrument)) {
        chart.started = true;
        goLive(chart);
        askPage(chart);
    } else if (!streamHoped || !m_context.has(DataKind::StreamBars)) {
        chart.started = true;
        askPage(chart);
    }
}

void ChartDesk::onJoined(InstrumentId instrument)
{
    for (auto &[id, chart] : m_charts) {
        if (chart.instrument != instrument || chart.feed->isLive())
            continue;
        // History that was loaded without a stream ends somewhere before the live bars begin
        if (chart.started) {
            cancel(chart);
            chart = newChart(id, chart.feed->symbol(), chart.feed->timeframe());
        }
        chart.started = true;
        goLive(chart);
        askPage(chart);
    }
    feed(instrument);
}

void ChartDesk::goLive(Chart &chart)
{
    const LiveBars &bars = m_context.hub->state(chart.instrument).bars;
    const auto &own = chart.feed->baseUnit() == TimeUnit::Second ? bars.seconds() : bars.minutes();
    chart.feed->setLive(bars.readyFrom());
    if (m_context.hasRest()) {
        askSeed(chart);
        askDays(chart);
    } else {
        chart.feed->seed({});
        chart.feed->seedDays({});
    }
    for (const auto &[start, bar] : own)
        chart.feed->updateBase(bar);
}

// --- history
// ---------------------------------------------------------------------------------------------------

void ChartDesk::askPage(Chart &chart)
{
    const std::optional<ChartFeed::Range> range = chart.feed->beginPage(m_context.viewNow());
    if (!range)
        return;
    const auto gathered = std::make_shared<std::vector<Candle>>();
    chart.page.id = m_context.requests.ask(
        barsPath(chart.feed->symbol(), chart.feed->timeframe(), *range), barsQuery(),
        RestPriority::OnScreen,
        [this, id = chart.feed->id(), range = *range, gathered](const RestReply &reply) {
            onPage(id, range, gathered, reply);
        });
}

void ChartDesk::onPage(quint64 id, ChartFeed::Range range,
                       std::shared_ptr<std::vector<Candle>> gathered, const RestReply &reply)
{
    Chart *chart = find(id);
    if (!chart)
        return;
    chart->page.id = 0;
    Result<BarsPage> page = m_context.read(reply, decodeBars);
    if (!page) {
        failPage(*chart, page.error());
        return;
    }
    chart->page.retry.settle();
    gathered->insert(gathered->end(), page->bars.begin(), page->bars.end());
    if (!page->nextUrl.isEmpty()) {
        chart->feed->setProgress(progressOf(*gathered, range));
        chart->page.id = m_context.requests.ask(page->nextUrl, {}, RestPriority::OnScreen,
                                                [this, id, range, gathered](const RestReply &next) {
                                                    onPage(id, range, gathered, next);
                                                });
        return;
    }
    chart->feed->addPage(std::move(*gathered));
    if (chart->feed->wantsMore())
        askPage(*chart);
}

void ChartDesk::failPage(Chart &chart, const Error &error)
{
    chart.feed->failPage(error.detail, RetryWait::isFinal(error.code));
    fail(chart.page, error);
}

void ChartDesk::fail(Request &request, const Error &error)
{
    request.id = 0;
    request.retry.fail(error.code, m_context.wall.monotonic());
}

void ChartDesk::retryFailed()
{
    const Duration now = m_context.wall.monotonic();
    for (auto &[id, chart] : m_charts) {
        if (chart.page.id == 0 && chart.page.retry.takeDue(now))
            askPage(chart);
        if (chart.seed.retry.takeDue(now))
            askSeed(chart);
        if (chart.days.retry.takeDue(now))
            askDays(chart);
    }
}

void ChartDesk::cancel(const Chart &chart)
{
    for (const Request &request : { chart.page, chart.seed, chart.days })
        m_context.requests.cancel(request.id);
}

// --- the window under way
// -----------------------------------------------------------------------------------------

/// Until it is answered history goes on speaking for the window.
void ChartDesk::askSeed(Chart &chart)
{
    const std::optional<ChartFeed::Range> range = chart.feed->baseToSeed();
    if (!range)
        return;
    const Timeframe base(1, chart.feed->baseUnit());
    chart.seed.id = m_context.requests.ask(
        barsPath(chart.feed->symbol(), base, *range), barsQuery(), RestPriority::Interactive,
        [this, id = chart.feed->id()](const RestReply &reply) {
            Chart &own = *find(id); // cancelled with the chart
            const Result<BarsPage> page = m_context.read(reply, decodeBars);
            if (!page) {
                fail(own.seed, page.error());
                return;
            }
            own.seed = {};
            own.feed->seed(page->bars);
        });
}

void ChartDesk::askDays(Chart &chart)
{
    const std::optional<ChartFeed::Range> range = chart.feed->daysToSeed();
    if (!range)
        return;
    // Up to yesterday: today comes from its minutes
    const Timestamp today = easterntime::at(easterntime::date(m_context.viewNow()));
    if (range->from >= today) {
        chart.feed->seedDays({});
        return;
    }
    const ChartFeed::Range closed { range->from, today - 1ms };
    chart.days.id = m_context.requests.ask(
        barsPath(chart.feed->symbol(), Timeframe(1, TimeUnit::Day), closed), barsQuery(),
        RestPriority::Interactive, [this, id = chart.feed->id(), today](const RestReply &reply) {
            Chart &own = *find(id);
            Result<BarsPage> page = m_context.read(reply, decodeBars);
            if (!page) {
                fail(own.days, page.error());
                return;
            }
            own.days = {};
            std::erase_if(page->bars, [today](const Candle &day) { return day.start >= today; });
            own.feed->seedDays(page->bars);
        });
}

// --- live
// ------------------------------------------------------------------------------------------------------

void ChartDesk::feed(InstrumentId instrument)
{
    LiveBars &bars = m_context.hub->state(instrument).bars;
    const std::vector<Timestamp> minutes = bars.takeChangedMinutes();
    const std::vector<Timestamp> seconds = bars.takeChangedSeconds();
    for (auto &[id, chart] : m_charts) {
        if (chart.instrument != instrument)
            continue;
        const bool ofSeconds = chart.feed->baseUnit() == TimeUnit::Second;
        const auto &own = ofSeconds ? bars.seconds() : bars.minutes();
        for (const Timestamp start : ofSeconds ? seconds : minutes)
            if (const auto bar = own.find(start); bar != own.end())
                chart.feed->updateBase(bar->second);
        chart.feed->setHoles(bars.holes(chart.feed->baseUnit()));
    }
}

void ChartDesk::addDayOnlyTrades(std::span<const Trade> trades)
{
    for (const Trade &trade : trades)
        for (auto &[id, chart] : m_charts)
            if (chart.instrument == trade.instrument)
                chart.feed->addDayOnlyTrade(trade);
}

std::vector<ChartUpdate> ChartDesk::take()
{
    std::vector<ChartUpdate> updates;
    for (auto &[id, chart] : m_charts) {
        const bool badgeChanged = chart.badge != m_context.hub->badge();
        if (!chart.feed->isDirty() && !badgeChanged)
            continue;
        chart.badge = m_context.hub->badge();
        updates.push_back(chart.feed->take());
        updates.back().badge = chart.badge;
    }
    return updates;
}

} // namespace tapeline
