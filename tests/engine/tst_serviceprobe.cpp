#include "serviceprobe.h"

#include "embeddedmarket.h"
#include "fakehttpserver.h"
#include "gatewayserver.h"

#include <QSignalSpy>
#include <QThread>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using tapeline::test::FakeHttpServer;
using Verdict = ProbeFinding::Verdict;

namespace {

/// The feed thread of a desk.
struct Feed : QThread
{
    Feed() { start(); }
    ~Feed() override
    {
        quit();
        wait();
    }
};

/// A probe on a feed thread, with what it said and where.
struct Client
{
    Feed feed;
    std::unique_ptr<ServiceProbe> probe = std::make_unique<ServiceProbe>(feed);
    QSignalSpy progressed { probe.get(), &ServiceProbe::progressed };
    QSignalSpy finished { probe.get(), &ServiceProbe::finished };

    Client()
    {
        MassiveRest::Timings timings;
        timings.window = 300ms;
        timings.firstRetry = 5ms;
        timings.transferTimeout = 2s;
        probe->setTimings(timings);
    }
    ProbeFindings findings()
    {
        if (finished.isEmpty() && !finished.wait(20'000))
            return {};
        return finished.takeFirst().first().value<ProbeFindings>();
    }
};

} // namespace

class TestServiceProbe : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theSandboxTellsItsPlans_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QList<Plan>>("plans"); // by product
        QTest::newRow("basic") << u"basic"_s << QList<Plan>(5, Plan::Basic);
        QTest::newRow("starter") << u"starter"_s << QList<Plan>(5, Plan::Starter);
        // Indices and currencies are sold in fewer plans
        QTest::newRow("developer") << u"developer"_s
                                   << QList<Plan> { Plan::Developer, Plan::Developer, Plan::Starter,
                                                    Plan::Starter, Plan::Developer };
        QTest::newRow("advanced") << u"advanced"_s
                                  << QList<Plan> { Plan::Advanced, Plan::Advanced, Plan::Advanced,
                                                   Plan::Starter, Plan::Advanced };
    }

    void theSandboxTellsItsPlans()
    {
        QFETCH(const QString, key);
        QFETCH(const QList<Plan>, plans);
        EmbeddedMarket market({});
        QVERIFY(market.start());
        Client client;
        client.probe->detect(market.restBase(), key);
        const ProbeFindings findings = client.findings();
        QCOMPARE(findings.size(), 5);
        for (int product = 0; product < 5; ++product) {
            QCOMPARE(findings[product].verdict, Verdict::Works);
            QVERIFY(findings[product].plan);
            QCOMPARE(int(*findings[product].plan), int(plans[product]));
        }
        QVERIFY(client.progressed.size() >= 5);
    }

    void theSandboxRefusesAKey()
    {
        EmbeddedMarket market({});
        QVERIFY(market.start());
        Client client;
        client.probe->test(market.restBase(), u"what-is-this"_s, PlanSet::all(Plan::Starter));
        const ProbeFindings findings = client.findings();
        QCOMPARE(findings.size(), 5);
        for (const ProbeFinding &finding : findings)
            QCOMPARE(finding.verdict, Verdict::KeyRefused);
        QCOMPARE(findings.first().detail, u"Unknown API Key"_s);
    }

