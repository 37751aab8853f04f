#include "faultfields.h"
#include "gatewayfixture.h"

#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString faultsPath = u"/tapeline/v1/faults"_s;

/// JSON written with single quotes: moc stumbles over raw strings.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

/// Steering a running server from outside: Tapeline's own routes.
class TestGatewayControl : public QObject
{
    Q_OBJECT

private slots:
    void onlyWithTheToken_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("none") << QString();
        QTest::newRow("a plan's key") << u"advanced"_s;
        QTest::newRow("another") << u"0123456789abcdef0123456789abcdef"_s;
    }
    void onlyWithTheToken()
    {
        QFETCH(const QString, token);
        GatewayFixture gateway;
        QCOMPARE(gateway.get(faultsPath, token).status, 401);
        QCOMPARE(gateway.get(faultsPath, token, "PUT", json("{'htmlError':true}")).status, 401);
        QCOMPARE(gateway.get(u"/tapeline/v1/drop"_s, token, "POST").status, 401);
        QCOMPARE(gateway.get(u"/tapeline/v1/nothing"_s, token).status, 401);
        QCOMPARE(gateway.get(u"/v1/marketstatus/now"_s).status, 200);
    }

    void routesAndMethods()
    {
        GatewayFixture gateway;
        const QString token = gateway.addresses.token;
        QCOMPARE(gateway.get(u"/tapeline/v1/nothing"_s, token).status, 404);
        QCOMPARE(gateway.get(faultsPath, token, "DELETE").status, 405);
        QCOMPARE(gateway.get(u"/tapeline/v1/drop"_s, token).status, 405);
        QCOMPARE(gateway.get(u"/tapeline/v1/refuse"_s, token, "POST").status, 400);
        QCOMPARE(gateway.get(u"/tapeline/v1/refuse?seconds=-1"_s, token, "POST").status, 400);
    }

    void putAndGet()
    {
        GatewayFixture gateway;
        const QString token = gateway.addresses.token;
        const QJsonObject off = gateway.get(faultsPath, token).json;
        QCOMPARE(off.size(), 14);
        QCOMPARE(off[u"htmlError"_s], QJsonValue(false));
        QCOMPARE(off[u"stall"_s], QJsonValue(0));

        const auto put = gateway.get(faultsPath, token, "PUT",
                                     json("{'htmlError':true,'clockSkew':-1.5,'seed':7}"));
        QCOMPARE(put.status, 200);
        QJsonObject expected = off;
        expected[u"htmlError"_s] = true;
        expected[u"clockSkew"_s] = -1.5;
        expected[u"seed"_s] = 7;
        QCOMPARE(put.json, expected);
        QCOMPARE(gateway.get(u"/v1/marketstatus/now"_s).status, 502);
        // The faults do not reach the routes that switch them
        QCOMPARE(gateway.get(faultsPath, token).json, expected);
        QCOMPARE(gateway.get(faultsPath, token, "PUT", "{}").json, off);
        QCOMPARE(gateway.get(u"/v1/marketstatus/now"_s).status, 200);
    }

    void wrongBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QByteArray() << u"The body is no JSON object."_s;
        QTest::newRow("broken") << QByteArray("{\"stall\":") << u"The body is no JSON object."_s;
        QTest::newRow("array") << QByteArray("[]") << u"The body is no JSON object."_s;
        QTest::newRow("unknown") << json("{'stal':1}") << u"\"stal\" is no fault."_s;
        QTest::newRow("beside a right one")
            << json("{'htmlError':true,'zap':1}") << u"\"zap\" is no fault."_s;
        QTest::newRow("number for a switch")
            << json("{'silent':1}") << u"silent is true or false."_s;
        QTest::newRow("text for a number")
            << json("{'stall':'10'}") << u"stall is a number of seconds from 0 to 86400."_s;
        QTest::newRow("negative") << json("{'stall':-1}")
                                  << u"stall is a number of seconds from 0 to 86400."_s;
        QTest::newRow("more than always")
            << json("{'dropProbability':1.01}") << u"dropProbability is a number from 0 to 1."_s;
        QTest::newRow("half a seed")
            << json("{'seed':0.5}") << u"seed is a whole number from 0 to 9007199254740992."_s;
        QTest::newRow("no address")
            << json("{'redirectTo':'elsewhere'}")
            << u"redirectTo is a text such as http://127.0.0.1:8080, or an empty one."_s;
        QTest::newRow("a line in it")
            << json("{'redirectTo':'http://a\\r\\nX: y'}")
            << u"redirectTo is a text such as http://127.0.0.1:8080, or an empty one."_s;
        QTest::newRow("null") << json("{'silent':null}") << u"silent is true or false."_s;
    }
    void wrongBodies()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, says);
        GatewayFixture gateway({ .faults = { .stall = 1ms, .seed = 3 } });
        const QString token = gateway.addresses.token;
        const QByteArray before = gateway.get(faultsPath, token).body;
        const auto answer = gateway.get(faultsPath, token, "PUT", body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.error(), says);
        QCOMPARE(gateway.get(faultsPath, token).body, before);
    }

    void instantOnes()
    {
        GatewayFixture gateway;
        const QString token = gateway.addresses.token;
        for (const QString &path : { u"/tapeline/v1/drop"_s, u"/tapeline/v1/halfframes"_s }) {
            StreamClient client(gateway.addresses.ws + u"/stocks"_s);
            QVERIFY(client.login(u"advanced"_s));
            QCOMPARE(gateway.get(path, token, "POST").status, 200);
            QTRY_VERIFY(client.closed);
        }
        QCOMPARE(gateway.get(u"/tapeline/v1/refuse?seconds=1"_s, token, "POST").status, 200);
        StreamClient refused(gateway.addresses.ws + u"/stocks"_s);
        QVERIFY(!refused.waitForStatus(u"connected"_s, 300));
        QTest::qWait(900);
        StreamClient later(gateway.addresses.ws + u"/stocks"_s);
        QVERIFY(later.waitForStatus(u"connected"_s));
    }

    void onTheCommandLine_data()
    {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("says"); // empty: taken
        QTest::newRow("switch") << u"silent"_s << QString();
        QTest::newRow("switch off") << u"silent=false"_s << QString();
        QTest::newRow("duration") << u"stall=0.25"_s << QString();
        QTest::newRow("text") << u"nextUrlBase=http://127.0.0.1:9"_s << QString();
        QTest::newRow("no value") << u"stall"_s
                                  << u"stall is a number of seconds from 0 to 86400."_s;
        QTest::newRow("wrong value") << u"silent=1"_s << u"silent is true or false."_s;
        QTest::newRow("unknown") << u"noise=1"_s << u"\"noise\" is no fault."_s;
        QTest::newRow("empty") << QString() << u"\"\" is no fault."_s;
    }
    void onTheCommandLine()
    {
        QFETCH(const QString, assignment);
        QFETCH(const QString, says);
        Faults faults { .stall = 3s, .silent = true };
        const Faults before = faults;
        const Result<void> set = faultfields::set(faults, assignment);
        QCOMPARE(set ? QString() : set.error().detail, says);
        if (!set)
            QVERIFY(faults == before);
        else if (assignment == u"silent=false"_s)
            QVERIFY(!faults.silent);
        else if (assignment == u"stall=0.25"_s)
            QVERIFY(faults.stall == Duration(250ms));
        else if (assignment.startsWith(u"nextUrlBase"_s))
            QCOMPARE(faults.nextUrlBase, std::string("http://127.0.0.1:9"));
    }
};

QTEST_GUILESS_MAIN(TestGatewayControl)
#include "tst_gatewaycontrol.moc"
