#include "chartdesk.h"

#include "massivebars.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What is kept of so many first pages is shown before anybody is asked.
constexpr int pagesShownFromCache = 8;
constexpr Duration longestLook = 24h * 366 * 3; // a page

BarHistory::Wish wishFor(const ChartFeed &feed, const TimeRange &range)
{
    BarHistory::Wish wish;
    wish.query = { feed.symbol(), feed.timeframe(), true, range };
    wish.priority = RestPriority::OnScreen;
    wish.purpose = RestPurpose::ChartBars;
    return wish;
}

} // namespace

ChartDesk::ChartDesk(MarketContext &context, StreamJoin &join, BarHistory &history, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_join(join)
    , m_history(history)
{
    connect(&join, &StreamJoin::joined, this, &ChartDesk::onJoined);
    connect(&m_ofTrades, &TradeBarDesk::changed, this, &ChartDesk::changed);
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &ChartDesk::workOnEstimates);
}

void ChartDesk::open(quint64 id, const QString &symbol, Timeframe timeframe)
{
    if (!timeframe.isTimed())
        return openUntimed(
            id, m_untimed.insert_or_assign(id, Untimed { symbol, timeframe }).first->second);
    m_charts.insert_or_assign(id, newChart(id, symbol, timeframe));
    showKept(m_charts.at(id));
}

void ChartDesk::openUntimed(quint64 id, const Untimed &chart)
{
    if (m_ofTrades.canBuild(chart.symbol))
        m_ofTrades.open(id, chart.symbol, chart.timeframe);
    else
        m_charts.insert_or_assign(id, newChart(id, chart.symbol, chart.timeframe));
}

/// The shortest bars that there are both of the past and of now.
Timeframe ChartDesk::baseOf(const QString &symbol) const
{
    const AssetClass assetClass = symbology::classOf(symbol);
    const bool hasSeconds = m_context.hasSource()
        && (!m_context.hasRest() || m_context.has(assetClass, DataKind::SecondBars));
    return { 1, hasSeconds ? TimeUnit::Second : TimeUnit::Minute };
}

ChartDesk::Chart ChartDesk::newChart(quint64 id, const QString &symbol, Timeframe timeframe)
{
    Chart chart;
    chart.timeframe = timeframe;
    const Timeframe base = timeframe.isTimed() ? timeframe : baseOf(symbol);
    chart.feed = std::make_unique<ChartFeed>(id, symbol, base, m_context.calendar);
    if (!timeframe.isTimed()) {
        if (base.unit() == TimeUnit::Second)
            chart.feed->setPageLength(fullPageLength(base));
        chart.estimate = std::make_unique<EstimatedBars>(symbol, timeframe, base);
    }
    chart.assetClass = symbology::classOf(symbol);
    if (m_context.hasSource())
        chart.instrument = m_context.hub->symbols().intern(symbol);
    return chart;
}

QString ChartDesk::close(quint64 id)
{
    m_untimed.erase(id);
    const auto entry = m_charts.find(id);
    if (entry == m_charts.end())
        return m_ofTrades.close(id);
    const QString symbol = entry->second.feed->symbol();
    cancel(entry->second);
    m_charts.erase(entry);
    return symbol;
}

void ChartDesk::loadEarlier(quint64 id)
{
    if (Chart *chart = find(id); chart && chart->started && m_context.hasRest())
        askPage(*chart);
    m_ofTrades.loadEarlier(id);
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
    m_ofTrades.reset();
    for (const auto &[id, chart] : m_untimed) {
        m_charts.erase(id);
        openUntimed(id, chart);
    }
    for (auto &[id, chart] : m_charts) {
        if (!chart.timeframe.isTimed())
            continue;
        chart = newChart(id, chart.feed->symbol(), chart.timeframe);
        showKept(chart);
    }
}

void ChartDesk::startAll()
{
    for (auto &[id, chart] : m_charts)
        if (!chart.started)
            start(chart);
    m_ofTrades.onTimeKnown();
}

void ChartDesk::restartAll()
{
    for (const AssetClass assetClass : allAssetClasses)
        restartAll(assetClass);
}

