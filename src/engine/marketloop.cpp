#include "marketloop.h"

#include "massivebars.h"
#include "symbology.h"
#include "yahoobars.h"

#include <QFileInfo>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto tickInterval = 250ms;
/// Acknowledgements follow a refusal within this time.
constexpr auto refusalSettling = 2s;
/// A longer absence may have been this computer's.
constexpr Duration longestClockTrust = 10s;
/// After a longer absence charts begin anew instead of being mended.
constexpr Duration longestMend = 12h;
/// They stay in the processor's cache, and are enough for what is fetched ahead.
constexpr std::size_t eventsAtOnce = 256;

} // namespace

MarketLoop::MarketLoop(FrameQueue &frames, PublishedState &published, const WallClock &wall,
                       PaperOutbox *paper)
    : m_frames(frames)
    , m_published(published)
    , m_context(wall, this)
    , m_refusalTimer(this)
    , m_tickTimer(this)
{
    m_refusalTimer.setSingleShot(true);
    connect(&m_refusalTimer, &QTimer::timeout, this, &MarketLoop::judgeRefusals);
    connect(&m_tickTimer, &QTimer::timeout, this, &MarketLoop::tick);
    connect(&m_context.requests, &RequestBook::failed, this, &MarketLoop::onRequestFailed);
    connect(&m_context.requests, &RequestBook::answered, this, &MarketLoop::publish);
    connect(&m_facts, &ServiceFacts::timeKnown, this, &MarketLoop::onTimeKnown);
    connect(&m_facts, &ServiceFacts::timeKnown, &m_companies, &CompanyDesk::onTimeKnown);
    connect(&m_companies, &CompanyDesk::answered, this, &MarketLoop::publish);
    connect(&m_chains, &ChainDesk::followed, this, &MarketLoop::watch);
    connect(&m_chains, &ChainDesk::released, this, &MarketLoop::unwatch);
    connect(&m_confirmer, &BarConfirmer::confirmed, &m_charts, &ChartDesk::feed);
    connect(&m_splits, &SplitWatch::adjustedForgotten, this,
            [this](const QString &symbol) { m_charts.restart(symbol); });
    connect(&m_comparison, &ComparisonDesk::disagreed, this, &MarketLoop::onDisagreement);
    connect(&m_charts, &ChartDesk::changed, this, &MarketLoop::publish);
    connect(&m_flows, &FlowDesk::summed, this, &MarketLoop::publish);
    connectOptionFlow();
    if (!paper)
        return;
    m_paper = new PaperTrading(m_context, *paper, { m_chains.inputs(), m_history, m_flows }, this);
    connect(m_paper, &PaperTrading::followed, this, &MarketLoop::watch);
    connect(m_paper, &PaperTrading::released, this, &MarketLoop::unwatch);
}

MarketLoop::~MarketLoop()
{
    if (m_paper)
        m_paper->close(); // while there are symbols
}

// --- the source
// ----------------------------------------------------------------------------------------------------

