#include "desksession.h"

#include "embeddedmarket.h"
#include "pulleddesk.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A minute's wait is 200 ms here.
DeskSession::Timings scaled()
{
    DeskSession::Timings timings;
    timings.stream.evictedWait = 200ms;
    timings.stream.longestEvictedWait = 3'200ms;
    return timings;
}

struct Program
{
    Program(const EmbeddedMarket &market)
    {
        SourceSpec spec;
        spec.source = DataSource::Live;
        spec.addresses = { market.restBase(), market.wsBase(), market.wsDelayedBase() };
        spec.key = market.key();
        session.setTimings(scaled());
        session.openService(spec);
        session.watch(u"SPY"_s);
    }

    qsizetype count(ConnectionEvent::Kind kind) const
    {
        return std::count_if(desk.events.begin(), desk.events.end(),
                             [kind](const ConnectionEvent &event) { return event.kind == kind; });
    }

    DeskSession session;
    PulledDesk desk { session };
};

} // namespace

/// Case 28: a second program takes the connection. The first says so and waits; there is no
/// eviction war.
class Test28 : public QObject
{
    Q_OBJECT

private slots:
    void aSecondProgramTakesTheConnection()
    {
        using enum ConnectionEvent::Kind;
        EmbeddedMarket market({ .seed = 28 });
        QVERIFY(market.start());
        Program first(market);
        QTRY_COMPARE_WITH_TIMEOUT(first.desk.status.stream, StreamState::Live, 10'000);
        Program second(market);
        QTRY_COMPARE_WITH_TIMEOUT(first.desk.status.stream, StreamState::Evicted, 10'000);
        QVERIFY(first.desk.status.detail.contains(u"connections"_s));
        QTRY_VERIFY(first.desk.snapshots[u"SPY"_s].badge.stale);
        QTRY_VERIFY(first.desk.status.retryAt != Timestamp());
        QCOMPARE(second.desk.status.stream, StreamState::Live);

        // Both are as polite: the connection changes hands ever more seldom. Without growing waits
        // it would have done so thirty times.
        QTest::qWait(6'000);
        const qsizetype handovers = first.count(Evicted) + second.count(Evicted);
        QVERIFY2(handovers <= 9, qPrintable(QString::number(handovers)));
        QVERIFY(!first.desk.happened(Refused) && !second.desk.happened(Refused));
    }
};

QTEST_GUILESS_MAIN(Test28)
#include "tst_28.moc"
