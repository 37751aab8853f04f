#include "indicatorbars.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

using Column = std::vector<double>;

/// Which of a file's columns an indicator's output is to be.
struct Wanted
{
    QString column;
    IndicatorSpec spec;
    std::size_t output = 0;
    double error = 0; ///< the largest difference there may be
    std::size_t first = 0; ///< the first row that has a value
    double scale = 1; ///< the file's values in parts of ours
    int shift = 0; ///< bars that the file shows a value later
    std::size_t end = std::numeric_limits<std::size_t>::max(); ///< the first row left out again
};

Column valuesOf(const Wanted &wanted, std::span<const IndicatorBar> bars)
{
    const auto columns = runIndicator(wanted.spec, bars);
    if (!columns)
        return {};
    const Column &own = columns->at(wanted.output);
    Column values(own.size(), noValue);
    for (qsizetype i = 0; i < qsizetype(own.size()); ++i)
        if (i + wanted.shift >= 0 && i + wanted.shift < qsizetype(own.size()))
            values[std::size_t(i + wanted.shift)] = own[std::size_t(i)] * wanted.scale;
    return values;
}

/// Empty when every row of the file from the first on agrees, and there is no value before.
QString disagreement(const Column &values, const Column &file, const Wanted &wanted)
{
    if (values.size() != file.size())
        return u"%1 values, %2 rows"_s.arg(values.size()).arg(file.size());
    int compared = 0;
    double worst = 0;
    std::size_t where = 0;
    for (std::size_t i = wanted.first; i < std::min(file.size(), wanted.end); ++i) {
        if (std::isnan(file[i]))
            continue;
        if (std::isnan(values[i]))
            return u"no value in row %1"_s.arg(i);
        ++compared;
        if (const double error = std::abs(values[i] - file[i]); error > worst) {
            worst = error;
            where = i;
        }
    }
    if (worst > wanted.error)
        return u"row %1: %2 instead of %3, %4 apart"_s.arg(where)
            .arg(values[where], 0, 'g', 15)
            .arg(file[where], 0, 'g', 15)
            .arg(worst);
    return compared > 10 ? QString() : u"only %1 rows compared"_s.arg(compared);
}

} // namespace

Q_DECLARE_METATYPE(Wanted)

/// Values that other programs computed: shared/samples/indicators (Lean) and shared/data/indicators
/// (Stock.Indicators), at the errors that their indexes state.
class TestIndicatorOracles : public QObject
{
    Q_OBJECT

private slots:
    void samples_data();
    void samples()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, file);
        QFETCH(const Wanted, wanted);
        const auto table = readColumns(sharedFile(u"samples/indicators/"_s + file));
        QVERIFY(table);
        QVERIFY(table->contains(wanted.column));
        QCOMPARE(disagreement(valuesOf(wanted, barsOf(*table)), table->at(wanted.column), wanted),
                 u""_s);
    }

    /// The file takes the oldest of equal extremes, TA-Lib and we the newest one: a hair off each
    /// later bar tells them apart.
    void aroonOfOldestExtremes()
    {
        SHARED_OR_SKIP();
        const auto table = readColumns(sharedFile(u"data/indicators/default_bars.csv.gz"_s));
        const auto file = readColumns(sharedFile(u"data/indicators/aroon.csv.gz"_s));
        QVERIFY(table && file);
        std::vector<IndicatorBar> bars = barsOf(*table);
        for (std::size_t i = 0; i < bars.size(); ++i) {
            bars[i].high -= 1e-6 * double(i);
            bars[i].low += 1e-6 * double(i);
        }
        for (const Wanted &wanted :
             { Wanted { u"aroonUp"_s, { u"aroon"_s, { 25 } }, 0, 1e-12, 25 },
               Wanted { u"aroonDown"_s, { u"aroon"_s, { 25 } }, 1, 1e-12, 25 },
               Wanted { u"oscillator"_s, { u"aroonosc"_s, { 25 } }, 0, 1e-12, 25 } })
            QCOMPARE(disagreement(valuesOf(wanted, bars), file->at(wanted.column), wanted), u""_s);
    }

    void recorded_data();
    void recorded()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, file);
        QFETCH(const Wanted, wanted);
        const auto bars = readColumns(sharedFile(u"data/indicators/default_bars.csv.gz"_s));
        const auto table = readColumns(sharedFile(u"data/indicators/%1.csv.gz"_s.arg(file)));
        QVERIFY(bars && table);
        QVERIFY(table->contains(wanted.column));
        const Column values = valuesOf(wanted, barsOf(*bars));
        QCOMPARE(disagreement(values, table->at(wanted.column), wanted), u""_s);
        // Of these we have values earlier: their first bar has a range (execution.md F.1), a trend
        if (QStringList { u"tr"_s, u"chop"_s, u"psar"_s }.contains(wanted.spec.id))
            return;
        for (std::size_t i = 0; i < wanted.first; ++i)
            QVERIFY2(std::isnan(values[i]), qPrintable(u"a value in row %1"_s.arg(i)));
    }

