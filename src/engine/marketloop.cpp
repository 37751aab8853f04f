#include "marketloop.h"

#include "easterntime.h"
#include "restdecoder.h"

#include <QUrl>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto statusInterval = 250ms;
/// How long a chart waits for the stream to acknowledge its trades before history is shown without
/// them.
constexpr auto acknowledgementPatience = 1500ms;
constexpr int rowsPerPage = 50'000;

QStringList pairsOf(const QString &symbol)
{
    return { u"T."_s + symbol, u"Q."_s + symbol, u"A."_s + symbol, u"AM."_s + symbol,
             u"LULD."_s + symbol };
}

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

DayFigures dayFiguresOf(const StockSnapshot &snapshot)
{
    DayFigures figures;
    figures.asOf = snapshot.updated;
    figures.previousClose = snapshot.previousDay.close;
    figures.volume = snapshot.day.volume;
    figures.vwap = snapshot.day.vwap;
    if (snapshot.day.hasPrices) {
        figures.open = snapshot.day.open;
        figures.high = snapshot.day.high;
        figures.low = snapshot.day.low;
        figures.last = snapshot.day.close;
    }
    if (snapshot.lastTrade && snapshot.lastTrade->price != Price())
        figures.last = snapshot.lastTrade->price;
    return figures;
}

} // namespace

MarketLoop::MarketLoop(FrameQueue &frames, PublishedState &published, const WallClock &wall)
    : m_frames(frames)
    , m_published(published)
    , m_wall(wall)
    , m_clock(wall)
    , m_statusTimer(this)
{
    connect(&m_statusTimer, &QTimer::timeout, this, &MarketLoop::publishStatus);
}

MarketLoop::~MarketLoop() = default;

// --- the source
// ----------------------------------------------------------------------------------------------------

void MarketLoop::setSource(const SourceSpec &source, std::function<Timestamp()> trueTime)
{
    m_trueTime = std::move(trueTime);
    for (const quint64 id : m_handlers.keys())
        emit requestCancelled(id);
    m_handlers.clear();
    m_source = source;
    m_calendar = {};
    m_hub = std::make_unique<MarketHub>(
        m_calendar, hasRest() ? MarketHub::Bars::Spliced : MarketHub::Bars::FromStreamOnly);
    m_decoder = std::make_unique<StreamDecoder>(m_hub->symbols());
    m_hub->setBadge({ .source = source.source, .recency = source.recency });
    m_subscribed.clear();
    m_wantFigures.clear();
    m_figuresUnderWay = false;
    m_directory.clear();
    m_latencyMicroseconds = -1;
    m_status = {};
    m_status.source = source.source;
    m_status.recency = source.recency;
    m_status.speed = source.speed;
    m_status.restLimit = source.requestsPerMinute;

    for (auto &[id, chart] : m_charts)
        chart = newChart(id, chart.feed->symbol(), chart.feed->timeframe());
    for (const QString &symbol : m_interest.keys()) {
        m_wantFigures.insert(symbol);
        m_hub->state(symbol).tapeInterest = m_tapes.value(symbol);
        emit subscribeRequested(pairsOf(symbol));
    }
    if (hasRest()) {
        askServerTime();
        askDirectory({});
        askDayFigures();
    }
    for (auto &[id, chart] : m_charts)
        startChart(chart);
    if (!m_statusTimer.isActive())
        m_statusTimer.start(statusInterval);
    publish();
    publishStatus();
}

Timestamp MarketLoop::marketNow() const
{
    if (m_trueTime)
        return m_trueTime();
    if (m_source.source == DataSource::Replay)
        return m_hub->newestEvent();
    return m_clock.isSet() ? m_clock.now() : m_wall.utc();
}

void MarketLoop::onSpeed(double speed)
{
    m_source.speed = m_status.speed = speed;
    publishStatus();
}

