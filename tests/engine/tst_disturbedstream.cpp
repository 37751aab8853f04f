#include "desksession.h"

#include "embeddedmarket.h"
#include "gatewayserver.h"
#include "pulleddesk.h"
#include "splitmix64.h"

#include <QSet>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString symbol = u"NVDA"_s;

/// Connections that come back at once, so that a thousand of them fit into a test.
DeskSession::Timings impatient()
{
    DeskSession::Timings timings;
    timings.stream.firstRetry = 5ms;
    timings.stream.longestRetry = 20ms;
    timings.rest.firstRetry = 10ms;
    return timings;
}

struct Scene
{
    explicit Scene(double speed)
        : market({ .seed = 5, .speed = speed })
    {
        if (!market.start())
            return;
        spec.source = DataSource::Live;
        spec.addresses = { market.restBase(), market.wsBase(), market.wsDelayedBase() };
        spec.key = market.key();
        spec.speed = speed;
        session.setTimings(impatient());
        session.openService(spec);
        session.openTape(symbol);
        chart = session.openChart(symbol, *Timeframe::parse(u"1m"));
    }

    bool isStreaming() { return desk.prints[symbol].size() > 50 && !desk.charts[chart].empty(); }
    Timestamp lastBar() { return desk.charts[chart].rbegin()->first; }

    EmbeddedMarket market;
    DeskSession session;
    PulledDesk desk { session };
    SourceSpec spec;
    quint64 chart = 0;
};

} // namespace

class TestDisturbedStream : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^QObject|^QTimer"_s)); }

    void disconnects_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("lossy");
        QTest::newRow("clean breaks") << 25 << false;
        QTest::newRow("with loss, repetition and reordering") << 40 << true;
        if (qEnvironmentVariableIsSet("TAPELINE_LONG_TESTS"))
            QTest::newRow("a thousand") << 1'000 << true;
    }

    /// Cut at random moments, half a frame or silently; in the end bars, volumes and trade counts
    /// are those of an undisturbed run. After clean breaks the tape is whole too; where objects
    /// were lost in a connection that held, the history says which bars were put right.
    void disconnects()
    {
        QFETCH(const int, count);
        QFETCH(const bool, lossy);
        Scene scene(60);
        QTRY_VERIFY_WITH_TIMEOUT(scene.isStreaming(), 20'000);
        const Timestamp from = scene.lastBar() + 1min;
        QTRY_VERIFY_WITH_TIMEOUT(scene.lastBar() >= from, 20'000);

        Faults faults;
        if (lossy) {
            faults.dropProbability = 0.02;
            faults.repeatProbability = 0.05;
            faults.swapProbability = 0.05;
        }
        scene.market.server().setFaults(faults);
        SplitMix64 random(static_cast<quint64>(count));
        for (int i = 0; i < count; ++i) {
            QTest::qWait(int(20 + random.below(120)));
            if (random.below(3) == 0)
                scene.market.server().breakFrames();
            else
                scene.market.server().dropConnections();
        }
        scene.market.server().setFaults({});
        QTRY_COMPARE_WITH_TIMEOUT(scene.desk.status.stream, StreamState::Live, 20'000);
        const Timestamp to = scene.lastBar();
        QVERIFY2(to > from + 1min, "it was disturbed for more than a minute");
        // Settled a minute after each bar's end, and the revised ones with the quarter
        QTRY_VERIFY_WITH_TIMEOUT(scene.lastBar() >= to + 3min, 60'000);

        const quint64 fresh = scene.session.openChart(symbol, *Timeframe::parse(u"1m"));
        QTRY_VERIFY_WITH_TIMEOUT(scene.desk.charts[fresh].size() > 300, 20'000);
        for (Timestamp start = from; start <= to; start += 1min) {
            const Candle &seen = scene.desk.charts[scene.chart].at(start);
            const Candle &served = scene.desk.charts[fresh].at(start);
            QVERIFY2(seen.volume == served.volume && seen.high == served.high
                         && seen.low == served.low && seen.open == served.open
                         && seen.close == served.close,
                     qPrintable(u"bar %1 of %2: %3 for %4"_s.arg((start - from) / 1min)
                                    .arg((to - from) / 1min)
                                    .arg(seen.volume.toString(), served.volume.toString())));
        }

        // Nothing on the tape twice
        QSet<quint64> numbers;
        Qty volume;
        std::map<Timestamp, qint64> trades;
        for (const TapePrint &print : scene.desk.prints[symbol]) {
            QVERIFY(!numbers.contains(print.trade.sequence));
            numbers.insert(print.trade.sequence);
            if (print.update.volume && print.trade.time >= from && print.trade.time < to) {
                volume += print.trade.size;
                ++trades[Timeframe(1, TimeUnit::Minute).windowStart(print.trade.time)];
            }
        }
        Qty served;
        for (Timestamp start = from; start < to; start += 1min)
            served += scene.desk.charts[fresh].at(start).volume;
        QVERIFY(scene.desk.happened(ConnectionEvent::Kind::Lost));
        QVERIFY(scene.desk.happened(ConnectionEvent::Kind::GapFilled));
        if (lossy) {
            QVERIFY(volume < served);
            QVERIFY(scene.desk.happened(ConnectionEvent::Kind::BarsCorrected));
            QVERIFY(scene.desk.status.repeated > 0);
        } else {
            QCOMPARE(volume, served);
            QVERIFY(!scene.desk.happened(ConnectionEvent::Kind::GapRemains));
            for (const auto &[start, number] : trades)
                QVERIFY(number <= scene.desk.charts[fresh].at(start).tradeCount);
        }
    }

    /// The service is up again, and its history is not: the tape says that trades are missing, the
    /// bars are put right as soon as it answers.
    void aBreakThatCannotBeMadeGoodIsMarked()
    {
        Scene scene(60);
        QTRY_VERIFY_WITH_TIMEOUT(scene.isStreaming(), 20'000);
        Faults faults;
        faults.htmlError = true;
        scene.market.server().setFaults(faults);
        scene.market.server().refuseConnections(400ms);
        scene.market.server().dropConnections();
        QTRY_VERIFY_WITH_TIMEOUT(scene.desk.happened(ConnectionEvent::Kind::GapRemains), 20'000);
        const auto marks = [&scene] {
            return std::count_if(scene.desk.prints[symbol].begin(), scene.desk.prints[symbol].end(),
                                 [](const TapePrint &print) { return print.afterGap; });
        };
        QTRY_COMPARE_WITH_TIMEOUT(marks(), 1, 10'000);

        scene.market.server().setFaults({});
        QTRY_VERIFY_WITH_TIMEOUT(scene.desk.happened(ConnectionEvent::Kind::BarsCorrected), 40'000);
        const Timestamp until = scene.lastBar() - 1min;
        const quint64 fresh = scene.session.openChart(symbol, *Timeframe::parse(u"1m"));
        QTRY_VERIFY_WITH_TIMEOUT(scene.desk.charts[fresh].size() > 300, 20'000);
        for (Timestamp start = until - 10min; start < until; start += 1min)
            QCOMPARE(scene.desk.charts[scene.chart].at(start).volume,
                     scene.desk.charts[fresh].at(start).volume);
    }
};

QTEST_GUILESS_MAIN(TestDisturbedStream)
#include "tst_disturbedstream.moc"
