#include "barbuilder.h"
#include "candlemath.h"
#include "candlerollup.h"
#include "easterntime.h"
#include "splitmix64.h"

#include <QtTest>

#include <algorithm>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

Timeframe frame(const QString &text)
{
    return *Timeframe::parse(text);
}

Candle minute(Timestamp start, int price, int volume)
{
    Candle bar;
    bar.start = start;
    bar.open = bar.high = bar.low = bar.close = Price::whole(price);
    bar.volume = Qty::whole(volume);
    bar.vwap = price;
    bar.tradeCount = 1;
    return bar;
}

/// Trades over a few days around the spring change, some of which set no price or only the range.
std::vector<Trade> someTrades(quint64 seed)
{
    SplitMix64 draws(seed);
    std::vector<Trade> trades;
    for (int i = 0; i < 4'000; ++i) {
        Trade trade;
        trade.time
            = easterntime::at(QDate(2025, 3, 3).addDays(static_cast<qint64>(draws.below(20))),
                              std::chrono::seconds(14'400 + draws.below(57'600)));
        trade.price = Price::fromUnits(static_cast<qint64>(1'000 + draws.below(500)) * 100'000'000);
        trade.size = Qty::whole(static_cast<qint64>(1 + draws.below(900)));
        if (draws.below(4) == 0)
            trade.conditions.add(draws.below(2) == 0 ? condition::oddLot : quint16(10));
        trades.push_back(trade);
    }
    std::ranges::sort(trades, {}, &Trade::time);
    return trades;
}

std::vector<Candle> bars(const std::vector<Trade> &trades, Timeframe timeframe)
{
    BarOptions options;
    options.timeframe = timeframe;
    BarBuilder builder(options);
    for (const Trade &trade : trades)
        builder.add(trade);
    return { builder.bars().begin(), builder.bars().end() };
}

/// All but the mean, whose last digit depends on the order of adding.
bool isSame(const Candle &a, Candle b)
{
    const bool meanIsNear = qAbs(a.vwap - b.vwap) < 1e-9;
    b.vwap = a.vwap;
    return meanIsNear && a == b;
}

bool areSame(std::span<const Candle> a, std::span<const Candle> b)
{
    return std::ranges::equal(a, b, isSame);
}

} // namespace

class TestCandleRollup : public QObject
{
    Q_OBJECT

private slots:
    /// Coins of which there are more than a Qty counts: held at its end.
    void volumesDoNotOverflow()
    {
        Candle day = minute({}, 1, 0);
        Candle part = minute({}, 1, 0);
        part.volume = Qty::fromUnits(std::numeric_limits<qint64>::max() / 2 + 2);
        extendCandle(day, part);
        extendCandle(day, part);
        QCOMPARE(day.volume.units(), std::numeric_limits<qint64>::max());
        Trade trade;
        trade.price = Price::whole(1);
        trade.size = part.volume;
        extendCandle(day, trade, { .volume = true });
        QCOMPARE(day.volume.units(), std::numeric_limits<qint64>::max());
    }