    void faults_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("verdict");
        QTest::newRow("HTML 502") << 0 << int(Verdict::ServiceFailed);
        QTest::newRow("truncated JSON") << 1 << int(Verdict::ServiceFailed);
        QTest::newRow("rate") << 2 << int(Verdict::RateLimited);
        QTest::newRow("redirect") << 3 << int(Verdict::ServiceFailed);
    }

    void faults()
    {
        QFETCH(const int, fault);
        QFETCH(const int, verdict);
        EmbeddedMarket market({});
        QVERIFY(market.start());
        Faults faults;
        faults.htmlError = fault == 0;
        faults.truncatedJson = fault == 1;
        faults.rateBurst = fault == 2;
        faults.redirectTo = fault == 3 ? "http://elsewhere.invalid" : "";
        market.server().setFaults(faults);
        Client client;
        client.probe->detect(market.restBase(), u"advanced"_s);
        const ProbeFindings findings = client.findings();
        QCOMPARE(findings.size(), 5);
        for (const ProbeFinding &finding : findings) {
            QCOMPARE(finding.verdict, Verdict(verdict));
            QVERIFY(!finding.detail.isEmpty());
            QVERIFY(!finding.detail.contains("advanced"_L1));
        }
    }

    void nobodyThere()
    {
        QUrl nowhere;
        {
            const FakeHttpServer server;
            nowhere = server.base();
        }
        Client client;
        client.probe->detect(nowhere, u"secret-key"_s);
        const ProbeFindings findings = client.findings();
        QCOMPARE(findings.size(), 5);
        QCOMPARE(findings.last().verdict, Verdict::NoNetwork);
    }

    void theKeyIsNotSentInTheClear()
    {
        Client client;
        client.probe->detect(QUrl(u"http://api.example.invalid"_s), u"secret-key"_s);
        const ProbeFindings findings = client.findings();
        QCOMPARE(findings.size(), 5);
        QVERIFY(findings.first().verdict != Verdict::Works);
        QVERIFY(findings.first().detail.contains("not encrypted"_L1));
    }

    void onlyTheFirstRoundIsPaced()
    {
        FakeHttpServer server([](const auto &) {
            return FakeHttpServer::Response {
                .body = R"({"status":"OK","request_id":"x","results":[{"ticker":"A"}]})"
            };
        });
        Client client;
        MassiveRest::Timings timings;
        timings.window = 60s; // a sixth request within the limit would take a minute
        client.probe->setTimings(timings);
        client.probe->detect(server.base(), u"k"_s);
        QCOMPARE(client.findings().size(), 5);
        QVERIFY(server.requests().size() > 5);
    }

    /// The requests of a key count together: what comes after five waits, and says so.
    void waitingForTheLimitIsTold()
    {
        FakeHttpServer server([](const auto &) {
            return FakeHttpServer::Response {
                .body = R"({"status":"OK","request_id":"x","results":[{"ticker":"A"}]})"
            };
        });
        Client client;
        MassiveRest::Timings timings;
        timings.window = 1s;
        client.probe->setTimings(timings);
        QSignalSpy waiting(client.probe.get(), &ServiceProbe::waiting);
        client.probe->test(server.base(), u"key-of-five-a-minute"_s, PlanSet());
        QCOMPARE(client.findings().size(), 5);
        QCOMPARE(waiting.count(), 0);
        client.probe->test(server.base(), u"key-of-five-a-minute"_s, PlanSet());
        QCOMPARE(client.findings().size(), 5);
        QVERIFY(waiting.count() > 0);
    }

    void cancelledItIsSilent()
    {
        FakeHttpServer server(
            [](const auto &) { return FakeHttpServer::Response { .silent = true }; });
        Client client;
        client.probe->detect(server.base(), u"k"_s);
        QTRY_COMPARE(server.requests().size(), 1);
        client.probe->cancel();
        QTRY_COMPARE(server.aborted(), 1);
        QVERIFY(client.finished.isEmpty());

        server.setHandler(
            [](const auto &) { return FakeHttpServer::Response { .status = 401, .body = "{}" }; });
        client.probe->detect(server.base(), u"k"_s);
        QCOMPARE(client.findings().first().verdict, Verdict::KeyRefused);
    }

    void theAnswersOfAnEarlierQuestionAreDropped()
    {
        FakeHttpServer refuses(
            [](const auto &) { return FakeHttpServer::Response { .status = 401, .body = "{}" }; });
        FakeHttpServer lacks(
            [](const auto &) { return FakeHttpServer::Response { .status = 403, .body = "{}" }; });
        Client client;
        for (int i = 0; i < 20; ++i) {
            client.probe->detect(refuses.base(), u"k"_s);
            QTest::qWait(i % 4); // its answer may be on its way already
            client.finished.clear();
            client.probe->detect(lacks.base(), u"k"_s);
            QCOMPARE(client.findings().first().verdict, Verdict::Works);
            QVERIFY(client.finished.isEmpty());
        }
    }

    void itMayGoAtAnyMoment()
    {
        FakeHttpServer server;
        for (int i = 0; i < 40; ++i) {
            Client client;
            client.probe->detect(server.base(), u"k"_s);
            if (i % 2 == 0)
                client.probe->test(server.base(), u"k"_s, {});
            QTest::qWait(i % 5);
            if (i % 4 < 2)
                client.probe.reset(); // before the thread; else the thread goes first
            else
                client.feed.quit();
        }
    }

    void theThreadMayGoFirst()
    {
        FakeHttpServer server(
            [](const auto &) { return FakeHttpServer::Response { .silent = true }; });
        auto feed = std::make_unique<Feed>();
        ServiceProbe probe(*feed);
        probe.detect(server.base(), u"k"_s);
        QTRY_COMPARE(server.requests().size(), 1);
        feed.reset();
        QTRY_COMPARE(server.aborted(), 1);
        probe.cancel();
    }
};

QTEST_GUILESS_MAIN(TestServiceProbe)
#include "tst_serviceprobe.moc"
