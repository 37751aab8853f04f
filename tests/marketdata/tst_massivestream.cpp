#include "massivestream.h"

#include "fakestreamservice.h"
#include "statusframe.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using tapeline::test::FakeStreamService;

namespace {

/// Waits of the event loop are short; silence is counted on a clock the test moves, so that a busy
/// machine makes nothing stale.
MassiveStream::Timings quick()
{
    MassiveStream::Timings timings;
    timings.pingAfter = 20ms;
    timings.staleAfter = 3s;
    timings.deadAfter = 30s;
    timings.connectWithin = 30s;
    timings.firstRetry = 20ms;
    timings.longestRetry = 100ms;
    timings.evictedWait = 300ms;
    return timings;
}

/// A stream with everything it has said.
struct Client
{
    explicit Client(const QUrl &base, const QString &key = u"good"_s)
        : stream(base, u"stocks"_s, key, &clock)
    {
        stream.setTimings(quick());
        QObject::connect(&stream, &StreamProvider::stateChanged, &stream,
                         [this](StreamState state, const QString &detail) {
                             states += state;
                             lastDetail = detail;
                         });
        QObject::connect(&stream, &StreamProvider::frameReceived, &stream,
                         [this](const QByteArray &frame, qint64) { frames += frame; });
    }
    bool isLive() const { return stream.state() == StreamState::Live; }

    ManualWallClock clock;
    MassiveStream stream;
    QList<StreamState> states;
    QString lastDetail;
    QByteArrayList frames;
};

} // namespace

