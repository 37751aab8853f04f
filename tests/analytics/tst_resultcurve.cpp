#include "resultcurve.h"
#include "resultruns.h"
#include "tradebreakdown.h"
#include "tradestatistics.h"

#include <QtTest>

#include <random>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

Timestamp at(qint64 minutes)
{
    return Timestamp(std::chrono::minutes(29'000'000 + minutes));
}

std::vector<TradeResult> resultsOf(std::initializer_list<int> nets)
{
    std::vector<TradeResult> results;
    for (const int net : nets)
        results.push_back({ .gross = Money::whole(net + 1),
                            .fees = Money::whole(1),
                            .openedAt = at(10 * qint64(results.size())),
                            .closedAt = at(10 * qint64(results.size()) + 5) });
    return results;
}

std::vector<TradeResult> randomResults(int count)
{
    std::mt19937 random(5);
    std::uniform_int_distribution<int> net(-300, 320);
    std::vector<TradeResult> results;
    for (int i = 0; i < count; ++i)
        results.push_back({ .gross = Money::whole(net(random) / 20 * 20),
                            .fees = {},
                            .openedAt = at(10 * i),
                            .closedAt = at(10 * i + 5) });
    return results;
}

} // namespace

/// Curves and runs of results, and which trades a group means.
class TestResultCurve : public QObject
{
    Q_OBJECT

private slots:
    // --- curves ----------------------------------------------------------------------------------

    void closedTradesAddUpFromZero()
    {
        const std::vector<ResultPoint> curve = closedCurve(resultsOf({ 200, -100, 150 }));
        const std::vector<ResultPoint> wanted {
            { at(0), Money(), Money() },
            { at(5), Money::whole(200), Money() },
            { at(15), Money::whole(100), Money::whole(100) },
            { at(25), Money::whole(250), Money() },
        };
        QCOMPARE(curve, wanted);
        QVERIFY(closedCurve({}).empty());
    }

    void theDeepestPointIsTheStatisticsDrawdown()
    {
        const std::vector<TradeResult> results = randomResults(3'000);
        const TradeStatistics statistics = tradeStatistics(results);
        const std::vector<ResultPoint> curve = closedCurve(results);
        QCOMPARE(std::ranges::max(curve, {}, &ResultPoint::below).below,
                 statistics.drawdown.deepest);
        QCOMPARE(curve.back().value, statistics.net);
    }

    void moneyPaidInIsNotEarned()
    {
        const std::vector<EquityPoint> points {
            { at(0), Money::whole(1'000), Money::whole(1'000) },
            { at(1), Money::whole(1'050), Money::whole(1'000) },
            { at(2), Money::whole(1'530), Money::whole(1'500) },
        };
        const std::vector<ResultPoint> wanted {
            { at(0), Money(), Money() },
            { at(1), Money::whole(50), Money() },
            { at(2), Money::whole(30), Money::whole(20) },
        };
        QCOMPARE(earnedCurve(points), wanted);
    }

    // --- runs ------------------------------------------------------------------------------------

    void runsAreCountedByLength_data()
    {
        QTest::addColumn<std::vector<int>>("nets");
        QTest::addColumn<std::vector<qint64>>("wins");
        QTest::addColumn<std::vector<qint64>>("losses");
        QTest::addColumn<qint64>("last");
        using Nets = std::vector<int>;
        using Counts = std::vector<qint64>;
        QTest::newRow("nothing") << Nets() << Counts() << Counts() << Q_INT64_C(0);
        QTest::newRow("one loser") << Nets { -1 } << Counts() << Counts { 1 } << Q_INT64_C(-1);
        QTest::newRow("G-01") << Nets { 200, -100, 150, -50, 0, 300, -100, -100, 250, 50 }
                              << Counts { 3, 1 } << Counts { 2, 1 } << Q_INT64_C(2);
        QTest::newRow("break-even ends a run")
            << Nets { 5, 0, 5 } << Counts { 2 } << Counts() << Q_INT64_C(1);
    }

    void runsAreCountedByLength()
    {
        QFETCH(const std::vector<int>, nets);
        QFETCH(const std::vector<qint64>, wins);
        QFETCH(const std::vector<qint64>, losses);
        QFETCH(const qint64, last);
        std::vector<TradeResult> results;
        for (const int net : nets)
            results.push_back({ .gross = Money::whole(net), .fees = {} });
        QCOMPARE(resultRuns(results), (ResultRuns { wins, losses, last }));
    }

    void theLongestRunsAreTheStatisticsStreaks()
    {
        const std::vector<TradeResult> results = randomResults(3'000);
        const TradeStatistics statistics = tradeStatistics(results);
        const ResultRuns runs = resultRuns(results);
        QCOMPARE(qint64(runs.wins.size()), statistics.longestWinStreak);
        QCOMPARE(qint64(runs.losses.size()), statistics.longestLossStreak);
    }

    // --- groups ----------------------------------------------------------------------------------

    /// Every trade is in the groups that tradeGroups() counts it in, and in no other.
    void membershipIsThatOfTheGroups()
    {
        std::mt19937 random(9);
        const auto one = [&](int below) { return int(random() % unsigned(below)); };
        const QStringList words { u"news"_s, u"News"_s, u"A+"_s, u"late"_s };
        std::vector<TradeRecord> records(400);
        std::vector<TradeNotes> notes(400);
        for (std::size_t i = 0; i < records.size(); ++i) {
            TradeRecord &record = records[i];
            record.key = { one(2) ? u"live/Main"_s : u"simulated/Paper"_s, i + 1 };
            record.symbol = one(2) ? u"AAPL"_s : u"MSFT"_s;
            record.direction = TradeDirection(one(3));
            record.openedAt = at(one(40'000));
            record.closedAt = record.openedAt + std::chrono::seconds(1 + one(500'000));
            record.gross = Money::whole(one(200) - 90);
            if (one(5))
                record.entryPrice = Price::fromUnits(Price::unitsPerOne * (1 + one(700)));
            if (one(4)) {
                MarketMoment moment;
                moment.part = SessionPart(one(4));
                moment.relativeVolume = one(60) / 10.0;
                moment.last = Price::fromUnits(Price::unitsPerOne * 100);
                moment.vwap = 95 + one(10);
                moment.atr = 4;
                record.entry = moment;
            }
            for (int word = one(3); word > 0; --word)
                notes[i].tags.append(words[one(4)]);
            notes[i].setup = one(3) ? words[one(4)] : QString();
            if (one(3) == 0)
                notes[i].mistakes.append(words[one(4)]);
        }
        const auto studied = studiedTrades(
            std::span<const TradeRecord>(records),
            [&](const TradeKey &key) -> const TradeNotes & { return notes[key.number - 1]; });
        for (int i = 0; i < tradeBreakdownCount; ++i) {
            const auto breakdown = TradeBreakdown(i);
            const std::vector<TradeGroup> groups = tradeGroups(studied, breakdown);
            QVERIFY(groups.size() > 1);
            for (const TradeGroup &group : groups) {
                std::vector<TradeResult> members;
                for (const StudiedTrade &trade : studied)
                    if (isInGroup(trade, breakdown, group))
                        members.push_back(trade.result);
                QVERIFY2(members == group.results,
                         qPrintable(u"%1: %2 %3"_s.arg(i).arg(group.text).arg(group.bucket)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestResultCurve)
#include "tst_resultcurve.moc"
