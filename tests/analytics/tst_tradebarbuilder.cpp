#include "barbuilder.h"
#include "barpath.h"
#include "easterntime.h"
#include "markethours.h"
#include "shared.h"
#include "splitmix64.h"
#include "tickcsv.h"
#include "tradebarbuilder.h"

#include <QtTest>

#include <algorithm>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate day(2025, 7, 16);
constexpr TradeUpdate volumeOnly { .last = false, .highLow = false, .volume = true };
constexpr TradeUpdate pricesOnly { .last = true, .highLow = true, .volume = false };
constexpr TradeUpdate nothing { .last = false, .highLow = false, .volume = false };

Price cents(qint64 count)
{
    return Price::fromUnits(count * (Price::unitsPerOne / 100));
}

BarPrint print(Duration timeOfDay, qint64 priceInCents, qint64 size = 100, TradeUpdate update = {})
{
    return { easterntime::at(day, timeOfDay), cents(priceInCents), Qty::whole(size), 1, update };
}

/// One a second from 10:00 on.
std::vector<BarPrint> prints(std::initializer_list<qint64> pricesInCents)
{
    std::vector<BarPrint> result;
    Duration time = 10h;
    for (const qint64 price : pricesInCents)
        result.push_back(print(std::exchange(time, time + 1s), price));
    return result;
}

TradeBarOptions options(const QString &timeframe)
{
    TradeBarOptions options;
    options.timeframe = *Timeframe::parse(timeframe);
    return options;
}

/// All that ended, and the one that forms.
std::vector<Candle> allOf(TradeBarBuilder &builder)
{
    std::vector<Candle> bars = builder.takeEnded();
    if (builder.forming())
        bars.push_back(*builder.forming());
    return bars;
}

std::vector<Candle> build(const TradeBarOptions &options, const std::vector<BarPrint> &prints)
{
    TradeBarBuilder builder(options);
    for (const BarPrint &print : prints)
        builder.add(print);
    return allOf(builder);
}

/// "o h l c volume trades", prices in cents; "- volume trades" without prices.
QString text(const Candle &bar)
{
    const auto inCents
        = [](Price price) { return QString::number(price.units() / (Price::unitsPerOne / 100)); };
    const QString counted = bar.volume.toString() + u' ' + QString::number(bar.tradeCount);
    if (!bar.hasPrices)
        return u"- "_s + counted;
    return QStringList { inCents(bar.open), inCents(bar.high), inCents(bar.low), inCents(bar.close),
                         counted }
        .join(u' ');
}

QStringList texts(const std::vector<Candle> &bars)
{
    QStringList result;
    for (const Candle &bar : bars)
        result += text(bar);
    return result;
}