void MarketLoop::setSource(const SourceSpec &source, std::function<Timestamp()> trueTime)
{
    if (m_paper)
        m_paper->close();
    m_context.setSource(source, std::move(trueTime));
    m_standIn.cancelAll();
    m_history.reset();
    m_loans.reset();
    chooseProviders();
    m_downloads.reset();
    m_splits.reset();
    m_companies.reset();
    m_chains.reset();
    m_comparison.reset();
    for (const AssetClass market : allAssetClasses)
        m_decoders[std::size_t(market)]
            = std::make_unique<StreamDecoder>(m_context.hub->symbols(), market);
    m_join.reset();
    m_confirmer.reset();
    m_charts.reset();
    m_flows.reset();
    m_books.reset();
    for (const AssetClass market : allAssetClasses)
        m_interest.onConnected(market);
    m_refusalTimer.stop();
    m_refusing.clear();
    m_meters.reset();
    m_completedUntil = {};
    m_metered = {};
    m_hasEvents = false;
    m_status = {};
    m_status.source = source.source;
    m_status.recency = m_context.recency(AssetClass::Stocks);
    m_status.speed = source.speed;
    m_status.restLimit = m_context.capabilities.requestsPerMinute(Product::Stocks);
    log(ConnectionEvent::Kind::Opened, source.addresses.rest.host());
    for (const QString &symbol : m_interest.symbols()) {
        m_context.hub->state(symbol).tapeInterest = m_tapes.value(symbol);
        subscribe(symbol, StreamInterest::pairs(symbol, m_context.capabilities));
    }
    for (const QString &symbol : m_books.symbols())
        subscribe(symbol, depthPairs(symbol));
    m_optionFlow.reset();
    // Marks every instrument: nothing of the old source stays on screen under the new one's name
    for (const AssetClass assetClass : allAssetClasses)
        m_context.hub->setBadge(
            assetClass, { .source = source.source, .recency = m_context.recency(assetClass) });
    for (auto tape = m_tapes.cbegin(); tape != m_tapes.cend(); ++tape)
        if (tape.value() > 0)
            publishTape(tape.key());
    m_facts.start();
    for (const QString &symbol : m_interest.symbols())
        m_facts.wantFigures(symbol);
    if (m_paper)
        m_paper->onSource();
    if (!m_tickTimer.isActive())
        m_tickTimer.start(tickInterval);
    publish();
    publishStatus();
}

void MarketLoop::setStore(BarStore *store)
{
    m_history.setStore(store);
    m_downloads.setStore(store);
    m_splits.setStore(store);
    m_companies.setStore(store);
    m_facts.setStore(store);
}

void MarketLoop::setDataSettings(const DataSettings &settings, const SourceOrder &order)
{
    m_dataSettings = settings;
    m_sourceOrder = order;
    if (!settings.yahoo)
        m_history.abandon(m_standIn);
    if (m_context.hasSource())
        chooseProviders();
}

/// Nobody stands in for a market that is simulated.
void MarketLoop::chooseProviders()
{
    ProviderManager &providers = m_history.providers();
    providers.forgetOthers();
    const auto chosen = std::make_shared<MassiveBars>();
    providers.setChosen(chosen, m_context.requests, m_context.source.cacheOrigin());
    const bool mayStandIn = m_dataSettings.yahoo && m_context.source.source == DataSource::Live;
    if (mayStandIn)
        providers.add(std::make_shared<YahooBars>(), m_standIn);
    providers.setOrder(mayStandIn ? m_sourceOrder : SourceOrder());
    m_comparison.configure(mayStandIn, m_dataSettings.discrepancyPercent);
}

void MarketLoop::onDisagreement(const Discrepancy &discrepancy)
{
    const QString detail = u"%1 here, %2 at Yahoo Finance: %3 % apart"_s.arg(
        discrepancy.a.toString(), discrepancy.b.toString(),
        QString::number(discrepancy.percent, 'f', 2));
    m_context.log.add({ .kind = ConnectionEvent::Kind::PricesDiffer,
                        .symbol = discrepancy.symbol,
                        .detail = detail });
}

void MarketLoop::rewind()
{
    if (!m_context.hasSource() || m_context.hasRest())
        return;
    if (m_paper)
        m_paper->branchOnSource();
    setSource(SourceSpec(m_context.source));
    emit readyToWind();
}

void MarketLoop::onArrived(qint64 atNs)
{
    if (m_paper)
        m_paper->openBranch(fromNs(atNs));
    emit readyToGoOn();
}

/// Only now it is known where history ends.
void MarketLoop::onTimeKnown()
{
    for (const AssetClass assetClass : allAssetClasses)
        m_completedUntil[std::size_t(assetClass)] = m_context.completedUntil(assetClass);
    joinAgain();
    m_charts.startAll();
    m_flows.onTimeKnown();
    m_downloads.onTimeKnown();
    m_chains.onTimeKnown();
    if (m_paper)
        m_paper->onTimeKnown();
    publish();
    publishStatus();
}

