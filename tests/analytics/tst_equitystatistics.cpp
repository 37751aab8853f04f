#include "csvreader.h"
#include "easterntime.h"
#include "equitystatistics.h"
#include "performancefigures.h"
#include "shared.h"
#include "tradestatistics.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace tapeline;

namespace {

const std::vector<qint64> vectorG04 { 100'000, 101'000, 100'500, 102'000,
                                      101'000, 103'000, 102'500, 104'000 };

bool near(const std::optional<double> &value, double expected, double tolerance = 1e-10)
{
    return value && std::abs(*value - expected) <= tolerance;
}

std::vector<DailyEquity> daily(const std::vector<qint64> &equity)
{
    std::vector<DailyEquity> days;
    for (const qint64 own : equity) {
        const QDate day = QDate(2026, 3, 2).addDays(qint64(days.size()));
        days.push_back({ day, easterntime::at(day, 16h), Money::whole(own), {} });
    }
    return days;
}

EquityPoint point(QDate day, Duration time, qint64 equity, qint64 deposits = 1000)
{
    return { easterntime::at(day, time), Money::whole(equity), Money::whole(deposits) };
}

double read(const CsvReader &file, const char *column)
{
    const std::string_view text = file.field(file.column(column));
    return QByteArray(text.data(), qsizetype(text.size())).toDouble();
}

} // namespace

/// Figures of an account's worth over time by execution.md section G.
class TestEquityStatistics : public QObject
{
    Q_OBJECT

private slots:
    void vectorG_03()
    {
        const EquityStatistics s = equityStatistics(
            daily({ 1000, 1200, 1100, 1250, 1200, 1200, 1500, 1400, 1300, 1550, 1600 }));
        QCOMPARE(s.drawdown.deepest, Money::whole(200));
        QVERIFY(near(s.drawdown.deepestShare, 200.0 / 1500));
        QVERIFY(near(s.recovery, 3));
    }

    void vectorG_04()
    {
        const std::vector<DailyEquity> days = daily(vectorG04);
        const EquityStatistics s = equityStatistics(days);
        QCOMPARE(s.days, 7);
        QVERIFY(near(s.meanReturn, 0.00567895916052, 1e-13));
        QVERIFY(near(s.deviation, 0.01188471398593, 1e-13));
        QVERIFY(near(s.sharpe, 7.58543133417));
        QVERIFY(near(s.sortino, 19.86331383085));
        QVERIFY(near(s.drawdown.deepestShare, 0.00980392156863, 1e-13));
        QVERIFY(near(s.ulcer, 0.42454266144));
        QVERIFY(near(annualGrowth(dailyReturns(days)), 3.10393255398));
        QVERIFY(!s.growth); // seven days say nothing of a year
        QVERIFY(!s.calmar);
    }