/// A seeded tape of several days: a walk with jumps, blocks, odd lots, prints out of the order of
/// time and several at one instant.
std::vector<BarPrint> randomPrints(quint64 seed, int count)
{
    SplitMix64 draws(seed);
    std::vector<BarPrint> result;
    Timestamp time = easterntime::at(day, 9h + 30min);
    qint64 price = 10'000;
    for (int i = 0; i < count; ++i) {
        if (draws.below(count / 3) == 0)
            time += 24h;
        if (draws.below(3) != 0)
            time += std::chrono::milliseconds(draws.below(4'000));
        price += qint64(draws.below(7)) - 3;
        if (draws.below(200) == 0)
            price += qint64(draws.below(160)) - 80;
        BarPrint next { time, cents(price), Qty::whole(1 + qint64(draws.below(400))), 1, {} };
        if (draws.below(50) == 0)
            next.size = Qty::whole(20'000);
        if (draws.below(5) == 0)
            next.update = volumeOnly;
        if (draws.below(40) == 0)
            next.update = pricesOnly;
        if (draws.below(60) == 0)
            next.time -= 5min;
        result.push_back(next);
    }
    return result;
}

struct Sums
{
    Qty volume;
    qint64 trades = 0;
    friend bool operator==(const Sums &, const Sums &) = default;
};

Sums sumsOf(const std::vector<BarPrint> &prints)
{
    Sums sums;
    for (const BarPrint &print : prints) {
        if (!print.update.volume)
            continue;
        sums.volume += print.size;
        sums.trades += print.trades;
    }
    return sums;
}

Sums sumsOf(const std::vector<Candle> &bars)
{
    Sums sums;
    for (const Candle &bar : bars) {
        sums.volume += bar.volume;
        sums.trades += bar.tradeCount;
    }
    return sums;
}

bool ascendsStrictly(const std::vector<Candle> &bars)
{
    return std::ranges::adjacent_find(bars, std::greater_equal(), &Candle::start) == bars.end();
}

} // namespace

class TestTradeBarBuilder : public QObject
{
    Q_OBJECT

private slots:
    // --- by hand

    void barsOfThreeTrades()
    {
        const auto bars = build(options(u"3T"_s), prints({ 100, 102, 99, 105, 104, 103, 107 }));
        QCOMPARE(texts(bars),
                 QStringList({ u"100 102 99 99 300 3"_s, u"105 105 103 103 300 3"_s,
                               u"107 107 107 107 100 1"_s }));
        QCOMPARE(toNs(bars[1].start), toNs(easterntime::at(day, 10h + 3s)));
        QVERIFY(qAbs(bars[0].vwap - (1.00 + 1.02 + 0.99) / 3) < 1e-9);
    }

    void oddLotsCountAndSetNoPrice()
    {
        QCOMPARE(texts(build(options(u"2T"_s),
                             { print(10h, 100), print(10h + 1s, 150, 7, volumeOnly),
                               print(10h + 2s, 150, 7, volumeOnly),
                               print(10h + 3s, 150, 8, volumeOnly) })),
                 QStringList({ u"100 100 100 100 107 2"_s, u"- 15 2"_s }));
    }

    void whatCountsNotEndsNoBar()
    {
        QCOMPARE(texts(build(options(u"2T"_s),
                             { print(10h, 100), print(10h + 1s, 103, 50, pricesOnly),
                               print(10h + 2s, 500, 50, nothing), print(10h + 3s, 101) })),
                 QStringList({ u"100 103 100 101 200 2"_s }));
    }

    void aBlockIsSplitOverVolumeBars()
    {
        const auto bars
            = build(options(u"300V"_s),
                    { print(10h, 100, 200), print(10h + 1s, 101, 750), print(10h + 2s, 99, 100) });
        QCOMPARE(texts(bars),
                 QStringList({ u"100 101 100 101 300 2"_s, u"101 101 101 101 300 0"_s,
                               u"101 101 101 101 300 0"_s, u"101 101 99 99 150 1"_s }));
        // Those of one instant are a nanosecond apart
        QCOMPARE(toNs(bars[1].start), toNs(easterntime::at(day, 10h + 1s)));
        QCOMPARE(toNs(bars[2].start), toNs(bars[1].start) + 1);
    }

    void aRangeBarEndsBeyondItsRange()
    {
        // 105 is still within 5 steps of 100; 106 ends it there
        QCOMPARE(texts(build(options(u"5R"_s), prints({ 102, 100, 105, 106, 103, 100 }))),
                 QStringList({ u"102 105 100 105 300 3"_s, u"105 106 101 101 200 2"_s,
                               u"101 101 100 100 100 1"_s }));
    }

    void barsFillAJumpOfRange()
    {
        QCOMPARE(
            texts(build(options(u"5R"_s), prints({ 100, 113, 90 }))),
            QStringList({ u"100 105 100 105 100 1"_s, u"105 110 105 110 0 0"_s,
                          u"110 113 108 108 100 1"_s, u"108 108 103 103 0 0"_s,
                          u"103 103 98 98 0 0"_s, u"98 98 93 93 0 0"_s, u"93 93 90 90 100 1"_s }));
    }

    void bricksRise()
    {
        // Between multiples of 10; 120 is met, not exceeded
        QCOMPARE(texts(build(options(u"10B"_s), prints({ 103, 108, 110, 114, 120, 125 }))),
                 QStringList({ u"100 110 100 110 300 3"_s, u"110 120 110 120 200 2"_s,
                               u"125 125 125 125 100 1"_s }));
    }

    void turningTakesTwoHeights()
    {
        const auto bars = build(options(u"10B"_s), prints({ 100, 110, 101, 96, 90, 95, 80 }));
        QCOMPARE(texts(bars),
                 QStringList({ u"100 110 100 110 200 2"_s, u"100 101 90 90 300 3"_s,
                               u"90 95 80 80 200 2"_s }));
    }

    void wicksShowWhatWentAgainstThem()
    {
        // From 110 down to 92 and on to 120: the brick 110-120 has a wick below its open
        QCOMPARE(texts(build(options(u"10B"_s), prints({ 100, 110, 92, 118, 121 }))),
                 QStringList({ u"100 110 100 110 200 2"_s, u"110 120 92 120 300 3"_s }));
    }

    void bricksFillAJump()
    {
        QCOMPARE(texts(build(options(u"10B"_s), prints({ 100, 135, 104 }))),
                 QStringList({ u"100 110 100 110 200 2"_s, u"110 120 110 120 0 0"_s,
                               u"120 130 120 130 0 0"_s, u"120 120 110 110 100 1"_s }));
    }

    void anUnfinishedBrickHasNoPrices()
    {
        TradeBarBuilder builder(options(u"10B"_s));
        for (const BarPrint &print : prints({ 100, 110, 105 }))
            builder.add(print);
        builder.interrupt();
        QCOMPARE(texts(allOf(builder)), QStringList({ u"100 110 100 110 200 2"_s, u"- 100 1"_s }));
    }

    // --- days

    void aDayBeginsABar()
    {
        std::vector<BarPrint> two = prints({ 100, 101, 102, 103 });
        two[2].time += 24h;
        two[3].time += 24h;
        QCOMPARE(texts(build(options(u"3T"_s), two)),
                 QStringList({ u"100 101 100 101 200 2"_s, u"102 103 102 103 200 2"_s }));
        TradeBarOptions through = options(u"3T"_s);
        through.newEachDay = false;
        QCOMPARE(texts(build(through, two)),
                 QStringList({ u"100 102 100 102 300 3"_s, u"103 103 103 103 100 1"_s }));
    }

    void daysOfFuturesBeginInTheEvening()
    {
        std::vector<BarPrint> two { print(17h - 1s, 100), print(18h, 101) };
        TradeBarOptions futures = options(u"3T"_s);
        QCOMPARE(build(futures, two).size(), 1U);
        futures.assetClass = AssetClass::Futures;
        QCOMPARE(build(futures, two).size(), 2U);
    }

    /// Late trades of an earlier day count where they come.
    void theTapesOrderRules()
    {
        std::vector<BarPrint> late = prints({ 100, 101, 102 });
        late[1].time -= 24h;
        const auto bars = build(options(u"2T"_s), late);
        QCOMPARE(texts(bars),
                 QStringList({ u"100 101 100 101 200 2"_s, u"102 102 102 102 100 1"_s }));
        std::vector<BarPrint> back = prints({ 100, 101, 102 });
        back[2].time = back[0].time - 1s;
        const auto ordered = build(options(u"2T"_s), back);
        QCOMPARE(toNs(ordered[1].start), toNs(ordered[0].start) + 1);
    }

    void theFirstBarTakesWhatIsLeft()
    {
        TradeBarBuilder builder(options(u"3T"_s));
        builder.setFirstSize(1);
        for (const BarPrint &print : prints({ 100, 101, 102, 103 }))
            builder.add(print);
        QCOMPARE(texts(allOf(builder)),
                 QStringList({ u"100 100 100 100 100 1"_s, u"101 103 101 103 300 3"_s }));
    }

    void aPrintTakesBoundedBars_data()
    {
        QTest::addColumn<QString>("timeframe");
        for (const char *timeframe : { "1V", "1R", "1B" })
            QTest::addRow("%s", timeframe) << QString::fromLatin1(timeframe);
    }

    void aPrintTakesBoundedBars()
    {
        QFETCH(const QString, timeframe);
        std::vector<BarPrint> jump = prints({ 10'000, 90'000, 90'000 });
        jump[1].size = Qty::whole(5'000'000);
        const auto bars = build(options(timeframe), jump);
        QVERIFY(bars.size() > 1'000);
        QVERIFY(bars.size() <= 1'200);
        QCOMPARE(sumsOf(bars), sumsOf(jump));
        QCOMPARE(bars.back().close, cents(90'000));
        QVERIFY(ascendsStrictly(bars));
    }

    // --- seeded

    void everyKindKeepsItsRule_data()
    {
        QTest::addColumn<QString>("timeframe");
        for (const char *timeframe : { "1T", "7T", "500T", "1V", "1000V", "25000V", "1R", "8R",
                                       "100R", "2B", "10B", "50B" })
            QTest::addRow("%s", timeframe) << QString::fromLatin1(timeframe);
    }

    void everyKindKeepsItsRule()
    {
        QFETCH(const QString, timeframe);
        for (quint64 seed = 1; seed <= 6; ++seed) {
            const std::vector<BarPrint> tape = randomPrints(seed, 3'000);
            TradeBarOptions own = options(timeframe);
            own.newEachDay = seed % 2 == 0;
            const std::vector<Candle> bars = build(own, tape);
            QCOMPARE(sumsOf(bars), sumsOf(tape));
            QVERIFY(ascendsStrictly(bars));
            for (std::size_t i = 0; i < bars.size(); ++i) {
                if (const QString wrong = breach(own, bars, i); !wrong.isEmpty())
                    QFAIL(qPrintable(wrong));
            }
        }
    }

    /// Whenever what has ended is taken: the same bars, and none of them changes any more.
    void piecesMakeTheSameBars_data() { everyKindKeepsItsRule_data(); }

    void piecesMakeTheSameBars()
    {
        QFETCH(const QString, timeframe);
        const std::vector<BarPrint> tape = randomPrints(77, 3'000);
        const std::vector<Candle> whole = build(options(timeframe), tape);
        SplitMix64 draws(5);
        TradeBarBuilder builder(options(timeframe));
        std::vector<Candle> pieces;
        for (const BarPrint &print : tape) {
            builder.add(print);
            if (draws.below(20) != 0)
                continue;
            const std::vector<Candle> ended = builder.takeEnded();
            pieces.insert(pieces.end(), ended.begin(), ended.end());
        }
        const std::vector<Candle> rest = allOf(builder);
        pieces.insert(pieces.end(), rest.begin(), rest.end());
        QCOMPARE(pieces, whole);
    }

    // --- estimated

    void aBarsPathTouchesItsPrices_data()
    {
        QTest::addColumn<int>("open");
        QTest::addColumn<int>("close");
        QTest::newRow("rises") << 101 << 108;
        QTest::newRow("falls") << 108 << 101;
        QTest::newRow("stays") << 104 << 104;
    }

    void aBarsPathTouchesItsPrices()
    {
        QFETCH(const int, open);
        QFETCH(const int, close);
        Candle minute;
        minute.start = easterntime::at(day, 10h);
        minute.open = cents(open);
        minute.high = cents(110);
        minute.low = cents(100);
        minute.close = cents(close);
        minute.volume = Qty::whole(1'003);
        minute.tradeCount = 7;
        const std::vector<BarPrint> path = barPath(minute, 1min, cents(1));
        QCOMPARE(int(path.size()), barPathPrints(1min));
        QCOMPARE(path.front().price, minute.open);
        QCOMPARE(path.back().price, minute.close);
        QCOMPARE(sumsOf(path), (Sums { minute.volume, 7 }));
        const auto at
            = [&path](Price price) { return std::ranges::find(path, price, &BarPrint::price); };
        QVERIFY(at(minute.high) != path.end() && at(minute.low) != path.end());
        QCOMPARE(at(minute.low) < at(minute.high), close >= open);
        for (std::size_t i = 0; i < path.size(); ++i) {
            QCOMPARE(path[i].price.units() % cents(1).units(), 0);
            QVERIFY(i == 0 || path[i].time > path[i - 1].time);
            QVERIFY(path[i].time < minute.start + 1min);
        }
        QCOMPARE(barPath(minute, 1s, cents(1)).size(), 4U);
        minute.hasPrices = false;
        QCOMPARE(barPath(minute, 1min, cents(1)).size(), 1U);
        QCOMPARE(barPath(minute, 1min, cents(1))[0].update, volumeOnly);
    }

    void pathsMakeFullBars()
    {
        Candle minute;
        minute.start = easterntime::at(day, 10h);
        minute.open = minute.low = cents(100);
        minute.high = minute.close = cents(124);
        minute.volume = Qty::whole(10'000);
        minute.tradeCount = 250;
        std::vector<BarPrint> tape;
        for (int i = 0; i < 4; ++i) {
            for (const BarPrint &print : barPath(minute, 1min, cents(1)))
                tape.push_back(print);
            minute.start += 1min;
        }
        const auto byTrades = build(options(u"100T"_s), tape);
        QCOMPARE(byTrades.size(), 10U);
        for (const Candle &bar : byTrades)
            QCOMPARE(bar.tradeCount, 100);
        QCOMPARE(build(options(u"5000V"_s), tape).size(), 8U);
    }

    // --- recorded

    void recordedDaysKeepTheirTotals_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("timeframe");
        for (const char *file : { "IBM_2013-10-08", "BAC_2013-10-07" })
            for (const char *timeframe : { "100T", "5000V", "2R", "2B" })
                QTest::addRow("%s, %s", file, timeframe)
                    << QString::fromLatin1(file) << QString::fromLatin1(timeframe);
    }

    /// The same trades as the minutes of the day are made of, to the share.
    void recordedDaysKeepTheirTotals()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, file);
        QFETCH(const QString, timeframe);
        SymbolTable symbols;
        Result<TradeCsvReader> reader = TradeCsvReader::open(
            test::sharedFile(u"data/equity/ticks/%1_trades.csv.gz"_s.arg(file)), symbols);
        QVERIFY(reader);
        SessionCursor sessions;
        BarBuilder minutes({ .timeframe = Timeframe(1, TimeUnit::Minute) });
        TradeBarBuilder builder(options(timeframe));
        for (Trade trade; reader->next(trade);) {
            minutes.add(trade);
            if (!trade.isVoid())
                builder.add(
                    barPrint(trade, tradeUpdate(trade.conditions, sessions.isRegular(trade.time))));
        }
        const std::vector<Candle> bars = allOf(builder);
        const std::vector<Candle> expected(minutes.bars().begin(), minutes.bars().end());
        QVERIFY(expected.size() > 300);
        QVERIFY(bars.size() > 10);
        QCOMPARE(sumsOf(bars), sumsOf(expected));
        QVERIFY(ascendsStrictly(bars));
        for (std::size_t i = 0; i < bars.size(); ++i) {
            if (const QString wrong = breach(options(timeframe), bars, i); !wrong.isEmpty())
                QFAIL(qPrintable(wrong));
        }
        if (builder.fullSize() == 0)
            return;
        // Nothing but the newest bar is short
        const qint64 total
            = timeframe.endsWith(u'T') ? sumsOf(expected).trades : sumsOf(expected).volume.units();
        QCOMPARE(qint64(bars.size()), (total + builder.fullSize() - 1) / builder.fullSize());
    }

private:
    /// What is wrong with a bar of these; empty: nothing. Short ones may be the newest, the last of
    /// a day, and the brick that was not done then.
    static QString breach(const TradeBarOptions &options, const std::vector<Candle> &bars,
                          std::size_t index)
    {
        const Candle &bar = bars[index];
        const QString name = u"bar %1 of %2: %3"_s.arg(index).arg(bars.size()).arg(text(bar));
        if (bar.hasPrices
            && (bar.low > bar.open || bar.low > bar.close || bar.high < bar.open
                || bar.high < bar.close))
            return name + u" has a price beyond its range"_s;
        const auto dayOf
            = [](Timestamp time) { return markethours::tradingDay(AssetClass::Stocks, time); };
        const bool isLast = index + 1 == bars.size()
            || (options.newEachDay && dayOf(bar.start) != dayOf(bars[index + 1].start));
        const TradeBarBuilder rules(options);
        const qint64 count = options.timeframe.count();
        switch (options.timeframe.kind()) {
        case BarKind::Trades:
            return bar.tradeCount == count || (isLast && bar.tradeCount < count)
                ? QString()
                : name + u" has another number of trades"_s;
        case BarKind::Volume:
            return bar.volume == Qty::whole(count) || (isLast && bar.volume < Qty::whole(count))
                    || takesTheRest(bar, count)
                ? QString()
                : name + u" has another volume"_s;
        case BarKind::Range: {
            const Price range = bar.high - bar.low;
            return range == cents(count) || (isLast && range < cents(count))
                ? QString()
                : name + u" has another range"_s;
        }
        case BarKind::Renko: {
            if (isLast)
                return {};
            const Price body = bar.close > bar.open ? bar.close - bar.open : bar.open - bar.close;
            if (body != cents(count) || bar.open.units() % cents(count).units() != 0)
                return name + u" has another height"_s;
            const bool hasBefore = index > 0 && bars[index - 1].hasPrices
                && (!options.newEachDay || dayOf(bars[index - 1].start) == dayOf(bar.start));
            if (hasBefore && bar.open != bars[index - 1].close && bar.open != bars[index - 1].open)
                return name + u" begins away from the brick before"_s;
            return {};
        }
        case BarKind::Time:
            break;
        }
        return name;
    }

    /// The last bar of a print that would take more than the limit.
    static bool takesTheRest(const Candle &bar, qint64 count)
    {
        return count == 1 && bar.volume > Qty::whole(TradeBarBuilder::mostBarsOfAPrint);
    }
};

QTEST_GUILESS_MAIN(TestTradeBarBuilder)
#include "tst_tradebarbuilder.moc"
