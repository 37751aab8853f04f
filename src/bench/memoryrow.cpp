#include "memoryrow.h"

#include "chartpanel.h"
#include "chartseries.h"
#include "desk.h"
#include "embeddedmarket.h"
#include "floodserver.h"
#include "mainwindow.h"
#include "pricechart.h"
#include "residentmemory.h"
#include "rows.h"
#include "workspacearea.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int settleMs = 5'000;
constexpr int patienceMs = 300'000;
constexpr double megabyte = 1e6;

constexpr qsizetype barsAChart = 125'000;
constexpr int symbols = 5'000;
constexpr int messages = 200'000; // 40 a symbol
constexpr double perSecond = 20'000;
const QStringList charted { u"SPY"_s,  u"AAPL"_s, u"MSFT"_s, u"NVDA"_s,
                            u"TSLA"_s, u"AMZN"_s, u"META"_s, u"AMD"_s };

void runFor(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

QList<ChartPanel *> chartsOf(Desk &desk)
{
    return desk.window().workspaces().current()->findChildren<ChartPanel *>();
}

/// One chart a symbol, each with history paged in as by a person who scrolls back.
void fillCharts(Desk &desk)
{
    Workspace &workspace = *desk.window().workspaces().current();
    while (chartsOf(desk).size() < charted.size())
        if (!workspace.openPanel(u"chart"_s))
            return;
    const QList<ChartPanel *> charts = chartsOf(desk);
    for (qsizetype i = 0; i < charts.size(); ++i) {
        charts[i]->setLinkColor(LinkColor::None);
        charts[i]->setTimeframe(Timeframe(1, TimeUnit::Minute));
        charts[i]->setSymbol(charted[i]);
    }
    const auto isShort = [](ChartPanel *chart) { return chart->series().size() < barsAChart; };
    QElapsedTimer waited;
    waited.start();
    while (std::any_of(charts.begin(), charts.end(), isShort) && waited.elapsed() < patienceMs) {
        for (ChartPanel *chart : charts)
            if (isShort(chart))
                chart->chart()->showFirst();
        runFor(50);
    }
    for (ChartPanel *chart : charts)
        chart->chart()->showLast();
}

qsizetype barsIn(Desk &desk)
{
    qsizetype bars = 0;
    for (const ChartPanel *chart : chartsOf(desk))
        bars += chart->series().size();
    return bars;
}

struct DeskMemory
{
    double megabytes = 0;
    qint64 bars = 0;
    double messagesPerSecond = 0;
};

/// Of a desk in a process of its own. Zeros when it could not be had.
DeskMemory deskMemory(const QStringList &words, const QString &key)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"POLYGON_API_KEY"_s);
    environment.insert(u"MASSIVE_API_KEY"_s, key); // none when empty
    environment.insert(u"MASSIVE_TIER"_s, u"advanced"_s);
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), QStringList(u"--desk-memory"_s) + words);
    if (!process.waitForFinished(2 * patienceMs) || process.exitCode() != 0)
        return {};
    const QList<QByteArray> figures = process.readAllStandardOutput().simplified().split(' ');
    if (figures.size() != 3)
        return {};
    return { figures[0].toDouble() / megabyte, figures[1].toLongLong(), figures[2].toDouble() };
}

Measurement row(const QString &variant, const DeskMemory &memory, double most, const QString &note)
{
    Measurement row;
    row.row = u"memory"_s;
    row.variant = variant;
    row.peer = u"-"_s;
    row.unit = u"MB"_s;
    row.ours = memory.megabytes;
    row.bound = { Bound::Kind::Below, most, most };
    row.note = note;
    row.failed = memory.megabytes <= 0;
    return row;
}

} // namespace

int measureDeskMemory(QApplication &application, const QStringList &words)
{
    const QTemporaryDir folder;
    DeskOptions options;
    options.dataDir = folder.path();
    const bool filled = words.size() == 2;
    if (filled)
        options.addresses = { QUrl(words[0]), QUrl(words[1]), QUrl(words[1]) };
    Desk desk(application, options);
    if (!desk.open())
        return 1;
    desk.window().resize(1'600, 900);
    runFor(settleMs);
    if (filled) {
        fillCharts(desk);
        runFor(settleMs);
    }
    std::printf("%lld %lld %g\n", static_cast<long long>(residentMemory()),
                static_cast<long long>(barsIn(desk)), desk.dispatcher().status().messagesPerSecond);
    return 0;
}

Measurements bench::memory()
{
    const DeskMemory empty = deskMemory({}, {});
    EmbeddedMarket market({ .start = fromMs(FeedFrames::firstMs) });
    if (!market.start())
        return { row(u"empty desk"_s, empty, 110, u"the simulated market of a first start"_s) };
    std::vector<std::string> names;
    for (const QString &symbol : charted)
        names.push_back(symbol.toStdString());
    FloodServer server(
        FeedFrames::make(messages, 10, symbols, names),
        { .messages = qint64(perSecond * patienceMs / 1'000), .perSecond = perSecond });
    const DeskMemory full
        = deskMemory({ market.restBase().toString(), server.base().toString() }, market.key());
    Measurement filled
        = row(u"8 charts, 5,000 symbols, 1 M bars"_s, full, 350,
              u"%1 bars, %2 messages/s, each symbol with its newest prints"_s.arg(full.bars).arg(
                  full.messagesPerSecond, 0, 'f', 0));
    filled.failed |= full.bars < barsAChart * charted.size() || server.sent() < messages;
    return { row(u"empty desk"_s, empty, 110, u"as it opens without a key, market and all"_s),
             filled };
}

} // namespace tapeline
