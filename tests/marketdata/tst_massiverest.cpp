#include "massiverest.h"

#include "fakehttpserver.h"
#include "keysafety.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using tapeline::test::FakeHttpServer;

namespace {

MassiveRest::Timings quick()
{
    MassiveRest::Timings timings;
    timings.window = 400ms;
    timings.firstRetry = 5ms;
    return timings;
}

/// A provider with everything it has answered.
struct Client
{
    explicit Client(const QUrl &base, const QString &key = u"secret-key"_s, int limit = 0)
        : rest(base, key, limit)
    {
        rest.setTimings(quick());
        QObject::connect(&rest, &RestProvider::finished, &rest,
                         [this](const RestReply &reply) { replies += reply; });
    }
    void get(quint64 id, const QString &path, RestPriority priority = RestPriority::OnScreen,
             const QUrlQuery &query = {})
    {
        rest.get({ .id = id, .path = path, .query = query, .priority = priority });
    }
    const RestReply *reply(quint64 id) const
    {
        const auto found = std::find_if(replies.begin(), replies.end(),
                                        [id](const auto &reply) { return reply.id == id; });
        return found == replies.end() ? nullptr : &*found;
    }

    MassiveRest rest;
    QList<RestReply> replies;
};

} // namespace

class TestMassiveRest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void asksAndAnswers()
    {
        FakeHttpServer server;
        Client client(server.base());
        client.get(1, u"/v2/aggs/ticker/X:BTCUSD/prev"_s, RestPriority::OnScreen,
                   { { u"adjusted"_s, u"true"_s } });
        QTRY_COMPARE(client.replies.size(), 1);
        const RestReply &reply = client.replies.front();
        QVERIFY(reply.ok);
        QCOMPARE(reply.id, quint64(1));
        QCOMPARE(reply.httpStatus, 200);
        QCOMPARE(reply.body, QByteArray("{\"status\":\"OK\"}"));
        QVERIFY(reply.body.capacity() >= reply.body.size() + 64);
        const auto &request = server.requests().front();
        QCOMPARE(request.target, u"/v2/aggs/ticker/X:BTCUSD/prev?adjusted=true"_s);
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer secret-key"));
        QVERIFY(!request.target.contains("secret"_L1));
    }

    void errorsByFamily_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("asked");
        using Code = Error::Code;
        QTest::newRow("bad key") << 401 << int(Code::Unauthorized) << 1;
        QTest::newRow("plan") << 403 << int(Code::NotEntitled) << 1;
        QTest::newRow("nothing") << 404 << int(Code::NotFound) << 1;
        QTest::newRow("parameter") << 400 << int(Code::Rejected) << 1;
        QTest::newRow("rate") << 429 << int(Code::RateLimited) << 3;
        QTest::newRow("outage") << 502 << int(Code::Network) << 3;
    }

    void errorsByFamily()
    {
        QFETCH(const int, status);
        QFETCH(const int, code);
        QFETCH(const int, asked);
        FakeHttpServer server([status](const auto &) {
            return FakeHttpServer::Response { .status = status,
                                              .body = R"({"status":"ERROR","error":"because"})" };
        });
        Client client(server.base());
        client.get(1, u"/x"_s);
        QTRY_COMPARE(client.replies.size(), 1);
        QVERIFY(!client.replies.front().ok);
        QCOMPARE(client.replies.front().httpStatus, status);
        QCOMPARE(int(client.replies.front().error), code);
        QCOMPARE(client.replies.front().detail, u"because"_s);
        QCOMPARE(server.requests().size(), asked);
    }

    void anOutageThatEndsIsNotSeen()
    {
        int asked = 0;
        FakeHttpServer server([&asked](const auto &) {
            return ++asked < 3 ? FakeHttpServer::Response { .status = 503, .body = {} }
                               : FakeHttpServer::Response();
        });
        Client client(server.base());
        client.get(1, u"/x"_s);
        QTRY_COMPARE(client.replies.size(), 1);
        QVERIFY(client.replies.front().ok);
        QCOMPARE(asked, 3);
    }

    void brokenAnswersAreAskedAgain()
    {
        int asked = 0;
        FakeHttpServer server([&asked](const auto &) {
            return FakeHttpServer::Response { .truncated = ++asked < 2 };
        });
        Client client(server.base());
        client.get(1, u"/x"_s);
        QTRY_COMPARE(client.replies.size(), 1);
        QVERIFY(client.replies.front().ok);
        QCOMPARE(asked, 2);
    }

    void silenceEndsInATimeOut()
    {
        FakeHttpServer server(
            [](const auto &) { return FakeHttpServer::Response { .silent = true }; });
        Client client(server.base());
        MassiveRest::Timings impatient = quick();
        impatient.transferTimeout = 100ms;
        client.rest.setTimings(impatient);
        client.get(1, u"/x"_s);
        QTRY_COMPARE(client.replies.size(), 1);
        QVERIFY(!client.replies.front().ok);
        QCOMPARE(client.replies.front().error, Error::Code::Network);
        QCOMPARE(client.replies.front().httpStatus, 0);
        QCOMPARE(server.requests().size(), 3);
    }

    void noServerIsANetworkError()
    {
        QUrl nowhere;
        {
            const FakeHttpServer server;
            nowhere = server.base();
        }
        Client client(nowhere);
        client.get(1, u"/x"_s);
        QTRY_COMPARE(client.replies.size(), 1);
        QCOMPARE(client.replies.front().error, Error::Code::Network);
        QVERIFY(!client.replies.front().detail.isEmpty());
    }

    void retryAfterIsHonoured()
    {
        int asked = 0;
        FakeHttpServer server([&asked](const auto &) {
            return ++asked == 1
                ? FakeHttpServer::Response { .status = 429, .headers = { { "Retry-After", "1" } } }
                : FakeHttpServer::Response();
        });
        Client client(server.base());
        QElapsedTimer timer;
        timer.start();
        client.get(1, u"/x"_s);
        QTRY_COMPARE(client.replies.size(), 1);
        QVERIFY(client.replies.front().ok);
        QVERIFY2(timer.elapsed() >= 990, "the answer said one second");
    }

    void equalRequestsAreAskedOnce()
    {
        FakeHttpServer server;
        Client client(server.base());
        const QUrlQuery query { { u"limit"_s, u"5"_s } };
        client.get(1, u"/x"_s, RestPriority::Background, query);
        client.get(2, u"/x"_s, RestPriority::Interactive, query);
        client.get(3, u"/x"_s, RestPriority::OnScreen, { { u"limit"_s, u"6"_s } });
        QTRY_COMPARE(client.replies.size(), 3);
        QCOMPARE(server.requests().size(), 2);
        for (const quint64 id : { 1, 2, 3 })
            QVERIFY(client.reply(id)->ok);

        client.get(4, u"/x"_s, RestPriority::OnScreen, query);
        QTRY_COMPARE(client.replies.size(), 4);
        QVERIFY2(server.requests().size() == 3, "answered ones are no cache");
    }

    void cancelledWhileOthersWait()
    {
        FakeHttpServer server;
        Client client(server.base());
        client.get(1, u"/x"_s);
        client.get(2, u"/x"_s);
        client.rest.cancel(1);
        client.rest.cancel(99);
        QTRY_COMPARE(client.replies.size(), 2);
        QCOMPARE(client.reply(1)->error, Error::Code::Cancelled);
        QVERIFY(client.reply(2)->ok);
    }

    void cancelledByAllIsAborted()
    {
        FakeHttpServer server(
            [](const auto &) { return FakeHttpServer::Response { .silent = true }; });
        Client client(server.base());
        client.get(1, u"/x"_s);
        QTRY_COMPARE(server.requests().size(), 1);
        client.rest.cancel(1);
        QTRY_COMPARE(server.aborted(), 1);
        QTRY_COMPARE(client.replies.size(), 1);
        QCOMPARE(client.replies.front().error, Error::Code::Cancelled);
    }

    void cancelledInTheQueueIsNeverAsked()
    {
        FakeHttpServer server;
        Client client(server.base(), u"k"_s, 1);
        client.get(1, u"/first"_s);
        client.get(2, u"/second"_s);
        client.rest.cancel(2);
        QTRY_COMPARE(client.replies.size(), 2);
        QTest::qWait(450);
        QCOMPARE(server.targets(), QStringList { u"/first"_s });
    }

    void theBudgetHoldsAndPriorityDecides()
    {
        FakeHttpServer server;
        Client client(server.base(), u"k"_s, 2);
        QSignalSpy budget(&client.rest, &RestProvider::budgetChanged);
        QElapsedTimer timer;
        timer.start();
        client.get(1, u"/1"_s, RestPriority::Prefetch);
        client.get(2, u"/2"_s, RestPriority::Prefetch);
        client.get(3, u"/3-background"_s, RestPriority::Background);
        client.get(4, u"/4-prefetch"_s, RestPriority::Prefetch);
        client.get(5, u"/5-interactive"_s, RestPriority::Interactive);
        QCOMPARE(budget.last().at(0).toInt(), 2);
        QCOMPARE(budget.last().at(1).toInt(), 2);
        QCOMPARE(budget.last().at(2).toInt(), 3);
        QTRY_VERIFY(client.replies.size() >= 4);
        QVERIFY2(timer.elapsed() >= 395, "two in each window");
        QCOMPARE(server.targets().mid(2, 2),
                 (QStringList { u"/5-interactive"_s, u"/4-prefetch"_s }));
        QTRY_COMPARE(client.replies.size(), 5);
        QVERIFY(timer.elapsed() >= 790);
    }

    void atMostSixAreUnderWay()
    {
        FakeHttpServer server(
            [](const auto &) { return FakeHttpServer::Response { .silent = true }; });
        Client client(server.base());
        for (quint64 id = 1; id <= 20; ++id)
            client.get(id, u"/%1"_s.arg(id));
        QTRY_COMPARE(server.requests().size(), 6);
        QTest::qWait(50);
        QCOMPARE(server.requests().size(), 6);
    }

    void aBudgetByAnInjectedClock()
    {
        RequestBudget budget(5);
        Duration now = 1000s;
        for (int i = 0; i < 5; ++i, now += 1s) {
            QVERIFY(budget.nextSlot(now) <= now);
            budget.sent(now);
        }
        QCOMPARE(budget.nextSlot(now), Duration(1060s));
        QCOMPARE(budget.used(1060s), 4);
        QVERIFY(budget.nextSlot(1060s) <= 1060s);
        budget.holdUntil(1090s);
        QCOMPARE(budget.nextSlot(1070s), Duration(1090s));
        budget.setLimit(0);
        for (int i = 0; i < RequestBudget::unlimitedPerSecond; ++i)
            budget.sent(1100s);
        QCOMPARE(budget.nextSlot(1100s), Duration(1101s));
    }

    void whatNobodyWaitsForLeavesRoom()
    {
        RequestBudget budget(5);
        Duration now = 1000s;
        for (int i = 0; i < 2; ++i, now += 1s) {
            QVERIFY(budget.nextSlot(now, 3) <= now);
            budget.sent(now);
        }
        QCOMPARE(budget.nextSlot(now, 3), Duration(1060s));
        QVERIFY(budget.nextSlot(now) <= now);
        QCOMPARE(budget.windowEnd(1010s), Duration(1060s));
        QCOMPARE(budget.windowEnd(2000s), Duration(2060s)); // nothing of before counts
        RequestBudget single(1);
        QVERIFY(single.nextSlot(now, 3) <= now); // never stuck
    }

    void nextPagesOnTheSameHostOnly()
    {
        FakeHttpServer server;
        FakeHttpServer foreign;
        Client client(server.base());
        client.get(1, server.base().toString() + u"/v3/trades/A?cursor=abc%3D"_s);
        client.get(2, foreign.base().toString() + u"/v3/trades/A?cursor=abc"_s);
        client.get(3, u"https://127.0.0.1/v3/trades/A"_s);
        QTRY_COMPARE(client.replies.size(), 3);
        QVERIFY(client.reply(1)->ok);
        QCOMPARE(server.targets(), QStringList { u"/v3/trades/A?cursor=abc%3D"_s });
        for (const quint64 id : { 2, 3 }) {
            QVERIFY(!client.reply(id)->ok);
            QCOMPARE(client.reply(id)->error, Error::Code::Rejected);
        }
        QVERIFY(foreign.requests().isEmpty());
    }

    void redirectsStayOnTheHost()
    {
        FakeHttpServer foreign;
        const QByteArray away = foreign.base().toString().toLatin1() + "/stolen";
        FakeHttpServer server([away](const FakeHttpServer::Request &request) {
            if (request.target == "/there"_L1)
                return FakeHttpServer::Response();
            const QByteArray to = request.target == "/away"_L1 ? away : QByteArray("/there");
            return FakeHttpServer::Response { .status = 302, .headers = { { "Location", to } } };
        });
        Client client(server.base());
        client.get(1, u"/here"_s);
        client.get(2, u"/away"_s);
        QTRY_COMPARE(client.replies.size(), 2);
        QVERIFY(client.reply(1)->ok);
        QCOMPARE(client.reply(2)->error, Error::Code::Rejected);
        QVERIFY(foreign.requests().isEmpty());
        QCOMPARE(server.targets().count(u"/away"_s), 1);
    }

    void theKeyStaysOffClearText_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("tls") << QUrl(u"https://api.massive.com"_s) << true;
        QTest::newRow("wss") << QUrl(u"wss://socket.massive.com"_s) << true;
        QTest::newRow("clear") << QUrl(u"http://api.massive.com"_s) << false;
        QTest::newRow("clear stream") << QUrl(u"ws://socket.massive.com"_s) << false;
        QTest::newRow("localhost") << QUrl(u"http://localhost:80"_s) << true;
        QTest::newRow("127") << QUrl(u"ws://127.8.9.1:80"_s) << true;
        QTest::newRow("v6") << QUrl(u"http://[::1]:80"_s) << true;
        QTest::newRow("neighbour") << QUrl(u"http://192.168.1.2"_s) << false;
        QTest::newRow("looks local") << QUrl(u"http://localhost.example"_s) << false;
        QTest::newRow("looks like 127") << QUrl(u"http://127.0.0.1.example"_s) << false;
    }

    void theKeyStaysOffClearText()
    {
        QFETCH(const QUrl, url);
        QFETCH(const bool, allowed);
        QCOMPARE(keysafety::mayCarryKey(url), allowed);
    }

    void refusesToSendTheKeyInTheClear()
    {
        Client client(QUrl(u"http://api.example.invalid"_s));
        client.get(1, u"/x"_s);
        QVERIFY2(client.replies.isEmpty(), "answers come after the question");
        QTRY_COMPARE(client.replies.size(), 1);
        QCOMPARE(client.replies.front().error, Error::Code::InvalidArgument);
        QVERIFY(client.replies.front().detail.contains("not encrypted"_L1));
        QVERIFY(!client.replies.front().detail.contains("secret"_L1));
    }

    void aNewLimitTakesEffect()
    {
        FakeHttpServer server;
        Client client(server.base(), u"k"_s, 1);
        client.get(1, u"/1"_s);
        client.get(2, u"/2"_s);
        client.rest.setLimitPerMinute(0);
        QTRY_COMPARE_WITH_TIMEOUT(client.replies.size(), 2, 300);
    }

    /// The desk, a question what the key opens, and the desk that follows: one key, one limit.
    void providersOfOneKeyShareItsBudget()
    {
        FakeHttpServer server;
        QElapsedTimer timer;
        timer.start();
        {
            Client desk(server.base(), u"shared"_s, 2);
            desk.rest.shareBudget();
            desk.get(1, u"/1"_s);
            QTRY_COMPARE(desk.replies.size(), 1);
        }
        Client probe(server.base(), u"shared"_s, 2);
        probe.rest.shareBudget();
        probe.get(1, u"/2"_s);
        probe.get(2, u"/3"_s);
        Client other(server.base(), u"another"_s, 2);
        other.rest.shareBudget();
        other.get(1, u"/4"_s);
        QTRY_COMPARE(other.replies.size(), 1);
        QTRY_COMPARE(probe.replies.size(), 2);
        QVERIFY2(timer.elapsed() >= 395, "the third waited for the window");
        QCOMPARE(server.targets().last(), u"/3"_s);
    }

    /// A question found out that the key is a paid plan's: the next one need not wait for it.
    void aLimitThatWasLiftedIsForgotten()
    {
        FakeHttpServer server;
        Client detect(server.base(), u"found"_s, 2);
        detect.rest.shareBudget();
        detect.get(1, u"/1"_s);
        detect.get(2, u"/2"_s);
        QTRY_COMPARE(detect.replies.size(), 2);
        detect.rest.setLimitPerMinute(0);
        Client test(server.base(), u"found"_s, 2);
        test.rest.shareBudget();
        test.get(1, u"/3"_s);
        QTRY_COMPARE_WITH_TIMEOUT(test.replies.size(), 1, 300);
    }

    void whatAnUnlimitedPlanSentHoldsUpNoLimitedOne()
    {
        FakeHttpServer server;
        Client desk(server.base(), u"paid"_s, 0);
        desk.rest.shareBudget();
        for (quint64 id = 1; id <= 20; ++id)
            desk.get(id, u"/%1"_s.arg(id));
        QTRY_COMPARE(desk.replies.size(), 20);
        Client probe(server.base(), u"paid"_s, 2);
        probe.rest.shareBudget();
        probe.get(1, u"/probe"_s);
        QTRY_COMPARE_WITH_TIMEOUT(probe.replies.size(), 1, 300);
    }
};

QTEST_GUILESS_MAIN(TestMassiveRest)
#include "tst_massiverest.moc"
