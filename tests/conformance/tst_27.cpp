#include "desksession.h"

#include "embeddedmarket.h"
#include "gatewayserver.h"
#include "pulleddesk.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// An hour of the market in 36 seconds.
constexpr double speed = 100;
const QString symbol = u"NVDA"_s;

/// The waits of the desk, as much faster as the market.
DeskSession::Timings scaled()
{
    DeskSession::Timings timings;
    timings.stream.firstRetry = 1s / 100;
    timings.stream.longestRetry = 60s / 100;
    timings.stream.lastingAfter = 60s / 100;
    timings.rest.firstRetry = 10ms;
    return timings;
}

} // namespace

/// Case 27: the stream is dropped every minute for an hour. It reconnects for ever, and the bars
/// are as if undisturbed.
class Test27 : public QObject
{
    Q_OBJECT

private slots:
    void droppedEveryMinute_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::newRow("a quarter of an hour") << 15;
        if (qEnvironmentVariableIsSet("TAPELINE_LONG_TESTS"))
            QTest::newRow("an hour") << 60;
    }

    void droppedEveryMinute()
    {
        QFETCH(const int, minutes);
        EmbeddedMarket market({ .seed = 27, .speed = speed });
        QVERIFY(market.start());
        SourceSpec spec;
        spec.source = DataSource::Live;
        spec.addresses = { market.restBase(), market.wsBase(), market.wsDelayedBase() };
        spec.key = market.key();
        spec.speed = speed;
        DeskSession session;
        session.setTimings(scaled());
        PulledDesk desk(session);
        session.openService(spec);
        const quint64 chart = session.openChart(symbol, *Timeframe::parse(u"1m"));
        QTRY_VERIFY_WITH_TIMEOUT(
            desk.status.stream == StreamState::Live && desk.charts[chart].size() > 300, 20'000);

        const Timestamp from = desk.charts[chart].rbegin()->first + 1min;
        for (int minute = 0; minute < minutes; ++minute) {
            QTest::qWait(int(60'000 / speed));
            market.server().dropConnections();
        }
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.stream, StreamState::Live, 10'000);
        const Timestamp to = desk.charts[chart].rbegin()->first;
        QVERIFY(to - from >= std::chrono::minutes(minutes - 3));
        QTRY_VERIFY_WITH_TIMEOUT(desk.charts[chart].rbegin()->first >= to + 3min, 20'000);

        const auto lost = std::count_if(
            desk.events.begin(), desk.events.end(),
            [](const ConnectionEvent &event) { return event.kind == ConnectionEvent::Kind::Lost; });
        QVERIFY2(lost >= minutes / 2, qPrintable(QString::number(lost)));
        QVERIFY(!desk.happened(ConnectionEvent::Kind::Refused));
        const quint64 fresh = session.openChart(symbol, *Timeframe::parse(u"1m"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.charts[fresh].size() > 300, 20'000);
        for (Timestamp start = from; start <= to; start += 1min) {
            const Candle &seen = desk.charts[chart].at(start);
            const Candle &served = desk.charts[fresh].at(start);
            QCOMPARE(seen.open, served.open);
            QCOMPARE(seen.high, served.high);
            QCOMPARE(seen.low, served.low);
            QCOMPARE(seen.close, served.close);
            QCOMPARE(seen.volume, served.volume);
        }
    }
};

QTEST_GUILESS_MAIN(Test27)
#include "tst_27.moc"
