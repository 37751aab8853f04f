#include "excursion.h"
#include "performancemetric.h"
#include "splitmix64.h"

#include <QSet>

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace tapeline;

namespace {

constexpr double close = 1e-9;

const std::vector<qint64> vectorG01 { 200, -100, 150, -50, 0, 300, -100, -100, 250, 50 };

/// Trades of a minute each, one an hour, with these net results.
std::vector<TradeResult> trades(const std::vector<qint64> &results,
                                const std::optional<Money> &risk = {})
{
    std::vector<TradeResult> made;
    Timestamp at = fromMs(1'780'000'000'000);
    for (const qint64 result : results) {
        TradeResult trade;
        trade.gross = Money::whole(result) + Money::whole(2);
        trade.fees = Money::whole(2);
        trade.openedAt = at;
        trade.closedAt = at + 1min;
        trade.risk = risk;
        made.push_back(trade);
        at += 1h;
    }
    return made;
}

std::vector<TradeResult> random(quint64 seed, int count)
{
    SplitMix64 draw(seed);
    std::vector<qint64> results;
    for (int i = 0; i < count; ++i)
        results.push_back(qint64(draw.below(41)) - 20);
    std::vector<TradeResult> made = trades(results);
    for (TradeResult &trade : made)
        if (draw.below(4) > 0)
            trade.risk = Money::whole(1 + qint64(draw.below(9)));
    return made;
}

bool near(const std::optional<double> &value, double expected, double tolerance = close)
{
    return value && std::abs(*value - expected) <= tolerance;
}

} // namespace

/// Figures of closed trades by execution.md section G.
class TestTradeStatistics : public QObject
{
    Q_OBJECT

private slots:
    void vectorG_01()
    {
        const TradeStatistics s = tradeStatistics(trades(vectorG01));
        QCOMPARE(s.trades, 10);
        QCOMPARE(s.wins, 5);
        QCOMPARE(s.losses, 4);
        QCOMPARE(s.breakEven, 1);
        QCOMPARE(s.net, Money::whole(600));
        QCOMPARE(s.gross, Money::whole(620));
        QCOMPARE(s.fees, Money::whole(20));
        QCOMPARE(s.grossProfit, Money::whole(950));
        QCOMPARE(s.grossLoss, Money::whole(350));
        QCOMPARE(s.largestWin, Money::whole(300));
        QCOMPARE(s.largestLoss, Money::whole(100));
        QVERIFY(near(s.profitFactor, 19.0 / 7));
        QVERIFY(near(s.winRate, 0.5));
        QVERIFY(near(s.winRateDecided, 5.0 / 9));
        QVERIFY(near(s.averageWin, 190));
        QVERIFY(near(s.averageLoss, 87.5));
        QVERIFY(near(s.payoff, 2.1714285714, 1e-10));
        QVERIFY(near(s.expectancy, 60));
        QVERIFY(near(s.kelly, 0.3508771930, 1e-10));
        QCOMPARE(s.longestWinStreak, 2);
        QCOMPARE(s.longestLossStreak, 2);
        QCOMPARE(s.withoutRisk, 10);
        QVERIFY(!s.expectancyR);
        QVERIFY(!s.sqn);
        QCOMPARE(s.averageHolding, Duration(1min));
    }

    void vectorG_02()
    {
        const TradeStatistics s = tradeStatistics(trades(vectorG01, Money::whole(100)));
        QVERIFY(near(s.expectancyR, 0.6));
        QVERIFY(near(s.sqn, 1.2304546686, 1e-10));
        QVERIFY(near(s.sqnCapped, *s.sqn));
        QCOMPARE(s.withoutRisk, 0);
        std::vector<double> multiples;
        for (const qint64 result : vectorG01)
            multiples.push_back(double(result) / 100);
        QVERIFY(near(sampleDeviation(multiples), 1.5420044675, 1e-10));
    }

