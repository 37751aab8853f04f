#include "companydesk.h"

#include "easterntime.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using State = CompanyAnswer::State;

namespace {

class SetWallClock : public WallClock
{
public:
    Timestamp utc() const override { return easterntime::at({ 2026, 8, 13 }, 10h) + time; }
    Duration monotonic() const override { return time; }

    Duration time = 1h;
};

const CompanyQuestion splitsOfAapl { CompanySubject::Splits, u"AAPL"_s };

const QByteArray oneSplit
    = R"({"results":[{"ticker":"AAPL","execution_date":"2020-08-31","split_from":1,"split_to":4}],
          "status":"OK","request_id":"1"})";

/// The desk, and a service that is asked what it asks.
struct AskedDesk
{
    explicit AskedDesk(BarStore *store = nullptr)
    {
        desk.setStore(store);
        QObject::connect(&context.requests, &RequestBook::wanted, &desk,
                         [this](const RestRequest &request) { asked.push_back(request); });
        QObject::connect(&context.requests, &RequestBook::cancelled, &desk,
                         [this](quint64 id) { cancelled.push_back(id); });
        open();
    }

    void open(DataSource source = DataSource::Live)
    {
        SourceSpec spec;
        spec.source = source;
        context.setSource(spec, [this] { return clock.utc(); });
        desk.reset();
        desk.onTimeKnown();
    }

    void answer(const QByteArray &body)
    {
        QVERIFY(!asked.empty());
        RestReply reply;
        reply.id = asked.back().id;
        reply.httpStatus = 200;
        reply.body = body;
        reply.ok = true;
        context.requests.answer(reply);
    }
    void refuse(Error::Code code)
    {
        QVERIFY(!asked.empty());
        RestReply reply;
        reply.id = asked.back().id;
        reply.error = code;
        context.requests.answer(reply);
    }
    /// The newest news of the question.
    std::optional<CompanyAnswer> news(const CompanyQuestion &question)
    {
        std::optional<CompanyAnswer> newest;
        for (const CompanyAnswer &answer : desk.take())
            if (answer.question == question)
                newest = answer;
        return newest;
    }

    SetWallClock clock;
    MarketContext context { clock };
    CompanyDesk desk { context };
    std::vector<RestRequest> asked;
    std::vector<quint64> cancelled;
};

} // namespace

class TestCompanyDesk : public QObject
{
    Q_OBJECT

private slots:
    void asksOnceForAllWhoLook()
    {
        AskedDesk desk;
        desk.desk.want(splitsOfAapl);
        QCOMPARE(desk.news(splitsOfAapl)->state, State::Asking);
        desk.desk.want(splitsOfAapl);
        QCOMPARE(desk.asked.size(), std::size_t(1));
        QVERIFY(desk.asked.back().path.startsWith(u"/stocks/v1/splits"_s));
        desk.answer(oneSplit);
        const auto answer = desk.news(splitsOfAapl);
        QCOMPARE(answer->state, State::Here);
        QCOMPARE(std::get<std::vector<Split>>(answer->facts).front().to, 4.0);
        // Who comes later is told without another request
        desk.desk.want(splitsOfAapl);
        QCOMPARE(desk.news(splitsOfAapl)->state, State::Here);
        QCOMPARE(desk.asked.size(), std::size_t(1));
    }

    void asksAgainWhenTheAnswerIsOld_data()
    {
        QTest::addColumn<int>("subject");
        QTest::addColumn<int>("minutes");
        QTest::newRow("splits hold a day") << int(CompanySubject::Splits) << 24 * 60;
        QTest::newRow("news hold minutes") << int(CompanySubject::News) << 5;
    }
    void asksAgainWhenTheAnswerIsOld()
    {
        QFETCH(const int, subject);
        QFETCH(const int, minutes);
        const CompanyQuestion question { static_cast<CompanySubject>(subject), u"AAPL"_s };
        AskedDesk desk;
        desk.desk.want(question);
        desk.answer(R"({"results":[],"status":"OK","request_id":"1"})");
        desk.clock.time += std::chrono::minutes(minutes) - 1s;
        desk.desk.tick();
        QCOMPARE(desk.asked.size(), std::size_t(1));
        desk.clock.time += 2s;
        desk.desk.tick();
        QCOMPARE(desk.asked.size(), std::size_t(2));
        // What was known stays on the screen until the new answer is there
        desk.refuse(Error::Code::Network);
        QCOMPARE(desk.news(question)->state, State::Here);
    }