class TestMassiveStream : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void goesLive()
    {
        FakeStreamService service;
        Client client(service.base());
        client.stream.subscribe({ u"T.AAPL"_s, u"Q.BRK.B"_s });
        client.stream.start();
        QTRY_VERIFY(client.isLive());
        QCOMPARE(
            client.states,
            (QList { StreamState::Connecting, StreamState::Authenticating, StreamState::Live }));
        QCOMPARE(service.paths, QStringList { u"/stocks"_s });
        QCOMPARE(service.keys, QStringList { u"good"_s });
        QTRY_COMPARE(service.subscribed, (QStringList { u"Q.BRK.B"_s, u"T.AAPL"_s }));
        QCOMPARE(service.subscribeMessages, 1);

        client.frames.clear();
        service.send(u"[{\"ev\":\"T\",\"sym\":\"\u00dc\"}]"_s);
        QTRY_COMPARE(client.frames.size(), 1);
        QCOMPARE(client.frames.front(), u"[{\"ev\":\"T\",\"sym\":\"\u00dc\"}]"_s.toUtf8());
        QVERIFY(client.frames.front().capacity() >= client.frames.front().size() + 64);

        client.stream.stop();
        QCOMPARE(client.states.last(), StreamState::Offline);
        QTRY_VERIFY(!service.isConnected());
        QTest::qWait(150);
        QCOMPARE(service.connections, 1);
    }

    void countsWhoWantsAPair()
    {
        FakeStreamService service;
        Client client(service.base());
        client.stream.start();
        QTRY_VERIFY(client.isLive());
        client.stream.subscribe({ u"T.A"_s, u"Q.A"_s });
        client.stream.subscribe({ u"T.A"_s });
        client.stream.subscribe({ u"nonsense"_s, u".A"_s, u"T."_s, u"T.A,T.B"_s });
        client.stream.unsubscribe({ u"T.A"_s, u"Q.A"_s, u"T.NEVER"_s });
        QTRY_COMPARE(service.unsubscribed, QStringList { u"Q.A"_s });
        QCOMPARE(service.subscribed, (QStringList { u"T.A"_s, u"Q.A"_s }));
        client.stream.unsubscribe({ u"T.A"_s });
        QTRY_COMPARE(service.unsubscribed, (QStringList { u"Q.A"_s, u"T.A"_s }));
    }

    void aRefusedKeyIsNotTriedAgain()
    {
        FakeStreamService service;
        Client client(service.base(), u"bad"_s);
        client.stream.start();
        QTRY_COMPARE(client.stream.state(), StreamState::Refused);
        QCOMPARE(client.lastDetail, u"authentication failed"_s);
        QTest::qWait(250);
        QCOMPARE(service.connections, 1);
    }

    void aPlanWithoutStreamSaysSo()
    {
        FakeStreamService service;
        service.refusal = u"Your plan doesn't include websocket access."_s;
        Client client(service.base(), u"basic"_s);
        QSignalSpy lacking(&client.stream, &StreamProvider::planHasNoStream);
        client.stream.start();
        QTRY_COMPARE(client.stream.state(), StreamState::Refused);
        QCOMPARE(client.lastDetail, service.refusal);
        QCOMPARE(lacking.size(), 1);
    }

    void theKeyStaysOffClearText()
    {
        Client client(QUrl(u"ws://socket.example.invalid"_s));
        client.stream.start();
        QCOMPARE(client.stream.state(), StreamState::Refused);
        QVERIFY(client.lastDetail.contains("not encrypted"_L1));
    }

    void aLostConnectionComesBackWithAGap()
    {
        FakeStreamService service;
        Client client(service.base());
        QSignalSpy gaps(&client.stream, &StreamProvider::gapDetected);
        client.stream.subscribe({ u"T.A"_s });
        client.stream.start();
        QTRY_COMPARE(service.subscribed.size(), 1);
        QVERIFY2(gaps.isEmpty(), "the first connection is no gap");

        client.clock.advance(1s);
        const qint64 before = toNs(client.clock.utc());
        client.clock.advance(1s);
        service.dropAll();
        QTRY_VERIFY(client.states.contains(StreamState::WaitingToRetry));
        QTRY_VERIFY(client.isLive());
        QTRY_COMPARE(service.subscribed, (QStringList { u"T.A"_s, u"T.A"_s }));
        QCOMPARE(gaps.size(), 1);
        const qint64 from = gaps.front().at(0).toLongLong();
        const qint64 to = gaps.front().at(1).toLongLong();
        QVERIFY(from <= before);
        QVERIFY(to > before);
    }

    void triesForEver()
    {
        auto service = std::make_unique<FakeStreamService>();
        Client client(service->base());
        client.stream.start();
        QTRY_VERIFY(client.isLive());
        service->stopListening();
        service->dropAll();
        QTRY_VERIFY_WITH_TIMEOUT(client.states.count(StreamState::WaitingToRetry) >= 6, 20'000);
        QVERIFY(!client.lastDetail.isEmpty());
    }

    void aQuietConnectionIsPingedAndStaysLive()
    {
        FakeStreamService service;
        Client client(service.base());
        client.stream.start();
        QTRY_VERIFY(client.isLive());
        for (int second = 0; second < 40; ++second) { // longer than it takes to be given up
            client.clock.advance(1s);
            QTest::qWait(20);
        }
        QTRY_VERIFY2(client.isLive(), "pongs are bytes");
        QCOMPARE(service.connections, 1);
    }

    void aStalledConnectionIsStaleThenGivenUp()
    {
        FakeStreamService service;
        Client client(service.base());
        QSignalSpy gaps(&client.stream, &StreamProvider::gapDetected);
        client.stream.start();
        QTRY_VERIFY(client.isLive());
        service.stall();
        client.clock.advance(2'900ms);
        QTest::qWait(50);
        QVERIFY(client.isLive());
        client.clock.advance(100ms);
        QTRY_COMPARE(client.stream.state(), StreamState::Stale);
        service.send(u"[]"_s);
        QTRY_VERIFY2(client.isLive(), "any byte ends it");
        client.clock.advance(29s);
        QTRY_COMPARE(client.stream.state(), StreamState::Stale);
        client.clock.advance(1s);
        QTRY_VERIFY(client.states.contains(StreamState::WaitingToRetry));
        QTRY_VERIFY(client.isLive());
        QCOMPARE(service.connections, 2);
        QCOMPARE(gaps.size(), 1);
    }

    void aServiceThatDoesNotGreetIsLeft()
    {
        FakeStreamService service;
        service.greets = false;
        Client client(service.base());
        client.stream.start();
        QTRY_COMPARE(service.connections, 1);
        client.clock.advance(30s);
        QTRY_COMPARE(service.connections, 2);
        QVERIFY2(service.keys.isEmpty(), "no key before the greeting");
    }

    /// Live for a while makes the next wait the shortest again; merely going live does not.
    void onlyALastingConnectionStartsTheWaitsOver()
    {
        FakeStreamService service;
        Client client(service.base());
        client.stream.start();
        for (int drops = 0; drops < 3; ++drops) {
            QTRY_VERIFY(client.isLive());
            QTRY_VERIFY(service.isConnected());
            service.dropAll();
            QTRY_COMPARE(client.states.count(StreamState::WaitingToRetry), drops + 1);
        }
        QVERIFY2(client.stream.retryWait() >= 80ms, "20, 40, 80");
        QTRY_VERIFY(client.isLive());
        for (int second = 0; second < 60; ++second) {
            client.clock.advance(1s);
            QTest::qWait(5);
            service.send(u"[]"_s);
            QTRY_VERIFY(client.isLive());
        }
        service.dropAll();
        QTRY_COMPARE(client.states.count(StreamState::WaitingToRetry), 4);
        QVERIFY(client.stream.retryWait() <= 30ms);
    }

    void anEvictedConnectionWaits()
    {
        FakeStreamService service;
        Client client(service.base());
        client.stream.start();
        QTRY_VERIFY(client.isLive());
        for (int round = 1; round <= 2; ++round) {
            QElapsedTimer timer;
            timer.start();
            service.sendStatus(u"max_connections"_s,
                               u"Maximum number of websocket connections exceeded."_s);
            QTRY_COMPARE(client.states.count(StreamState::Evicted), round);
            QTRY_VERIFY(client.isLive());
            QVERIFY2(timer.elapsed() >= 295 * round, "not before its wait is over, twice as long");
            QCOMPARE(service.connections, round + 1);
        }
    }

    void missingChannelsAreTold()
    {
        FakeStreamService service;
        Client client(service.base());
        QSignalSpy refused(&client.stream, &MassiveStream::entitlementRefused);
        client.stream.start();
        QTRY_VERIFY(client.isLive());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"not authorized"_s));
        service.send(u"[{\"ev\":\"T\",\"sym\":\"A\"},{\"ev\":\"status\",\"status\":\"error\","
                     "\"message\":\"not authorized\"}]"_s);
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(client.isLive());
    }

    void largeFramesPass()
    {
        FakeStreamService service;
        Client client(service.base());
        client.stream.start();
        QTRY_VERIFY(client.isLive());
        client.frames.clear();
        const QString large = u'[' + QString(20 * 1024 * 1024, u' ') + u']';
        service.send(large);
        QTRY_COMPARE_WITH_TIMEOUT(client.frames.size(), 1, 20'000);
        QCOMPARE(client.frames.front().size(), large.size());
    }

    void retryDelays()
    {
        RetryDelay delay(1s, 60s, 3);
        RetryDelay same(1s, 60s, 3);
        Duration base = 1s;
        for (int attempt = 0; attempt < 12; ++attempt) {
            const Duration wait = delay.next();
            QVERIFY(wait == same.next());
            QVERIFY(wait >= base);
            QVERIFY(wait <= std::min<Duration>(base + base / 2, 60s));
            base = std::min<Duration>(base * 2, 60s);
        }
        delay.reset();
        QVERIFY(delay.next() < 2s);
    }

    void statusFrames_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<int>("count");
        const auto row = [](const char *name, const char *frame, int count) {
            QTest::newRow(name) << QByteArray(frame) << count;
        };
        row("trade", R"([{"ev":"T","sym":"A"}])", 0);
        row("status", R"([{"ev":"status","status":"success","message":"x"}])", 1);
        row("spaced", R"( [ { "ev" : "status" , "status" : "success" } ] )", 1);
        row("behind data",
            R"([{"ev":"T","sym":"A"},{"ev":"status","status":"a"},{"ev":"status","status":"b"}])",
            2);
        row("a symbol of that name", R"([{"ev":"T","sym":"status"}])", 0);
        row("behind a name with its letter",
            R"([{"ev":"T","sym":"BRu","quotas":"statu"},{"ev":"status","status":"success"}])", 1);
        row("the letter at both ends", "u[]u", 0);
        row("broken", "[{\"ev\":\"status\"", 0);
        row("nothing", "", 0);
    }

    void statusFrames()
    {
        QFETCH(const QByteArray, frame);
        QFETCH(const int, count);
        QCOMPARE(int(statusesIn(frame).size()), count);
    }
};

QTEST_GUILESS_MAIN(TestMassiveStream)
#include "tst_massivestream.moc"
