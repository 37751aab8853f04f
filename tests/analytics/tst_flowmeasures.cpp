#include "largeprints.h"
#include "quotepressure.h"
#include "relativevolume.h"
#include "growingvpin.h"
#include "sweepgrouper.h"
#include "tapespeed.h"
#include "vpin.h"

#include "bulkvolume.h"
#include "easterntime.h"
#include "flowprints.h"
#include "splitmix64.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using test::flowPrint;
using enum FlowSide;

const QDate day(2025, 7, 16);
const Timestamp ten = easterntime::at(day, 10h);

Quote quote(qint64 bidCents, int bidSize, qint64 askCents, int askSize)
{
    Quote quote;
    quote.bid = Price::fromUnits(bidCents * 100'000'000);
    quote.ask = Price::fromUnits(askCents * 100'000'000);
    quote.bidSize = Qty::whole(bidSize);
    quote.askSize = Qty::whole(askSize);
    return quote;
}

Trade trade(qint64 shares, Price price = Price::whole(10), Timestamp time = ten)
{
    Trade trade;
    trade.time = time;
    trade.price = price;
    trade.size = Qty::whole(shares);
    return trade;
}

Vpin vpinOf(qint64 bucket, int buckets, std::initializer_list<FlowPrint> prints)
{
    Vpin vpin({ Qty::whole(bucket), buckets });
    for (const FlowPrint &print : prints)
        vpin.add(print);
    return vpin;
}

FlowPrint bought(qint64 shares)
{
    return flowPrint(Buy, shares, 1000);
}
FlowPrint sold(qint64 shares)
{
    return flowPrint(Sell, shares, 1000);
}

Candle minuteBar(Timestamp start, int volume)
{
    Candle bar;
    bar.start = start;
    bar.volume = Qty::whole(volume);
    return bar;
}

} // namespace

class TestFlowMeasures : public QObject
{
    Q_OBJECT

private slots:
    void d12_imbalanceAndMicroprice()
    {
        const Quote market = quote(1000, 300, 1002, 200);
        QCOMPARE(*bookImbalance(market), 0.2);
        QCOMPARE(*microprice(market), 10.012);
        Quote oneSided = market;
        oneSided.askSize = Qty();
        QVERIFY(!bookImbalance(oneSided) && !microprice(oneSided));
    }

    void d13_orderFlowImbalance()
    {
        OrderFlowImbalance flow;
        QCOMPARE(flow.add(quote(1000, 300, 1002, 200)), Qty());
        QCOMPARE(flow.add(quote(1000, 500, 1002, 200)), Qty::whole(200));
        QCOMPARE(flow.add(quote(1001, 100, 1002, 150)), Qty::whole(150));
        QCOMPARE(flow.add(quote(1000, 400, 1003, 250)), Qty::whole(50));
        QCOMPARE(flow.add(quote(1000, 400, 1002, 100)), Qty::whole(-100));
        QCOMPARE(flow.sum(), Qty::whole(300));
        flow.reset();
        QCOMPARE(flow.sum(), Qty());
        QCOMPARE(flow.add(quote(1000, 410, 1002, 100)), Qty::whole(10));
    }

    void oneSidedQuotesInOrderFlowImbalance()
    {
        OrderFlowImbalance flow;
        flow.add(quote(1000, 300, 1002, 200));
        QCOMPARE(flow.add(quote(0, 0, 1002, 200)), Qty::whole(-300)); // the bid is gone
        QCOMPARE(flow.add(quote(1000, 100, 0, 0)), Qty::whole(100 + 200)); // it is back, no offer
        QCOMPARE(flow.add(quote(1000, 100, 1002, 50)), Qty::whole(-50));
    }

    void orderFlowImbalanceStaysInRange()
    {
        OrderFlowImbalance flow;
        Quote huge = quote(1000, 1, 1002, 1);
        huge.bidSize = huge.askSize = Qty::fromUnits(std::numeric_limits<qint64>::max());
        for (const qint64 shift : { 0, 5, 10, 15 }) {
            huge.bid = Price::fromUnits((1000 + shift) * 100'000'000);
            huge.ask = Price::fromUnits((1002 + shift) * 100'000'000);
            flow.add(huge);
        }
        QCOMPARE(flow.sum(), Qty::fromUnits(std::numeric_limits<qint64>::max()));
    }

