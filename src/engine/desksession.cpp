#include "desksession.h"

#include "datasourcetext.h"
#include "embeddedmarket.h"
#include "journaldatabase.h"
#include "localpaper.h"
#include "marketloop.h"
#include "marketstreams.h"
#include "paperserver.h"
#include "replaystream.h"
#include "yahoorest.h"

#include <QFile>
#include <QPointer>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

DeskSession::DeskSession(QObject *parent)
    : QObject(parent)
    , m_published([this] { QMetaObject::invokeMethod(this, &DeskSession::updated); })
    , m_paper([this] { QMetaObject::invokeMethod(this, &DeskSession::paperUpdated); })
    , m_frames([this] { QMetaObject::invokeMethod(m_loop, &MarketLoop::processFrames); })
{
    m_feedThread.setObjectName(u"feed"_s);
    m_marketThread.setObjectName(u"market"_s);
    m_feedThread.start();
    m_marketThread.start();

    m_loop = new MarketLoop(m_frames, m_published, m_wall, &m_paper);
    m_loop->setStore(&m_store);
    m_data = std::make_unique<DataKeeping>(m_store, *m_loop);
    connect(m_data.get(), &DataKeeping::settingsChanged, this, &DeskSession::connectStandIn);
    m_localPaper = std::make_unique<LocalPaper>(*m_loop);
    m_paper.setTap([this](const PaperUpdate &update) { m_localPaper->onUpdate(update); });
    connect(
        m_loop->paper(), &PaperTrading::worldOpened, m_loop->paper(),
        [this](const QString &journal, const QString &world) {
            m_localPaper->setWorld(journal, world);
        },
        Qt::DirectConnection);
    connect(m_loop->paper(), &PaperTrading::worldOpened, this, &DeskSession::journalOpened);
    connect(m_loop->paper(), &PaperTrading::journalGrew, this, &DeskSession::journalGrew);
    m_loop->moveToThread(&m_marketThread);
    connect(&m_marketThread, &QThread::finished, m_loop, &QObject::deleteLater);
    connect(m_loop, &MarketLoop::planTooHigh, this, &DeskSession::openLower);
}

DeskSession::~DeskSession()
{
    m_server.reset();
    dropFeed();
    m_feedThread.quit();
    m_feedThread.wait();
    m_store.stop();
    m_marketThread.quit();
    m_marketThread.wait();
}

Result<void> DeskSession::openSimulated(quint64 seed, double speed, int extraSymbols)
{
    dropFeed();
    EmbeddedMarket::Options options;
    options.seed = seed;
    options.speed = speed;
    options.extraSymbols = extraSymbols;
    options.notBefore = simulatedUntil();
    m_market = std::make_unique<EmbeddedMarket>(options);
    if (const Result<void> started = m_market->start(); !started) {
        m_market.reset();
        return started;
    }
    SourceSpec spec;
    spec.source = DataSource::Simulated;
    spec.addresses = { m_market->restBase(), m_market->wsBase(), m_market->wsDelayedBase() };
    spec.key = m_market->key();
    spec.speed = speed;
    spec.seed = seed;
    openService(spec);
    return {};
}

/// The simulated market goes on where its accounts left it: their time does not go back.
Timestamp DeskSession::simulatedUntil() const
{
    JournalDatabase journal;
    if (m_journal.isEmpty() || !QFile::exists(m_journal)
        || !journal.open(m_journal, JournalDatabase::Access::ReadOnly))
        return {};
    return journal.newest(dataSourceText(DataSource::Simulated) + u'/').value_or(Timestamp());
}

void DeskSession::openService(const SourceSpec &spec)
{
    dropFeed();
    if (spec.source != DataSource::Simulated)
        m_market.reset();
    const auto stream = [spec, timings = m_timings.stream](AssetClass market) -> StreamProvider * {
        const QUrl base = spec.streamBase(market);
        if (base.isEmpty())
            return nullptr;
        auto *provider = new MassiveStream(base, streamMarket(market), spec.key);
        provider->setTimings(timings);
        return provider;
    };
    auto *rest = new MassiveRest(spec.addresses.rest, spec.key,
                                 spec.capabilities.requestsPerMinute(Product::Stocks));
    rest->setTimings(m_timings.rest);
    rest->shareBudget();
    startFeed(spec, new MarketStreams(stream, m_frames), rest);
}