private:
    static void addRow(const QString &file, const Wanted &wanted)
    {
        QTest::addRow("%s %s", qPrintable(file), qPrintable(wanted.column)) << file << wanted;
    }
};

void TestIndicatorOracles::samples_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Wanted>("wanted");

    const QString series = u"spy_with_indicators.txt"_s;
    addRow(series, { u"SMA14"_s, { u"sma"_s, { 14 } }, 0, 5.8e-3, 13 });
    addRow(series, { u"EMA14"_s, { u"ema"_s, { 14 } }, 0, 6.0e-3, 13 });
    addRow(series, { u"MACD 12 26"_s, { u"macd"_s, {} }, 0, 2.0e-4, 25 });
    addRow(series, { u"RSI 14 Wilder"_s, { u"rsi"_s, { 14 } }, 0, 5.1e-6, 14 });
    addRow(series, { u"RSI 14"_s, { u"rsi"_s, { 14, 1 } }, 0, 3.0e-4, 15 });
    addRow(u"spy_ema.csv"_s, { u"EMA14"_s, { u"ema"_s, { 14 } }, 0, 2.3e-13, 13 });
    const QString convergence = u"spy_with_macd.txt"_s;
    addRow(convergence, { u"MACD"_s, { u"macd"_s, {} }, 0, 5.1e-6, 179 });
    addRow(convergence, { u"Signal"_s, { u"macd"_s, {} }, 1, 6.1e-6, 179 });
    addRow(convergence, { u"Histogram"_s, { u"macd"_s, {} }, 2, 1.4e-6, 179 });
    const QString bands = u"spy_bollinger_bands.txt"_s;
    const IndicatorSpec bollinger { u"bollinger"_s, { 20, 2 } };
    addRow(bands, { u"Moving Average 20"_s, bollinger, 0, 2e-13, 19 });
    addRow(bands, { u"Bollinger Bands® 20 2 Top"_s, bollinger, 1, 6.2e-5, 19 });
    addRow(bands, { u"Bollinger Bands® 20 2 Bottom"_s, bollinger, 2, 6.2e-5, 19 });
    addRow(bands, { u"BandWidth"_s, { u"bandwidth"_s, {} }, 0, 1.1e-4, 19 });
    addRow(bands, { u"%B"_s, { u"percentb"_s, {} }, 0, 6.5e-5, 19 });
    addRow(u"spy_atr_wilder.txt"_s,
           { u"Average True Range 14"_s, { u"atr"_s, { 14 } }, 0, 5.1e-6, 13 });
    addRow(u"spy_tr.txt"_s, { u"TR"_s, { u"tr"_s, {} }, 0, 3e-14, 1 });
    addRow(u"spy_with_vwap.txt"_s,
           { u"Moving VWAP 50"_s, { u"rvwap"_s, { 50, 2 } }, 0, 5.7e-5, 49 });
    const QString movement = u"spy_with_adx.txt"_s;
    addRow(movement, { u"ADX 14"_s, { u"adx"_s, { 14 } }, 0, 5.1e-5, 27 });
    addRow(movement, { u"+DI14"_s, { u"adx"_s, { 14 } }, 1, 5.1e-5, 14 });
    addRow(movement, { u"-DI14"_s, { u"adx"_s, { 14 } }, 2, 5.1e-5, 14 });
}