void MarketLoop::onSpeed(double speed)
{
    m_context.source.speed = m_status.speed = speed;
    publishStatus();
}

/// Days have ended that an end-of-day plan may see from now on.
void MarketLoop::noteCompletedSessions()
{
    for (const AssetClass assetClass : allAssetClasses) {
        if (m_context.recency(assetClass) != Recency::EndOfDay)
            continue;
        Timestamp &known = m_completedUntil[std::size_t(assetClass)];
        const Timestamp before = std::exchange(known, m_context.completedUntil(assetClass));
        if (known == before)
            continue;
        for (const QString &symbol : m_interest.symbols())
            if (symbology::classOf(symbol) == assetClass)
                m_facts.wantFigures(symbol);
        m_charts.restartAll(assetClass);
    }
}

// --- the connection
// ------------------------------------------------------------------------------------------------

/// A recording has ended of which no frame could be read.
bool MarketLoop::isUnreadable(StreamState state) const
{
    return m_context.hasSource() && m_context.source.source == DataSource::Replay
        && state == StreamState::Offline && m_status.lost > 0 && !m_hasEvents;
}

void MarketLoop::onStreamState(AssetClass market, StreamState state, const QString &detail)
{
    if (isUnreadable(state)) {
        const QString name = QFileInfo(m_context.source.replayFile).fileName();
        return onStreamState(market, StreamState::Refused,
                             u"The recording %1 holds no frame that can be read."_s.arg(name));
    }
    const StreamState before = m_context.streams.set(market, state, detail);
    if (!m_context.hasSource())
        return;
    logStreamState(market, before, detail);
    tellPaper();
    if (state == StreamState::Live)
        joinAgain();
    else if (state != StreamState::Stale)
        m_refusing.remove(market); // what was not acknowledged was not refused
    if (m_facts.isTimeKnown())
        m_charts.startAll();
    setBadges(market);
    publish();
    publishStatus();
}

/// Of all instruments whose data comes on a stream.
void MarketLoop::setBadges(AssetClass stream)
{
    for (const AssetClass assetClass : allAssetClasses) {
        if (!m_context.streams.carries(stream, assetClass))
            continue;
        m_context.hub->setBadge(assetClass,
                                { .source = m_context.source.source,
                                  .recency = m_context.recency(assetClass),
                                  .stale = m_context.streams.isAway(assetClass) });
    }
}

/// Orders wait while the stream of stocks is away, or where there is none, while no other one is
/// up.
void MarketLoop::tellPaper()
{
    if (!m_paper)
        return;
    const bool hasStocks = m_context.has(AssetClass::Stocks, DataKind::StreamBars);
    m_paper->setStreaming(std::ranges::any_of(allAssetClasses, [&](AssetClass market) {
        return m_context.streams.of(market).state == StreamState::Live
            && (!hasStocks || market == AssetClass::Stocks);
    }));
}

void MarketLoop::logStreamState(AssetClass market, StreamState before, const QString &detail)
{
    using enum ConnectionEvent::Kind;
    const StreamLinks::Link &link = m_context.streams.of(market);
    const QString told = market == AssetClass::Stocks || detail.isEmpty()
        ? detail
        : u"%1: %2"_s.arg(streamMarket(market), detail);
    switch (link.state) {
    case StreamState::Live:
        log(before == StreamState::Stale ? Heard : Connected,
            market == AssetClass::Stocks ? told : streamMarket(market));
        return;
    case StreamState::Stale:
        log(Silent, told);
        return;
    case StreamState::Refused:
        log(Refused, told);
        return;
    case StreamState::WaitingToRetry:
    case StreamState::Evicted:
        log(link.state == StreamState::Evicted ? Evicted : Lost, told,
            std::max(link.retryAt - m_context.wall.utc(), Duration()));
        return;
    case StreamState::Offline:
    case StreamState::Connecting:
    case StreamState::Authenticating:
        return;
    }
}

