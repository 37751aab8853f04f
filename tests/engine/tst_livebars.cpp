#include "livebars.h"

#include "splitmix64.h"

#include <QtTest>

using namespace tapeline;

namespace {

const Timestamp minute = fromMs(1'786'629'600'000);

std::vector<Trade> randomTrades(quint64 seed, int count)
{
    SplitMix64 random(seed);
    std::vector<Trade> trades;
    Timestamp time = minute;
    for (int i = 0; i < count; ++i) {
        time += std::chrono::milliseconds(random.below(900));
        Trade trade;
        trade.time = time;
        trade.sequence = quint64(10 + i * 3);
        trade.price
            = Price::fromUnits((10'000 + qint64(random.below(200))) * (Price::unitsPerOne / 100));
        trade.size = Qty::whole(1 + qint64(random.below(500)));
        if (trade.size < Qty::whole(100))
            trade.conditions = { condition::oddLot };
        trades.push_back(trade);
    }
    return trades;
}

} // namespace

class TestLiveBars : public QObject
{
    Q_OBJECT

private slots:
    /// However the same trades arrive - fetched, on the stream before or after the fetch, in both -
    /// the bars are those of all trades once.
    void fetchedAndStreamedTradesAreJoinedWithoutLossOrDoubling()
    {
        for (quint64 seed = 1; seed <= 200; ++seed) {
            const std::vector<Trade> trades = randomTrades(seed, 300);
            LiveBars whole;
            whole.beginWithoutHistory();
            for (const Trade &trade : trades)
                whole.addTrade(trade, true);

            SplitMix64 random(seed);
            // the stream starts at some trade, the answer ends at a later one
            const size_t streamFrom = random.below(100);
            const size_t fetchedTo = streamFrom + random.below(100);
            const size_t answered = fetchedTo + random.below(50);
            LiveBars joined;
            joined.begin();
            for (size_t i = streamFrom; i < answered; ++i)
                joined.addTrade(trades[i], true);
            joined.splice(std::span(trades).first(fetchedTo), minute);
            for (size_t i = answered; i < trades.size(); ++i)
                joined.addTrade(trades[i], true);

            QCOMPARE(joined.minutes().size(), whole.minutes().size());
            QVERIFY(joined.minutes() == whole.minutes());
            QVERIFY(joined.seconds() == whole.seconds());
        }
    }

    void theServicesBarReplacesOursAndStays()
    {
        LiveBars bars;
        bars.beginWithoutHistory();
        const std::vector<Trade> trades = randomTrades(5, 20);
        for (const Trade &trade : trades)
            bars.addTrade(trade, true);
        Aggregate stated;
        stated.timeframe = Timeframe(1, TimeUnit::Minute);
        stated.candle.start = minute;
        stated.candle.open = stated.candle.high = stated.candle.low = stated.candle.close
            = Price::whole(7);
        stated.candle.volume = Qty::whole(12'345);
        bars.takeChangedMinutes();
        bars.replace(stated);
        QCOMPARE(bars.takeChangedMinutes(), std::vector<Timestamp> { minute });
        QCOMPARE(bars.minutes().at(minute).volume, Qty::whole(12'345));
        Trade late = trades.front();
        bars.addTrade(late, true);
        QCOMPARE(bars.minutes().at(minute).volume, Qty::whole(12'345));
        // sent again with a late trade in it
        stated.candle.volume = Qty::whole(12'400);
        bars.replace(stated);
        QCOMPARE(bars.minutes().at(minute).volume, Qty::whole(12'400));
    }

    void beforeTheSpliceNothingIsShown()
    {
        LiveBars bars;
        for (const Trade &trade : randomTrades(1, 5))
            bars.addTrade(trade, true);
        QVERIFY(bars.minutes().empty());
        bars.begin();
        for (const Trade &trade : randomTrades(1, 5))
            bars.addTrade(trade, true);
        QVERIFY(bars.minutes().empty());
        QCOMPARE(bars.state(), LiveBars::State::Buffering);
    }

    void withoutAnAnswerBarsAreWholeFromTheNextMinuteOn()
    {
        LiveBars bars;
        bars.begin();
        const std::vector<Trade> trades = randomTrades(2, 300);
        for (const Trade &trade : trades)
            bars.addTrade(trade, true);
        bars.splice({}, minute + 1min);
        QVERIFY(!bars.minutes().contains(minute));
        QVERIFY(bars.minutes().contains(minute + 1min));
    }

    void oddLotsCountInVolumeOnly()
    {
        LiveBars bars;
        bars.beginWithoutHistory();
        Trade round;
        round.time = minute + 1s;
        round.price = Price::whole(10);
        round.size = Qty::whole(100);
        bars.addTrade(round, true);
        Trade odd = round;
        odd.price = Price::whole(99);
        odd.size = Qty::whole(1);
        odd.conditions = { condition::oddLot };
        bars.addTrade(odd, true);
        const Candle bar = bars.minutes().at(minute);
        QCOMPARE(bar.high, Price::whole(10));
        QCOMPARE(bar.volume, Qty::whole(101));
        QCOMPARE(bar.tradeCount, 2);
    }
};

QTEST_GUILESS_MAIN(TestLiveBars)
#include "tst_livebars.moc"