void MarketLoop::onStreamState(StreamState state, const QString &detail)
{
    m_status.stream = state;
    m_status.detail = detail;
    if (m_hub) {
        if (!streamIsHoped())
            for (auto &[id, chart] : m_charts)
                startChart(chart);
        m_hub->setBadge({ .source = m_source.source,
                          .recency = m_source.recency,
                          .stale = state == StreamState::Stale });
        publish();
    }
    publishStatus();
}

void MarketLoop::onGap(qint64 fromNs, qint64 toNs)
{
    if (!m_hub)
        return;
    // Gap times are wall clock; what counts is the market's time now and the newest event that came
    Q_UNUSED(fromNs);
    Q_UNUSED(toNs);
    const Timestamp from = m_hub->newestEvent();
    m_subscribed.clear();
    for (auto &[id, chart] : m_charts) {
        chart.feed->markGap(from, marketNow());
        m_hub->state(chart.instrument).bars.begin();
    }
    for (const QString &symbol : m_interest.keys())
        m_wantFigures.insert(symbol);
    if (hasRest())
        askDayFigures();
}

// --- interest
// ------------------------------------------------------------------------------------------------------

void MarketLoop::watch(const QString &symbol)
{
    addInterest(symbol);
}

void MarketLoop::unwatch(const QString &symbol)
{
    dropInterest(symbol);
}

void MarketLoop::addInterest(const QString &symbol)
{
    if (m_interest[symbol]++ > 0 || !m_hub)
        return;
    emit subscribeRequested(pairsOf(symbol));
    m_wantFigures.insert(symbol);
    if (hasRest())
        askDayFigures();
}

void MarketLoop::dropInterest(const QString &symbol)
{
    const auto count = m_interest.find(symbol);
    if (count == m_interest.end() || --*count > 0)
        return;
    m_interest.erase(count);
    m_subscribed.remove(symbol);
    emit unsubscribeRequested(pairsOf(symbol));
    if (m_hub && hasRest())
        m_hub->state(symbol).bars.stop();
}

void MarketLoop::openTape(const QString &symbol)
{
    addInterest(symbol);
    const int tapes = ++m_tapes[symbol];
    if (!m_hub)
        return;
    InstrumentState &state = m_hub->state(symbol);
    state.tapeInterest = tapes;
    TapeUpdate update;
    update.symbol = symbol;
    update.reset = true;
    update.prints.assign(state.recent.begin(), state.recent.end());
    state.unseen.clear();
    MarketUpdate published;
    published.tapes.push_back(std::move(update));
    m_published.publish(std::move(published));
}

void MarketLoop::closeTape(const QString &symbol)
{
    const int tapes = std::max(0, m_tapes.value(symbol) - 1);
    m_tapes[symbol] = tapes;
    if (m_hub) {
        InstrumentState &state = m_hub->state(symbol);
        state.tapeInterest = tapes;
        if (tapes == 0)
            state.unseen.clear();
    }
    dropInterest(symbol);
}

void MarketLoop::onSubscribed(const QString &pair)
{
    if (!pair.startsWith("T."_L1))
        return;
    const QString symbol = pair.mid(2);
    m_subscribed.insert(symbol);
    const InstrumentId id = m_hub->symbols().intern(symbol);
    const bool charted = std::any_of(m_charts.begin(), m_charts.end(), [id](const auto &entry) {
        return entry.second.instrument == id;
    });
    if (charted)
        beginLiveBars(id);
}

// --- charts
// --------------------------------------------------------------------------------------------------------

void MarketLoop::openChart(quint64 id, const QString &symbol, Timeframe timeframe)
{
    closeChart(id);
    addInterest(symbol);
    const auto entry = m_charts.insert_or_assign(id, newChart(id, symbol, timeframe)).first;
    if (!m_hub)
        return;
    startChart(entry->second);
    publish();
}

MarketLoop::Chart MarketLoop::newChart(quint64 id, const QString &symbol, Timeframe timeframe)
{
    Chart chart;
    chart.feed = std::make_unique<ChartFeed>(id, symbol, timeframe, m_calendar);
    chart.instrument = m_hub ? m_hub->symbols().intern(symbol) : InstrumentId();
    return chart;
}