/// Whatever was chosen.
void MarketLoop::onPlanHasNoStream(AssetClass market)
{
    if (m_context.hasSource() && m_context.has(market, DataKind::StreamBars))
        lowerPlan(market, DataKind::StreamBars);
}

/// Comes before the state that waits.
void MarketLoop::onRetryPlanned(AssetClass market, qint64 atUtcNs)
{
    m_context.streams.planRetry(market, fromNs(atUtcNs));
}

void MarketLoop::onGap(AssetClass stream, Duration length)
{
    noteGap(stream);
    if (m_paper)
        m_paper->onGap();
    if (length > longestClockTrust)
        m_facts.checkTime();
    for (const AssetClass assetClass : allAssetClasses)
        if (length > longestMend && m_context.streams.carries(stream, assetClass))
            beginAnew(assetClass);
    if (length <= longestMend)
        m_join.onBreak(stream, length);
    for (const QString &symbol : m_interest.symbols())
        if (m_context.streams.carries(stream, symbology::classOf(symbol)))
            m_facts.wantFigures(symbol);
}

/// Something of a stream is missing after what was applied so far.
void MarketLoop::noteGap(AssetClass stream)
{
    for (const AssetClass assetClass : allAssetClasses)
        if (m_context.streams.carries(stream, assetClass))
            m_context.hub->noteGap(assetClass);
    m_books.noteGap(stream);
    m_optionFlow.noteGap(stream);
}

/// Bars, tapes and charts as if they had just been opened.
void MarketLoop::beginAnew(AssetClass assetClass)
{
    m_join.endAll(assetClass);
    m_charts.restartAll(assetClass);
    joinAgain();
}

void MarketLoop::onSubscribed(AssetClass market, const QString &pair)
{
    m_interest.onAcknowledged(market, pair);
    if (pair == OptionFlowDesk::everyTrade)
        return;
    const QString symbol = StreamInterest::symbolOf(market, pair);
    if (pair == StreamInterest::barsPair(symbol, m_context.capabilities))
        m_join.onSubscribed(m_context.hub->symbols().intern(symbol));
}

void MarketLoop::onEntitlementRefused(AssetClass market)
{
    m_refusing.insert(market);
    m_refusalTimer.start(refusalSettling);
}

void MarketLoop::judgeRefusals()
{
    for (const AssetClass market : std::exchange(m_refusing, {}))
        if (m_context.hasSource())
            judgeRefusal(market);
}

/// The service does not say which channel it refused: those it acknowledged nowhere.
void MarketLoop::judgeRefusal(AssetClass market)
{
    const Product product = productOf(market);
    const bool isFlow = market == AssetClass::Options && m_optionFlow.isAsking();
    const QList<DataKind> refused
        = m_interest.unacknowledged(market, m_context.capabilities,
                                    isFlow ? std::optional(DataKind::StreamTrades) : std::nullopt);
    // The real-time host refuses a delayed plan everything
    const bool isAll = refused.contains(DataKind::StreamBars)
        || (!refused.isEmpty() && !m_interest.isAnythingAcknowledged(market));
    if (isAll && m_context.recency(market) == Recency::RealTime) {
        lowerPlan(market, DataKind::StreamQuotes);
        return;
    }
    for (const DataKind kind : refused) {
        m_context.capabilities.refuse(product, kind);
        logPlanLacks(market, kind);
    }
    if (refused.contains(DataKind::StreamQuotes))
        m_flows.restartAll();
    if (refused.contains(DataKind::StreamTrades)) {
        m_context.hub->setTradesFrom(market, LiveBars::From::SecondBars);
        beginAnew(market);
        m_optionFlow.onPlanChanged();
    }
    publishStatus();
}

