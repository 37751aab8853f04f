#include "gatewayfixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString anyPath = u"/v3/reference/exchanges"_s;

} // namespace

/// Outages on purpose: massive-api.md 10.13.
class TestGatewayFaults : public QObject
{
    Q_OBJECT

private slots:
    void restFaults()
    {
        GatewayFixture gateway;
        QCOMPARE(gateway.get(anyPath).status, 200);
        Faults faults;
        faults.htmlError = true;
        gateway.server.setFaults(faults);
        const auto html = gateway.get(anyPath);
        QCOMPARE(html.status, 502);
        QVERIFY(html.contentType.startsWith("text/html"));
        QVERIFY(html.body.startsWith("<html>"));
        faults = {};
        faults.truncatedJson = true;
        gateway.server.setFaults(faults);
        const auto half = gateway.get(anyPath);
        QCOMPARE(half.status, 200);
        QVERIFY(!half.body.isEmpty());
        QVERIFY(half.json.isEmpty());
        faults = {};
        faults.rateBurst = true;
        gateway.server.setFaults(faults);
        QCOMPARE(gateway.get(anyPath).status, 429);
        gateway.server.setFaults({});
        QCOMPARE(gateway.get(anyPath).status, 200);
    }

    void stall()
    {
        GatewayFixture gateway;
        Faults faults;
        faults.stall = 400ms;
        gateway.server.setFaults(faults);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(gateway.get(anyPath).status, 200);
        QVERIFY(timer.elapsed() >= 390);
    }

    void clockSkew()
    {
        GatewayFixture gateway;
        Faults faults;
        faults.clockSkew = -6h;
        gateway.server.setFaults(faults);
        const auto now = gateway.get(u"/v1/marketstatus/now"_s).json;
        QCOMPARE(now[u"serverTime"_s].toString(), u"2026-08-13T04:30:00-04:00"_s);
        QCOMPARE(now[u"earlyHours"_s].toBool(), true);
    }

    void dropAndRefuse()
    {
        GatewayFixture gateway;
        StreamClient client(gateway.addresses.ws + u"/stocks"_s);
        QVERIFY(client.login(u"advanced"_s));
        gateway.server.refuseConnections(700ms);
        gateway.server.dropConnections();
        QTRY_VERIFY(client.closed);
        QCOMPARE(gateway.get(anyPath).status, 0);
        QTest::qWait(800);
        QCOMPARE(gateway.get(anyPath).status, 200);
    }

    void silence()
    {
        GatewayFixture gateway;
        StreamClient client(gateway.addresses.ws + u"/stocks"_s);
        QVERIFY(client.login(u"advanced"_s));
        QVERIFY(client.subscribe(u"T.AAA"_s));
        Faults faults;
        faults.silent = true;
        gateway.server.setFaults(faults);
        QSignalSpy pong(&client.socket, &QWebSocket::pong);
        client.socket.ping();
        gateway.time->advance(5s);
        QTest::qWait(300);
        QVERIFY(pong.isEmpty());
        QVERIFY(client.eventsOf(u"T"_s).isEmpty());
        QVERIFY(!client.closed);
        gateway.server.setFaults({});
        QTRY_COMPARE(client.eventsOf(u"T"_s).size(), 5);
        QTRY_COMPARE(pong.size(), 1);
    }

    void stopWhileSilent()
    {
        GatewayFixture gateway;
        StreamClient client(gateway.addresses.ws + u"/stocks"_s);
        QVERIFY(client.login(u"advanced"_s));
        QVERIFY(client.subscribe(u"T.AAA"_s));
        Faults faults;
        faults.silent = true;
        gateway.server.setFaults(faults);
        gateway.time->advance(5s);
        QTest::qWait(100);
        gateway.server.stop(); // must come back although writes are held
        QTRY_VERIFY(client.closed);
    }

    void halfAFrame()
    {
        GatewayFixture gateway;
        StreamClient client(gateway.addresses.ws + u"/stocks"_s);
        QVERIFY(client.login(u"advanced"_s));
        const qsizetype before = client.frames.size();
        gateway.server.breakFrames();
        QTRY_VERIFY(client.closed);
        QCOMPARE(client.frames.size(), before);
        QCOMPARE(gateway.get(anyPath).status, 200);
    }

