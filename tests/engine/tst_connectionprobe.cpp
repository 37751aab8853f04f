#include "connectionprobe.h"

#include <QSignalSpy>
#include <QtTest>

#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using Verdict = ProbeFinding::Verdict;

namespace {

/// JSON written with single quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

constexpr auto noPlan = "{'status':'NOT_AUTHORIZED','message':'You are not entitled.'}";
constexpr auto noRoute = "404 page not found";

/// A service in memory whose keys have one plan a product.
class FakeService : public RestProvider
{
public:
    PlanSet plans;
    std::map<QString, RestReply> special {}; ///< by the beginning of a path, before the plans
    QStringList asked;
    QList<quint64> cancelled;
    bool silent = false;

    void get(const RestRequest &request) override
    {
        asked += request.query.isEmpty() ? request.path
                                         : request.path + u'?' + request.query.toString();
        if (silent)
            return;
        RestReply reply = answerTo(request.path);
        reply.id = request.id;
        // As the real one: never within the question
        QMetaObject::invokeMethod(
            this, [this, reply] { emit finished(reply); }, Qt::QueuedConnection);
    }
    void cancel(quint64 id) override { cancelled += id; }

    static RestReply ok(const QByteArray &body)
    {
        return { .httpStatus = 200, .body = json(body), .detail = {}, .ok = true };
    }
    static RestReply failed(int status, Error::Code code, const QByteArray &body = {})
    {
        return { .httpStatus = status, .body = json(body), .error = code, .detail = u"because"_s };
    }

private:
    RestReply answerTo(const QString &path) const
    {
        for (const auto &[beginning, reply] : special)
            if (path.startsWith(beginning))
                return reply;
        const auto [product, needed] = placeOf(path);
        if (plans.of(product) < needed)
            return failed(403, Error::Code::NotEntitled, noPlan);
        const bool realTime = plans.of(product) == Plan::Advanced;
        const QByteArray timeframe = realTime ? "'REAL-TIME'" : "'DELAYED'";
        if (path == "/v3/snapshot/indices"_L1)
            return ok("{'status':'OK','results':[{'ticker':'I:SPX','timeframe':" + timeframe
                      + "}]}");
        if (path == "/futures/v1/snapshot"_L1)
            return ok("{'status':'OK','results':[{'details':{'ticker':'ESZ6'},'last_trade':{"
                      "'timeframe':"
                      + timeframe + "}}]}");
        if (path == "/v3/snapshot/options/SPY"_L1)
            return ok("{'status':'OK','results':[{'details':{'ticker':'O:SPY251219C00650000'},"
                      "'underlying_asset':{'timeframe':'REAL-TIME'}}]}");
        return ok("{'status':'OK','request_id':'x','results':[]}");
    }

    static std::pair<Product, Plan> placeOf(const QString &path)
    {
        const bool trades = path.contains("/trades/"_L1);
        const Plan plan = path.contains("/quotes/"_L1) ? Plan::Advanced
            : trades                                   ? Plan::Developer
            : path.contains("snapshot"_L1)             ? Plan::Starter
                                                       : Plan::Basic;
        if (path.contains("X:"_L1))
            return { Product::Currencies, trades ? Plan::Starter : Plan::Basic };
        if (path.contains("futures"_L1))
            return { Product::Futures, plan };
        if (path.contains("I:"_L1) || path.contains("indices"_L1))
            return { Product::Indices, plan };
        if (path.contains("O:"_L1) || path.contains("options"_L1))
            return { Product::Options, plan };
        return { Product::Stocks, plan };
    }
};

/// A probe of a fake service, with what it said.
struct Asked
{
    FakeService service;
    ConnectionProbe probe { service };
    QSignalSpy progressed { &probe, &ConnectionProbe::progressed };
    QSignalSpy lifted { &probe, &ConnectionProbe::limitLifted };
    QSignalSpy finished { &probe, &ConnectionProbe::finished };