void MarketLoop::closeChart(quint64 id)
{
    const auto entry = m_charts.find(id);
    if (entry == m_charts.end())
        return;
    const QString symbol = entry->second.feed->symbol();
    if (entry->second.pageRequest != 0) {
        m_handlers.remove(entry->second.pageRequest);
        emit requestCancelled(entry->second.pageRequest);
    }
    m_charts.erase(entry);
    dropInterest(symbol);
}

void MarketLoop::loadEarlier(quint64 id)
{
    if (Chart *chart = findChart(id); chart && hasRest()) {
        askPage(*chart);
        publish();
    }
}

MarketLoop::Chart *MarketLoop::findChart(quint64 id)
{
    const auto entry = m_charts.find(id);
    return entry == m_charts.end() ? nullptr : &entry->second;
}

/// History is asked for once the live bars are under way, so that it reaches at least up to their
/// start.
void MarketLoop::startChart(Chart &chart)
{
    const bool ready = m_hub->state(chart.instrument).bars.state() == LiveBars::State::Ready;
    if (ready)
        goLive(chart);
    if (!hasRest()) {
        chart.feed->setWithoutHistory();
        return;
    }
    if (ready || !streamIsHoped()) {
        askPage(chart);
    } else if (m_subscribed.contains(chart.feed->symbol())) {
        beginLiveBars(chart.instrument);
    } else {
        QTimer::singleShot(acknowledgementPatience, this,
                           [this, id = chart.feed->id()] { giveUpWaitingForTrades(id); });
    }
}

/// The stream may yet acknowledge a subscription.
bool MarketLoop::streamIsHoped() const
{
    switch (m_status.stream) {
    case StreamState::Connecting:
    case StreamState::Authenticating:
    case StreamState::Live:
    case StreamState::Stale:
        return true;
    case StreamState::Offline:
    case StreamState::WaitingToRetry:
    case StreamState::Refused:
    case StreamState::Evicted:
        return false;
    }
    Q_UNREACHABLE();
}

/// No trades for this chart (the plan lacks them, or the symbol is unknown): history now, and whole
/// bars as the service publishes them from the next minute on.
void MarketLoop::giveUpWaitingForTrades(quint64 id)
{
    Chart *chart = findChart(id);
    if (!chart || m_hub->state(chart->instrument).bars.state() != LiveBars::State::Idle)
        return;
    LiveBars &bars = m_hub->state(chart->instrument).bars;
    bars.begin();
    bars.splice({},
                Timeframe(1, TimeUnit::Minute)
                    .nextWindow(Timeframe(1, TimeUnit::Minute).windowStart(marketNow())));
    onSpliced(chart->instrument);
}

void MarketLoop::beginLiveBars(InstrumentId id)
{
    LiveBars &bars = m_hub->state(id).bars;
    if (bars.state() == LiveBars::State::Ready)
        return;
    bars.begin();
    askSplice(id);
}

/// Fetches the trades since the start of the minute under way, to be joined with the stream's by
/// sequence.
void MarketLoop::askSplice(InstrumentId id)
{
    const QString symbol = m_hub->symbols().symbol(id);
    const Timestamp from = Timeframe(1, TimeUnit::Minute).windowStart(marketNow());
    const QUrlQuery query { { u"timestamp.gte"_s, QString::number(toNs(from)) },
                            { u"order"_s, u"asc"_s },
                            { u"limit"_s, QString::number(rowsPerPage) } };
    ask(u"/v3/trades/"_s + symbol, query, RestPriority::Interactive,
        [this, id, from](const RestReply &reply) {
            LiveBars &bars = m_hub->state(id).bars;
            if (bars.state() != LiveBars::State::Buffering)
                return;
            const Result<TradesPage> page = reply.ok
                ? decodeTrades(reply.body, id)
                : Result<TradesPage>(Error { reply.error, reply.detail });
            if (page) {
                bars.splice(page->trades, from);
            } else {
                // The minute under way cannot be completed: ours are whole from the next one on
                bars.splice({}, from + 1min);
            }
            onSpliced(id);
        });
}