void DeskSession::openLower(const SourceSpec &lower)
{
    const PlanSet &before = m_spec.capabilities.plans();
    const PlanSet &after = lower.capabilities.plans();
    const bool isLower = before != after && std::ranges::all_of(allProducts, [&](Product product) {
                             return after.of(product) <= before.of(product);
                         });
    // Another source may have been chosen meanwhile
    if (m_spec.source == lower.source && m_spec.key == lower.key && isLower)
        openService(lower);
}

void DeskSession::openReplay(const QString &file, double speed)
{
    dropFeed();
    m_market.reset();
    SourceSpec spec;
    spec.source = DataSource::Replay;
    spec.replayFile = file;
    spec.speed = speed;
    m_replay = new ReplayStream(file, speed);
    // What one says on its way out is not the next one's
    connect(m_replay, &ReplayStream::progress, this,
            [this, replay = m_replay](qint64 marketNs, qint64 firstNs, qint64 lastNs) {
                if (replay == m_replay)
                    emit replayProgressed(marketNs, firstNs, lastNs);
            });
    connect(m_replay, &StreamProvider::finished, this, [this, replay = m_replay] {
        if (replay == m_replay)
            emit replayFinished();
    });
    m_replay->setBacklog([this] { return m_frames.waiting(); });
    connect(m_replay, &ReplayStream::rewound, m_loop, &MarketLoop::rewind);
    connect(m_loop, &MarketLoop::readyToWind, m_replay, &ReplayStream::wind);
    connect(m_replay, &ReplayStream::arrived, m_loop, &MarketLoop::onArrived);
    connect(m_loop, &MarketLoop::readyToGoOn, m_replay, &ReplayStream::goOn);
    // All markets come on one stream
    m_replay->moveToThread(&m_feedThread);
    const auto stream = [replay = m_replay](AssetClass market) -> StreamProvider * {
        return market == AssetClass::Stocks ? replay : nullptr;
    };
    startFeed(spec, new MarketStreams(stream, m_frames), nullptr);
}

/// Somebody stands in for a live service, when that is wanted, by a way and a budget of its own.
void DeskSession::connectStandIn()
{
    const bool wanted = m_data->settings().yahoo && m_spec.source == DataSource::Live;
    if (wanted == (m_standIn != nullptr))
        return;
    if (!wanted) {
        dropStandIn();
        return;
    }
    m_standIn = yahoorest::make().release();
    m_standIn->moveToThread(&m_feedThread);
    RequestBook &requests = m_loop->standInRequests();
    connect(&requests, &RequestBook::wanted, m_standIn, &RestProvider::get);
    connect(&requests, &RequestBook::cancelled, m_standIn, &RestProvider::cancel);
    connect(m_standIn, &RestProvider::finished, &requests, &RequestBook::answer);
    connectQueue(*m_standIn);
}

void DeskSession::dropStandIn()
{
    if (!m_standIn)
        return;
    RequestBook &requests = m_loop->standInRequests();
    disconnect(m_standIn, nullptr, &requests, nullptr);
    disconnect(&requests, nullptr, m_standIn, nullptr);
    std::exchange(m_standIn, nullptr)->deleteLater();
    forgetQueue(u"yahoo"_s);
}

void DeskSession::startFeed(const SourceSpec &spec, MarketStreams *streams, RestProvider *rest)
{
    m_spec = spec;
    m_streams = streams;
    m_rest = rest;
    connectStreams();
    if (m_rest)
        connectRest();
    connectStandIn();
    std::function<Timestamp()> trueTime;
    if (spec.source == DataSource::Simulated)
        trueTime = m_market->clock();
    QMetaObject::invokeMethod(m_loop,
                              [loop = m_loop, spec, trueTime] { loop->setSource(spec, trueTime); });
    QMetaObject::invokeMethod(m_streams,
                              [streams = m_streams] { streams->open(AssetClass::Stocks); });
}

void DeskSession::connectStreams()
{
    m_streams->moveToThread(&m_feedThread);
    connect(m_streams, &MarketStreams::retryPlanned, m_loop, &MarketLoop::onRetryPlanned);
    connect(m_streams, &MarketStreams::stateChanged, m_loop, &MarketLoop::onStreamState);
    connect(m_streams, &MarketStreams::entitlementRefused, m_loop,
            &MarketLoop::onEntitlementRefused);
    connect(m_streams, &MarketStreams::planHasNoStream, m_loop, &MarketLoop::onPlanHasNoStream);
    connect(m_loop, &MarketLoop::subscribeRequested, m_streams, &MarketStreams::subscribe);
    connect(m_loop, &MarketLoop::unsubscribeRequested, m_streams, &MarketStreams::unsubscribe);
}