    void whatNobodyLooksAtIsNotAsked()
    {
        AskedDesk desk;
        desk.desk.want(splitsOfAapl);
        desk.desk.release(splitsOfAapl);
        QCOMPARE(desk.cancelled.size(), std::size_t(1));
        desk.clock.time += 48h;
        desk.desk.tick();
        QCOMPARE(desk.asked.size(), std::size_t(1));
    }

    void failuresAreAskedAgainAfterAWhile()
    {
        AskedDesk desk;
        desk.desk.want(splitsOfAapl);
        desk.refuse(Error::Code::Network);
        QCOMPARE(desk.news(splitsOfAapl)->state, State::Failed);
        desk.desk.tick();
        QCOMPARE(desk.asked.size(), std::size_t(1));
        desk.clock.time += RetryWait::first;
        desk.desk.tick();
        QCOMPARE(desk.asked.size(), std::size_t(2));
    }

    /// Without the add-on one refusal is enough, whatever symbol comes next.
    void theAddOnIsAskedForOnce()
    {
        AskedDesk desk;
        const CompanyQuestion first { CompanySubject::Earnings, u"AAPL"_s };
        const CompanyQuestion second { CompanySubject::EarningsAhead, u"IBM,KO"_s };
        desk.desk.want(first);
        desk.refuse(Error::Code::NotEntitled);
        QCOMPARE(desk.news(first)->state, State::NotInPlan);
        desk.desk.want(second);
        QCOMPARE(desk.news(second)->state, State::NotInPlan);
        desk.clock.time += 48h;
        desk.desk.tick();
        QCOMPARE(desk.asked.size(), std::size_t(1));
        // Another key may have it
        desk.open();
        QCOMPARE(desk.asked.size(), std::size_t(3));
    }

    void unknownSymbols()
    {
        AskedDesk desk;
        const CompanyQuestion question { CompanySubject::Profile, u"NOSUCH"_s };
        desk.desk.want(question);
        desk.refuse(Error::Code::NotFound);
        QCOMPARE(desk.news(question)->state, State::Unknown);
        desk.clock.time += 48h;
        desk.desk.tick();
        QCOMPARE(desk.asked.size(), std::size_t(1));
    }

    void recordingsCannotBeAsked()
    {
        AskedDesk desk;
        desk.open(DataSource::Replay);
        desk.desk.want(splitsOfAapl);
        QCOMPARE(desk.news(splitsOfAapl)->state, State::NoService);
        QVERIFY(desk.asked.empty());
    }

    /// Nothing of the old source stays under the new one's name.
    void anotherSource()
    {
        AskedDesk desk;
        desk.desk.want(splitsOfAapl);
        desk.answer(oneSplit);
        desk.desk.take();
        desk.open();
        const auto answer = desk.news(splitsOfAapl);
        QCOMPARE(answer->state, State::Asking);
        QVERIFY(!answer->hasFacts());
        QCOMPARE(desk.asked.size(), std::size_t(2));
    }

    void answersAreKept()
    {
        QTemporaryDir folder;
        BarStore store;
        store.open(folder.filePath(u"cache.db"_s));
        AskedDesk desk(&store);
        desk.desk.want(splitsOfAapl);
        QTRY_COMPARE(desk.asked.size(), std::size_t(1));
        desk.answer(oneSplit);
        AskedDesk later(&store);
        later.desk.want(splitsOfAapl);
        CompanyAnswer answer;
        const auto isHere = [&] {
            if (const auto news = later.news(splitsOfAapl))
                answer = *news;
            return answer.state == State::Here;
        };
        QTRY_VERIFY(isHere());
        QVERIFY(later.asked.empty());
        QCOMPARE(std::get<std::vector<Split>>(answer.facts).front().to, 4.0);
        store.stop();
    }

    void severalSymbolsInOneQuestion()
    {
        AskedDesk desk;
        desk.desk.want({ CompanySubject::DividendsAhead, u"IBM,KO"_s });
        const QUrlQuery query = desk.asked.back().query;
        QCOMPARE(query.queryItemValue(u"ticker.any_of"_s), u"IBM,KO"_s);
        QCOMPARE(query.queryItemValue(u"ex_dividend_date.gte"_s), u"2026-08-13"_s);
    }
};

QTEST_GUILESS_MAIN(TestCompanyDesk)
#include "tst_companydesk.moc"