void MarketLoop::onSpliced(InstrumentId id)
{
    for (auto &[key, chart] : m_charts) {
        if (chart.instrument != id)
            continue;
        goLive(chart);
        askPage(chart);
    }
    feedCharts({ id });
    publish();
}

void MarketLoop::goLive(Chart &chart)
{
    const LiveBars &bars = m_hub->state(chart.instrument).bars;
    const std::optional<ChartFeed::Range> missing = chart.feed->setLive(bars.readyFrom());
    const auto &own = chart.feed->baseUnit() == TimeUnit::Second ? bars.seconds() : bars.minutes();
    if (missing && hasRest())
        askSeed(chart, *missing);
    else if (missing)
        chart.feed->seed({});
    if (const auto days = chart.feed->daysToSeed()) {
        if (hasRest())
            askDays(chart, *days);
        else
            chart.feed->seedDays({});
    }
    for (const auto &[start, bar] : own)
        chart.feed->updateBase(bar);
}

void MarketLoop::askPage(Chart &chart)
{
    const std::optional<ChartFeed::Range> range = chart.feed->beginPage(marketNow());
    if (!range)
        return;
    struct Progress
    {
        std::vector<Candle> bars;
    };
    const auto gathered = std::make_shared<Progress>();
    const quint64 chartId = chart.feed->id();
    const auto handler = std::make_shared<Handler>();
    // Holds itself only through m_handlers: gone with the last request
    *handler = [this, gathered, chartId, range = *range,
                weak = std::weak_ptr<Handler>(handler)](const RestReply &reply) {
        Chart *own = findChart(chartId);
        if (!own)
            return;
        own->pageRequest = 0;
        const Result<BarsPage> page = reply.ok
            ? decodeBars(reply.body)
            : Result<BarsPage>(Error { reply.error, reply.detail });
        if (!page) {
            own->feed->failPage(page.error().detail, page.error().code == Error::Code::NotEntitled);
            publish();
            return;
        }
        gathered->bars.insert(gathered->bars.end(), page->bars.begin(), page->bars.end());
        if (!page->nextUrl.isEmpty()) {
            own->feed->setProgress(progressOf(gathered->bars, range));
            if (const auto self = weak.lock())
                own->pageRequest = ask(page->nextUrl, {}, RestPriority::OnScreen,
                                       [self](const RestReply &next) { (*self)(next); });
            publish();
            return;
        }
        own->feed->addPage(std::move(gathered->bars));
        if (own->feed->wantsMore())
            askPage(*own);
        publish();
    };
    chart.pageRequest
        = ask(barsPath(chart.feed->symbol(), chart.feed->timeframe(), *range), barsQuery(),
              RestPriority::OnScreen, [handler](const RestReply &reply) { (*handler)(reply); });
}

void MarketLoop::askSeed(Chart &chart, const ChartFeed::Range &range)
{
    const Timeframe base(1, chart.feed->baseUnit());
    ask(barsPath(chart.feed->symbol(), base, range), barsQuery(), RestPriority::Interactive,
        [this, id = chart.feed->id()](const RestReply &reply) {
            Chart *own = findChart(id);
            const Result<BarsPage> page
                = reply.ok ? decodeBars(reply.body) : Result<BarsPage>(Error { reply.error, {} });
            if (own && page) // else history goes on speaking for the window under way
                own->feed->seed(page->bars);
            publish();
        });
}

void MarketLoop::askDays(Chart &chart, const ChartFeed::Range &range)
{
    // Up to yesterday: today comes from its minutes
    const Timestamp today = easterntime::at(easterntime::date(marketNow()));
    if (range.from >= today) {
        chart.feed->seedDays({});
        return;
    }
    const ChartFeed::Range closed { range.from, today - 1ms };
    ask(barsPath(chart.feed->symbol(), Timeframe(1, TimeUnit::Day), closed), barsQuery(),
        RestPriority::Interactive, [this, id = chart.feed->id(), today](const RestReply &reply) {
            Chart *own = findChart(id);
            Result<BarsPage> page
                = reply.ok ? decodeBars(reply.body) : Result<BarsPage>(Error { reply.error, {} });
            if (own && page) {
                std::erase_if(page->bars,
                              [today](const Candle &day) { return day.start >= today; });
                own->feed->seedDays(page->bars);
            }
            publish();
        });
}