    ProbeFindings findings()
    {
        if (finished.isEmpty() && !finished.wait(5'000))
            return {};
        return finished.first().first().value<ProbeFindings>();
    }
    ProbeFindings detected(const PlanSet &plans)
    {
        service.plans = plans;
        probe.detect();
        return findings();
    }
    ProbeFindings tested(const PlanSet &has, const PlanSet &chosen)
    {
        service.plans = has;
        probe.test(chosen);
        return findings();
    }
};

bool allAre(const ProbeFindings &findings, Verdict verdict)
{
    return findings.size() == qsizetype(allProducts.size())
        && std::all_of(findings.begin(), findings.end(),
                       [verdict](const auto &finding) { return finding.verdict == verdict; });
}

} // namespace

class TestConnectionProbe : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyPlanIsFound_data()
    {
        QTest::addColumn<QString>("plans");
        QTest::addColumn<int>("requests");
        QTest::newRow("basic") << u"basic"_s << 5;
        QTest::newRow("starter") << u"starter"_s << 8; // trades of stocks, options and futures
        QTest::newRow("developer") << u"developer"_s << 10; // and quotes of stocks and options
        QTest::newRow("advanced") << u"advanced"_s << 10;
        QTest::newRow("mixed") << u"stocks=advanced,options=starter,indices=advanced,"
                                  "currencies=basic,futures=developer"_s
                               << 9;
        QTest::newRow("one") << u"currencies=starter"_s << 5;
    }

    void everyPlanIsFound()
    {
        QFETCH(const QString, plans);
        QFETCH(const int, requests);
        const PlanSet has = *planSetFromText(plans);
        Asked asked;
        const ProbeFindings findings = asked.detected(has);
        QVERIFY(allAre(findings, Verdict::Works));
        for (std::size_t i = 0; i < allProducts.size(); ++i) {
            const ProbeFinding &finding = findings[qsizetype(i)];
            QCOMPARE(finding.product, allProducts[i]);
            QVERIFY(finding.plan);
            QCOMPARE(planName(*finding.plan), planName(has.of(finding.product)));
        }
        QCOMPARE(asked.service.asked.size(), requests);
        QCOMPARE(asked.progressed.size(), requests);
        // The first round fits a Basic key's minute, and only paid plans are asked after it
        QCOMPARE(asked.lifted.size(), requests > 5 ? 1 : 0);
        for (std::size_t i = 0; i < allProducts.size(); ++i)
            QCOMPARE(asked.progressed.at(qsizetype(i)).first().value<Product>(), allProducts[i]);
    }

    void aPlanIsTested_data()
    {
        QTest::addColumn<QString>("has");
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<bool>("works");
        QTest::addColumn<QString>("answers"); // the plans that are seen to answer
        const auto row = [](const char *name, const QString &has, const QString &chosen, bool works,
                            const QString &answers) {
            QTest::newRow(name) << has << chosen << works << answers;
        };
        row("basic of basic", u"basic"_s, u"basic"_s, true, u"basic"_s);
        row("basic of more", u"advanced"_s, u"basic"_s, true, u"basic"_s);
        row("starter", u"starter"_s, u"starter"_s, true, u"starter"_s);
        row("advanced", u"advanced"_s, u"advanced"_s, true, u"advanced"_s);
        row("nothing paid", u"basic"_s, u"advanced"_s, false, u"basic"_s);
        row("too much", u"starter"_s,
            u"stocks=advanced,options=developer,indices=advanced,currencies=starter,"
            "futures=advanced"_s,
            false, u"starter"_s);
    }

    void aPlanIsTested()
    {
        QFETCH(const QString, has);
        QFETCH(const QString, chosen);
        QFETCH(const bool, works);
        QFETCH(const QString, answers);
        Asked asked;
        const PlanSet wanted = *planSetFromText(chosen);
        const ProbeFindings findings = asked.tested(*planSetFromText(has), wanted);
        QCOMPARE(findings.size(), qsizetype(allProducts.size()));
        for (const ProbeFinding &finding : findings) {
            const bool expected
                = works || planSetFromText(has)->of(finding.product) >= wanted.of(finding.product);
            QCOMPARE(finding.verdict, expected ? Verdict::Works : Verdict::PlanLacks);
            QVERIFY(finding.plan);
            QCOMPARE(planName(*finding.plan),
                     planName(planSetFromText(answers)->of(finding.product)));
        }
        QCOMPARE(findings.last().detail.isEmpty(), works);
    }