    void rolledMinutesEqualBarsBuiltWide_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : { "1m", "5m", "45m", "1h", "4h", "1D", "1W", "1M", "1Q" })
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void rolledMinutesEqualBarsBuiltWide()
    {
        QFETCH(const QString, text);
        const auto trades = someTrades(12);
        CandleRollup rollup(frame(text));
        const std::vector<Candle> minutes = bars(trades, frame(u"1m"_s));
        rollup.put(minutes);
        QVERIFY(areSame(rollup.bars(), bars(trades, frame(text))));
    }

    void orderOfPuttingDoesNotMatter()
    {
        const std::vector<Candle> minutes = bars(someTrades(13), frame(u"1m"_s));
        CandleRollup whole(frame(u"1h"_s));
        whole.put(minutes);

        // Pages of history from the right to the left, each overlapping the one before, as a chart
        // loads them
        CandleRollup paged(frame(u"1h"_s));
        const std::span<const Candle> all(minutes);
        for (std::size_t end = all.size(); end > 0;) {
            const std::size_t begin = end > 300 ? end - 300 : 0;
            paged.put(all.subspan(begin, std::min<std::size_t>(all.size() - begin, 350)));
            end = begin;
        }
        QVERIFY(areSame(paged.bars(), whole.bars()));

        SplitMix64 draws(14);
        CandleRollup single(frame(u"1h"_s));
        std::vector<Candle> shuffled = minutes;
        for (std::size_t i = shuffled.size(); i > 1; --i)
            std::swap(shuffled[i - 1], shuffled[draws.below(i)]);
        for (const Candle &bar : shuffled)
            single.put({ &bar, 1 });
        QVERIFY(areSame(single.bars(), whole.bars()));
    }

    void aReplacedMinuteChangesOnlyItsWindow()
    {
        const Timestamp start = easterntime::at({ 2025, 7, 16 }, 10h);
        CandleRollup rollup(frame(u"5m"_s));
        std::vector<Candle> minutes;
        for (int i = 0; i < 15; ++i)
            minutes.push_back(minute(start + std::chrono::minutes(i), 100 + i, 10));
        QCOMPARE(rollup.put(minutes).size(), 3U);

        const Candle replaced = minute(start + 7min, 300, 99);
        const std::vector<Timestamp> changed = rollup.put({ &replaced, 1 });
        QCOMPARE(changed.size(), 1U);
        QCOMPARE(toNs(changed[0]), toNs(start + 5min));
        QCOMPARE(rollup.bars().size(), 3U);
        QCOMPARE(rollup.find(start + 5min)->high, Price::whole(300));
        QCOMPARE(rollup.find(start + 5min)->volume, Qty::whole(139));
        QCOMPARE(rollup.find(start)->high, Price::whole(104));

        const Candle calmer
            = minute(start + 7min, 107, 10); // a late correction takes the spike back
        rollup.put({ &calmer, 1 });
        QCOMPARE(rollup.find(start + 5min)->high, Price::whole(109));
    }

    void appendingGrowsTheLastBar()
    {
        const Timestamp start = easterntime::at({ 2025, 7, 16 }, 9h + 30min);
        CandleRollup rollup(frame(u"1D"_s));
        for (int i = 0; i < 390; ++i) {
            const Candle bar = minute(start + std::chrono::minutes(i), 100 + i % 7, 1);
            QCOMPARE(rollup.put({ &bar, 1 }).size(), 1U);
        }
        QCOMPARE(rollup.bars().size(), 1U);
        QCOMPARE(rollup.bars()[0].volume, Qty::whole(390));
        QCOMPARE(toNs(rollup.bars()[0].start), toNs(easterntime::at({ 2025, 7, 16 })));
    }

    void daysToWeeksAndMonths()
    {
        std::vector<Candle> days;
        for (QDate date(2025, 1, 1); date < QDate(2026, 1, 1); date = date.addDays(1)) {
            if (date.dayOfWeek() < Qt::Saturday)
                days.push_back(minute(easterntime::at(date), 100 + date.dayOfYear(), 1));
        }
        CandleRollup weeks(frame(u"1W"_s));
        weeks.put(days);
        QCOMPARE(weeks.bars().size(), 53U);
        QCOMPARE(weeks.bars()[1].volume, Qty::whole(5));
        CandleRollup months(frame(u"1M"_s));
        months.put(days);
        QCOMPARE(months.bars().size(), 12U);
        QCOMPARE(months.bars()[1].open, Price::whole(100 + QDate(2025, 2, 3).dayOfYear()));
    }

    void nothingIn()
    {
        CandleRollup rollup(frame(u"5m"_s));
        QVERIFY(rollup.put({}).empty());
        QVERIFY(rollup.bars().empty());
        QVERIFY(!rollup.find(Timestamp()));
        const Candle bar = minute(easterntime::at({ 2025, 7, 16 }), 1, 1);
        rollup.put({ &bar, 1 });
        rollup.clear();
        QVERIFY(rollup.bars().empty());
    }
};

QTEST_GUILESS_MAIN(TestCandleRollup)
#include "tst_candlerollup.moc"
