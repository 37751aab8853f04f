#include "indicatorbars.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

using Column = std::vector<double>;

/// What an output has at some places: { 2, 4.5 } is bar 2.
using Places = std::vector<std::pair<std::size_t, double>>;

std::vector<IndicatorBar> trueRangeBars()
{
    return barsOf({ { u"open"_s, { 10, 10.2, 10.9, 11, 10.4 } },
                    { u"high"_s, { 10.5, 10.9, 11.4, 11.1, 10.6 } },
                    { u"low"_s, { 9.8, 10.1, 10.7, 10.2, 9.9 } },
                    { u"close"_s, { 10.2, 10.8, 11.3, 10.4, 10.5 } } });
}

std::vector<IndicatorBar> sessionBars(bool withAverage)
{
    std::vector<IndicatorBar> bars = barsOf({ { u"high"_s, { 10.10, 10.20, 10.19 } },
                                              { u"low"_s, { 9.95, 10.04, 10.00 } },
                                              { u"close"_s, { 10.05, 10.18, 10.02 } },
                                              { u"volume"_s, { 1000, 2000, 1500 } } });
    const Column averages { 10.03, 10.12, 10.08 };
    for (std::size_t i = 0; i < bars.size(); ++i) {
        bars[i].day = 1;
        bars[i].vwap = withAverage ? averages[i] : 0;
    }
    return bars;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<tapeline::IndicatorBar>)
Q_DECLARE_METATYPE(tapeline::IndicatorSpec)

/// The vectors of execution.md F.3, by their ids.
class TestIndicatorVectors : public QObject
{
    Q_OBJECT

private slots:
    void vectors_data()
    {
        QTest::addColumn<IndicatorSpec>("spec");
        QTest::addColumn<std::vector<IndicatorBar>>("bars");
        QTest::addColumn<int>("output");
        QTest::addColumn<int>("first");
        QTest::addColumn<Column>("values"); ///< from the first one there is
        QTest::addColumn<double>("tolerance");

        const std::vector<IndicatorBar> moves = barsOf({ 10, 11, 10.5, 11.5, 12, 11, 11.2 });
        const std::vector<IndicatorBar> climb = barsOf({ 1, 2, 4, 3, 5, 6 });
        const std::vector<IndicatorBar> spread = barsOf({ 2, 4, 4, 4, 6 });
        QTest::newRow("F-01") << IndicatorSpec { u"ema"_s, { 3 } } << barsOf({ 1, 2, 3, 4, 5, 4 })
                              << 0 << 2 << Column { 2, 3, 4, 4 } << 1e-15;
        QTest::newRow("F-02") << IndicatorSpec { u"rsi"_s, { 3 } } << moves << 0 << 3
                              << Column { 80, 84.61538461538461, 50, 55.46558704453441 } << 1e-13;
        QTest::newRow("F-03 true range") << IndicatorSpec { u"tr"_s, {} } << trueRangeBars() << 0
                                         << 0 << Column { 0.7, 0.8, 0.7, 1.1, 0.7 } << 1e-14;
        QTest::newRow("F-03") << IndicatorSpec { u"atr"_s, { 3 } } << trueRangeBars() << 0 << 2
                              << Column { 0.7333333333, 0.8555555556, 0.8037037037 } << 1e-10;
        QTest::newRow("F-03 ExcludeFirst")
            << IndicatorSpec { u"atr"_s, { 3, 0, 1 } } << trueRangeBars() << 0 << 3
            << Column { 0.8666666667, 0.8111111111 } << 1e-10;
        QTest::newRow("F-04 fast")
            << IndicatorSpec { u"ema"_s, { 2 } } << climb << 0 << 1
            << Column { 1.5, 3.166667, 3.055556, 4.351852, 5.450617 } << 1e-6;
        QTest::newRow("F-04 slow") << IndicatorSpec { u"ema"_s, { 3 } } << climb << 0 << 2
                                   << Column { 2.333333, 2.666667, 3.833333, 4.916667 } << 1e-6;
        const IndicatorSpec convergence { u"macd"_s, { 2, 3, 2 } };
        QTest::newRow("F-04") << convergence << climb << 0 << 2
                              << Column { 0.833333, 0.388889, 0.518519, 0.533951 } << 1e-6;
        QTest::newRow("F-04 signal")
            << convergence << climb << 1 << 3 << Column { 0.611111, 0.549383, 0.539095 } << 1e-6;
        const IndicatorSpec bands { u"bollinger"_s, { 5, 2 } };
        QTest::newRow("F-05") << bands << spread << 0 << 4 << Column { 4 } << 1e-15;
        QTest::newRow("F-05 upper") << bands << spread << 1 << 4 << Column { 6.529822128 } << 1e-9;
        QTest::newRow("F-05 lower") << bands << spread << 2 << 4 << Column { 1.470177872 } << 1e-9;
        QTest::newRow("F-06") << IndicatorSpec { u"rsi"_s, { 3 } } << barsOf(Column(6, 12.34)) << 0
                              << 3 << Column { 100, 100, 100 } << 0.0;
        QTest::newRow("F-07") << IndicatorSpec { u"vwap"_s, {} } << sessionBars(true) << 0 << 0
                              << Column { 10.03, 10.09, 10.0866666667 } << 1e-10;
        QTest::newRow("F-07 band") << IndicatorSpec { u"vwap"_s, {} } << sessionBars(true) << 1 << 0
                                   << Column { 10.03, 10.09 + 0.0424264069, 10.1216269616 } << 1e-9;
        QTest::newRow("F-07 of three prices")
            << IndicatorSpec { u"vwap"_s, {} } << sessionBars(false) << 0 << 0
            << Column { 10.0333333333, 10.1044444444, 10.0929629630 } << 1e-10;
    }