/// The key has less than was chosen, and another host or none is the place for it: where the bars
/// of the stream are refused it has no stream at all, else the next plan that is late.
void MarketLoop::lowerPlan(AssetClass market, DataKind refused)
{
    logPlanLacks(market, refused);
    const Product product = productOf(market);
    PlanSet plans = m_context.capabilities.plans();
    const Plan chosen = plans.of(product);
    Plan lower = Plan::Basic;
    for (const Plan plan : plansFor(product))
        if (plan < chosen && refused != DataKind::StreamBars)
            lower = plan;
    plans.set(product, lower);
    SourceSpec spec = m_context.source;
    spec.capabilities = Capabilities(plans);
    emit planTooHigh(spec);
}

/// A symbol says whose plan it is; without one it is that of stocks.
void MarketLoop::logPlanLacks(AssetClass market, DataKind kind)
{
    QString symbol;
    for (const QString &wanted : m_interest.symbols())
        if (market != AssetClass::Stocks && symbology::classOf(wanted) == market)
            symbol = wanted;
    m_context.log.add({ .kind = ConnectionEvent::Kind::PlanLacks,
                        .data = kind,
                        .plan = Capabilities::cheapestFor(productOf(market), kind),
                        .symbol = symbol });
}

void MarketLoop::onRequestFailed(const QString &path, const RestReply &reply)
{
    if (reply.error == Error::Code::Cancelled || reply.error == Error::Code::NotFound)
        return;
    if (reply.error == Error::Code::Unauthorized) {
        log(ConnectionEvent::Kind::KeyRefused, reply.detail);
        return;
    }
    m_context.log.add({ .kind = ConnectionEvent::Kind::RequestFailed,
                        .symbol = path.section(u'?', 0, 0),
                        .detail = reply.detail });
}

void MarketLoop::onBudget(int used, int limit, int queued)
{
    m_status.restUsed = used;
    m_status.restLimit = limit;
    m_status.restQueued = queued;
}

// --- interest
// ------------------------------------------------------------------------------------------------------

void MarketLoop::watch(const QString &symbol)
{
    if (!m_interest.add(symbol) || !m_context.hasSource())
        return;
    subscribe(symbol, StreamInterest::pairs(symbol, m_context.capabilities));
    m_facts.wantFigures(symbol);
}

/// On its market's stream, which is opened for the first.
void MarketLoop::subscribe(const QString &symbol, const QStringList &pairs)
{
    if (pairs.isEmpty())
        return;
    const AssetClass market = symbology::classOf(symbol);
    m_context.hub->symbols().intern(symbol); // what it has heard of passes the sieve of options
    if (market != AssetClass::Stocks) // that one is opened with the source
        m_context.streams.open(market);
    emit subscribeRequested(market, pairs);
}

void MarketLoop::unsubscribe(const QString &symbol, const QStringList &pairs)
{
    if (!pairs.isEmpty())
        emit unsubscribeRequested(symbology::classOf(symbol), pairs);
}

void MarketLoop::unwatch(const QString &symbol)
{
    if (!m_interest.drop(symbol) || !m_context.hasSource())
        return;
    unsubscribe(symbol,
                StreamInterest::pairs(symbol, Capabilities(m_context.capabilities.plans())));
    if (m_context.hasRest()) // a recording plays all it holds
        m_context.hub->noteGap(m_context.hub->symbols().intern(symbol));
}

/// A symbol's bars and tape are kept whole for as long as a chart or a tape shows them.
void MarketLoop::addBars(const QString &symbol)
{
    watch(symbol);
    if (m_bars[symbol]++ == 0)
        joinAgain();
}

void MarketLoop::dropBars(const QString &symbol)
{
    if (--m_bars[symbol] <= 0) {
        m_bars.remove(symbol);
        if (m_context.hasSource() && m_context.hasRest()) {
            const InstrumentId id = m_context.hub->symbols().intern(symbol);
            m_join.end(id);
            m_confirmer.end(id);
        }
    }
    unwatch(symbol);
}