void DeskSession::connectRest()
{
    m_rest->moveToThread(&m_feedThread);
    connect(&m_loop->requests(), &RequestBook::wanted, m_rest, &RestProvider::get);
    connect(&m_loop->requests(), &RequestBook::cancelled, m_rest, &RestProvider::cancel);
    connect(m_rest, &RestProvider::finished, &m_loop->requests(), &RequestBook::answer);
    connect(m_rest, &RestProvider::budgetChanged, m_loop, &MarketLoop::onBudget);
    connectQueue(*m_rest);
}

void DeskSession::connectQueue(RestProvider &provider)
{
    connect(&provider, &RestProvider::queueChanged, this,
            [this, &provider](const RequestQueue &queue) {
                // Else it was on its way when the source was left
                if (&provider == m_rest || &provider == m_standIn)
                    emit queueChanged(queue);
            });
}

/// Nothing waits for a source that was left.
void DeskSession::forgetQueue(const QString &source)
{
    emit queueChanged({ .source = source, .requests = {}, .usage = {} });
}

void DeskSession::dropFeed()
{
    // stop() before the object goes: its sockets close on their own thread
    if (m_streams) {
        disconnect(m_streams, nullptr, m_loop, nullptr);
        disconnect(m_loop, nullptr, m_streams, nullptr);
        QMetaObject::invokeMethod(m_streams, &MarketStreams::stop, Qt::BlockingQueuedConnection);
        m_streams->deleteLater();
    }
    if (m_rest) {
        disconnect(m_rest, nullptr, m_loop, nullptr);
        disconnect(m_rest, nullptr, &m_loop->requests(), nullptr);
        disconnect(&m_loop->requests(), nullptr, m_rest, nullptr);
        m_rest->deleteLater();
        forgetQueue(u"massive"_s);
    }
    dropStandIn();
    m_streams = nullptr;
    m_rest = nullptr;
    m_replay = nullptr;
    m_frames.take();
}

void DeskSession::watch(const QString &symbol)
{
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, symbol] { loop->watch(symbol); });
}

void DeskSession::unwatch(const QString &symbol)
{
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, symbol] { loop->unwatch(symbol); });
}

void DeskSession::openTape(const QString &symbol)
{
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, symbol] { loop->openTape(symbol); });
}

void DeskSession::closeTape(const QString &symbol)
{
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, symbol] { loop->closeTape(symbol); });
}

quint64 DeskSession::openChart(const QString &symbol, Timeframe timeframe)
{
    const quint64 id = m_nextChart++;
    QMetaObject::invokeMethod(
        m_loop, [loop = m_loop, id, symbol, timeframe] { loop->openChart(id, symbol, timeframe); });
    return id;
}

void DeskSession::closeChart(quint64 id)
{
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, id] { loop->closeChart(id); });
}

void DeskSession::loadEarlier(quint64 id)
{
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, id] { loop->loadEarlier(id); });
}

void DeskSession::loadBars(const QString &symbol, Timeframe timeframe, const TimeRange &range,
                           QObject *context,
                           std::function<void(const Result<std::vector<Candle>> &)> answer)
{
    using Bars = Result<std::vector<Candle>>;
    const auto handOver
        = [this, guard = QPointer(context), answer = std::move(answer)](Bars &&bars) {
              const auto shared = std::make_shared<const Bars>(std::move(bars));
              QMetaObject::invokeMethod(this, [guard, answer, shared] {
                  if (guard)
                      answer(*shared);
              });
          };
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, symbol, timeframe, range, handOver] {
        loop->loans().ask(symbol, timeframe, range, handOver);
    });
}

quint64 DeskSession::openFlow(const QString &symbol, Timeframe timeframe, ClassifierRule rule)
{
    const quint64 id = m_nextFlow++;
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, id, symbol, timeframe, rule] {
        loop->openFlow(id, symbol, timeframe, rule);
    });
    return id;
}

void DeskSession::closeFlow(quint64 id)
{
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, id] { loop->closeFlow(id); });
}

quint64 DeskSession::openBook(const QString &symbol, Duration columnLength)
{
    const quint64 id = m_nextBook++;
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, id, symbol, columnLength] {
        loop->openBook(id, symbol, columnLength);
    });
    return id;
}

void DeskSession::closeBook(quint64 id)
{
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, id] { loop->closeBook(id); });
}