void ChartDesk::restartAll(AssetClass assetClass)
{
    for (auto &[id, chart] : m_charts)
        if (chart.assetClass == assetClass)
            beginAgain(chart);
    restartUntimed(assetClass);
    startAll();
}

/// Where the plan is found to have no trades they are estimated from now on.
void ChartDesk::restartUntimed(AssetClass assetClass)
{
    for (const auto &[id, chart] : m_untimed) {
        const bool isEstimate = m_charts.contains(id);
        if (symbology::classOf(chart.symbol) != assetClass
            || isEstimate != m_ofTrades.canBuild(chart.symbol))
            continue;
        if (isEstimate)
            cancel(m_charts.at(id));
        m_charts.erase(id);
        m_ofTrades.close(id);
        openUntimed(id, chart);
    }
    m_ofTrades.restart(assetClass);
}

QStringList ChartDesk::symbols() const
{
    QStringList symbols = m_ofTrades.symbols();
    for (const auto &[id, chart] : m_charts)
        symbols += chart.feed->symbol();
    symbols.removeDuplicates();
    return symbols;
}

void ChartDesk::restart(const QString &symbol)
{
    for (auto &[id, chart] : m_charts) {
        if (chart.feed->symbol() != symbol)
            continue;
        cancel(chart);
        chart = newChart(id, symbol, chart.timeframe);
    }
    m_ofTrades.restart(symbol);
    startAll();
}

/// Nothing is under way any more. What is shown stays where it can be continued.
void ChartDesk::beginAgain(Chart &chart)
{
    cancel(chart);
    if (!chart.estimate && chart.feed->beginAgain(m_context.viewNow(chart.assetClass))) {
        chart.page = chart.seed = chart.days = {};
        chart.started = false;
    } else {
        chart = newChart(chart.feed->id(), chart.feed->symbol(), chart.timeframe);
    }
}

/// Before the service has told its time, let alone a bar.
void ChartDesk::showKept(Chart &chart)
{
    if (!m_context.hasSource() || !m_context.hasRest())
        return;
    const Timestamp now = m_context.clock.isSet() || m_context.source.source != DataSource::Live
        ? m_context.marketNow()
        : m_context.wall.utc();
    const Duration page = std::min<Duration>(firstPageLength(chart.feed->timeframe()), longestLook);
    const Duration length = page * pagesShownFromCache;
    BarHistory::Wish wish = wishFor(*chart.feed, { now - length, now });
    wish.onPart = [this, id = chart.feed->id()](BarHistory::Part &&part) {
        if (Chart *own = find(id))
            own->feed->showKept(std::move(part.bars), part.asOf, part.unknown, part.provider);
    };
    wish.onDone = [this](const BarHistory::Outcome &) { emit changed(); };
    chart.look = m_history.look(std::move(wish));
}