    void vectorG_03()
    {
        const TradeStatistics s = tradeStatistics(trades(vectorG01), Money::whole(1000));
        QCOMPARE(s.drawdown.deepest, Money::whole(200));
        QVERIFY(near(s.drawdown.deepestShare, 200.0 / 1500));
        QVERIFY(near(s.recovery, 3));
        // from the sixth closing to the ninth, which makes a new peak
        QCOMPARE(s.drawdown.longest, Duration(3h));
        const PerformanceFigures figures { s };
        QVERIFY(near(metricNumber(metricValue(PerformanceMetric::MaxDrawdownPercent, figures)),
                     13.3333, 1e-4));
    }

    void vectorG_05()
    {
        TradeRecord trade;
        trade.size = Qty::whole(100);
        trade.gross = Money::whole(240);
        trade.worst = Money::whole(-120);
        trade.best = Money::whole(350);
        trade.openedAt = fromMs(1'780'000'000'000);
        trade.closedAt = trade.openedAt + 1h;
        const auto own = tradeExcursion(trade, Money::whole(200));
        QVERIFY(own);
        QCOMPARE(own->adverse, Money::whole(120));
        QCOMPARE(own->favourable, Money::whole(350));
        QVERIFY(near(own->adversePerUnit, 1.2));
        QVERIFY(near(own->favourablePerUnit, 3.5));
        QVERIFY(near(own->adverseR, 0.6));
        QVERIFY(near(own->favourableR, 1.75));
        QVERIFY(near(own->efficiency, 0.6857142857, 1e-10));
        const TradeResult result = tradeResult(trade, Money::whole(200));
        QVERIFY(near(result.multipleOfRisk(), 1.2));
        const TradeStatistics s = tradeStatistics({ &result, 1 });
        QVERIFY(near(s.averageAdverseR, 0.6));
        QVERIFY(near(s.averageFavourableR, 1.75));
        QVERIFY(near(s.exitEfficiency, 0.6857142857, 1e-10));
    }

    void whatIsUndefinedIsNothing()
    {
        const TradeStatistics none = tradeStatistics({});
        QCOMPARE(none.expectancy, 0.0);
        QCOMPARE(none.grossLoss, Money());
        QCOMPARE(none.drawdown.deepest, Money());
        for (const auto &figure :
             { none.winRate, none.profitFactor, none.averageWin, none.payoff, none.kelly,
               none.expectancyR, none.sqn, none.recovery, none.timeInMarket, none.exitEfficiency })
            QVERIFY(!figure);

        const TradeStatistics won = tradeStatistics(trades({ 5, 7 }, Money::whole(1)));
        QVERIFY(won.profitFactor && std::isinf(*won.profitFactor));
        QVERIFY(!won.averageLoss);
        QVERIFY(!won.payoff);
        QVERIFY(!won.recovery); // it never fell

        const TradeStatistics lost = tradeStatistics(trades({ -5 }, Money::whole(1)));
        QVERIFY(near(lost.profitFactor, 0));
        QVERIFY(!lost.sqn); // one trade
        QVERIFY(near(lost.winRate, 0));

        const TradeStatistics even = tradeStatistics(trades({ 0, 0 }, Money::whole(1)));
        QVERIFY(!even.profitFactor);
        QVERIFY(!even.winRateDecided);
        QVERIFY(!even.sqn); // R did not vary
    }

    /// 0.1 has no exact double: what rounding leaves of their spread is none.
    void equalMultiplesHaveNoQuality_data()
    {
        QTest::addColumn<qint64>("result");
        QTest::addColumn<int>("count");
        QTest::newRow("three of 0.1 R") << qint64(1) << 3;
        QTest::newRow("ten of -0.3 R") << qint64(-3) << 10;
        QTest::newRow("very many of 0.7 R") << qint64(7) << 100'000;
    }
    void equalMultiplesHaveNoQuality()
    {
        QFETCH(const qint64, result);
        QFETCH(const int, count);
        const TradeStatistics s = tradeStatistics(
            trades(std::vector<qint64>(std::size_t(count), result), Money::whole(10)));
        QVERIFY(near(s.expectancyR, double(result) / 10));
        QVERIFY(!s.sqn);
        QVERIFY(!s.sqnCapped);
        const std::vector<double> multiples(std::size_t(count), double(result) / 10);
        QCOMPARE(sampleDeviation(multiples), 0.0);
    }