    void d14_vpinOfWholeBuckets()
    {
        const Vpin vpin = vpinOf(1000, 5,
                                 { bought(700), sold(300), bought(400), sold(600), bought(550),
                                   sold(450), bought(900), sold(100), bought(500), sold(500) });
        QCOMPARE(*vpin.value(), 0.3);
        QVERIFY(vpin.isReady());
        QCOMPARE(vpin.fullBuckets(), 5);
    }

    void d15_vpinSplitsTrades()
    {
        const Vpin vpin = vpinOf(
            1000, 50, { bought(600), sold(300), bought(500), sold(200), sold(700), bought(700) });
        QCOMPARE(*vpin.value(), 1.0 / 3);
        QVERIFY(!vpin.isReady());
        QCOMPARE(vpin.fullBuckets(), 3);
    }

    void vpinForgetsOldBuckets()
    {
        Vpin vpin = vpinOf(100, 2, { bought(100), bought(50), sold(50), bought(50), sold(50) });
        QCOMPARE(*vpin.value(), 0.0);
        QVERIFY(!Vpin({ Qty::whole(1), 2 }).value());
    }

    void vpinOfATradeOfManyBuckets()
    {
        // As if it had come in pieces of a bucket, however many there are
        Vpin vpin({ Qty::fromUnits(1), 50 });
        vpin.add(bought(1'000'000'000));
        QCOMPARE(*vpin.value(), 1.0);
        QCOMPARE(vpin.fullBuckets(), qint64(1'000'000'000) * Qty::unitsPerOne);
        Vpin halves({ Qty::whole(10), 50 });
        halves.addBulk(Qty::whole(100'005), 0.75);
        QCOMPARE(*halves.value(), 0.5);
        QCOMPARE(halves.fullBuckets(), 10'000);
    }

    void vpinKeepsEveryShare()
    {
        // Whatever the splits, what was bought and sold in all buckets adds up
        for (quint64 seed = 1; seed <= 20; ++seed) {
            SplitMix64 random(seed);
            Vpin vpin({ Qty::whole(317), 7 });
            qint64 volume = 0;
            for (int i = 0; i < 500; ++i) {
                const qint64 shares = qint64(1 + random.below(900));
                volume += shares;
                vpin.add(flowPrint(FlowSide(random.below(5)), shares, 1000));
                QCOMPARE(vpin.fullBuckets(), volume / 317);
                QVERIFY(!vpin.value() || (*vpin.value() >= 0 && *vpin.value() <= 1));
            }
        }
    }

    void bulkShareOfAMove()
    {
        BulkVolume bulk;
        QCOMPARE(bulk.buyShare(0), 0.5);
        bulk.keep(1);
        bulk.keep(-1);
        QVERIFY(qAbs(bulk.buyShare(1) - 0.8413447460685429) < 1e-12); // Phi(1)
        QVERIFY(qAbs(bulk.buyShare(-1) - 0.15865525393145707) < 1e-12);
        BulkVolume later = bulk;
        for (std::size_t i = 0; i < 2 * BulkVolume::window; ++i)
            later.keep(1e6);
        for (std::size_t i = 0; i < BulkVolume::window; ++i)
            later.keep(i % 2 == 0 ? 1 : -1);
        QVERIFY(qAbs(later.buyShare(1) - 0.8413447460685429) < 1e-9); // the wild bars are forgotten
    }

    void runningPercentileIsTheNearestRank()
    {
        SplitMix64 random(3);
        for (const int percent : { 1, 50, 99 }) {
            RunningPercentile running(percent);
            std::vector<qint64> all;
            for (int i = 1; i <= 2'000; ++i) {
                all.push_back(qint64(random.below(300)));
                running.add(all.back());
                if (i % 37 != 0)
                    continue;
                std::vector<qint64> sorted = all;
                std::ranges::sort(sorted);
                QCOMPARE(running.value(), sorted[std::size_t((i * percent + 99) / 100 - 1)]);
            }
        }
    }

    void largePrints()
    {
        LargePrints prints;
        QVERIFY(!prints.add(trade(9'999)));
        QVERIFY(prints.add(trade(10'000)));
        QVERIFY(prints.add(trade(100, Price::whole(2'000)))); // 200,000 of value
        QVERIFY(!prints.add(trade(100, Price::fromUnits(19'999'900'000'000))));
        // Where most prints are large, only the largest of the day stand out
        LargePrints heavy;
        for (int i = 0; i < 1'000; ++i)
            heavy.add(trade(15'000, Price::whole(1)));
        for (int i = 0; i < 50; ++i)
            heavy.add(trade(30'000, Price::whole(1)));
        QVERIFY(!heavy.add(trade(15'000, Price::whole(1))));
        QVERIFY(heavy.add(trade(30'000, Price::whole(1))));
        QVERIFY(heavy.add(trade(15'000, Price::whole(1), ten + 24h))); // a new day
    }

    void sweeps()
    {
        SweepGrouper sweeps;
        const auto add = [&](FlowSide side, qint64 cents, Duration after, quint16 exchange) {
            const PrintGroup *group
                = sweeps.add(flowPrint(side, 100, cents, ten + after), exchange);
            return group ? std::pair(group->id, sweeps.isSweep(*group))
                         : std::pair(quint64(), false);
        };
        QCOMPARE(add(Buy, 1000, 0ms, 11), std::pair(quint64(1), false));
        QCOMPARE(add(Buy, 1000, 10ms, 12), std::pair(quint64(1), false));
        QCOMPARE(add(Sell, 999, 10ms, 12), std::pair(quint64(2), false));
        QCOMPARE(add(None, 999, 10ms, 12), std::pair(quint64(), false));
        QCOMPARE(add(BuyNeutral, 1000, 50ms, 12), std::pair(quint64(1), true)); // two exchanges
        QCOMPARE(add(Buy, 1001, 51ms, 12), std::pair(quint64(3), false));
        QCOMPARE(add(Buy, 1001, 52ms, 12), std::pair(quint64(3), false));
        QCOMPARE(add(Buy, 1002, 53ms, 12), std::pair(quint64(3), true)); // two prices
        const PrintGroup &group = *sweeps.add(flowPrint(Buy, 50, 1003, ten + 60ms), 12);
        QCOMPARE(group.prints, 4);
        QCOMPARE(group.size, Qty::whole(350));
        QCOMPARE(group.prices, 3);
        QCOMPARE(group.low, *Price::parse(u"10.01"));
        QCOMPARE(group.high, *Price::parse(u"10.03"));
        QCOMPARE(group.last - group.first, Duration(9ms));
    }

    /// Any three within the time are a sweep, not only the first three of a group.
    void theTimeOfASweepSlides()
    {
        SweepGrouper sweeps;
        const auto at = [&](Duration after) {
            return *sweeps.add(flowPrint(Buy, 100, 1000 + after / 1ms, ten + after), 11);
        };
        at(0ms);
        at(45ms);
        PrintGroup group = at(60ms); // without the first
        QCOMPARE(group.id, 1U);
        QCOMPARE(group.prints, 2);
        QCOMPARE(group.size, Qty::whole(200));
        QVERIFY(!sweeps.isSweep(group));
        group = at(70ms);
        QVERIFY(sweeps.isSweep(group));
        QCOMPARE(group.first, ten + 45ms);
        QCOMPARE(group.prints, 3);
        QCOMPARE(group.prices, 3);
        QCOMPARE(group.low, *Price::parse(u"10.45"));
        // It is not taken apart, and lends nothing to the next
        QCOMPARE(at(95ms).id, 1U);
        QCOMPARE(at(96ms).id, 2U);
        QCOMPARE(at(97ms).prints, 2);
        // Nothing left of it: another group
        QCOMPARE(at(500ms).id, 3U);
    }

    /// As found by looking at every three in a row.
    void everyThreeWithinTheTimeAreFound()
    {
        SplitMix64 random(11);
        SweepGrouper sweeps;
        std::vector<Duration> open; // since the last sweep ended
        Duration time {};
        int found = 0;
        bool inSweep = false;
        for (int i = 0; i < 20'000; ++i) {
            time += std::chrono::milliseconds(random.below(60));
            const PrintGroup &group
                = *sweeps.add(flowPrint(Buy, 100, 1000 + i % 7, ten + time), 11);
            if (inSweep && time - open.front() > 50ms) {
                inSweep = false;
                open.clear();
            }
            open.push_back(time);
            if (!inSweep) {
                std::erase_if(open, [&](Duration own) { return time - own > 50ms; });
                inSweep = open.size() >= 3;
                found += inSweep ? 1 : 0;
            }
            QCOMPARE(sweeps.isSweep(group), inSweep);
            QCOMPARE(std::size_t(group.prints), open.size());
        }
        QVERIFY(found > 500);
    }

    /// Whatever the rules: a group is made of the prints behind the last that is too old for it.
    void groupsAreWhatTheirPrintsSay()
    {
        const SweepRules rules { 50ms, 4, 3 };
        SplitMix64 random(5);
        SweepGrouper sweeps(rules);
        std::vector<std::pair<FlowPrint, quint16>> own;
        int found = 0;
        bool wasSweep = false;
        Duration time {};
        for (int i = 0; i < 20'000; ++i) {
            time += std::chrono::milliseconds(random.below(20)) - (i % 9 == 0 ? 12ms : 0ms);
            const FlowPrint print = flowPrint(Buy, 1 + qint64(random.below(500)),
                                              1000 + qint64(random.below(2)), ten + time);
            const auto exchange = quint16(10 + random.below(2));
            const auto timeOf = [](const auto &one) { return one.first.time; };
            const auto isOld
                = [&](const auto &one) { return print.time - one.first.time > rules.within; };
            const bool isEarlier
                = !own.empty() && print.time < std::ranges::min(own, {}, timeOf).first.time;
            if (isEarlier || (wasSweep && std::ranges::any_of(own, isOld)))
                own.clear();
            while (std::ranges::any_of(own, isOld))
                own.erase(own.begin());
            own.emplace_back(print, exchange);
            const PrintGroup &group = *sweeps.add(print, exchange);
            Qty size;
            int prices = 0;
            std::set<quint16> exchanges;
            for (std::size_t k = 0; k < own.size(); ++k) {
                size += own[k].first.size;
                prices += k == 0 || own[k].first.price != own[k - 1].first.price ? 1 : 0;
                exchanges.insert(own[k].second);
            }
            const auto priceOf = [](const auto &one) { return one.first.price; };
            QCOMPARE(std::size_t(group.prints), own.size());
            QCOMPARE(group.size, size);
            QCOMPARE(group.prices, prices);
            QCOMPARE(std::size_t(group.exchanges), exchanges.size());
            QCOMPARE(group.first, std::ranges::min(own, {}, timeOf).first.time);
            QCOMPARE(group.last, std::ranges::max(own, {}, timeOf).first.time);
            QCOMPARE(group.low, std::ranges::min(own, {}, priceOf).first.price);
            QCOMPARE(group.high, std::ranges::max(own, {}, priceOf).first.price);
            found += !std::exchange(wasSweep, sweeps.isSweep(group)) && wasSweep ? 1 : 0;
        }
        QVERIFY(found > 500);
    }

    /// Prints of one price on one venue, thousands of them within the time: each takes as long as
    /// where only a few are.
    void aBurstDoesNotTakeTheSquareOfItsPrints()
    {
        const auto timeOf = [](Duration within) {
            qint64 best = std::numeric_limits<qint64>::max();
            for (int round = 0; round < 3; ++round) {
                SweepGrouper sweeps({ within, 3, 2 });
                QElapsedTimer timer;
                timer.start();
                for (int i = 0; i < 30'000; ++i)
                    sweeps.add(flowPrint(Buy, 100, 1000, ten + std::chrono::microseconds(i)), 11);
                best = std::min(best, timer.nsecsElapsed());
            }
            return double(best);
        };
        QVERIFY(timeOf(5ms) < 30 * timeOf(5us));
    }

    void onePriceOnOneVenueIsNoSweep()
    {
        SweepGrouper sweeps;
        for (int i = 0; i < 10; ++i)
            QVERIFY(!sweeps.isSweep(*sweeps.add(flowPrint(Buy, 100, 1000, ten), 11)));
    }

    /// Whatever the sizes, the value is that of buckets that had had their size from the start.
    void d14_vpinOfAGrowingDay()
    {
        for (quint64 seed = 1; seed <= 20; ++seed) {
            SplitMix64 random(seed);
            GrowingVpin growing;
            std::vector<FlowPrint> prints;
            const int count = 2'000 + int(random.below(4'000));
            for (int i = 0; i < count; ++i) {
                const bool isBlock = random.below(200) == 0;
                const qint64 shares = 1 + qint64(random.below(isBlock ? 200'000 : 500));
                prints.push_back(random.below(3) == 0 ? sold(shares) : bought(shares));
                growing.add(prints.back());
                growing.add(flowPrint(None, 5'000, 1000)); // tells nothing
            }
            Qty volume;
            for (const FlowPrint &print : prints)
                volume += print.size;
            const qint64 bucket = growing.bucket().parts() / 4;
            QVERIFY(bucket * 50 <= volume.units() && bucket * 101 > volume.units());
            Vpin fixed({ Qty::fromUnits(bucket), int(GrowingVpin::buckets) });
            for (const FlowPrint &print : prints)
                fixed.add(print);
            QVERIFY(std::abs(*growing.value() - *fixed.value()) < 1e-6);
        }
    }

    void vpinWaitsForTrades()
    {
        GrowingVpin vpin;
        QVERIFY(!vpin.value() && vpin.bucket().isZero());
        int trades = 0;
        for (; !vpin.value() && trades < 5'000; ++trades)
            vpin.add(trades % 2 == 0 ? bought(100) : sold(100));
        QVERIFY(trades >= 1'000 && trades <= 2'000);
        QCOMPARE(*vpin.value(), 0.0);
        for (int i = 0; i < 50'000; ++i)
            vpin.add(bought(100));
        QVERIFY(*vpin.value() > 0.9);
    }

    void speedOfTheTape()
    {
        TapeSpeed speed;
        QCOMPARE(speed.rate(ten).printsPerSecond, 0.0);
        for (int i = 0; i < 100; ++i)
            speed.add(ten + std::chrono::milliseconds(10 * i), Qty::whole(5));
        QCOMPARE(speed.rate(ten + 1s).printsPerSecond, 20.0);
        QCOMPARE(speed.rate(ten + 1s).sharesPerSecond, 100.0);
        speed.add(ten - 1h, Qty::whole(5)); // too late to count
        speed.add(ten + 500ms, Qty::whole(5)); // late, inside the window
        QCOMPARE(speed.rate(ten + 2s).printsPerSecond, 20.2);
        QCOMPARE(speed.rate(ten + 5s + 500ms).printsPerSecond, 8.0); // half a second is left
        QCOMPARE(speed.rate(ten + 7s).printsPerSecond, 0.0);
        QCOMPARE(speed.rate(ten + 7s).sharesPerSecond, 0.0);
    }

    void relativeVolume()
    {
        RelativeVolume relative;
        QVERIFY(!relative.ratio(Qty::whole(100), ten));
        for (int back = 25; back >= 1; --back) {
            const Timestamp start = easterntime::at(day.addDays(-back), 9h + 30min);
            // Older ones are wild, the last twenty have 100 and 300
            const int volume = back > 20 ? 1'000'000 : 100;
            relative.addSession(
                std::array { minuteBar(start, volume), minuteBar(start + 1min, 3 * volume) });
        }
        QCOMPARE(relative.knownSessions(), RelativeVolume::sessions);
        const Timestamp open = easterntime::at(day, 9h + 30min);
        QVERIFY(!relative.ratio(Qty::whole(50), open));
        QCOMPARE(*relative.ratio(Qty::whole(150), open + 1min), 1.5);
        QCOMPARE(*relative.usual(open + 1min + 30s), 250.0);
        QCOMPARE(*relative.ratio(Qty::whole(800), open + 6h), 2.0);
    }
};

QTEST_GUILESS_MAIN(TestFlowMeasures)
#include "tst_flowmeasures.moc"