    void objectsLostDoubledSwapped()
    {
        GatewayFixture gateway;
        StreamClient client(gateway.addresses.ws + u"/stocks"_s);
        QVERIFY(client.login(u"advanced"_s));
        QVERIFY(client.subscribe(u"T.AAA"_s));
        const auto sequencesAfter = [&](const Faults &faults) {
            client.objects.clear();
            gateway.server.setFaults(faults);
            QTest::qWait(50);
            gateway.time->advance(200s);
            QTest::qWait(400);
            gateway.server.setFaults({}); // lets go of an object that waits for the next one
            QTest::qWait(50);
            QList<qint64> sequences;
            for (const QJsonObject &trade : client.eventsOf(u"T"_s))
                sequences.append(trade[u"q"_s].toInteger());
            return sequences;
        };
        Faults faults;
        faults.dropProbability = 0.5;
        const qsizetype kept = sequencesAfter(faults).size();
        QVERIFY2(kept > 50 && kept < 150, qPrintable(QString::number(kept)));
        faults = {};
        faults.repeatProbability = 0.5;
        const QList<qint64> repeated = sequencesAfter(faults);
        QCOMPARE(QSet<qint64>(repeated.begin(), repeated.end()).size(), 200);
        QVERIFY(repeated.size() > 250);
        faults = {};
        faults.swapProbability = 0.5;
        const QList<qint64> swapped = sequencesAfter(faults);
        QCOMPARE(swapped.size(), 200);
        QVERIFY(!std::is_sorted(swapped.begin(), swapped.end()));
        const QList<qint64> undisturbed = sequencesAfter({});
        QCOMPARE(undisturbed.size(), 200);
        QVERIFY(std::is_sorted(undisturbed.begin(), undisturbed.end()));
    }

    /// The same seed disturbs the same trades, quotes and bars, however the market's time passes;
    /// status objects are never lost.
    void disturbancesFollowTheSeed()
    {
        const auto run = [](quint64 seed, Duration step) {
            GatewayFixture gateway({ .faults = { .dropProbability = 0.3,
                                                 .repeatProbability = 0.3,
                                                 .swapProbability = 0.3,
                                                 .seed = seed } });
            StreamClient client(gateway.addresses.ws + u"/stocks"_s);
            if (!client.login(u"advanced"_s) || !client.subscribe(u"T.AAA,Q.AAA,A.AAA,T.BBB"_s)
                || client.messagesOf(u"success"_s).size() != 4)
                return QStringList();
            for (Duration passed {}; passed < 100s; passed += step) {
                gateway.time->advance(step);
                QTest::qWait(20);
            }
            QTest::qWait(300);
            gateway.server.setFaults({});
            QTest::qWait(50);
            QStringList events;
            for (const QJsonObject &object : client.objects)
                if (object[u"ev"_s].toString() != u"status"_s)
                    events.append(
                        QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
            return events;
        };
        const QStringList inLeaps = run(5, 50s);
        QVERIFY(inLeaps.size() > 150);
        QCOMPARE(run(5, 2s), inLeaps);
        QVERIFY(run(6, 50s) != inLeaps);
    }

    void idleSocketsAreCutAtNight()
    {
        GatewayFixture gateway;
        StreamClient idle(gateway.addresses.ws + u"/stocks"_s);
        QVERIFY(idle.login(u"advanced"_s));
        StreamClient busy(gateway.addresses.ws + u"/stocks"_s);
        QVERIFY(busy.login(u"advanced2"_s));
        QVERIFY(busy.subscribe(u"T.AAA"_s));
        gateway.server.setFaults({ .idleDrop = 600ms });
        QElapsedTimer timer;
        timer.start();
        while (!idle.closed && timer.elapsed() < 5'000) {
            idle.socket.ping(); // keeps no socket alive there
            gateway.time->advance(1s);
            QTest::qWait(50);
        }
        QVERIFY(idle.closed);
        QCOMPARE(idle.socket.error(), QAbstractSocket::RemoteHostClosedError); // no close frame
        QVERIFY(!busy.closed);
    }

    void redirects()
    {
        GatewayFixture gateway;
        gateway.network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        gateway.server.setFaults({ .redirectTo = "http://127.0.0.1:9" });
        const auto answer = gateway.get(anyPath);
        QCOMPARE(answer.status, 302);
        QCOMPARE(answer.location, "http://127.0.0.1:9" + anyPath.toUtf8());
    }

    void foreignNextUrl()
    {
        GatewayFixture gateway;
        const QString page = u"/v3/trades/AAA?limit=2"_s;
        QVERIFY(gateway.get(page).next().startsWith(gateway.addresses.rest));
        gateway.server.setFaults({ .nextUrlBase = "http://127.0.0.1:9" });
        QVERIFY(gateway.get(page).next().startsWith(u"http://127.0.0.1:9/v3/trades/AAA?cursor="_s));
    }

    void whoIsEvictedCanChange()
    {
        GatewayFixture gateway;
        StreamClient first(gateway.addresses.ws + u"/stocks"_s);
        QVERIFY(first.login(u"advanced"_s));
        gateway.server.setFaults({ .evictNewcomer = true });
        StreamClient second(gateway.addresses.ws + u"/stocks"_s);
        QVERIFY(second.login(u"advanced"_s));
        QTRY_VERIFY(second.closed);
        QVERIFY(!first.closed);
        gateway.server.setFaults({});
        StreamClient third(gateway.addresses.ws + u"/stocks"_s);
        QVERIFY(third.login(u"advanced"_s));
        QTRY_VERIFY(first.closed);
        QVERIFY(!third.closed);
    }
};

QTEST_GUILESS_MAIN(TestGatewayFaults)
#include "tst_gatewayfaults.moc"