// --- requests
// ------------------------------------------------------------------------------------------------------

quint64 MarketLoop::ask(const QString &path, const QUrlQuery &query, RestPriority priority,
                        Handler handler)
{
    RestRequest request;
    request.id = m_nextRequest++;
    request.path = path;
    request.query = query;
    request.priority = priority;
    m_handlers.insert(request.id, std::move(handler));
    emit requestWanted(request);
    return request.id;
}

void MarketLoop::onReply(const RestReply &reply)
{
    const Handler handler = m_handlers.take(reply.id);
    if (handler)
        handler(reply);
}

void MarketLoop::askServerTime()
{
    ask(u"/v1/marketstatus/now"_s, {}, RestPriority::Interactive, [this](const RestReply &reply) {
        const Result<MarketStatusNow> status = reply.ok
            ? decodeMarketStatus(reply.body)
            : Result<MarketStatusNow>(Error { reply.error, reply.detail });
        if (status)
            m_clock.reset(status->serverTime, m_source.speed);
        publishStatus();
    });
    ask(u"/v1/marketstatus/upcoming"_s, {}, RestPriority::Background,
        [this](const RestReply &reply) {
            const Result<QList<CalendarException>> days = reply.ok
                ? decodeUpcomingHolidays(reply.body)
                : Result<QList<CalendarException>>(Error { reply.error, reply.detail });
            if (days)
                m_calendar.setExceptions(*days);
        });
}

void MarketLoop::askDirectory(const QString &nextUrl)
{
    const QUrlQuery query { { u"market"_s, u"stocks"_s },
                            { u"active"_s, u"true"_s },
                            { u"limit"_s, u"1000"_s } };
    ask(nextUrl.isEmpty() ? u"/v3/reference/tickers"_s : nextUrl,
        nextUrl.isEmpty() ? query : QUrlQuery(), RestPriority::Background,
        [this](const RestReply &reply) {
            const Result<TickersPage> page = reply.ok
                ? decodeTickers(reply.body)
                : Result<TickersPage>(Error { reply.error, reply.detail });
            if (!page)
                return;
            for (const TickerInfo &info : page->tickers)
                m_directory.push_back({ info.symbol, info.name, AssetClass::Stocks });
            if (!page->nextUrl.isEmpty())
                askDirectory(page->nextUrl);
            MarketUpdate update;
            update.directory = m_directory;
            m_published.publish(std::move(update));
        });
}

/// One request for all symbols that still want their day's figures; asked again when more came
/// meanwhile.
void MarketLoop::askDayFigures()
{
    if (m_figuresUnderWay || m_wantFigures.isEmpty())
        return;
    m_figuresUnderWay = true;
    const QStringList symbols(m_wantFigures.begin(), m_wantFigures.end());
    m_wantFigures.clear();
    const QUrlQuery query { { u"tickers"_s, symbols.join(u',') } };
    ask(u"/v2/snapshot/locale/us/markets/stocks/tickers"_s, query, RestPriority::OnScreen,
        [this](const RestReply &reply) {
            m_figuresUnderWay = false;
            const Result<StockSnapshotsPage> page = reply.ok
                ? decodeStockSnapshots(reply.body)
                : Result<StockSnapshotsPage>(Error { reply.error, reply.detail });
            if (page) {
                for (const StockSnapshot &snapshot : page->snapshots) {
                    const InstrumentId id = m_hub->symbols().intern(snapshot.symbol);
                    m_hub->applyDayFigures(id, dayFiguresOf(snapshot));
                }
            }
            askDayFigures();
            publish();
        });
}

