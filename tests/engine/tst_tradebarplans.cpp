#include "desksession.h"

#include "easterntime.h"
#include "embeddedmarket.h"
#include "pulleddesk.h"
#include "splitmix64.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString symbol = u"NVDA"_s;

/// A service that knows the keys "basic", "starter", "developer" and "advanced", in the middle of a
/// session.
struct Service
{
    Service()
        : market({ .seed = 3, .speed = 20 })
    {
        started = bool(market.start());
    }
    SourceSpec spec(Plan plan)
    {
        SourceSpec spec;
        spec.source = DataSource::Live;
        spec.addresses = { market.restBase(), market.wsBase(), market.wsDelayedBase() };
        spec.key = planName(plan).toLower();
        spec.capabilities = Capabilities(PlanSet::all(plan));
        spec.speed = 20;
        return spec;
    }

    EmbeddedMarket market;
    bool started = false;
};

/// Trades of a few minutes, in frames.
QStringList frames(int count)
{
    SplitMix64 random(9);
    qint64 ms = toMs(easterntime::at(QDate(2026, 8, 13), 10h));
    QStringList all;
    for (int i = 1; i <= count; ++i) {
        ms += qint64(random.below(40));
        all << uR"([{"ev":"T","sym":"AB","x":4,"i":"%1","z":3,"p":%2,"s":%3,"c":[],"t":%4,"q":%1}])"_s
                   .arg(i)
                   .arg(QString::number(double(18'700 + random.below(60)) / 100))
                   .arg(1 + random.below(900))
                   .arg(ms);
    }
    return all;
}

struct Sums
{
    Qty volume;
    qint64 trades = 0;
};

Sums sumsOf(const std::map<Timestamp, Candle> &bars)
{
    Sums sums;
    for (const auto &[start, bar] : bars) {
        sums.volume += bar.volume;
        sums.trades += bar.tradeCount;
    }
    return sums;
}

} // namespace

/// Bars that time does not end, of every plan and of a recording, over real sockets.
class TestTradeBarPlans : public QObject
{
    Q_OBJECT

private slots:
    void tradesMakeThemWhereThePlanHasThem()
    {
        Service service;
        QVERIFY(service.started);
        DeskSession session;
        PulledDesk desk(session);
        session.openService(service.spec(Plan::Developer));
        const quint64 chart = session.openChart(symbol, Timeframe(BarKind::Trades, 100));
        QTRY_VERIFY_WITH_TIMEOUT(desk.charts[chart].size() > 20, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.history[chart], ChartUpdate::History::Partial, 20'000);
        QVERIFY(!desk.badges[chart].estimated);
        // It goes on with the stream: all bars but those where a day, or the present, ends are full
        const Timestamp newest = desk.charts[chart].rbegin()->first;
        QTRY_VERIFY_WITH_TIMEOUT(desk.charts[chart].rbegin()->first > newest + 1min, 30'000);
        const auto shortBars = [&] {
            return std::ranges::count_if(desk.charts[chart], [](const auto &entry) {
                return entry.second.tradeCount != 100;
            });
        };
        QVERIFY(shortBars() <= 1);
        const std::size_t before = desk.charts[chart].size();
        session.loadEarlier(chart);
        QTRY_VERIFY_WITH_TIMEOUT(desk.charts[chart].size() > before + 20
                                     && desk.history[chart] == ChartUpdate::History::Partial,
                                 30'000);
        QVERIFY(shortBars() <= 3);
    }

    void secondsMakeThemWhereThereAreNoTrades()
    {
        Service service;
        QVERIFY(service.started);
        DeskSession session;
        PulledDesk desk(session);
        session.openService(service.spec(Plan::Starter));
        const quint64 chart = session.openChart(symbol, Timeframe(BarKind::Volume, 20'000));
        QTRY_VERIFY_WITH_TIMEOUT(desk.charts[chart].size() > 20, 20'000);
        QVERIFY(desk.badges[chart].estimated);
        QCOMPARE(desk.badges[chart].recency, Recency::Delayed);
        const Timestamp newest = desk.charts[chart].rbegin()->first;
        QTRY_VERIFY_WITH_TIMEOUT(desk.charts[chart].rbegin()->first > newest + 1min, 30'000);
        for (const auto &[start, bar] : desk.charts[chart])
            QVERIFY(bar.volume <= Qty::whole(20'000));
    }

    void minutesMakeThemOnAnEndOfDayPlan()
    {
        Service service;
        QVERIFY(service.started);
        DeskSession session;
        PulledDesk desk(session);
        session.openService(service.spec(Plan::Basic));
        const quint64 chart = session.openChart(symbol, Timeframe(BarKind::Renko, 50));
        QTRY_VERIFY_WITH_TIMEOUT(desk.charts[chart].size() > 20, 20'000);
        QVERIFY(desk.badges[chart].estimated);
        QCOMPARE(desk.badges[chart].recency, Recency::EndOfDay);
        int bricks = 0;
        for (const auto &[start, bar] : desk.charts[chart]) {
            const Price body = bar.close > bar.open ? bar.close - bar.open : bar.open - bar.close;
            if (bar.hasPrices && start < desk.provisionalFrom[chart]) {
                QCOMPARE(body, Price::fromUnits(Price::unitsPerOne / 2));
                ++bricks;
            }
        }
        QVERIFY(bricks > 20);
    }

    /// The bars of a recording are those of its trades, and come again when it is wound back.
    void aRecordingMakesThem()
    {
        const QStringList all = frames(2'500);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"recording.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(all.join(u'\n').toUtf8());
        file.close();
        DeskSession session;
        PulledDesk desk(session);
        const quint64 trades = session.openChart(u"AB"_s, Timeframe(BarKind::Trades, 100));
        const quint64 volume = session.openChart(u"AB"_s, Timeframe(BarKind::Volume, 10'000));
        session.openReplay(file.fileName(), 100);
        QTRY_COMPARE_WITH_TIMEOUT(sumsOf(desk.charts[trades]).trades, 2'500, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(sumsOf(desk.charts[volume]).trades, 2'500, 20'000);
        QCOMPARE(desk.charts[trades].size(), 25U);
        QCOMPARE(sumsOf(desk.charts[volume]).volume, sumsOf(desk.charts[trades]).volume);
        QCOMPARE(desk.history[trades], ChartUpdate::History::Complete);
        QVERIFY(!desk.badges[trades].estimated);
        QVERIFY(desk.messages[trades].isEmpty());
        const quint64 late = session.openChart(u"AB"_s, Timeframe(BarKind::Trades, 100));
        QTRY_COMPARE_WITH_TIMEOUT(sumsOf(desk.charts[late]).trades, 1'000, 20'000);
        QVERIFY(!desk.messages[late].isEmpty());
        const std::map<Timestamp, Candle> first = desk.charts[trades];
        session.seekReplay(first.begin()->first);
        QTRY_VERIFY_WITH_TIMEOUT(sumsOf(desk.charts[trades]).trades < 2'500, 20'000);
        session.setPlaying(true);
        QTRY_COMPARE_WITH_TIMEOUT(sumsOf(desk.charts[trades]).trades, 2'500, 20'000);
        QVERIFY(desk.charts[trades] == first);
    }

    /// From a plan to another: the same chart, made of what there is.
    void anotherSourceMakesThemAnew()
    {
        Service service;
        QVERIFY(service.started);
        DeskSession session;
        PulledDesk desk(session);
        const quint64 chart = session.openChart(symbol, Timeframe(BarKind::Range, 50));
        for (const Plan plan : { Plan::Starter, Plan::Advanced, Plan::Starter }) {
            session.openService(service.spec(plan));
            QTRY_COMPARE_WITH_TIMEOUT(desk.badges[chart].estimated, plan == Plan::Starter, 10'000);
            QTRY_VERIFY_WITH_TIMEOUT(desk.charts[chart].size() > 5, 20'000);
        }
    }
};

QTEST_GUILESS_MAIN(TestTradeBarPlans)
#include "tst_tradebarplans.moc"