/// History is asked for once the live bars are under way, so that it reaches at least up to their
/// start.
void ChartDesk::start(Chart &chart)
{
    if (!m_context.hasRest()) {
        chart.started = true;
        chart.feed->setWithoutHistory();
        goLive(chart);
    } else if (m_join.isJoined(chart.instrument)) {
        chart.started = true;
        goLive(chart);
        askPage(chart);
    } else if (!m_context.streams.isHoped(chart.assetClass)
               || !m_context.has(chart.assetClass, DataKind::StreamBars)) {
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
        if (chart.started)
            beginAgain(chart);
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
    // Where requests are few each is to bring all that it can
    if (m_context.isScarce(chart.assetClass))
        chart.feed->setPageLength(fullPageLength(chart.feed->timeframe()));
    const std::optional<ChartFeed::Range> range
        = chart.feed->beginPage(m_context.viewNow(chart.assetClass));
    if (!range)
        return;
    BarHistory::Wish wish = wishFor(*chart.feed, { range->from, range->to + 1ms });
    wish.onPart = [this, id = chart.feed->id()](BarHistory::Part &&part) { onPart(id, part); };
    wish.onDone = [this, id = chart.feed->id()](const BarHistory::Outcome &outcome) {
        onPage(id, outcome);
    };
    chart.page.id = m_history.ask(std::move(wish));
}

void ChartDesk::onPart(quint64 id, BarHistory::Part &part)
{
    Chart *chart = find(id);
    if (!chart)
        return;
    chart->feed->addPart(std::move(part.bars), part.range, part.provider);
    emit changed();
}

void ChartDesk::onPage(quint64 id, const BarHistory::Outcome &outcome)
{
    Chart *chart = find(id);
    if (!chart)
        return;
    chart->page.id = 0;
    if (!outcome.missing.empty()) {
        chart->feed->failPage(outcome.error.detail, RetryWait::isFinal(outcome.error.code),
                              outcome.missing);
        fail(chart->page, outcome.error);
    } else {
        chart->page.retry.settle();
        chart->feed->endPage();
        if (chart->feed->wantsMore())
            askPage(*chart);
    }
    emit changed();
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
    m_ofTrades.tick();
}

void ChartDesk::cancel(const Chart &chart)
{
    for (const quint64 wish : { chart.look, chart.page.id })
        m_history.cancel(wish);
    for (const Request &request : { chart.seed, chart.days })
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
    chart.seed.id = askBars(chart, base, *range, [this](Chart &own, Result<BarsPage> &&page) {
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
    const Timeframe day(1, TimeUnit::Day);
    const Timestamp today = day.windowStart(m_context.viewNow(chart.assetClass), chart.assetClass);
    if (range->from >= today) {
        chart.feed->seedDays({});
        return;
    }
    const ChartFeed::Range closed { range->from, today - 1ms };
    chart.days.id = askBars(chart, day, closed, [this](Chart &own, Result<BarsPage> &&page) {
        if (!page) {
            fail(own.days, page.error());
            return;
        }
        own.days = {};
        own.feed->seedDays(page->bars);
    });
}

/// take is not called any more once the chart is gone: its requests are cancelled with it.
quint64 ChartDesk::askBars(const Chart &chart, Timeframe timeframe, const ChartFeed::Range &range,
                           std::function<void(Chart &, Result<BarsPage> &&)> take)
{
    const BarQuery bars { chart.feed->symbol(), timeframe, true, { range.from, range.to + 1ms } };
    const BarSource::Question question = MassiveBars().question(bars);
    return m_context.requests.ask(
        question.path, question.query,
        { RestPriority::Interactive, RestPurpose::FormingBar, bars.symbol },
        [this, id = chart.feed->id(), bars, take = std::move(take)](const RestReply &reply) {
            take(*find(id), m_context.read(reply, [&bars](QByteArrayView body) {
                return MassiveBars().decode(bars, body);
            }));
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
    m_ofTrades.feed(instrument);
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
    std::vector<ChartUpdate> updates = m_ofTrades.take();
    for (auto &[id, chart] : m_charts) {
        if (chart.estimate) {
            takeEstimate(chart, updates);
            continue;
        }
        const DataBadge &badge = m_context.hub->badge(chart.assetClass);
        if (!chart.feed->isDirty() && chart.badge == badge)
            continue;
        chart.badge = badge;
        updates.push_back(chart.feed->take());
        updates.back().badge = chart.badge;
    }
    return updates;
}

// --- estimated bars
// ------------------------------------------------------------------------------------------------

void ChartDesk::takeEstimate(Chart &chart, std::vector<ChartUpdate> &updates)
{
    if (chart.feed->isDirty())
        chart.estimate->add(chart.feed->take());
    if (chart.estimate->hasWork() || chart.estimate->isOutdated())
        m_turn.start(0ms);
    DataBadge badge = m_context.hub->badge(chart.assetClass);
    badge.estimated = true;
    if (!chart.estimate->isDirty() && chart.badge == badge)
        return;
    chart.badge = badge;
    updates.push_back(chart.estimate->take());
    updates.back().badge = badge;
}

/// A slice of each.
void ChartDesk::workOnEstimates()
{
    bool isAnew = false;
    for (auto &[id, chart] : m_charts) {
        if (!chart.estimate)
            continue;
        if (chart.estimate->isOutdated()) {
            beginAgain(chart);
            isAnew = true;
        } else if (chart.estimate->hasWork()) {
            chart.estimate->work(TradeBarDesk::ticksPerTurn);
        }
    }
    if (isAnew)
        startAll();
    emit changed();
}

} // namespace tapeline