    void aTestAsksForNoMoreThanThePlan()
    {
        Asked asked;
        asked.tested(PlanSet::all(Plan::Advanced), PlanSet::all(Plan::Basic));
        QCOMPARE(asked.service.asked,
                 (QStringList { u"/v2/aggs/ticker/AAPL/prev"_s,
                                u"/v3/reference/options/contracts?underlying_ticker=SPY&limit=1"_s,
                                u"/v2/aggs/ticker/I:SPX/prev"_s, u"/v2/aggs/ticker/X:BTCUSD/prev"_s,
                                u"/futures/v1/contracts?limit=1"_s }));
        QVERIFY(asked.lifted.isEmpty());
    }

    void aRefusedBasicPlanHasNoPlanThatAnswers()
    {
        Asked asked;
        asked.service.special[u"/v2/aggs/ticker/AAPL"_s]
            = FakeService::failed(403, Error::Code::NotEntitled, noPlan);
        const ProbeFindings findings = asked.tested({}, {});
        QCOMPARE(findings.first().verdict, Verdict::PlanLacks);
        QVERIFY(!findings.first().plan);
        QCOMPARE(findings.first().detail, u"because"_s);
        QCOMPARE(findings.last().verdict, Verdict::Works);
    }

    void aRefusedKeyIsAskedWithOnce()
    {
        Asked asked;
        asked.service.special[u"/"_s] = FakeService::failed(401, Error::Code::Unauthorized);
        const ProbeFindings findings = asked.detected({});
        QVERIFY(allAre(findings, Verdict::KeyRefused));
        QVERIFY(!findings.first().plan);
        QCOMPARE(findings.first().detail, u"because"_s);
        QCOMPARE(asked.service.asked.size(), 1);
    }

    void aKeyThatIsRefusedLaterIsRefusedForAll()
    {
        Asked asked;
        asked.service.special[u"/v3/snapshot/indices"_s]
            = FakeService::failed(401, Error::Code::Unauthorized);
        const ProbeFindings findings = asked.detected(PlanSet::all(Plan::Advanced));
        QVERIFY(allAre(findings, Verdict::KeyRefused));
        QVERIFY(!findings.first().plan);
        QCOMPARE(asked.service.asked.size(), 3);
    }

    void whatEndsIt_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("verdict");
        QTest::newRow("no network") << 0 << int(Error::Code::Network) << int(Verdict::NoNetwork);
        QTest::newRow("the key must not go there")
            << 0 << int(Error::Code::InvalidArgument) << int(Verdict::NoNetwork);
        QTest::newRow("rate") << 429 << int(Error::Code::RateLimited) << int(Verdict::RateLimited);
        QTest::newRow("outage") << 502 << int(Error::Code::Network) << int(Verdict::ServiceFailed);
        QTest::newRow("sent elsewhere")
            << 302 << int(Error::Code::Rejected) << int(Verdict::ServiceFailed);
    }

    void whatEndsIt()
    {
        QFETCH(const int, status);
        QFETCH(const int, code);
        QFETCH(const int, verdict);
        Asked asked;
        asked.service.special[u"/"_s] = FakeService::failed(status, Error::Code(code));
        const ProbeFindings findings = asked.detected({});
        QVERIFY(allAre(findings, Verdict(verdict)));
        QCOMPARE(findings.last().detail, u"because"_s);
        QCOMPARE(asked.service.asked.size(), 1);
    }

    void anOutageOfOneProductIsItsOwn()
    {
        Asked asked;
        asked.service.special[u"/v3/snapshot/indices"_s]
            = FakeService::failed(502, Error::Code::Network, "<html>");
        const ProbeFindings findings = asked.detected(PlanSet::all(Plan::Basic));
        QCOMPARE(findings[2].verdict, Verdict::ServiceFailed);
        for (const int other : { 0, 1, 3, 4 })
            QCOMPARE(findings[other].verdict, Verdict::Works);
    }

    void aNetworkThatGoesKeepsWhatWasFound()
    {
        Asked asked;
        asked.service.special[u"/v3/quotes/AAPL"_s] = FakeService::failed(0, Error::Code::Network);
        const ProbeFindings findings
            = asked.detected(*planSetFromText(u"stocks=advanced,options=starter"_s));
        QCOMPARE(findings[0].verdict, Verdict::NoNetwork);
        QCOMPARE(findings[0].plan, Plan::Developer);
        QCOMPARE(findings[1].verdict, Verdict::Works);
        QCOMPARE(findings[2].verdict, Verdict::Works);
    }

