#include "massiverest.h"

#include "fakehttpserver.h"
#include "splitmix64.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using tapeline::test::FakeHttpServer;

namespace {

constexpr int limit = 5;
constexpr Duration minute = 60s; // as the service counts

/// A provider whose time goes on by hand, so that minutes take no time here.
struct Client
{
    Client(const QUrl &base, ManualWallClock &wall, const QString &key = u"secret-key"_s,
           int limitPerMinute = limit)
        : clock(wall)
        , rest(base, key, limitPerMinute, &wall)
    {
        QObject::connect(&rest, &RestProvider::finished, &rest, [this](const RestReply &reply) {
            ++answers[reply.id];
            succeeded += reply.ok ? 1 : 0;
        });
        QObject::connect(&rest, &RestProvider::budgetChanged, &rest,
                         [this](int, int, int waiting) { queued = waiting; });
        QObject::connect(&rest, &RestProvider::queueChanged, &rest,
                         [this](const RequestQueue &now) { queue = now; });
    }

    void get(quint64 id, RestPriority priority = RestPriority::OnScreen,
             RestPurpose purpose = RestPurpose::ChartBars)
    {
        ++asked;
        rest.get({ .id = id,
                   .path = u"/v2/aggs/ticker/S%1/range/1/minute/1/2"_s.arg(id),
                   .query = { { u"limit"_s, u"50000"_s } },
                   .priority = priority,
                   .purpose = purpose,
                   .symbol = u"S%1"_s.arg(id) });
    }
    /// None is under way: all are answered or wait.
    bool isQuiet() const { return asked == answers.size() + queued; }
    bool settle()
    {
        const QDeadlineTimer patience(5'000);
        while (!isQuiet() && !patience.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return isQuiet();
    }
    /// Looks again at what may go at this time.
    void pump() { rest.setLimitPerMinute(limit); }

    ManualWallClock &clock;
    MassiveRest rest;
    QHash<quint64, int> answers;
    RequestQueue queue;
    qsizetype asked = 0;
    qsizetype queued = 0;
    int succeeded = 0;
};

quint64 idOf(const QString &target)
{
    return target.section(u'/', 4, 4).mid(1).toULongLong();
}

/// The fewest seconds in which the service has seen one more than the limit.
bool holdsTheLimit(const QList<Duration> &seen)
{
    for (qsizetype i = limit; i < seen.size(); ++i)
        if (seen[i] - seen[i - limit] < minute)
            return false;
    return true;
}

} // namespace

class TestRequestQueue : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void fortySymbolsOnFiveAMinute()
    {
        ManualWallClock clock;
        QList<Duration> seen;
        FakeHttpServer server([&](const auto &) {
            seen += clock.monotonic();
            return FakeHttpServer::Response();
        });
        Client client(server.base(), clock);
        for (quint64 id = 101; id <= 110; ++id)
            client.get(id, RestPriority::Background, RestPurpose::Symbols);
        for (quint64 id = 1; id <= 40; ++id)
            client.get(id, RestPriority::OnScreen);
        QVERIFY(client.settle());
        for (int step = 0; step < 1'500 && client.answers.size() < 51; ++step) {
            clock.advance(500ms);
            if (step == 100)
                client.get(200, RestPriority::Interactive, RestPurpose::FormingBar);
            client.pump();
            QVERIFY(client.settle());
        }
        QCOMPARE(client.answers.size(), 51);
        QVERIFY(holdsTheLimit(seen));
        QVERIFY2(seen.last() - seen.first() < 11 * (minute + 1s), "and wastes no slot");

        QStringList targets = server.targets();
        // Two of those nobody waits for were there first, and left room for the rest
        QCOMPARE(idOf(targets[0]), quint64(101));
        QCOMPARE(idOf(targets[1]), quint64(102));
        QCOMPARE(idOf(targets[2]), quint64(1));
        const auto place
            = [&](quint64 id) { return std::ranges::find(targets, id, idOf) - targets.begin(); };
        QCOMPARE(place(200), 5); // the next that went, before 37 others
        for (quint64 id = 2; id <= 40; ++id)
            QVERIFY(place(id) > place(id - 1));
        for (quint64 id = 103; id <= 110; ++id)
            QVERIFY(place(id) > place(40));
    }

