#include "barhistory.h"
#include "barloans.h"
#include "barservice.h"
#include "clocks.h"
#include "marketcontext.h"
#include "massivebars.h"

#include <QTemporaryDir>
#include <QtTest>

#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp firstNow = fromMs(1'772'640'000'000); // 2026-03-04 16:00 UTC, a Wednesday
const QString symbol = u"TEST"_s;
const Timeframe fiveMinutes(5, TimeUnit::Minute);

using Bars = std::map<Timestamp, Candle>;

/// What one wish has been told.
struct Told
{
    Bars bars;
    std::optional<BarHistory::Outcome> outcome;
    int parts = 0;
    int keptParts = 0;
    QStringList providers;
};

/// A history over a cache file and a service that both are the test's.
struct Desk
{
    explicit Desk(const QString &path)
    {
        spec.source = DataSource::Live;
        spec.capabilities = Capabilities(PlanSet::all(Plan::Advanced));
        context.setSource(spec, [this] { return now; });
        history.providers().setChosen(std::make_shared<MassiveBars>(), context.requests,
                                      u"massive"_s);
        store.open(path);
        history.setStore(&store);
    }
    ~Desk() { store.stop(); }

    BarHistory::Wish wish(const TimeRange &range, const std::shared_ptr<Told> &told) const
    {
        BarHistory::Wish wish;
        wish.query = { symbol, fiveMinutes, true, range };
        wish.onPart = [told](BarHistory::Part &&part) {
            ++told->parts;
            told->keptParts += part.kept;
            if (!part.provider.isEmpty())
                told->providers += part.provider;
            told->bars.erase(told->bars.lower_bound(part.range.from),
                             told->bars.lower_bound(part.range.to));
            for (const Candle &bar : part.bars)
                told->bars.insert_or_assign(bar.start, bar);
        };
        wish.onDone = [told](const BarHistory::Outcome &outcome) { told->outcome = outcome; };
        return wish;
    }

    std::shared_ptr<Told> ask(const TimeRange &range)
    {
        const auto told = std::make_shared<Told>();
        last = history.ask(wish(range, told));
        return told;
    }

    bool settle()
    {
        return QTest::qWaitFor([this] { return history.isIdle(); }, 20'000);
    }

    Bars truth(const TimeRange &range) const
    {
        Bars bars;
        for (Timestamp start = fiveMinutes.windowStart(range.from); start < range.to;
             start = fiveMinutes.nextWindow(start))
            if (range.contains(start))
                if (const auto bar = BarService::truth(symbol, fiveMinutes, start, now))
                    bars.emplace(start, *bar);
        return bars;
    }

    /// What of those that were asked for was settled when it was.
    std::vector<TimeRange> settledAsked() const
    {
        std::vector<TimeRange> ranges;
        for (const BarService::Asked &one : service.asked) {
            const TimeRange settled {
                one.range.from, std::min(one.range.to, fiveMinutes.windowStart(one.at - 15min))
            };
            if (!settled.isEmpty())
                ranges.push_back(settled);
        }
        return ranges;
    }

    Timestamp now = firstNow;
    ManualWallClock wall;
    MarketContext context { wall };
    SourceSpec spec;
    BarStore store;
    BarHistory history { context };
    BarService service { context.requests, [this] { return now; } };
    quint64 last = 0;
};

TimeRange daysBack(int from, int to)
{
    return { fiveMinutes.windowStart(firstNow - 24h * from),
             fiveMinutes.windowStart(firstNow - 24h * to) };
}

} // namespace