    void vectors()
    {
        QFETCH(const IndicatorSpec, spec);
        QFETCH(const std::vector<IndicatorBar>, bars);
        QFETCH(const int, output);
        QFETCH(const int, first);
        QFETCH(const Column, values);
        QFETCH(const double, tolerance);
        const auto columns = runIndicator(spec, bars);
        QVERIFY(columns);
        const Column &column = columns->at(std::size_t(output));
        for (int i = 0; i < first; ++i)
            QVERIFY2(std::isnan(column[std::size_t(i)]), qPrintable(QString::number(i)));
        QCOMPARE(column.size(), std::size_t(first) + values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            QVERIFY2(
                std::abs(column[std::size_t(first) + i] - values[i]) <= tolerance,
                qPrintable(u"%1: %2"_s.arg(i).arg(column[std::size_t(first) + i], 0, 'g', 15)));
    }

    /// Where execution.md is silent: TA-Lib.
    void edgesAreThoseOfTaLib()
    {
        const std::vector<IndicatorBar> flat = barsOf(Column { 5, 5, 5 });
        QCOMPARE(runIndicator({ u"mfi"_s, { 2 } }, flat)->front()[2], 0.0); // nothing flowed
        // A step beyond the largest is the largest
        const std::vector<IndicatorBar> bars = barsOf(Column { 1, 2, 4, 7, 11, 9, 16, 12, 8, 3 });
        const Column steps = runIndicator({ u"psar"_s, { 0.5, 0.1 } }, bars)->front();
        const Column largest = runIndicator({ u"psar"_s, { 0.1, 0.1 } }, bars)->front();
        for (std::size_t i = 1; i < bars.size(); ++i)
            QCOMPARE(steps[i], largest[i]);
    }

    /// F-08: rows of recorded files.
    void recordedRows_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<IndicatorSpec>("spec");
        QTest::addColumn<Places>("places");

        const QString series = u"spy_with_indicators.txt"_s;
        QTest::newRow("F-08 SMA14")
            << series << IndicatorSpec { u"sma"_s, { 14 } } << Places { { 14, 13694.1735714 } };
        QTest::newRow("F-08 EMA14") << series << IndicatorSpec { u"ema"_s, { 14 } }
                                    << Places { { 14, 13690.8215238 }, { 499, 17832.1827641 } };
        QTest::newRow("F-08 RSI14") << series << IndicatorSpec { u"rsi"_s, { 14 } }
                                    << Places { { 14, 88.0423807 }, { 499, 53.8921243 } };
        QTest::newRow("F-08 ATR14") << u"spy_atr_wilder.txt"_s << IndicatorSpec { u"atr"_s, { 14 } }
                                    << Places { { 13, 1.1542857143 }, { 499, 2.6647864840 } };
    }

    void recordedRows()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, file);
        QFETCH(const IndicatorSpec, spec);
        QFETCH(const Places, places);
        const auto table = readColumns(sharedFile(u"samples/indicators/"_s + file));
        QVERIFY(table);
        const auto columns = runIndicator(spec, barsOf(*table));
        QVERIFY(columns);
        for (const auto &[place, value] : places)
            QVERIFY2(std::abs(columns->front().at(place) - value) < 1e-7,
                     qPrintable(QString::number(columns->front().at(place), 'f', 10)));
    }
};

QTEST_APPLESS_MAIN(TestIndicatorVectors)
#include "tst_indicatorvectors.moc"
