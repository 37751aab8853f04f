#include "chartpanel.h"
#include "desk.h"
#include "embeddedmarket.h"
#include "floodserver.h"
#include "mainwindow.h"
#include "meteredapplication.h"
#include "pricechart.h"
#include "rows.h"
#include "stopwatch.h"
#include "workspace.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <map>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int settleMs = 5'000;
constexpr int measureMs = 10'000;

const std::vector<std::string> shownSymbols { "SPY",  "AAPL", "MSFT", "NVDA", "TSLA",
                                              "AMZN", "META", "AMD",  "QQQ",  "KO" };

void runFor(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

/// The whole desk at this rate, and how long its window was busy at a time.
struct DeskTimes
{
    MeteredApplication::Times window;
    double messagesPerSecond = 0; ///< as the desk's own status says
};

void showFlow(ChartPanel &panel)
{
    FlowOptions shown;
    shown.footprint = true;
    shown.profile = ProfileRange::Session;
    panel.chart()->setFlowOptions(shown);
}

/// workspace: empty for the first one; charts: how many to open besides its own.
DeskTimes deskAt(double perSecond, const QString &workspace = {}, int charts = 0)
{
    EmbeddedMarket market({ .start = fromMs(FeedFrames::firstMs) });
    if (!market.start())
        return {};
    FloodServer server(FeedFrames::make(200'000, 10, 5'000, shownSymbols),
                       { .messages = qint64(perSecond * 60), .perSecond = perSecond });
    const QTemporaryDir folder;
    DeskOptions options;
    options.dataDir = folder.path();
    options.workspace = workspace;
    options.addresses = { market.restBase(), server.base(), server.base() };
    qputenv("MASSIVE_API_KEY", market.key().toUtf8());
    qputenv("MASSIVE_TIER", "advanced");
    auto *application = static_cast<MeteredApplication *>(QCoreApplication::instance());
    Desk desk(*application, options);
    if (!desk.open())
        return {};
    desk.window().resize(1'600, 900);
    for (int opened = 0; opened < charts; ++opened)
        desk.window().findChild<Workspace *>()->openPanel(u"chart"_s);
    if (charts > 0)
        showFlow(*desk.window().findChild<ChartPanel *>());
    runFor(settleMs);
    application->startMeasuring();
    runFor(measureMs);
    return { application->times(), desk.dispatcher().status().messagesPerSecond };
}

/// What the window has been told of so far.
class Told : public QObject
{
public:
    explicit Told(DeskSession &session)
    {
        connect(&session, &DeskSession::updated, this, [this, &session] { take(session.take()); });
    }

    qint64 trades() const
    {
        qint64 sum = 0;
        for (const auto &[symbol, count] : m_trades)
            sum += count;
        return sum;
    }
    quint64 lostFrames() const { return m_lost; }
    Duration longestWait() const { return m_waited; }

private:
    void take(const MarketUpdate &update)
    {
        for (const InstrumentSnapshot &snapshot : update.snapshots)
            m_trades[snapshot.symbol] = snapshot.tradeCount;
        if (!update.status)
            return;
        m_lost = update.status->lost;
        m_waited = std::max(m_waited, update.status->waited);
    }

    std::map<QString, qint64> m_trades;
    quint64 m_lost = 0;
    Duration m_waited {};
};

} // namespace

Measurements bench::streamToScreen()
{
    const MeteredApplication::Times quiet = deskAt(100).window;
    const DeskTimes flooded = deskAt(100'000);
    const MeteredApplication::Times &busy = flooded.window;
    Measurement row;
    row.row = u"stream to screen"_s;
    row.variant = u"100 k/s, the window's events, p99"_s;
    row.peer = u"longest one at 100/s + 2 ms"_s;
    row.unit = u"ms"_s;
    row.ours = busy.p99;
    row.peers = quiet.longest + 2;
    row.bound = { Bound::Kind::AtMost, 1, 1 };
    row.failed = flooded.messagesPerSecond < 90'000;
    row.note = u"p50 %1, p99.9 %2, longest %3 ms of %4 events; the window pulls every 16 ms"_s
                   .arg(busy.p50, 0, 'f', 2)
                   .arg(busy.p999, 0, 'f', 2)
                   .arg(busy.longest, 0, 'f', 2)
                   .arg(busy.events);
    return { row };
}

Measurements bench::workspaceFrame()
{
    const DeskTimes times = deskAt(100'000, u"Order flow"_s, 2);
    Measurement row;
    row.row = u"workspace frame"_s;
    row.variant = u"4 charts with CVD, footprint, profile; heat map, ladder, tape; 100 k/s"_s;
    row.unit = u"ms"_s;
    row.ours = times.window.frame95;
    row.bound = { Bound::Kind::Below, 12, 16 };
    row.failed = times.messagesPerSecond < 90'000;
    row.note = u"p95 of the window's work in 16 ms; its longest event %1 ms"_s.arg(
        times.window.longest, 0, 'f', 1);
    return { row };
}

Measurements bench::millionASecond()
{
    constexpr qint64 messages = 10'000'000;
    FloodServer server(FeedFrames::make(200'000, 100), { .messages = messages, .perSecond = 1e6 });
    DeskSession session;
    Told told(session);
    SourceSpec spec;
    spec.source = DataSource::Live;
    spec.key = u"advanced"_s;
    spec.addresses = { QUrl(u"http://127.0.0.1:9"_s), server.base(), server.base() };
    spec.capabilities = Capabilities(PlanSet::all(Plan::Advanced));
    session.openService(spec);
    session.watch(u"AB"_s);
    QElapsedTimer patience;
    patience.start();
    while (server.sent() == 0 && patience.elapsed() < 10'000)
        runFor(5);
    QElapsedTimer clock;
    clock.start();
    while (!server.isDone() && clock.elapsed() < 60'000)
        runFor(5);
    const double sending = double(clock.elapsed()) / 1e3;
    QElapsedTimer after;
    after.start();
    while (told.trades() < server.tradesSent() && after.elapsed() < 30'000)
        runFor(20);
    Measurement row;
    row.row = u"1 M messages/s for 10 s"_s;
    row.peer = u"trades sent"_s;
    row.unit = u"of all"_s;
    row.ours = 1;
    row.peers = double(told.trades()) / double(std::max<qint64>(1, server.tradesSent()));
    row.bound = { Bound::Kind::Faster, 1, 1 };
    row.failed = server.sent() != messages || sending > 11 || told.lostFrames() > 0;
    row.note
        = u"%1 messages sent in %2 s, all there %3 s later; frames given up: %4; longest wait %5 s"_s
              .arg(server.sent())
              .arg(sending, 0, 'f', 1)
              .arg(double(after.elapsed()) / 1e3, 0, 'f', 1)
              .arg(told.lostFrames())
              .arg(std::chrono::duration<double>(told.longestWait()).count(), 0, 'f', 2);
    return { row };
}

} // namespace tapeline