/// Begins to keep the bars of symbols that are shown and not kept yet.
void MarketLoop::joinAgain()
{
    if (!m_context.hasSource() || !m_context.hasRest() || !m_facts.isTimeKnown())
        return;
    for (auto shown = m_bars.cbegin(); shown != m_bars.cend(); ++shown) {
        const AssetClass market = symbology::classOf(shown.key());
        if (!m_context.streams.isHoped(market) || !m_context.has(market, DataKind::StreamBars))
            continue;
        const InstrumentId id = m_context.hub->symbols().intern(shown.key());
        m_join.begin(id);
        m_confirmer.begin(id);
        if (m_interest.isBarsAcknowledged(shown.key(), m_context.capabilities))
            m_join.onSubscribed(id);
    }
}

void MarketLoop::openTape(const QString &symbol)
{
    const int tapes = ++m_tapes[symbol];
    addBars(symbol);
    if (!m_context.hasSource())
        return;
    m_context.hub->state(symbol).tapeInterest = tapes;
    publishTape(symbol);
}

/// All there is of it, in place of what was shown.
void MarketLoop::publishTape(const QString &symbol)
{
    InstrumentState &state = m_context.hub->state(symbol);
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
    if (m_context.hasSource()) {
        InstrumentState &state = m_context.hub->state(symbol);
        state.tapeInterest = tapes;
        if (tapes == 0)
            state.unseen.clear();
    }
    dropBars(symbol);
}

void MarketLoop::openChart(quint64 id, const QString &symbol, Timeframe timeframe)
{
    closeChart(id);
    m_charts.open(id, symbol, timeframe);
    if (timeframe.isTimed()) // there is nothing to compare others with
        m_quality.open(id, symbol, timeframe);
    addBars(symbol);
    if (!m_context.hasSource())
        return;
    if (!m_context.hasRest() || m_facts.isTimeKnown())
        m_charts.startAll();
    publish();
}

void MarketLoop::closeChart(quint64 id)
{
    m_quality.close(id);
    if (const QString symbol = m_charts.close(id); !symbol.isEmpty())
        dropBars(symbol);
}

void MarketLoop::loadEarlier(quint64 id)
{
    m_charts.loadEarlier(id);
    publish();
}

void MarketLoop::openFlow(quint64 id, const QString &symbol, Timeframe timeframe,
                          ClassifierRule rule)
{
    closeFlow(id);
    m_flows.open(id, symbol, timeframe, rule);
    addBars(symbol);
    publish();
}

void MarketLoop::closeFlow(quint64 id)
{
    if (const QString symbol = m_flows.close(id); !symbol.isEmpty())
        dropBars(symbol);
}

void MarketLoop::openBook(quint64 id, const QString &symbol, Duration columnLength)
{
    closeBook(id);
    m_books.open(id, symbol, columnLength);
    watch(symbol);
    subscribe(symbol, depthPairs(symbol));
    publish();
}

void MarketLoop::closeBook(quint64 id)
{
    const QString symbol = m_books.close(id);
    if (symbol.isEmpty())
        return;
    unsubscribe(symbol, depthPairs(symbol));
    unwatch(symbol);
}

/// The trades of all contracts are asked for without naming one.
void MarketLoop::connectOptionFlow()
{
    connect(&m_optionFlow, &OptionFlowDesk::subscribeRequested, this,
            [this](const QStringList &pairs) {
                m_context.streams.open(AssetClass::Options);
                emit subscribeRequested(AssetClass::Options, pairs);
            });
    connect(&m_optionFlow, &OptionFlowDesk::unsubscribeRequested, this,
            [this](const QStringList &pairs) {
                emit unsubscribeRequested(AssetClass::Options, pairs);
            });
    m_optionFlow.setSnapshotQuotes([this](const QString &symbol) -> std::optional<Quote> {
        const ChainContract *contract = m_chains.contract(symbol);
        if (!contract || !contract->hasQuote())
            return std::nullopt;
        Quote quote;
        quote.time = contract->quoteTime;
        quote.bid = contract->bid;
        quote.ask = contract->ask;
        quote.bidSize = contract->bidSize;
        quote.askSize = contract->askSize;
        return quote;
    });
}

