#include "chartseries.h"
#include "splitmix64.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern

Timestamp minute(qint64 index)
{
    return origin + index * 1min;
}

Candle candle(qint64 index, qint64 price = 100, qint64 volume = 10)
{
    Candle bar;
    bar.start = minute(index);
    bar.open = Price::whole(price);
    bar.high = Price::whole(price + 2);
    bar.low = Price::whole(price - 2);
    bar.close = Price::whole(price + 1);
    bar.volume = Qty::whole(volume);
    bar.vwap = double(price) + 0.5;
    bar.tradeCount = volume / 2;
    return bar;
}

ChartUpdate update(std::vector<Candle> bars, bool reset = false)
{
    ChartUpdate result;
    result.reset = reset;
    result.bars = std::move(bars);
    result.history = ChartUpdate::History::Partial;
    return result;
}

std::vector<Candle> minutes(qint64 first, qint64 last)
{
    std::vector<Candle> bars;
    for (qint64 i = first; i <= last; ++i)
        bars.push_back(candle(i, 100 + i % 17));
    return bars;
}

bool same(const ChartBar &shown, const Candle &bar)
{
    const bool prices = !bar.hasPrices
        || (shown.open == bar.open.toDouble() && shown.high == bar.high.toDouble()
            && shown.low == bar.low.toDouble() && shown.close == bar.close.toDouble());
    return prices && shown.hasPrices == bar.hasPrices && shown.start == bar.start
        && shown.volume == bar.volume.toDouble() && shown.vwap == bar.vwap
        && shown.tradeCount == bar.tradeCount;
}

} // namespace

class TestChartSeries : public QObject
{
    Q_OBJECT

private slots:
    void decimalsOfCoinsAreLearntFromTheirPrices()
    {
        ChartSeries series;
        series.setInstrument(QStringLiteral("X:SKLBTC"), Timeframe(), 2, AssetClass::Crypto);
        Candle bar = candle(0);
        series.apply(update({ bar }));
        QCOMPARE(series.priceDecimals(), 2);
        bar.low = *Price::parse(u"0.000013");
        QSignalSpy changes(&series, &ChartSeries::changed);
        series.apply(update({ bar }));
        QCOMPARE(series.priceDecimals(), 6);
        QVERIFY(changes.last().first().value<ChartSeries::Change>().reset);
        series.setInstrument(QStringLiteral("A"), Timeframe());
        series.apply(update({ bar }));
        QCOMPARE(series.priceDecimals(), 2); // stocks have those that were set
    }

    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void keysStayWhenOlderBarsCome()
    {
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, Timeframe());
        series.apply(update(minutes(100, 149), true));
        QCOMPARE(series.firstKey(), 0);
        QCOMPARE(series.lastKey(), 49);