    void sixtyDaysSaySomethingOfAYear()
    {
        std::vector<qint64> equity { 100'000 };
        for (int i = 0; i < 60; ++i)
            equity.push_back(equity.back() + (i % 5 == 0 ? -200 : 100));
        QVERIFY(equityStatistics(daily(equity)).growth);
        equity.pop_back();
        QVERIFY(!equityStatistics(daily(equity)).growth);
    }

    void moneyPaidInIsNoGain()
    {
        std::vector<DailyEquity> days = daily({ 1000, 2010, 1990 });
        days[1].flow = Money::whole(1000);
        const std::vector<double> returns = dailyReturns(days);
        QVERIFY(near(returns[0], 0.01));
        QVERIFY(near(returns[1], -20.0 / 2010));
        const EquityStatistics s = equityStatistics(days);
        QCOMPARE(s.profit(), Money::whole(-10));
        QCOMPARE(s.drawdown.deepest, Money::whole(20));
        QVERIFY(near(s.drawdown.deepestShare, 20.0 / 2010));
    }

    void moneyTakenOutIsNoFall()
    {
        std::vector<DailyEquity> days = daily({ 1000, 400, 420 });
        days[1].flow = Money::whole(-600);
        const EquityStatistics s = equityStatistics(days);
        QCOMPARE(s.drawdown.deepest, Money());
        QVERIFY(near(s.drawdown.deepestShare, 0));
        QVERIFY(!s.recovery);
    }

    void daysAreThoseOfTheCalendarAtTheMark()
    {
        const QDate thursday(2026, 4, 2); // Good Friday follows, then a weekend
        const std::vector<EquityPoint> points {
            point(thursday, 10h, 1000),
            point(thursday, 15h + 59min, 1100),
            point(thursday, 16h + 1s, 1200), // the next day's
            point(QDate(2026, 4, 7), 11h, 1300, 1050),
            point(QDate(2026, 4, 8), 16h, 1400, 1050),
        };
        const std::vector<DailyEquity> days = dailyEquity(points, MarketCalendar());
        QCOMPARE(days.size(), 5U);
        QCOMPARE(days[0].equity, Money::whole(1000));
        QCOMPARE(days[1].day, thursday);
        QCOMPARE(days[1].equity, Money::whole(1100));
        QCOMPARE(days[2].day, QDate(2026, 4, 6));
        QCOMPARE(days[2].equity, Money::whole(1200)); // nothing of its own
        QCOMPARE(days[3].equity, Money::whole(1300));
        QCOMPARE(days[3].flow, Money::whole(50));
        QCOMPARE(days[4].equity, Money::whole(1400));
        QCOMPARE(days[4].flow, Money());
    }

    void drawdownsSeeEveryPoint()
    {
        const QDate day(2026, 3, 3);
        const std::vector<EquityPoint> points { point(day, 10h, 1000), point(day, 11h, 900),
                                                point(day, 12h, 1100), point(day, 16h, 1050) };
        const auto s = equityStatistics(points, MarketCalendar());
        QVERIFY(s);
        QCOMPARE(s->days, 1);
        QCOMPARE(s->drawdown.deepest, Money::whole(100));
        QVERIFY(near(s->drawdown.deepestShare, 0.1));
        QCOMPARE(s->drawdown.longest, Duration(4h)); // the last fall is not over
        QCOMPARE(s->profit(), Money::whole(50));
    }

    void whatAnAccountWasWorthBefore()
    {
        const QDate day(2026, 3, 3);
        const std::vector<EquityPoint> points { point(day, 10h, 1010), point(day, 11h, 1020) };
        QCOMPARE(equityBefore(points, easterntime::at(day, 9h)), Money::whole(1010));
        QCOMPARE(equityBefore(points, easterntime::at(day, 10h + 30min)), Money::whole(1010));
        QCOMPARE(equityBefore(points, easterntime::at(day, 12h)), Money::whole(1020));
        QVERIFY(!equityBefore({}, easterntime::at(day, 12h)));
    }

    /// 100,000 paid in, worth 150,000; of a month only its points are known, and a trade of it was
    /// opened long before.
    void fallsOfAPeriodAreSharesOfWhatWasThere()
    {
        const std::vector<EquityPoint> points {
            point(QDate(2026, 3, 2), 10h, 100'000, 100'000),
            point(QDate(2026, 3, 31), 16h, 150'000, 100'000),
            point(QDate(2026, 4, 20), 16h, 135'000, 100'000),
            point(QDate(2026, 4, 21), 10h, 270'000, 235'000),
            point(QDate(2026, 4, 22), 16h, 256'500, 235'000),
        };
        std::vector<StudiedTrade> trades(2);
        trades[0].result.openedAt = easterntime::at(QDate(2026, 3, 16), 10h);
        trades[0].result.closedAt = points[2].at;
        trades[0].result.gross = Money::whole(-15'000);
        trades[1].result.openedAt = points[3].at;
        trades[1].result.closedAt = points[4].at;
        trades[1].result.gross = Money::whole(-13'500);
        const auto april = equityWithin(points, QDate(2026, 4, 1), QDate(2026, 4, 30));
        QCOMPARE(april.front().equity, Money::whole(150'000));
        QVERIFY(near(performanceFigures({ trades.data(), 1 }, april).trades.drawdown.deepestShare,
                     0.1));
        // 10 % and 5 % of what is left, though money was paid in between
        const TradeStatistics both = performanceFigures(trades, april).trades;
        QVERIFY(near(both.drawdown.deepestShare, 1 - 0.9 * 0.95));
        QCOMPARE(both.drawdown.deepest, Money::whole(28'500));
    }

    /// 0.03 % a day, and what rounding leaves.
    void equalReturnsHaveNoRatio()
    {
        std::vector<double> returns;
        for (int day = 1; day <= 250; ++day)
            returns.push_back(std::pow(1.0003, day) / std::pow(1.0003, day - 1) - 1);
        QVERIFY(*std::ranges::max_element(returns) > *std::ranges::min_element(returns));
        QVERIFY(!sharpeRatio(returns));
        const ReturnScale atLeast { .leastAccepted = 0.0003 };
        QVERIFY(!sortinoRatio(returns, atLeast));
        returns.push_back(0.0001);
        QVERIFY(sharpeRatio(returns));
        QVERIFY(sortinoRatio(returns, atLeast));
    }

    void leansSortino()
    {
        SHARED_OR_SKIP();
        constexpr std::size_t period = 15;
        auto file = CsvReader::open(
            test::sharedFile(QStringLiteral("samples/indicators/spy_sortino.csv")));
        QVERIFY(file);
        std::vector<double> returns;
        double before = 0;
        int compared = 0;
        while (file->next()) {
            const double price = read(*file, "close");
            if (before > 0)
                returns.push_back(price / before - 1);
            before = price;
            if (file->field(file->column("sortino_rf_0_period_15")).empty())
                continue;
            const auto window = std::span(returns).last(period);
            for (const auto &[accepted, column] :
                 { std::pair(0.0, "sortino_rf_0_period_15"),
                   std::pair(0.01, "sortino_rf_0.01_period_15") }) {
                const ReturnScale scale { 0, accepted, 1 }; // not annualised
                QVERIFY(near(sortinoRatio(window, scale), read(*file, column), 1e-9));
                ++compared;
            }
        }
        QCOMPARE(compared, 2 * 62);
    }
};

QTEST_GUILESS_MAIN(TestEquityStatistics)
#include "tst_equitystatistics.moc"
