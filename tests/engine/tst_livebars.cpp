#include "livebars.h"

#include "candlemath.h"
#include "timeframe.h"

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

Aggregate stated(const Candle &bar, TimeUnit unit = TimeUnit::Minute)
{
    Aggregate published;
    published.timeframe = Timeframe(1, unit);
    published.candle = bar;
    published.candle.tradeCount = 0; // the stream does not say
    return published;
}

} // namespace

class TestLiveBars : public QObject
{
    Q_OBJECT

private slots:
    void theServicesBarReplacesOursAndStays()
    {
        LiveBars bars;
        bars.beginWithoutHistory();
        const std::vector<Trade> trades = randomTrades(5, 20);
        for (const Trade &trade : trades)
            bars.addTrade(trade, tradeUpdate(trade.conditions, true));
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
        bars.addTrade(late, tradeUpdate(late.conditions, true));
        QCOMPARE(bars.minutes().at(minute).volume, Qty::whole(12'345));
        // sent again with a late trade in it
        stated.candle.volume = Qty::whole(12'400);
        bars.replace(stated);
        QCOMPARE(bars.minutes().at(minute).volume, Qty::whole(12'400));
    }

    void beforeTheyBeginNothingIsKept()
    {
        LiveBars bars;
        for (const Trade &trade : randomTrades(1, 5))
            bars.addTrade(trade, tradeUpdate(trade.conditions, true));
        QVERIFY(bars.minutes().empty());
        QVERIFY(!bars.isRunning());
    }

    void whatIsEarlierThanTheBeginningIsLeftOut()
    {
        LiveBars bars;
        bars.begin(minute + 1min);
        for (const Trade &trade : randomTrades(2, 300))
            bars.addTrade(trade, tradeUpdate(trade.conditions, true));
        QVERIFY(!bars.minutes().contains(minute));
        QVERIFY(bars.minutes().contains(minute + 1min));
    }

    void barsThatAgreeAreNotAskedAbout()
    {
        LiveBars bars;
        bars.beginWithoutHistory();
        for (const Trade &trade : randomTrades(3, 200))
            bars.addTrade(trade, tradeUpdate(trade.conditions, true));
        const auto own = bars.minutes();
        for (const auto &[start, bar] : own)
            bars.replace(stated(bar));
        const Timestamp ended = own.rbegin()->first + 2min;
        QVERIFY(!bars.toConfirm(TimeUnit::Minute, ended));
    }

    void aBarThatNeverCameOrDiffersIsAskedAbout()
    {
        LiveBars bars;
        bars.beginWithoutHistory();
        for (const Trade &trade : randomTrades(3, 400))
            bars.addTrade(trade, tradeUpdate(trade.conditions, true));
        auto own = bars.minutes();
        QVERIFY(own.size() > 2);
        Candle second = std::next(own.begin())->second;
        second.volume += Qty::whole(5); // the service has seen a trade that we have not
        for (const auto &[start, bar] : own)
            if (start != minute && start != second.start)
                bars.replace(stated(bar));
        bars.replace(stated(second));

        const Timestamp last = own.rbegin()->first;
        QCOMPARE(bars.toConfirm(TimeUnit::Minute, last + 1min),
                 (LiveBars::Stretch { minute, last + 1min - 1ms }));
        // only what has ended
        QCOMPARE(bars.toConfirm(TimeUnit::Minute, minute + 1min)->to, minute + 1min - 1ms);
        QVERIFY(!bars.toConfirm(TimeUnit::Minute, minute + 59s));
    }

    void historySettlesAStretch()
    {
        LiveBars bars;
        bars.beginWithoutHistory();
        for (const Trade &trade : randomTrades(3, 400))
            bars.addTrade(trade, tradeUpdate(trade.conditions, true));
        const auto own = bars.minutes();
        std::vector<Candle> served;
        for (const auto &[start, bar] : own)
            served.push_back(bar);
        served.front().volume += Qty::whole(300);
        served.front().tradeCount += 3;
        const Timestamp ended = own.rbegin()->first + 1min;
        const auto stretch = bars.toConfirm(TimeUnit::Minute, ended);
        QVERIFY(stretch);
        bars.takeChangedMinutes();
        QCOMPARE(bars.confirm(TimeUnit::Minute, served, *stretch), 1);
        QCOMPARE(bars.minutes().at(minute), served.front());
        QCOMPARE(bars.takeChangedMinutes(), std::vector<Timestamp> { minute });
        QVERIFY(!bars.toConfirm(TimeUnit::Minute, ended));
        // what the stream says afterwards is judged anew, unless it is the same
        bars.replace(stated(served.front()));
        QVERIFY(!bars.toConfirm(TimeUnit::Minute, ended));
    }

    void windowsWithoutAnyTradeAreAskedAboutWhenInDoubt()
    {
        LiveBars bars;
        bars.begin(minute);
        QVERIFY(!bars.toConfirm(TimeUnit::Minute, minute + 10min));
        bars.doubt(minute + 2min + 20s, minute + 5min + 10s);
        const auto stretch = bars.toConfirm(TimeUnit::Minute, minute + 10min + 30s);
        QCOMPARE(stretch, (LiveBars::Stretch { minute + 2min, minute + 10min - 1ms }));
        Candle missed = emptyCandle(minute + 4min);
        missed.volume = Qty::whole(70);
        QCOMPARE(bars.confirm(TimeUnit::Minute, std::span(&missed, 1), *stretch), 1);
        QVERIFY(bars.minutes().contains(missed.start));
        QVERIFY(!bars.toConfirm(TimeUnit::Minute, minute + 10min + 30s));
    }

    /// What comes into doubt while the answer is under way, or was not asked about, stays so.
    void anAnswerSettlesItsOwnStretchOnly()
    {
        LiveBars bars;
        bars.begin(minute);
        bars.doubt(minute + 2min, minute + 4min + 30s);
        bars.confirm(TimeUnit::Minute, {}, { minute + 2min, minute + 4min - 1ms });
        QCOMPARE(bars.toConfirm(TimeUnit::Minute, minute + 9min),
                 (LiveBars::Stretch { minute + 4min, minute + 9min - 1ms }));
        bars.doubt(minute, minute + 10s);
        bars.confirm(TimeUnit::Minute, {}, { minute + 4min, minute + 9min - 1ms });
        QCOMPARE(bars.toConfirm(TimeUnit::Minute, minute + 9min)->from, minute);
        bars.confirm(TimeUnit::Minute, {}, { minute, minute + 9min - 1ms });
        QVERIFY(!bars.toConfirm(TimeUnit::Minute, minute + 9min));
    }

    void whatWasMissedIsAHoleUntilItIsTold()
    {
        LiveBars bars;
        bars.begin(minute);
        bars.miss(minute + 1min + 20s, minute + 4min + 30s);
        QCOMPARE(bars.holes(TimeUnit::Minute), std::vector<Timestamp> { minute + 4min });
        QCOMPARE(bars.holes(TimeUnit::Second), std::vector<Timestamp> { minute + 4min + 30s });
        bars.confirm(TimeUnit::Minute, {}, { minute, minute + 3min - 1ms });
        QCOMPARE(bars.holes(TimeUnit::Minute), std::vector<Timestamp> { minute + 4min });
        // Those that are missing yet are published
        bars.replace(stated(emptyCandle(minute + 3min)));
        bars.replace(stated(emptyCandle(minute + 4min)));
        QVERIFY(bars.holes(TimeUnit::Minute).empty());
        QCOMPARE(bars.holes(TimeUnit::Second).size(), std::size_t(1));
    }

    /// On a plan without trades the minute under way is made of its seconds.
    void minutesFormFromSecondBars()
    {
        LiveBars bars;
        bars.begin(minute, LiveBars::From::SecondBars);
        Candle whole = emptyCandle(minute);
        for (int second = 0; second < 40; second += 3) {
            Candle bar = emptyCandle(minute + std::chrono::seconds(second));
            bar.hasPrices = true;
            bar.open = bar.close = Price::whole(100 + second % 7);
            bar.high = bar.open + Price::whole(1);
            bar.low = bar.open;
            bar.volume = Qty::whole(10 + second);
            extendCandle(whole, bar);
            bars.replace(stated(bar, TimeUnit::Second));
            bars.replace(stated(bar, TimeUnit::Second)); // sent again
        }
        QCOMPARE(bars.minutes().at(minute).volume, whole.volume);
        QCOMPARE(bars.minutes().at(minute).high, whole.high);
        QCOMPARE(bars.minutes().at(minute).close, whole.close);
        Candle published = whole;
        published.volume += Qty::whole(1);
        bars.replace(stated(published));
        QCOMPARE(bars.minutes().at(minute).volume, published.volume);
    }

    void oddLotsCountInVolumeOnly()
    {
        LiveBars bars;
        bars.beginWithoutHistory();
        Trade round;
        round.time = minute + 1s;
        round.price = Price::whole(10);
        round.size = Qty::whole(100);
        bars.addTrade(round, tradeUpdate(round.conditions, true));
        Trade odd = round;
        odd.price = Price::whole(99);
        odd.size = Qty::whole(1);
        odd.conditions = { condition::oddLot };
        bars.addTrade(odd, tradeUpdate(odd.conditions, true));
        const Candle bar = bars.minutes().at(minute);
        QCOMPARE(bar.high, Price::whole(10));
        QCOMPARE(bar.volume, Qty::whole(101));
        QCOMPARE(bar.tradeCount, 2);
    }
};

QTEST_GUILESS_MAIN(TestLiveBars)
#include "tst_livebars.moc"