/// The underlyings are watched: how far from the money a print is depends on their price.
void MarketLoop::openOptionFlow(quint64 id, const QStringList &underlyings)
{
    closeOptionFlow(id);
    QStringList distinct = underlyings;
    distinct.removeDuplicates();
    for (const QString &underlying : std::as_const(distinct))
        watch(underlying);
    m_optionFlow.open(id, distinct);
    publish();
}

void MarketLoop::closeOptionFlow(quint64 id)
{
    for (const QString &underlying : m_optionFlow.close(id))
        unwatch(underlying);
}

/// Of what the source has; a recording plays all it holds.
QStringList MarketLoop::depthPairs(const QString &symbol) const
{
    const bool offered = m_context.hasSource() && m_context.source.hasDepth;
    return offered ? StreamInterest::depthPairs(symbol) : QStringList();
}

// --- the stream
// ----------------------------------------------------------------------------------------------------

void MarketLoop::processFrames()
{
    const FrameQueue::Batch frames = m_frames.take();
    if (!m_context.hasSource())
        return;
    if (frames.lostFrames > 0) {
        m_status.lost += frames.lostFrames;
        m_context.noteUnreadable(u"More came than could be kept; it is fetched again."_s);
        for (const AssetClass market : allAssetClasses)
            if (m_context.streams.of(market).isOpened
                && (market == AssetClass::Stocks
                    || !m_context.streams.carries(AssetClass::Stocks, market)))
                onGap(market, {});
    }
    if (!frames.frames.empty())
        if (const Duration waited = m_meters.noteWait(frames.frames.front().receivedNs);
            waited > Duration())
            log(ConnectionEvent::Kind::Waited, {}, waited);
    for (const FrameQueue::Frame &frame : frames.frames) {
        if (frame.gap) {
            applyBatch(frame.market);
            onGap(frame.market, *frame.gap);
        } else {
            decode(frame);
        }
    }
    applyBatch(AssetClass::Stocks); // what is left holds no status
    learnTime();
    publish();
}

/// From the newest events: how late they are, and what time it is at least.
void MarketLoop::learnTime()
{
    bool isMetered = !m_context.hasRest();
    for (const AssetClass market : allAssetClasses) {
        const Timestamp newest = m_context.hub->newestEvent(market);
        if (std::exchange(m_metered[std::size_t(market)], newest) == newest)
            continue;
        if (!std::exchange(isMetered, true)) // one stream speaks for all
            m_meters.noteLatency(newest, m_context.viewNow(market), m_context.source.speed);
        // The times of coins are their venues' own
        if (m_context.recency(market) == Recency::RealTime && market != AssetClass::Crypto)
            m_context.clock.observe(newest);
    }
}

/// Into the batch: small frames are applied together, which fetches their instruments' states
/// ahead.
void MarketLoop::decode(const FrameQueue::Frame &frame)
{
    const bool isSieved = frame.market == AssetClass::Options && m_optionFlow.isSieving();
    const Result<void> decoded = isSieved
        ? m_optionFlow.decode(frame.bytes, m_batch)
        : m_decoders[std::size_t(frame.market)]->decode(frame.bytes, m_batch);
    if (!decoded) {
        applyBatch(frame.market);
        ++m_status.lost;
        noteGap(frame.market);
        m_context.noteUnreadable(decoded.error().detail);
    } else if (m_batch.events.size() + m_batch.depths.size() >= eventsAtOnce
               || !m_batch.statuses.empty()) {
        applyBatch(frame.market);
    }
}