// --- the stream
// ----------------------------------------------------------------------------------------------------

void MarketLoop::processFrames()
{
    FrameQueue::Batch frames = m_frames.take();
    if (!m_hub)
        return;
    if (frames.lostFrames > 0) {
        m_status.lost += frames.lostFrames;
        m_status.lagging = true;
        onGap(0, 0);
    }
    std::vector<InstrumentId> changed;
    for (const FrameQueue::Frame &frame : frames.frames) {
        m_batch.clear();
        const Result<void> decoded = m_decoder->decode(frame.bytes, m_batch);
        if (!decoded) {
            ++m_status.lost;
            continue;
        }
        m_hub->apply(m_batch);
        m_messages += static_cast<qint64>(m_batch.events.size());
        for (const StreamStatus &status : m_batch.statuses)
            if (status.status == "success"_L1 && status.message.startsWith("subscribed to: "_L1))
                onSubscribed(status.message.mid(15));
        for (const Trade &trade : m_hub->dayOnlyTrades())
            for (auto &[id, chart] : m_charts)
                if (chart.instrument == trade.instrument)
                    chart.feed->addDayOnlyTrade(trade);
    }
    m_clock.observe(m_hub->newestEvent());
    publish();
}

void MarketLoop::feedCharts(const std::vector<InstrumentId> &changed)
{
    for (const InstrumentId id : changed) {
        LiveBars &bars = m_hub->state(id).bars;
        if (bars.state() != LiveBars::State::Ready)
            continue;
        const std::vector<Timestamp> minutes = bars.takeChangedMinutes();
        const std::vector<Timestamp> seconds = bars.takeChangedSeconds();
        for (auto &[key, chart] : m_charts) {
            if (chart.instrument != id)
                continue;
            const bool ofSeconds = chart.feed->baseUnit() == TimeUnit::Second;
            const auto &own = ofSeconds ? bars.seconds() : bars.minutes();
            for (const Timestamp start : ofSeconds ? seconds : minutes)
                if (const auto bar = own.find(start); bar != own.end())
                    chart.feed->updateBase(bar->second);
        }
    }
}

// --- publishing
// ----------------------------------------------------------------------------------------------------

void MarketLoop::publish()
{
    if (!m_hub)
        return;
    MarketUpdate update;
    const std::vector<InstrumentId> changed = m_hub->takeDirty();
    feedCharts(changed);
    for (const InstrumentId id : changed) {
        InstrumentState &state = m_hub->state(id);
        update.snapshots.push_back(state.snapshot);
        if (!state.unseen.empty()) {
            TapeUpdate tape;
            tape.symbol = state.snapshot.symbol;
            tape.prints = std::exchange(state.unseen, {});
            update.tapes.push_back(std::move(tape));
        }
    }
    for (auto &[id, chart] : m_charts) {
        if (!chart.feed->isDirty())
            continue;
        ChartUpdate bars = chart.feed->take();
        bars.badge = m_hub->badge();
        update.charts.push_back(std::move(bars));
    }
    m_published.publish(std::move(update));
}

void MarketLoop::publishStatus()
{
    if (!m_hub)
        return;
    const Duration now = m_wall.monotonic();
    const double seconds = std::chrono::duration<double>(now - m_messagesSince).count();
    if (seconds >= 0.9) {
        m_status.messagesPerSecond = double(m_messages) / seconds;
        m_messages = 0;
        m_messagesSince = now;
    }
    m_status.marketTime = marketNow();
    m_status.part = m_calendar.partAt(m_status.marketTime);
    const MarketCalendar::Change next = m_calendar.nextChange(m_status.marketTime);
    m_status.nextChange = next.at;
    m_status.nextPart = next.part;
    MarketUpdate update;
    update.status = m_status;
    m_published.publish(std::move(update));
    m_status.lagging = false;
}

void MarketLoop::onBudget(int used, int limit, int queued)
{
    m_status.restUsed = used;
    m_status.restLimit = limit;
    m_status.restQueued = queued;
}

} // namespace tapeline
