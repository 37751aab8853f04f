#include "breakdowntext.h"
#include "statistictext.h"

#include <QSet>
#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Words and forms of the figures of trades.
class TestStatisticText : public QObject
{
    Q_OBJECT

    const QLocale m_locale { QLocale::English, QLocale::UnitedStates };

private slots:
    void everyFigureHasANameAndADefinitionOfItsOwn()
    {
        QSet<QString> names;
        QSet<QString> definitions;
        for (const MetricInfo &info : performanceMetrics()) {
            names.insert(statistictext::name(info.metric));
            definitions.insert(statistictext::definition(info.metric));
            QVERIFY(statistictext::definition(info.metric).endsWith(u'.'));
        }
        QCOMPARE(names.size(), qsizetype(performanceMetrics().size()));
        QCOMPARE(definitions.size(), qsizetype(performanceMetrics().size()));
        QVERIFY(!names.contains(QString()));
    }

    void values_data()
    {
        QTest::addColumn<int>("metric");
        QTest::addColumn<MetricValue>("value");
        QTest::addColumn<QString>("text");

        const auto row
            = [](const char *name, PerformanceMetric metric, const MetricValue &value,
                 const QString &text) { QTest::newRow(name) << int(metric) << value << text; };
        using enum PerformanceMetric;
        row("undefined", ProfitFactor, {}, u"–"_s);
        row("nothing was lost", ProfitFactor, HUGE_VAL, u"∞"_s);
        row("count", Trades, qint64(12'345), u"12,345"_s);
        row("money", Net, Money::fromUnits(-1'234'560'000), u"-1,234.56"_s);
        row("mean money", Expectancy, 12.345, u"12.34"_s);
        row("share", WinRate, 0.55555, u"55.6 %"_s);
        row("per cent already", MaxDrawdownPercent, 13.3333, u"13.3 %"_s);
        row("R", ExpectancyR, -0.004, u"0.00 R"_s);
        row("ratio", Sqn, 1.2304546686, u"1.23"_s);
        row("seconds", AverageHolding, Duration(42s), u"42 s"_s);
        row("minutes", AverageHolding, Duration(12min), u"12 min"_s);
        row("hours", AverageHolding, Duration(3h + 5min + 9s), u"3 h 5 min"_s);
        row("days", AverageHolding, Duration(50h), u"2 d 2 h"_s);
    }
    void values()
    {
        QFETCH(const int, metric);
        QFETCH(const MetricValue, value);
        QTEST(statistictext::value(static_cast<PerformanceMetric>(metric), value, m_locale),
              "text");
    }

    void groupsHaveNames()
    {
        const auto name = [&](TradeBreakdown breakdown, int bucket) {
            return breakdowntext::group(breakdown, { {}, bucket }, m_locale);
        };
        QCOMPARE(breakdowntext::group(TradeBreakdown::Tag, { u"gap"_s }, m_locale), u"gap"_s);
        QCOMPARE(name(TradeBreakdown::Setup, -1), u"No setup"_s);
        QCOMPARE(name(TradeBreakdown::Hour, 9), u"09:00"_s);
        QCOMPARE(name(TradeBreakdown::Weekday, 1), u"Mon"_s);
        QCOMPARE(name(TradeBreakdown::HoldingTime, 0), u"Below 1 min"_s);
        QCOMPARE(name(TradeBreakdown::HoldingTime, 2), u"5 min to 15 min"_s);
        QCOMPARE(name(TradeBreakdown::Price, 8), u"500 and above"_s);
        QCOMPARE(name(TradeBreakdown::Volume, 1), u"0.5 to 0.8"_s);
        QCOMPARE(name(TradeBreakdown::Regime, -1), u"Not known"_s);
        for (int i = 0; i < tradeBreakdownCount; ++i) {
            QVERIFY(!breakdowntext::name(static_cast<TradeBreakdown>(i)).isEmpty());
            QVERIFY(!breakdowntext::definition(static_cast<TradeBreakdown>(i)).isEmpty());
        }
    }

    void luckIsCalledLuck()
    {
        FigureComparison comparison;
        comparison.verdict = ComparisonVerdict::CannotTellApart;
        QCOMPARE(breakdowntext::verdict(comparison, u"Gap"_s, u"Fade"_s, m_locale),
                 u"Gap and Fade cannot be told apart: the difference may be luck."_s);
        comparison.verdict = ComparisonVerdict::SecondIsBetter;
        comparison.firstIsHigher = 0.01;
        QCOMPARE(breakdowntext::verdict(comparison, u"Gap"_s, u"Fade"_s, m_locale),
                 u"Fade is better than Gap, in 99.0 % of the resamples: more than luck."_s);
        QCOMPARE(breakdowntext::difference(ResampledFigure::WinRate, 0.052, m_locale),
                 u"+5.20 points"_s);
        QCOMPARE(breakdowntext::interval(ResampledFigure::MeanR, { 0.35, 0.1, 0.62 }, m_locale),
                 u"0.35 R (0.10 R to 0.62 R)"_s);
    }
};

QTEST_GUILESS_MAIN(TestStatisticText)
#include "tst_statistictext.moc"