/// market: whose stream the statuses in it came on.
void MarketLoop::applyBatch(AssetClass market)
{
    m_hasEvents = m_hasEvents || !m_batch.events.empty() || !m_batch.depths.empty();
    m_context.hub->apply(m_batch);
    if (m_paper)
        m_paper->apply(m_batch);
    m_optionFlow.add(m_batch);
    m_meters.countMessages(static_cast<qint64>(m_batch.events.size() + m_batch.depths.size())
                           + m_optionFlow.takeDropped());
    for (const StreamStatus &status : m_batch.statuses) {
        // In its place among the frames, which may run ahead of onStreamState()
        if (status.status == "connected"_L1)
            m_interest.onConnected(market);
        if (status.status == "success"_L1 && status.message.startsWith("subscribed to: "_L1))
            onSubscribed(market, status.message.mid(15));
    }
    m_batch.clear();
}

// --- publishing
// ----------------------------------------------------------------------------------------------------

void MarketLoop::publish()
{
    if (!m_context.hasSource())
        return;
    MarketUpdate update;
    // However they came: from the stream, out of a wait, or fetched
    m_charts.addDayOnlyTrades(m_context.hub->takeDayOnlyTrades());
    for (const InstrumentId id : m_context.hub->takeDirty()) {
        m_charts.feed(id);
        m_flows.feed(id);
        m_books.feed(id);
        m_chains.feed(id);
        InstrumentState &state = m_context.hub->state(id);
        update.snapshots.push_back(state.snapshot);
        if (!state.unseen.empty()) {
            TapeUpdate tape;
            tape.symbol = state.snapshot.symbol;
            tape.prints = std::exchange(state.unseen, {});
            update.tapes.push_back(std::move(tape));
        }
    }
    update.charts = m_charts.take();
    QualityDesk::Moment moment;
    for (const AssetClass assetClass : allAssetClasses)
        moment.markets[std::size_t(assetClass)] = m_context.viewNow(assetClass);
    moment.monotonic = m_context.wall.monotonic();
    m_quality.take(update.charts, moment);
    update.flows = m_flows.take();
    update.books = m_books.take();
    update.optionFlows = m_optionFlow.take();
    update.companies = m_companies.take();
    update.chains = m_chains.take();
    update.directory = m_facts.takeDirectory();
    update.events = m_context.log.take();
    m_published.publish(std::move(update));
}

void MarketLoop::tick()
{
    if (!m_context.hasSource())
        return;
    m_facts.tick();
    m_companies.tick();
    m_chains.tick();
    m_flows.tick();
    m_optionFlow.tick();
    m_join.tick();
    m_confirmer.tick();
    m_charts.retryFailed();
    m_downloads.tick();
    if (m_facts.isTimeKnown()) {
        m_splits.tick();
        m_comparison.tick(m_charts.symbols());
    }
    if (m_paper)
        m_paper->tick();
    if (m_facts.isTimeKnown())
        noteCompletedSessions();
    publish();
    publishStatus();
}

void MarketLoop::publishStatus()
{
    if (!m_context.hasSource())
        return;
    m_context.streams.writeTo(m_status);
    m_meters.writeTo(m_status);
    m_status.repeated += static_cast<quint64>(m_context.hub->takeRepeated());
    m_status.capabilities = m_context.capabilities;
    m_status.marketTime = m_context.marketNow();
    m_status.part = m_context.calendar.partAt(m_status.marketTime);
    const MarketCalendar::Change next = m_context.calendar.nextChange(m_status.marketTime);
    m_status.nextChange = next.at;
    m_status.nextPart = next.part;
    MarketUpdate update;
    update.status = m_status;
    m_published.publish(std::move(update));
}

void MarketLoop::log(ConnectionEvent::Kind kind, const QString &detail, Duration length)
{
    m_context.log.add(
        { .kind = kind, .source = m_context.source.source, .length = length, .detail = detail });
}

} // namespace tapeline