quint64 DeskSession::openOptionFlow(const QStringList &underlyings)
{
    const quint64 id = m_nextOptionFlow++;
    QMetaObject::invokeMethod(
        m_loop, [loop = m_loop, id, underlyings] { loop->openOptionFlow(id, underlyings); });
    return id;
}

void DeskSession::closeOptionFlow(quint64 id)
{
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, id] { loop->closeOptionFlow(id); });
}

void DeskSession::wantCompany(const CompanyQuestion &question)
{
    QMetaObject::invokeMethod(m_loop,
                              [loop = m_loop, question] { loop->companies().want(question); });
}

void DeskSession::releaseCompany(const CompanyQuestion &question)
{
    QMetaObject::invokeMethod(m_loop,
                              [loop = m_loop, question] { loop->companies().release(question); });
}

quint64 DeskSession::openChain(const QString &underlying)
{
    const quint64 id = m_nextChain++;
    QMetaObject::invokeMethod(
        m_loop, [loop = m_loop, id, underlying] { loop->chains().open(id, underlying); });
    return id;
}

void DeskSession::closeChain(quint64 id)
{
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, id] { loop->chains().close(id); });
}

void DeskSession::setChainView(quint64 id, const QStringList &contracts)
{
    QMetaObject::invokeMethod(
        m_loop, [loop = m_loop, id, contracts] { loop->chains().setView(id, contracts); });
}

void DeskSession::setJournal(const QString &path)
{
    m_journal = path;
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, path] { loop->paper()->setJournal(path); });
}

void DeskSession::createAccount(const AccountSettings &settings)
{
    QMetaObject::invokeMethod(
        m_loop, [loop = m_loop, settings] { loop->paper()->createAccount(settings); });
}

void DeskSession::submitOrder(const QString &account, const OrderTicket &ticket)
{
    QMetaObject::invokeMethod(
        m_loop, [loop = m_loop, account, ticket] { loop->paper()->submit(account, ticket); });
}

void DeskSession::replaceOrder(const QString &account, const OrderReplace &change)
{
    QMetaObject::invokeMethod(
        m_loop, [loop = m_loop, account, change] { loop->paper()->replace(account, change); });
}

void DeskSession::cancelOrder(const QString &account, const QString &id)
{
    QMetaObject::invokeMethod(m_loop,
                              [loop = m_loop, account, id] { loop->paper()->cancel(account, id); });
}

quint64 DeskSession::commandAccount(const QString &account, const AccountCommand &command)
{
    const quint64 request = m_nextCommand++;
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, request, account, command] {
        loop->paper()->perform(request, account, command);
    });
    return request;
}

quint64 DeskSession::askWhyNotYet(const QString &account, const QString &id)
{
    const quint64 request = m_nextCommand++;
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, request, account, id] {
        loop->paper()->tellWhyNotYet(request, account, id);
    });
    return request;
}

quint64 DeskSession::previewOrder(const QString &account, const OrderTicket &ticket)
{
    const quint64 request = m_nextCommand++;
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, request, account, ticket] {
        loop->paper()->preview(request, account, ticket);
    });
    return request;
}

void DeskSession::setLocalApi(const std::optional<LocalApi> &api)
{
    if (m_localApi == api && (m_server || !api))
        return;
    m_localApi = api;
    m_server.reset();
    if (!api) {
        emit localApiChanged(0, {});
        return;
    }
    PaperServer::Options options;
    options.port = api->port;
    m_server = std::make_unique<PaperServer>(*m_localPaper, api->token, options);
    const Result<quint16> port = m_server->start();
    if (!port)
        m_server.reset();
    emit localApiChanged(port.value_or(0), port ? QString() : port.error().detail);
}

void DeskSession::setSpeed(double speed)
{
    m_spec.speed = speed;
    if (m_market)
        m_market->setSpeed(speed);
    if (m_replay)
        QMetaObject::invokeMethod(m_replay,
                                  [replay = m_replay, speed] { replay->setSpeed(speed); });
    QMetaObject::invokeMethod(m_loop, [loop = m_loop, speed] { loop->onSpeed(speed); });
}

void DeskSession::setPlaying(bool playing)
{
    if (m_replay)
        QMetaObject::invokeMethod(m_replay, [replay = m_replay, playing] {
            if (playing)
                replay->resume();
            else
                replay->pause();
        });
}

void DeskSession::seekReplay(Timestamp to)
{
    if (m_replay)
        QMetaObject::invokeMethod(m_replay, [replay = m_replay, to] { replay->seek(toNs(to)); });
}

} // namespace tapeline