        QSignalSpy changes(&series, &ChartSeries::changed);
        series.apply(update(minutes(70, 99)));
        QCOMPARE(changes.size(), 1);
        const auto change = changes.front().front().value<ChartSeries::Change>();
        QCOMPARE(change.older, 30);
        QCOMPARE(change.newer, 0);
        QCOMPARE(series.firstKey(), -30);
        QCOMPARE(series.start(0), minute(100));
        QCOMPARE(series.start(-30), minute(70));
        QCOMPARE(series.start(49), minute(149));
    }

    void oneUpdateMayDoEverything()
    {
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, Timeframe());
        std::vector<Candle> bars = minutes(10, 14);
        const std::vector<Candle> later = minutes(20, 24);
        bars.insert(bars.end(), later.begin(), later.end());
        series.apply(update(bars, true));

        QSignalSpy changes(&series, &ChartSeries::changed);
        // Older, replaced, filling the hole, replaced, newer
        series.apply(update(
            { candle(8), candle(12, 500), candle(16), candle(17), candle(24, 700), candle(25) }));
        const auto change = changes.front().front().value<ChartSeries::Change>();
        QCOMPARE(change.older, 3);
        QCOMPARE(change.newer, 1);
        QCOMPARE(series.size(), 14);
        QCOMPARE(series.lastKey(), 10);
        QCOMPARE(series.start(9), minute(24));
        QCOMPARE(series.bar(9).close, 701.0);
        const ChartSeries::Key replaced = series.keyAtOrAfter(minute(12));
        QCOMPARE(series.bar(replaced).close, 501.0);
        QCOMPARE(change.replacedFrom, replaced);
        QCOMPARE(change.replacedTo, 9);
    }

    void replacedBarsAreNamed()
    {
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, Timeframe());
        series.apply(update(minutes(50, 59), true));
        series.apply(update(minutes(0, 49)));
        QSignalSpy changes(&series, &ChartSeries::changed);
        series.apply(update({ candle(10, 7), candle(12, 7) })); // keys below zero
        const auto change = changes.front().front().value<ChartSeries::Change>();
        QCOMPARE(change.replacedFrom, -40);
        QCOMPARE(change.replacedTo, -38);
    }

    void resetForgets()
    {
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, Timeframe());
        series.apply(update(minutes(0, 99), true));
        series.apply(update(minutes(50, 60), true));
        QCOMPARE(series.size(), 11);
        QCOMPARE(series.firstKey(), 0);
        series.setInstrument(u"MSFT"_s, Timeframe(5, TimeUnit::Minute));
        QVERIFY(series.isEmpty());
        QCOMPARE(series.lastKey(), series.firstKey() - 1);
        QCOMPARE(series.history(), ChartUpdate::History::Loading);
    }

    void disorderAndRepeatsDoNotBreakTheColumns()
    {
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, Timeframe());
        series.apply(update({ candle(5), candle(3), candle(5, 300), candle(4) }, true));
        QCOMPARE(series.size(), 3);
        QCOMPARE(series.start(0), minute(3));
        QCOMPARE(series.bar(2).open, 300.0);
    }

    void aBarWithoutPricesHasVolumeOnly()
    {
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, Timeframe());
        Candle odd = candle(1);
        odd.hasPrices = false;
        series.apply(update({ candle(0, 50), odd, candle(2, 60) }, true));
        QVERIFY(!series.bar(1).hasPrices);
        QCOMPARE(series.bar(1).volume, 10.0);
        QCOMPARE(series.closeBefore(2), 51.0);
        QCOMPARE(series.over(0, 2).open, 50.0);
        QCOMPARE(series.over(0, 2).close, 61.0);
    }

    void gapsAreMarkedUntilFilled()
    {
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, Timeframe());
        ChartUpdate first = update(minutes(0, 9), true);
        const std::vector<Candle> later = minutes(15, 20);
        first.bars.insert(first.bars.end(), later.begin(), later.end());
        first.gaps = std::vector { minute(13) }; // the hole is known to a time before the next bar
        series.apply(first);
        QCOMPARE(series.gaps(0, 15), std::vector<ChartSeries::Key> { 10 });
        QVERIFY(series.gaps(11, 15).empty());

        series.apply(update(minutes(10, 12)));
        QCOMPARE(series.gaps(-10, 15), std::vector<ChartSeries::Key> { 10 });
        ChartUpdate filled = update(minutes(13, 14), false);
        filled.gaps = std::vector<Timestamp>();
        series.apply(filled);
        QVERIFY(series.gaps(series.firstKey(), series.lastKey()).empty());
    }

    void statusAloneIsAChange()
    {
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, Timeframe());
        series.apply(update(minutes(0, 3), true));
        QSignalSpy changes(&series, &ChartSeries::changed);
        ChartUpdate loading = update({});
        series.apply(loading);
        QCOMPARE(changes.size(), 0);
        loading.history = ChartUpdate::History::Loading;
        loading.progress = 0.4;
        series.apply(loading);
        QCOMPARE(changes.size(), 1);
        QVERIFY(changes.front().front().value<ChartSeries::Change>().status);
        QCOMPARE(series.progress(), 0.4);
    }

    void randomUpdatesEqualAMap_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
    }

    void randomUpdatesEqualAMap()
    {
        QFETCH(const quint64, seed);
        SplitMix64 random(seed);
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, Timeframe());
        std::map<Timestamp, Candle> oracle;
        QSignalSpy changes(&series, &ChartSeries::changed);
        for (int step = 0; step < 120; ++step) {
            const auto anchor = qint64(random.below(4000)) - 2000;
            const qint64 stride = 1 + qint64(random.below(3));
            std::vector<Candle> bars;
            for (qint64 i = 0; i < qint64(random.below(40)); ++i) {
                if (random.below(4) != 0)
                    bars.push_back(candle(anchor + i * stride, 50 + qint64(random.below(100)),
                                          2 * qint64(random.below(1000))));
                if (!bars.empty() && random.below(9) == 0)
                    bars.back().hasPrices = false;
            }
            const bool reset = random.below(60) == 0;
            const bool hadBars = !series.isEmpty() && !reset;
            const ChartSeries::Key lastKey = series.lastKey();
            const Timestamp lastStart = hadBars ? series.start(lastKey) : Timestamp();
            changes.clear();
            series.apply(update(bars, reset));

            if (reset)
                oracle.clear();
            qsizetype newer = 0;
            for (const Candle &bar : bars) {
                newer += hadBars && bar.start > lastStart;
                oracle.insert_or_assign(bar.start, bar);
            }
            QCOMPARE(series.size(), qsizetype(oracle.size()));
            if (hadBars) { // the newest of before has its key still, whatever came on either side
                QCOMPARE(series.start(lastKey), lastStart);
                QCOMPARE(series.lastKey(), lastKey + newer);
            }
            ChartSeries::Key key = series.firstKey();
            double high = -1;
            for (const auto &[start, bar] : oracle) {
                QVERIFY(same(series.bar(key), bar));
                QCOMPARE(series.keyAtOrAfter(start), key);
                high = bar.hasPrices ? std::max(high, bar.high.toDouble()) : high;
                ++key;
            }
            if (high > 0)
                QCOMPARE(series.over(series.firstKey(), series.lastKey()).high, high);
        }
    }

    void aMillionBarsLoadWithinAFrameOrSo()
    {
        std::vector<Candle> bars = minutes(0, 999'999);
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, Timeframe());
        QElapsedTimer timer;
        timer.start();
        series.apply(update(std::move(bars), true));
        const qint64 load = timer.restart();
        QCOMPARE(series.size(), 1'000'000);
        for (qint64 page = 1; page <= 50; ++page)
            series.apply(update(minutes(-page * 1000, -page * 1000 + 999)));
        const qint64 pages = timer.restart();
        for (qint64 i = 0; i < 2000; ++i)
            series.apply(update({ candle(1'000'000 + i) }));
        const qint64 appends = timer.elapsed();
        qInfo(
            "load of 1 M bars %lld ms, 50 pages before them %lld ms, 2,000 bars after them %lld ms",
            static_cast<long long>(load), static_cast<long long>(pages),
            static_cast<long long>(appends));
        QCOMPARE(series.size(), 1'052'000);
        QCOMPARE(series.firstKey(), -50'000);
        // Wide enough for a debug build on a busy machine; a cost that grows with the bars is far
        // beyond
        QVERIFY2(load < 10000 && pages < 10000 && appends < 10000, "not in proportion");
    }

    void aTimeIsHeldByItsBar()
    {
        ChartSeries series;
        series.setInstrument(u"AB"_s, Timeframe(1, TimeUnit::Hour));
        const Timestamp ten = origin;
        ChartUpdate update;
        update.reset = true;
        for (const Timestamp start : { ten, ten + 1h, ten + 3h }) {
            Candle bar;
            bar.start = start;
            bar.open = bar.high = bar.low = bar.close = Price::fromUnits(Price::unitsPerOne);
            update.bars.push_back(bar);
        }
        series.apply(update);
        const ChartSeries::Key first = series.firstKey();
        QCOMPARE(series.keyHolding(ten), first);
        QCOMPARE(series.keyHolding(ten + 15min), first);
        QCOMPARE(series.keyHolding(ten + 1h), first + 1);
        QCOMPARE(series.keyHolding(ten + 2h + 5min), first + 2); // nobody holds it: the next one
        QCOMPARE(series.keyHolding(ten - 1h), first);
        QCOMPARE(series.keyHolding(ten + 9h), first + 3);
    }
};

QTEST_GUILESS_MAIN(TestChartSeries)
#include "tst_chartseries.moc"