    void answersThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("half a body") << QByteArray("{'status':'OK','results':[{'tick");
        QTest::newRow("a page") << QByteArray("<html><body>Welcome</body></html>");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a word") << QByteArray("\"hello\"");
        QTest::newRow("an error in a success") << QByteArray("{'status':'ERROR','error':'x'}");
    }

    void answersThatAreNone()
    {
        QFETCH(const QByteArray, body);
        Asked asked;
        asked.service.special[u"/"_s] = FakeService::ok(body);
        const ProbeFindings findings = asked.detected({});
        QVERIFY(allAre(findings, Verdict::ServiceFailed));
        QVERIFY(!findings.first().detail.isEmpty());
    }

    void aServerWithoutAProduct()
    {
        Asked asked;
        for (const QString &path :
             { u"/v3/snapshot/options"_s, u"/v3/snapshot/indices"_s, u"/futures"_s })
            asked.service.special[path] = FakeService::failed(404, Error::Code::NotFound, noRoute);
        const ProbeFindings findings = asked.detected(PlanSet::all(Plan::Advanced));
        QCOMPARE(findings[0].verdict, Verdict::Works);
        QCOMPARE(findings[0].plan, Plan::Advanced);
        for (const int missing : { 1, 2, 4 })
            QCOMPARE(findings[missing].verdict, Verdict::NotOffered);
        QCOMPARE(findings[3].plan, Plan::Starter);
    }

    void anUnknownSymbolIsStillAnAnswer()
    {
        Asked asked;
        asked.service.special[u"/v2/snapshot"_s] = FakeService::failed(
            404, Error::Code::NotFound, "{'status':'NOT_FOUND','message':'Ticker not found.'}");
        const ProbeFindings findings = asked.detected(PlanSet::all(Plan::Starter));
        QCOMPARE(findings[0].verdict, Verdict::Works);
        QCOMPARE(findings[0].plan, Plan::Starter);
    }

    void indicesAnswerRowByRow()
    {
        Asked asked;
        asked.service.special[u"/v3/snapshot/indices"_s]
            = FakeService::ok("{'status':'OK','results':[{'ticker':'I:SPX','error':'NOT_ENTITLED',"
                              "'message':'Not entitled to this ticker.'}]}");
        const ProbeFindings findings = asked.detected({});
        QCOMPARE(findings[2].verdict, Verdict::Works);
        QCOMPARE(findings[2].plan, Plan::Basic);
        QCOMPARE(findings[2].detail, u"Not entitled to this ticker."_s);
    }

    void withoutAContractNothingMoreIsAsked()
    {
        Asked asked;
        asked.service.special[u"/v3/snapshot/options"_s]
            = FakeService::ok("{'status':'OK','request_id':'x','results':[]}");
        asked.service.special[u"/futures/v1/snapshot"_s]
            = FakeService::ok("{'status':'OK','request_id':'x','results':[]}");
        const ProbeFindings findings = asked.detected(PlanSet::all(Plan::Advanced));
        QCOMPARE(findings[1].plan, Plan::Starter);
        QCOMPARE(findings[4].plan, Plan::Starter);
        QVERIFY(allAre(findings, Verdict::Works));
    }

    void cancelledItIsSilent()
    {
        Asked asked;
        asked.service.silent = true;
        asked.probe.detect();
        asked.probe.cancel();
        QCOMPARE(asked.service.cancelled, QList<quint64> { 1 });
        RestReply late = FakeService::ok("{}");
        late.id = 1;
        emit asked.service.finished(late);
        asked.probe.cancel();
        QCOMPARE(asked.service.asked.size(), 1);
        QVERIFY(asked.finished.isEmpty());

        asked.service.silent = false; // and it can be asked again
        QVERIFY(allAre(asked.detected(PlanSet::all(Plan::Starter)), Verdict::Works));
    }

    void aNewQuestionTakesThePlaceOfTheOld()
    {
        Asked asked;
        asked.service.silent = true;
        asked.probe.detect();
        asked.service.silent = false;
        const ProbeFindings findings
            = asked.tested(PlanSet::all(Plan::Starter), PlanSet::all(Plan::Starter));
        QVERIFY(allAre(findings, Verdict::Works));
        QCOMPARE(asked.finished.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestConnectionProbe)
#include "tst_connectionprobe.moc"
