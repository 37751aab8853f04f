#include "comparison.h"

#include "chartbars.h"

#include <QSignalSpy>
#include <QtTest>

#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern

Candle bar(Timestamp start, double close)
{
    Candle result;
    result.start = start;
    result.open = result.high = result.low = result.close = Price::fromDouble(close);
    return result;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private slots:
    void barsMeetByTimeAndGapsStay()
    {
        ChartSeries bars;
        bars.setInstrument(u"AAPL"_s, {});
        Comparisons all(bars);
        QVERIFY(all.add(u"MSFT"_s));
        Comparison &other = *all.all().front();
        connect(&bars, &ChartSeries::changed, &all, &Comparisons::update);
        other.series().setInstrument(u"MSFT"_s, {});
        bars.apply(
            chartbars::update({ bar(origin, 1), bar(origin + 1min, 2), bar(origin + 3min, 3) }));
        other.series().apply(
            chartbars::update({ bar(origin, 10), bar(origin + 2min, 11), bar(origin + 3min, 12) }));
        const DerivedBars &closes = other.closes();
        QCOMPARE(closes.run(bars.firstKey()).close, 10.0);
        QVERIFY(closes.run(bars.firstKey() + 1).isEmpty()); // none is made up
        QCOMPARE(closes.run(bars.firstKey() + 2).close, 12.0);
        QCOMPARE(other.valueAt(bars.firstKey() + 1), 10.0);
        QCOMPARE(other.baseOf(bars.firstKey() + 1, bars.lastKey()), 12.0);
        QCOMPARE(other.baseOf(bars.firstKey() + 1, bars.firstKey() + 1), 0.0);
    }

    /// Days of coins begin at midnight UTC, those of stocks at midnight Eastern.
    void daysMeetByTheirDate_data()
    {
        QTest::addColumn<AssetClass>("own");
        QTest::addColumn<AssetClass>("compared");
        QTest::newRow("coins beside stocks") << AssetClass::Stocks << AssetClass::Crypto;
        QTest::newRow("stocks beside coins") << AssetClass::Crypto << AssetClass::Stocks;
    }

    void daysMeetByTheirDate()
    {
        QFETCH(const AssetClass, own);
        QFETCH(const AssetClass, compared);
        const Timeframe day(1, TimeUnit::Day);
        ChartSeries bars;
        bars.setInstrument(u"A"_s, day, 2, own);
        Comparisons all(bars);
        connect(&bars, &ChartSeries::changed, &all, &Comparisons::update);
        QVERIFY(all.add(u"B"_s));
        Comparison &other = *all.all().front();
        other.series().setInstrument(u"B"_s, day, 2, compared);
        std::vector<Candle> mine;
        std::vector<Candle> theirs;
        for (int date = 1; date <= 20; ++date) {
            const Timestamp noon = origin + date * 24h + 2h;
            mine.push_back(bar(day.windowStart(noon, own), date));
            theirs.push_back(bar(day.windowStart(noon, compared), 100 + date));
        }
        bars.apply(chartbars::update(mine));
        other.series().apply(chartbars::update({ theirs.begin(), theirs.begin() + 15 }));
        other.series().apply(chartbars::update({ theirs.begin() + 14, theirs.end() }, false));
        for (auto key = bars.firstKey(); key <= bars.lastKey(); ++key)
            QCOMPARE(other.closes().run(key).close, bars.run(key).close + 100);
    }

    void itIsThatOfStartingAnew_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 15; ++seed)
            QTest::addRow("seed %d", int(seed)) << seed;
    }

    /// Whatever comes in which order to either.
    void itIsThatOfStartingAnew()
    {
        QFETCH(const quint64, seed);
        SplitMix64 random(seed);
        ChartSeries bars;
        bars.setInstrument(u"AAPL"_s, {});
        Comparisons all(bars);
        connect(&bars, &ChartSeries::changed, &all, &Comparisons::update);
        QVERIFY(all.add(u"MSFT"_s));
        Comparison &other = *all.all().front();
        other.series().setInstrument(u"MSFT"_s, {});
        const std::vector<Candle> mine = chartbars::walk(300, origin, 1min, seed);
        std::vector<Candle> theirs = chartbars::walk(300, origin, 1min, seed + 100);
        const auto send = [&](ChartSeries &series, const std::vector<Candle> &from) {
            std::vector<Candle> some;
            const std::size_t first = random.below(from.size());
            const std::size_t end
                = std::min<std::size_t>(first + 1 + random.below(60), from.size());
            for (std::size_t i = first; i < end; ++i)
                if (random.below(5) != 0)
                    some.push_back(from[i]);
            series.apply(chartbars::update(some, random.below(15) == 0));
        };
        for (int step = 0; step < 80; ++step) {
            Candle &revised = theirs[random.below(theirs.size())];
            revised.close = revised.low;
            if (random.below(2) == 0)
                send(bars, mine);
            else
                send(other.series(), theirs);
            std::map<Timestamp, double> known;
            for (auto key = other.series().firstKey(); key <= other.series().lastKey(); ++key)
                known[other.series().start(key)] = other.series().run(key).close;
            QCOMPARE(other.closes().lastKey(), bars.lastKey());
            for (auto key = bars.firstKey(); key <= bars.lastKey(); ++key) {
                const auto value = known.find(bars.start(key));
                QCOMPARE(other.closes().run(key).isEmpty(), value == known.end());
                if (value != known.end())
                    QCOMPARE(other.closes().run(key).close, value->second);
            }
        }
    }

    void aTickChangesTheNewestValueOnly()
    {
        ChartSeries bars;
        bars.setInstrument(u"AAPL"_s, {});
        Comparisons all(bars);
        connect(&bars, &ChartSeries::changed, &all, &Comparisons::update);
        all.add(u"MSFT"_s);
        Comparison &other = *all.all().front();
        other.series().setInstrument(u"MSFT"_s, {});
        const std::vector<Candle> walk = chartbars::walk(50, origin, 1min);
        bars.apply(chartbars::update(walk));
        other.series().apply(chartbars::update(walk));
        QSignalSpy values(&all, &Comparisons::valuesChanged);
        Candle newest = walk.back();
        newest.close = newest.high;
        other.series().apply(chartbars::update({ newest }, false));
        QCOMPARE(values.size(), 1);
        QVERIFY(values.front().front().toBool());
    }

    void theListKeepsWhatItIs()
    {
        ChartSeries bars;
        bars.setInstrument(u"AAPL"_s, {});
        Comparisons all(bars);
        QVERIFY(!all.add(u"AAPL"_s)); // with itself
        QVERIFY(all.add(u"MSFT"_s));
        QVERIFY(!all.add(u"MSFT"_s));
        QVERIFY(all.add(u"QQQ"_s));
        QVERIFY(all.find(u"MSFT"_s)->tint() != all.find(u"QQQ"_s)->tint());
        all.setShown(u"QQQ"_s, false);
        Comparisons other(bars);
        other.add(u"IBM"_s);
        other.fromJson(all.toJson());
        QCOMPARE(other.all().size(), std::size_t(2));
        QVERIFY(!other.find(u"IBM"_s));
        QVERIFY(!other.find(u"QQQ"_s)->isShown());
        QCOMPARE(other.find(u"QQQ"_s)->tint(), all.find(u"QQQ"_s)->tint());
        all.remove(u"MSFT"_s);
        QVERIFY(!all.find(u"MSFT"_s));
        for (int i = 0; i < 20; ++i)
            all.add(u"X%1"_s.arg(i));
        QCOMPARE(all.all().size(), std::size_t(Comparisons::most));
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