class TestBarHistory : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void asksOnceForWhatIsSettled()
    {
        Desk desk(path());
        const TimeRange range = daysBack(20, 10);
        const auto first = desk.ask(range);
        QVERIFY(desk.settle());
        QVERIFY(first->outcome && first->outcome->missing.empty());
        QCOMPARE(first->bars, desk.truth(range));
        const std::size_t asked = desk.service.asked.size();
        const auto second = desk.ask(range);
        QVERIFY(desk.settle());
        QCOMPARE(second->bars, desk.truth(range));
        QCOMPARE(second->keptParts, 1);
        QCOMPARE(desk.service.asked.size(), asked);
    }

    /// Whatever ranges are wished in whatever order, some at once, with time passing: the bars are
    /// those of one question for all, and no settled range is asked for twice.
    void anyOrderOfWishesComesToTheSame()
    {
        for (quint64 seed = 1; seed <= 12; ++seed) {
            SplitMix64 random(seed);
            Desk desk(m_folder->filePath(u"%1.db"_s.arg(seed)));
            desk.service.rowsPerPage = 200 + qsizetype(random.below(3'000));
            for (int step = 0; step < 12; ++step) {
                std::vector<std::pair<TimeRange, std::shared_ptr<Told>>> wishes;
                for (quint64 count = 1 + random.below(3); count > 0; --count) {
                    TimeRange range;
                    range.from = fiveMinutes.windowStart(
                        desk.now - Duration(1h) * std::int64_t(random.below(24 * 150)));
                    const auto length = Duration(5min) * std::int64_t(1 + random.below(6'000));
                    range.to = std::min<Timestamp>(desk.now, range.from + length);
                    range.to = fiveMinutes.windowStart(range.to);
                    if (!range.isEmpty())
                        wishes.emplace_back(range, desk.ask(range));
                }
                if (random.below(4) == 0) {
                    desk.ask({ desk.now - 24h * 30, desk.now }); // and not wanted any more
                    desk.history.cancel(desk.last);
                }
                QVERIFY(desk.settle());
                for (const auto &[range, told] : wishes) {
                    QVERIFY(told->outcome);
                    QVERIFY(told->outcome->missing.empty());
                    QCOMPARE(told->bars, desk.truth(range));
                }
                desk.now += Duration(1s) * std::int64_t(random.below(4'000));
            }
            TimeRanges seen;
            for (const TimeRange &range : desk.settledAsked()) {
                for (const TimeRange &again : seen.within(range))
                    QFAIL(qPrintable(u"seed %1: %2 ms were asked for twice"_s.arg(seed).arg(
                        toMs(again.to) - toMs(again.from))));
                seen.add(range);
            }
        }
    }

    void lendsRanges()
    {
        Desk desk(path());
        BarLoans loans(desk.context, desk.history);
        const TimeRange range = daysBack(5, 3);
        std::optional<Result<std::vector<Candle>>> answer;
        const auto take = [&](Result<std::vector<Candle>> &&bars) { answer = std::move(bars); };
        loans.ask(symbol, fiveMinutes, range, take);
        QVERIFY(desk.settle());
        QVERIFY(answer && *answer);
        Bars lent;
        for (const Candle &bar : **answer)
            lent.emplace(bar.start, bar);
        QVERIFY(!lent.empty());
        QCOMPARE(lent, desk.truth(range));

        answer.reset();
        loans.ask(symbol, fiveMinutes, { desk.now + 1h, desk.now + 2h }, take);
        QVERIFY2(answer && !*answer, "of the time to come there is nothing");
        QCOMPARE(answer->error().code, Error::Code::NotFound);

        answer.reset();
        loans.ask(symbol, fiveMinutes, daysBack(30, 29), take);
        loans.reset();
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().code, Error::Code::Cancelled);
        answer.reset();
        QVERIFY(desk.settle());
        QVERIFY2(!answer, "answered once");
    }

    void whatIsNotSettledIsAskedForAgain()
    {
        Desk desk(path());
        const TimeRange range { firstNow - 2h, firstNow };
        const auto first = desk.ask(range);
        QVERIFY(desk.settle());
        QCOMPARE(first->bars, desk.truth(range));
        desk.now += 1min;
        desk.service.asked.clear();
        const auto second = desk.ask(range);
        QVERIFY(desk.settle());
        QCOMPARE(desk.service.asked.size(), std::size_t(1));
        QCOMPARE(desk.service.asked[0].range.from, firstNow - 15min);
        QCOMPARE(second->bars, desk.truth(range));
        // A second time it is painted before anybody has answered
        QCOMPARE(second->keptParts, 1);
    }

    /// The cache speaks before the service is asked, and of what it does not know it says so.
    void lookingAsksNobody()
    {
        {
            Desk desk(path());
            desk.ask(daysBack(9, 8));
            desk.ask(daysBack(6, 5));
            QVERIFY(desk.settle());
        }
        Desk desk(path());
        const auto told = std::make_shared<Told>();
        std::vector<TimeRange> unknown;
        BarHistory::Wish wish = desk.wish(daysBack(9, 5), told);
        const auto onPart = wish.onPart;
        wish.onPart = [&](BarHistory::Part &&part) {
            unknown = part.unknown;
            onPart(std::move(part));
        };
        desk.history.look(std::move(wish));
        QVERIFY(desk.settle());
        QVERIFY(desk.service.asked.empty());
        QCOMPARE(unknown, std::vector<TimeRange> { daysBack(8, 6) });
        Bars expected = desk.truth(daysBack(9, 8));
        expected.merge(desk.truth(daysBack(6, 5)));
        QCOMPARE(told->bars, expected);
    }

    void whoeverNeedsItSoonerIsServedSooner()
    {
        Desk desk(path());
        desk.service.byHand = true;
        BarHistory::Wish slow = desk.wish(daysBack(20, 10), std::make_shared<Told>());
        slow.priority = RestPriority::Background;
        desk.history.ask(std::move(slow));
        QTRY_COMPARE(desk.service.waiting.size(), std::size_t(1));
        desk.ask(daysBack(12, 11));
        QTRY_COMPARE(desk.service.waiting.front().priority, RestPriority::OnScreen);
        QCOMPARE(desk.service.waiting.size(), std::size_t(1));
        desk.service.answerAll();
        QVERIFY(desk.settle());
    }

    void nobodyWaitsForWhatWasCancelled()
    {
        Desk desk(path());
        desk.service.byHand = true;
        const auto told = desk.ask(daysBack(20, 10));
        QTRY_COMPARE(desk.service.waiting.size(), std::size_t(1));
        desk.history.cancel(desk.last);
        QVERIFY(desk.service.waiting.empty());
        QVERIFY(desk.settle());
        QVERIFY(!told->outcome);
    }

    void aFailureIsSaidAndLeavesTheRest()
    {
        Desk desk(path());
        desk.ask(daysBack(9, 8));
        QVERIFY(desk.settle());
        desk.service.fails = [](const RestRequest &) { return true; };
        const auto told = desk.ask(daysBack(9, 5));
        QVERIFY(desk.settle());
        QCOMPARE(told->outcome->missing, std::vector<TimeRange> { daysBack(8, 5) });
        QCOMPARE(told->outcome->error.code, Error::Code::Network);
        QCOMPARE(told->bars, desk.truth(daysBack(9, 8)));
        desk.service.fails = {};
        const auto again = desk.ask(daysBack(9, 5));
        QVERIFY(desk.settle());
        QCOMPARE(again->bars, desk.truth(daysBack(9, 5)));
    }

    /// A source that has not published the last hours yet is not believed to have none.
    void silenceOfTodayIsNotKept()
    {
        Desk desk(path());
        const TimeRange range { firstNow - 3h, firstNow };
        desk.service.truthUntil = firstNow - 1h;
        desk.ask(range);
        QVERIFY(desk.settle());
        desk.service.truthUntil = Timestamp::max();
        desk.now += 1min;
        const auto told = desk.ask(range);
        QVERIFY(desk.settle());
        QCOMPARE(told->bars, desk.truth(range));
    }

    void withoutACacheItStillAnswers()
    {
        Desk desk(path());
        desk.history.setStore(nullptr);
        const auto told = desk.ask(daysBack(3, 2));
        QVERIFY(desk.settle());
        QCOMPARE(told->bars, desk.truth(daysBack(3, 2)));
    }

    /// Another source stands in where the first refuses or is down, and is named.
    void anotherSourceStandsIn_data()
    {
        QTest::addColumn<Error::Code>("failure");
        QTest::addColumn<bool>("standsIn");
        QTest::newRow("down") << Error::Code::Network << true;
        QTest::newRow("refused") << Error::Code::NotEntitled << true;
        QTest::newRow("no such symbol") << Error::Code::NotFound << false;
        QTest::newRow("asked too often") << Error::Code::RateLimited << false;
    }

    void anotherSourceStandsIn()
    {
        QFETCH(const Error::Code, failure);
        QFETCH(const bool, standsIn);
        Desk desk(path());
        RequestBook otherRequests;
        BarService other(otherRequests, [&desk] { return desk.now; });
        desk.history.providers().add(std::make_shared<OtherBars>(), otherRequests);
        SourceOrder order;
        order.setDefault({ u"massive"_s, u"other"_s });
        desk.history.providers().setOrder(order);

        desk.ask(daysBack(9, 8));
        QVERIFY(desk.settle());
        QVERIFY(other.asked.empty());

        desk.service.fails = [](const RestRequest &) { return true; };
        desk.service.failure = failure;
        const auto told = desk.ask(daysBack(9, 6));
        QVERIFY(desk.settle());
        QCOMPARE(!other.asked.empty(), standsIn);
        QCOMPARE(told->providers, standsIn ? QStringList(u"Another source"_s) : QStringList());
        QCOMPARE(told->outcome->missing.empty(), standsIn);
        if (standsIn) {
            QCOMPARE(other.asked[0].range, daysBack(8, 6));
            QCOMPARE(told->bars, desk.truth(daysBack(9, 6)));
        }
    }

    /// It is kept under its own name: what the chosen source would say is still not known.
    void whatStoodInIsAskedOfTheChosenSourceLater()
    {
        Desk desk(path());
        RequestBook otherRequests;
        BarService other(otherRequests, [&desk] { return desk.now; });
        desk.history.providers().add(std::make_shared<OtherBars>(), otherRequests);
        SourceOrder order;
        order.setDefault({ u"massive"_s, u"other"_s });
        desk.history.providers().setOrder(order);
        desk.service.fails = [](const RestRequest &) { return true; };
        desk.ask(daysBack(9, 8));
        QVERIFY(desk.settle());
        desk.service.fails = {};
        desk.service.asked.clear();
        const auto told = desk.ask(daysBack(9, 8));
        QVERIFY(desk.settle());
        QCOMPARE(desk.service.asked.size(), std::size_t(1));
        QVERIFY(told->providers.isEmpty());
    }

private:
    /// Massive's bars under another name.
    class OtherBars : public MassiveBars
    {
    public:
        QString id() const override { return u"other"_s; }
        QString name() const override { return u"Another source"_s; }
    };

    QString path() const { return m_folder->filePath(u"cache.db"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestBarHistory)
#include "tst_barhistory.moc"