void TestIndicatorOracles::recorded_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Wanted>("wanted");
    const auto wants
        = [](const char *file, const char *column, const IndicatorSpec &spec, std::size_t output,
             std::size_t first, double scale = 1, int shift = 0, double error = 2.5e-13) {
              addRow(QString::fromLatin1(file),
                     { QString::fromLatin1(column), spec, output, error, first, scale, shift });
          };

    wants("sma", "sma", { u"sma"_s, { 20 } }, 0, 19);
    wants("ema", "ema", { u"ema"_s, { 20 } }, 0, 19);
    wants("wma", "wma", { u"wma"_s, { 14 } }, 0, 13);
    wants("hma", "hma", { u"hma"_s, { 14 } }, 0, 15);
    wants("rsi", "rsi", { u"rsi"_s, { 14 } }, 0, 14);
    const IndicatorSpec macd { u"macd"_s, { 12, 26, 9 } };
    wants("macd", "macd", macd, 0, 25);
    wants("macd", "signal", macd, 1, 33);
    wants("macd", "histogram", macd, 2, 33);
    wants("macd", "fastEma", { u"ema"_s, { 12 } }, 0, 11);
    wants("macd", "slowEma", { u"ema"_s, { 26 } }, 0, 25);
    const IndicatorSpec bands { u"bollinger"_s, { 20, 2 } };
    wants("bb", "sma", bands, 0, 19);
    wants("bb", "upperBand", bands, 1, 19);
    wants("bb", "lowerBand", bands, 2, 19);
    wants("bb", "percentB", { u"percentb"_s, { 20, 2 } }, 0, 19);
    wants("bb", "width", { u"bandwidth"_s, { 20, 2 } }, 0, 19, 0.01);
    wants("atr", "tr", { u"tr"_s, {} }, 0, 1);
    wants("atr", "atr", { u"atr"_s, { 14, 0, 1 } }, 0, 14);
    const IndicatorSpec stochastic { u"stochastic"_s, { 14, 3, 3 } };
    wants("stoch", "oscillator", stochastic, 0, 15);
    wants("stoch", "signal", stochastic, 1, 17);
    const IndicatorSpec strength { u"stochrsi"_s, { 14, 14, 1, 3 } };
    wants("stoch-rsi", "stochRsi", strength, 0, 27, 1, 0, 5e-13); // a ratio of small ranges
    wants("stoch-rsi", "signal", strength, 1, 29, 1, 0, 5e-13);
    wants("adx", "adx", { u"adx"_s, { 14 } }, 0, 27);
    wants("adx", "pdi", { u"adx"_s, { 14 } }, 1, 14);
    wants("adx", "mdi", { u"adx"_s, { 14 } }, 2, 14);
    wants("adx", "adxr", { u"adxr"_s, { 14 } }, 0, 41);
    wants("cci", "cci", { u"cci"_s, { 20 } }, 0, 19, 1, 0, 1e-10);
    wants("mfi", "mfi", { u"mfi"_s, { 14 } }, 0, 14);
    wants("vwap", "vwap", { u"avwap"_s, { 0, 1 } }, 0, 0);
    const IndicatorSpec cloud { u"ichimoku"_s, { 9, 26, 52, 26 } };
    wants("ichimoku", "tenkanSen", cloud, 0, 8);
    wants("ichimoku", "kijunSen", cloud, 1, 25);
    wants("ichimoku", "senkouSpanA", cloud, 2, 51, 1, 26);
    wants("ichimoku", "senkouSpanB", cloud, 3, 77, 1, 26);
    wants("ichimoku", "chikouSpan", cloud, 4, 0, 1, -26);
    const IndicatorSpec channel { u"donchian"_s, { 20, 1 } };
    wants("donchian", "centerline", channel, 0, 20);
    wants("donchian", "upperBand", channel, 1, 20);
    wants("donchian", "lowerBand", channel, 2, 20);
    // Begins with another guess of the trend, and does not keep a turn beyond the bar that turns
    // (row 250), as TA-Lib does
    const IndicatorSpec stop { u"psar"_s, { 0.02, 0.2 } };
    addRow(u"psar"_s, { u"sar"_s, stop, 0, 2e-13, 40, 1, 0, 250 });
    addRow(u"psar"_s, { u"sar"_s, stop, 0, 2e-13, 251 });
    const IndicatorSpec trend { u"supertrend"_s, { 10, 3, 1 } };
    wants("supertrend", "lowerBand", trend, 0, 10, 1, 0, 1e-12); // written with 12 decimals
    wants("supertrend", "upperBand", trend, 1, 10, 1, 0, 1e-12);
    wants("willr", "williamsR", { u"williamsr"_s, { 14 } }, 0, 13);
    wants("roc", "momentum", { u"momentum"_s, { 14 } }, 0, 14);
    wants("roc", "roc", { u"roc"_s, { 14 } }, 0, 14);
    wants("cmf", "cmf", { u"cmf"_s, { 20 } }, 0, 19);
    wants("adl", "adl", { u"ad"_s, {} }, 0, 0, 1, 0, 1e-4);
    wants("slope", "slope", { u"slope"_s, { 14 } }, 0, 13);
    wants("slope", "stdDev", { u"stddev"_s, { 14 } }, 0, 13);
    wants("slope", "rSquared", { u"rsquared"_s, { 14 } }, 0, 13);
    wants("chop", "chop", { u"chop"_s, { 14 } }, 0, 14);
}

QTEST_APPLESS_MAIN(TestIndicatorOracles)
#include "tst_indicatororacles.moc"