    /// A fall is a share of what was there then, not of the first payment alone.
    void whatIsPaidInLaterCounts()
    {
        const std::vector<TradeResult> made = trades({ 10, -2'000 });
        const EquityFlow paidIn { made[0].closedAt + 1min, Money::whole(98'990) };
        const TradeStatistics s = tradeStatistics(made, Money::whole(1'000), { &paidIn, 1 });
        QCOMPARE(s.drawdown.deepest, Money::whole(2'000));
        QVERIFY(near(s.drawdown.deepestShare, 0.02));
        const EquityFlow later { made[1].closedAt + 1min, Money::whole(98'990) };
        QVERIFY(
            near(tradeStatistics(made, Money::whole(1'000), { &later, 1 }).drawdown.deepestShare,
                 2'000.0 / 1'010)); // too late to help
    }

    void whatIsTakenOutIsNoFall()
    {
        const std::vector<TradeResult> made = trades({ 10, -5 });
        const EquityFlow out { made[0].closedAt + 1min, Money::whole(-910) };
        const TradeStatistics s = tradeStatistics(made, Money::whole(1'000), { &out, 1 });
        QCOMPARE(s.drawdown.deepest, Money::whole(5));
        QVERIFY(near(s.drawdown.deepestShare, 0.05));
    }

    void aRiskOfZeroIsNone()
    {
        TradeRecord trade;
        trade.risk = Money();
        TradeNotes notes;
        QVERIFY(!countedRisk(trade, notes));
        trade.risk = Money::whole(5);
        QCOMPARE(countedRisk(trade, notes), Money::whole(5));
        notes.risk = Money::whole(7);
        QCOMPARE(countedRisk(trade, notes), Money::whole(7));
    }

    void manyTradesAloneDoNotRaiseTheCappedNumber()
    {
        std::vector<qint64> results;
        for (int i = 0; i < 400; ++i)
            results.push_back(i % 2 == 0 ? 3 : -1);
        const TradeStatistics s = tradeStatistics(trades(results, Money::whole(1)));
        QVERIFY(near(*s.sqn / *s.sqnCapped, 2.0));
    }

    void closedTradesComeInTheOrderOfTheirClosing()
    {
        std::vector<TradeRecord> records(4);
        for (int i = 0; i < 4; ++i) {
            records[std::size_t(i)].key = { QStringLiteral("simulated/Paper"), quint64(i + 1) };
            records[std::size_t(i)].openedAt = fromMs(1000 * i);
            records[std::size_t(i)].closedAt = fromMs(90'000 - 1000 * i);
        }
        records[2].closedAt = {}; // open
        const TradeNotes none;
        const auto studied
            = studiedTrades(records, [&](const TradeKey &) -> const TradeNotes & { return none; });
        QCOMPARE(studied.size(), 3U);
        QCOMPARE(studied[0].record->key.number, 4U);
        QCOMPARE(studied[2].record->key.number, 1U);
    }

    void overlappingTradesAreOneStretchInTheMarket()
    {
        std::vector<TradeResult> made = trades({ 1, 1, 1 });
        made[0].closedAt = made[0].openedAt + 90min; // 0:00 to 1:30
        made[1].closedAt = made[1].openedAt + 60min; // 1:00 to 2:00
        made[2].openedAt += 1h;
        made[2].closedAt = made[2].openedAt + 1h; // 3:00 to 4:00
        QVERIFY(near(tradeStatistics(made).timeInMarket, 3.0 / 4));
    }

    void ratiosDoNotDependOnTheCurrencysUnit()
    {
        const std::vector<TradeResult> one = random(7, 500);
        std::vector<TradeResult> scaled = one;
        for (TradeResult &trade : scaled) {
            trade.gross = Money::fromUnits(trade.gross.units() * 3);
            trade.fees = Money::fromUnits(trade.fees.units() * 3);
            if (trade.risk)
                trade.risk = Money::fromUnits(trade.risk->units() * 3);
        }
        const TradeStatistics a = tradeStatistics(one);
        const TradeStatistics b = tradeStatistics(scaled);
        QCOMPARE(b.net.units(), a.net.units() * 3);
        QCOMPARE(b.drawdown.deepest.units(), a.drawdown.deepest.units() * 3);
        QVERIFY(near(b.profitFactor, *a.profitFactor));
        QVERIFY(near(b.kelly, *a.kelly));
        QVERIFY(near(b.sqn, *a.sqn));
        QCOMPARE(b.longestLossStreak, a.longestLossStreak);
    }

    void onlyCurvesAndStreaksDependOnTheOrder()
    {
        std::vector<TradeResult> one = random(11, 300);
        const TradeStatistics a = tradeStatistics(one);
        std::reverse(one.begin(), one.end());
        QCOMPARE(tradeStatistics(one), a); // is put in order

        for (std::size_t i = 0; i < one.size(); ++i) // closed the other way round
            one[i].closedAt = one[i].openedAt = fromMs(1'780'000'000'000 + qint64(i) * 1000);
        const TradeStatistics b = tradeStatistics(one);
        QCOMPARE(b.net, a.net);
        QCOMPARE(b.grossProfit, a.grossProfit);
        QVERIFY(near(b.expectancyR, *a.expectancyR));
        QVERIFY(near(b.sqn, *a.sqn));
        QCOMPARE(b.longestWinStreak, a.longestWinStreak); // the same runs, backwards
    }

    void sumsOfPartsAreThoseOfTheWhole()
    {
        const std::vector<TradeResult> all = random(13, 400);
        const std::span whole(all);
        const TradeStatistics a = tradeStatistics(whole.first(150));
        const TradeStatistics b = tradeStatistics(whole.subspan(150));
        const TradeStatistics s = tradeStatistics(whole);
        QCOMPARE(s.net, a.net + b.net);
        QCOMPARE(s.fees, a.fees + b.fees);
        QCOMPARE(s.grossProfit, a.grossProfit + b.grossProfit);
        QCOMPARE(s.grossLoss, a.grossLoss + b.grossLoss);
        QCOMPARE(s.wins, a.wins + b.wins);
        QCOMPARE(s.withoutRisk, a.withoutRisk + b.withoutRisk);
        QVERIFY(s.drawdown.deepest >= std::max(a.drawdown.deepest, b.drawdown.deepest));
        QVERIFY(s.longestWinStreak >= std::max(a.longestWinStreak, b.longestWinStreak));
    }

    void everyFigureHasAKeyOfItsOwn()
    {
        QSet<QByteArray> keys;
        for (const MetricInfo &info : performanceMetrics()) {
            const QByteArray key(info.key.data(), qsizetype(info.key.size()));
            QVERIFY2(!keys.contains(key), key.constData());
            keys.insert(key);
            QCOMPARE(metricInfo(info.metric).key, info.key);
        }
        for (const char *asked :
             { "trades", "win_rate", "profit_factor", "expectancy", "gross_profit", "gross_loss",
               "net", "avg_win", "avg_loss", "payoff", "max_drawdown", "max_drawdown_pct", "sharpe",
               "sortino", "sqn", "longest_win_streak", "longest_loss_streak" })
            QVERIFY2(keys.contains(asked), asked);
    }
};

QTEST_GUILESS_MAIN(TestTradeStatistics)
#include "tst_tradestatistics.moc"