    /// More is wanted on screen than the plan has: what nobody waits for still has its turn.
    void nothingStarves()
    {
        ManualWallClock clock;
        FakeHttpServer server;
        Client client(server.base(), clock);
        for (quint64 id = 1; id <= 6; ++id)
            client.get(id);
        client.get(1'000, RestPriority::Background);
        QVERIFY(client.settle());
        int minutes = 0;
        for (quint64 id = 7; minutes < 60 && !client.answers.contains(1'000); ++minutes) {
            clock.advance(61s);
            for (int count = 0; count < 6; ++count)
                client.get(id++);
            client.pump();
            QVERIFY(client.settle());
        }
        QVERIFY2(minutes >= 9 && minutes <= 13, qPrintable(QString::number(minutes)));
    }

    void refusalStorms_data()
    {
        QTest::addColumn<int>("seed");
        for (const int seed : { 1, 2, 3, 4, 5, 6 })
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }

    /// Whatever the service refuses, and whether it says until when or not: each is answered once,
    /// and what goes is always what is first in line.
    void refusalStorms()
    {
        QFETCH(const int, seed);
        SplitMix64 draws { quint64(seed) };
        ManualWallClock clock;
        QList<Duration> seen;
        QList<quint64> arrived;
        QHash<quint64, int> refusals;
        FakeHttpServer server([&](const FakeHttpServer::Request &request) {
            seen += clock.monotonic();
            arrived += idOf(request.target);
            FakeHttpServer::Response response;
            if (draws.below(3) > 0)
                return response;
            ++refusals[arrived.last()];
            response.status = 429;
            const quint64 kind = draws.below(4);
            if (kind == 0)
                response.headers = { { "Retry-After", QByteArray::number(1 + draws.below(90)) } };
            else if (kind == 1)
                response.headers = { { "Retry-After", "in a while" } };
            return response;
        });
        Client client(server.base(), clock);
        MassiveRest::Timings patient;
        patient.patience = 24h;
        client.rest.setTimings(patient);

        QHash<quint64, int> priorities;
        for (quint64 id = 1; id <= 40; ++id) {
            priorities[id] = int(draws.below(4));
            client.get(id, RestPriority(priorities[id]));
        }
        QVERIFY(client.settle());
        // The very first saw an empty queue; from now on the line stands
        for (int step = 0; step < 4'000 && client.answers.size() < 40; ++step) {
            QList<quint64> line;
            for (quint64 id = 1; id <= 40; ++id)
                if (!client.answers.contains(id))
                    line += id;
            std::ranges::stable_sort(line, {}, [&](quint64 id) { return priorities[id]; });
            arrived.clear();
            clock.advance(1s);
            client.pump();
            QVERIFY(client.settle());
            line.resize(arrived.size());
            std::ranges::sort(line);
            std::ranges::sort(arrived);
            QCOMPARE(arrived, line);
        }
        QCOMPARE(client.answers.size(), 40);
        for (auto answer = client.answers.begin(); answer != client.answers.end(); ++answer)
            QCOMPARE(answer.value(), 1);
        QVERIFY(holdsTheLimit(seen));
        const auto givenUp = std::ranges::count(refusals, MassiveRest::maxTries);
        QCOMPARE(client.succeeded, 40 - int(givenUp));
        QVERIFY(!refusals.isEmpty());
    }

    void twoProvidersOfOneKeyHoldOneLimit()
    {
        ManualWallClock clock;
        QList<Duration> seen;
        FakeHttpServer server([&](const auto &) {
            seen += clock.monotonic();
            return FakeHttpServer::Response();
        });
        Client desk(server.base(), clock, u"one key"_s);
        Client probe(server.base(), clock, u"one key"_s);
        for (Client *client : { &desk, &probe })
            client->rest.shareBudget();
        for (quint64 id = 1; id <= 12; ++id) {
            desk.get(id);
            probe.get(100 + id);
        }
        for (int step = 0; step < 600 && desk.answers.size() + probe.answers.size() < 24; ++step) {
            QVERIFY(desk.settle() && probe.settle());
            clock.advance(500ms);
            desk.pump();
            probe.pump();
        }
        QCOMPARE(seen.size(), 24);
        QVERIFY(holdsTheLimit(seen));
    }

    void theQueueSaysWhatWaitsAndWhy()
    {
        ManualWallClock clock;
        FakeHttpServer server;
        Client client(server.base(), clock);
        const Timestamp start = clock.utc();
        for (quint64 id = 1; id <= 7; ++id)
            client.get(id);
        client.get(8, RestPriority::Interactive, RestPurpose::Clock);
        QTRY_COMPARE(client.answers.size(), 5);
        QTRY_COMPARE(client.queue.requests.size(), std::size_t(3));
        const RequestQueue &queue = client.queue;
        QCOMPARE(queue.source, u"massive"_s);
        QCOMPARE(queue.used, 5);
        QCOMPARE(queue.limit, 5);
        QCOMPARE(queue.nextSlot, start + 60s + 500ms);
        const QuietOrder expected[] { { 8, RestPurpose::Clock },
                                      { 6, RestPurpose::ChartBars },
                                      { 7, RestPurpose::ChartBars } };
        for (std::size_t i = 0; i < 3; ++i) {
            const QueuedRequest &request = queue.requests[i];
            QCOMPARE(request.symbol, u"S%1"_s.arg(expected[i].id));
            QCOMPARE(request.path, u"/v2/aggs/ticker/S%1/range/1/minute/1/2"_s.arg(expected[i].id));
            QCOMPARE(request.purpose, expected[i].purpose);
            QCOMPARE(request.state, QueuedRequest::State::WaitsForBudget);
            QCOMPARE(request.ahead, int(i));
            QCOMPARE(request.since, start);
            QCOMPARE(request.due, start + 60s + 500ms);
        }
        QCOMPARE(queue.usage.requests, 5);
        QCOMPARE(queue.usage.answers, 5);
        QCOMPARE(queue.usage.bytes, 5 * qint64(sizeof(R"({"status":"OK"})") - 1));
        QCOMPARE(queue.usage.since, start);
    }

    void whatFailedWaitsForItsRetry()
    {
        ManualWallClock clock;
        FakeHttpServer server(
            [](const auto &) { return FakeHttpServer::Response { .status = 503, .body = {} }; });
        Client client(server.base(), clock);
        client.get(1);
        QTRY_COMPARE(client.queue.requests.size(), std::size_t(1));
        QTRY_COMPARE(client.queue.requests[0].state, QueuedRequest::State::WaitsForRetry);
        QCOMPARE(client.queue.requests[0].tries, 1);
        QCOMPARE(client.queue.requests[0].due, clock.utc() + 250ms);
        QCOMPARE(client.queue.usage.failures, 1);
    }

    void whatWasRefusedHoldsUpTheRest()
    {
        ManualWallClock clock;
        FakeHttpServer server([](const auto &) {
            return FakeHttpServer::Response { .status = 429,
                                              .headers = { { "Retry-After", "7" } } };
        });
        Client client(server.base(), clock, u"k"_s, 0);
        client.get(1);
        QTRY_VERIFY(client.queue.usage.tooMany == 1);
        client.get(2);
        QTRY_COMPARE(client.queue.requests.size(), std::size_t(2));
        for (const QueuedRequest &request : client.queue.requests) {
            QCOMPARE(request.state, QueuedRequest::State::WaitsAfterRefusal);
            QCOMPARE(request.due, clock.utc() + 7s);
        }
    }

    /// A key that has no plan spends nothing of one: the next answer need not wait a minute.
    void aRefusedKeyCountsAgainstNoLimit()
    {
        ManualWallClock clock;
        FakeHttpServer server(
            [](const auto &) { return FakeHttpServer::Response { .status = 401, .body = {} }; });
        Client client(server.base(), clock);
        for (quint64 id = 1; id <= 5; ++id)
            client.get(id);
        QTRY_COMPARE(client.answers.size(), 5);
        client.get(6);
        QTRY_COMPARE(client.answers.size(), 6);
        QTRY_COMPARE(client.queue.usage.failures, 6);
        QCOMPARE(client.queue.used, 0);
    }

    /// Nobody there to count them: once the service is back, all of the plan is.
    void whatWasNotReachedCountsAgainstNoLimit()
    {
        ManualWallClock clock;
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const QUrl nobody(u"http://127.0.0.1:%1"_s.arg(gone.serverPort()));
        gone.close();
        Client client(nobody, clock);
        for (quint64 id = 1; id <= 6; ++id)
            client.get(id);
        QTRY_VERIFY(client.queue.usage.failures >= 6);
        QCOMPARE(client.queue.used, 0);
    }

    void moreThanSixWaitForConnections()
    {
        ManualWallClock clock;
        FakeHttpServer server(
            [](const auto &) { return FakeHttpServer::Response { .silent = true }; });
        Client client(server.base(), clock, u"k"_s, 0);
        for (quint64 id = 1; id <= 8; ++id)
            client.get(id);
        QTRY_COMPARE(client.queue.requests.size(), std::size_t(8));
        for (std::size_t i = 0; i < 8; ++i)
            QCOMPARE(client.queue.requests[i].state,
                     i < 6 ? QueuedRequest::State::Running
                           : QueuedRequest::State::WaitsForConnections);
        QCOMPARE(client.queue.requests[7].due, Timestamp());
    }

    void theQueueIsToldSparingly()
    {
        ManualWallClock clock;
        FakeHttpServer server;
        Client client(server.base(), clock, u"k"_s, 0);
        const QSignalSpy told(&client.rest, &RestProvider::queueChanged);
        QElapsedTimer timer;
        timer.start();
        for (quint64 id = 1; id <= 100; ++id) {
            client.get(id);
            QVERIFY(client.settle());
            clock.advance(1s);
        }
        QTRY_COMPARE(client.answers.size(), 100);
        QVERIFY(told.size() <= timer.elapsed() / 250 + 1);
        QTRY_VERIFY(client.queue.requests.empty());
    }

    /// The look ahead agrees with what happens then.
    void forecastsComeTrue()
    {
        SplitMix64 draws(7);
        for (int round = 0; round < 200; ++round) {
            RequestBudget budget(1 + int(draws.below(8)));
            Duration now = 1'000s;
            for (quint64 count = draws.below(12); count > 0; --count) {
                now = std::max(now, budget.nextSlot(now));
                budget.sent(now);
                now += std::chrono::seconds(draws.below(20));
            }
            if (draws.below(3) == 0)
                budget.holdUntil(now + std::chrono::seconds(draws.below(100)));
            BudgetForecast ahead = budget.forecast(now);
            for (int next = 0; next < 12; ++next) {
                const Duration expected = ahead.take(now);
                now = std::max(now, budget.nextSlot(now));
                QCOMPARE(expected, now);
                budget.sent(now);
            }
        }
    }

private:
    struct QuietOrder
    {
        quint64 id;
        RestPurpose purpose;
    };
};

QTEST_GUILESS_MAIN(TestRequestQueue)
#include "tst_requestqueue.moc"
