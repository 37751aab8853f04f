#include "cumulativedelta.h"
#include "deltabars.h"
#include "easterntime.h"
#include "splitmix64.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate day(2025, 7, 16);

FlowPrint print(FlowSide side, int size, Price price = Price::whole(100), Timestamp time = {})
{
    FlowPrint print;
    print.time = time;
    print.price = price;
    print.size = Qty::whole(size);
    print.side = side;
    print.delta = deltaOf(side, print.size);
    return print;
}

/// A print whose delta is this.
FlowPrint delta(int shares, Timestamp time = {})
{
    return print(shares < 0 ? FlowSide::Sell : FlowSide::Buy, qAbs(shares), Price::whole(100),
                 time);
}

Timestamp at(Duration timeOfDay, int days = 0)
{
    return easterntime::at(day.addDays(days), timeOfDay);
}

/// Prints of a few days with all sides and sizes, some of them late.
std::vector<FlowPrint> randomPrints(quint64 seed, int count)
{
    SplitMix64 random(seed);
    std::vector<FlowPrint> prints;
    Timestamp time = at(8h);
    qint64 cents = 10'000;
    for (int i = 0; i < count; ++i) {
        time += std::chrono::milliseconds(random.below(60'000));
        cents += qint64(random.below(5)) - 2;
        const Duration late = random.below(40) == 0 ? Duration(5min) : Duration();
        prints.push_back(print(FlowSide(random.below(5)), int(1 + random.below(999)),
                               Price::fromUnits(cents * 100'000'000), time - late));
    }
    return prints;
}

double leastSquares(const std::vector<double> &values)
{
    const double n = double(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double above = 0;
    double below = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double x = double(i) - (n - 1) / 2;
        above += x * (values[i] - mean);
        below += x * x;
    }
    return above / below;
}

/// Statistics from the list of all prints, by the definitions and without any running sum.
struct Batch
{
    Batch(std::span<const FlowPrint> prints, std::size_t ring)
    {
        for (const FlowPrint &one : prints)
            cvds.push_back((cvds.empty() ? 0 : cvds.back()) + one.delta.toDouble());
        const std::size_t kept = std::min(ring, prints.size());
        for (const FlowPrint &one : prints.last(kept))
            (one.delta > HalfQty() ? buys : sells) += std::abs(one.delta.toDouble());
        ticks = qint64(kept);
        if (kept >= 100)
            slope = leastSquares({ cvds.end() - 100, cvds.end() });
    }

    std::vector<double> cvds;
    double buys = 0;
    double sells = 0;
    double slope = 0;
    qint64 ticks = 0;
};

double slopeOf(const std::vector<qint64> &values)
{
    RollingSlope slope(100);
    for (const qint64 value : values)
        slope.push(value);
    return slope.slope(1);
}

Divergence divergenceOf(int ticks, int direction)
{
    CumulativeDelta cvd;
    for (int i = 0; i < ticks; ++i)
        cvd.add(print(direction > 0 ? FlowSide::Buy : FlowSide::Sell, 100,
                      Price::fromUnits(1'000'000'000'000 - 100'000'000LL * i * direction)));
    return cvd.statistics().divergence;
}

} // namespace

class TestCumulativeDelta : public QObject
{
    Q_OBJECT

private slots:
    void d02_slopes()
    {
        std::vector<qint64> squares, twice, waves, constant;
        for (qint64 i = 0; i < 100; ++i) {
            squares.push_back(i * i);
            twice.push_back(2 * i);
            waves.push_back(i % 2 == 0 ? 1 : -1);
            constant.push_back(12'345);
        }
        QCOMPARE(slopeOf(squares), 99.0);
        QCOMPARE(slopeOf(twice), 2.0);
        QCOMPARE(slopeOf(waves), -2.0 / 3333);
        QCOMPARE(slopeOf(constant), 0.0);
        squares.pop_back();
        QCOMPARE(slopeOf(squares), 0.0);
    }

    void d02_slopeMovesOn()
    {
        // Whatever came before the last hundred is forgotten without a trace
        RollingSlope slope(100);
        for (qint64 i = 0; i < 1'000; ++i)
            slope.push(std::numeric_limits<qint64>::max() - i * 7'919);
        for (qint64 i = 0; i < 100; ++i)
            slope.push(i * i);
        QCOMPARE(slope.slope(1), 99.0);
    }

    void d03_slopeOfAlternatingTrades()
    {
        CumulativeDelta cvd;
        for (int i = 0; i < 100; ++i)
            cvd.add(delta(i % 2 == 0 ? 200 : -100));
        const CvdStatistics all = cvd.statistics();
        QCOMPARE(all.cvd.toDouble(), 5'000.0);
        QCOMPARE(all.slope, 49.95499549954996);
    }

    void d04_divergence()
    {
        QCOMPARE(divergenceOf(50, 1), Divergence::Bullish);
        QCOMPARE(divergenceOf(50, -1), Divergence::Bearish);
        QCOMPARE(divergenceOf(49, 1), Divergence::None);
        CumulativeDelta flat;
        for (int i = 0; i < 60; ++i)
            flat.add(print(FlowSide::Buy, 100));
        QCOMPARE(flat.statistics().divergence, Divergence::None);
    }

    void d05_ring()
    {
        CumulativeDelta cvd({ 3, false });
        for (const int shares : { 100, -200, 150, 200 })
            cvd.add(delta(shares));
        const CvdStatistics all = cvd.statistics();
        QCOMPARE(all.cvd.toDouble(), 250.0);
        QCOMPARE(all.totalTicks, 3);
        QCOMPARE(all.buyVolume.toDouble(), 350.0);
        QCOMPARE(all.sellVolume.toDouble(), 200.0);
        QCOMPARE(all.netDelta.toDouble(), 150.0);
        QCOMPARE(all.ratio, 1.75);
        QCOMPARE(all.lifetime.trades(), 4);
        QCOMPARE(all.lifetime.buyVolume.toDouble(), 450.0);
    }

    void d06_deltaBar()
    {
        DeltaBars bars({ Timeframe(1, TimeUnit::Minute) });
        for (const int shares : { 100, -50, -150, 200, -25 })
            bars.add(delta(shares, at(10h)));
        QCOMPARE(bars.bars().size(), 1U);
        const DeltaBar &bar = bars.bars()[0];
        QCOMPARE(bar.delta.toDouble(), 75.0);
        QCOMPARE(bar.maxDelta.toDouble(), 100.0);
        QCOMPARE(bar.minDelta.toDouble(), -100.0);
        QCOMPARE(bar.close().toDouble(), 75.0);
        QCOMPARE(bar.volume, Qty::whole(525));
    }

    void ratioWithoutSells()
    {
        CumulativeDelta cvd;
        QVERIFY(std::isinf(cvd.statistics().ratio));
        cvd.add(delta(10));
        QVERIFY(std::isinf(cvd.statistics().ratio) && cvd.statistics().ratio > 0);
    }

    void incrementalEqualsBatch_data()
    {
        QTest::addColumn<int>("ring");
        for (const int ring : { 1, 60, 100, 777, 10'000 })
            QTest::addRow("ring of %d", ring) << ring;
    }
    void incrementalEqualsBatch()
    {
        QFETCH(const int, ring);
        const std::vector<FlowPrint> prints = randomPrints(quint64(ring), 3'000);
        CumulativeDelta cvd({ std::size_t(ring), false });
        for (std::size_t n = 1; n <= prints.size(); ++n) {
            cvd.add(prints[n - 1]);
            if (n % 97 != 0)
                continue;
            const Batch batch({ prints.data(), n }, std::size_t(ring));
            const CvdStatistics all = cvd.statistics();
            QCOMPARE(all.cvd.toDouble(), batch.cvds.back());
            QCOMPARE(all.totalTicks, batch.ticks);
            QCOMPARE(all.buyVolume.toDouble(), batch.buys);
            QCOMPARE(all.sellVolume.toDouble(), batch.sells);
            QCOMPARE((all.buyVolume - all.sellVolume), all.netDelta);
            QCOMPARE(all.lifetime.trades(), qint64(n));
            QVERIFY(qAbs(all.slope - batch.slope) <= 1e-6);
        }
    }

    void resetForgetsAllSums()
    {
        CumulativeDelta cvd;
        for (const FlowPrint &one : randomPrints(3, 500))
            cvd.add(one);
        cvd.reset();
        CumulativeDelta fresh;
        for (const FlowPrint &one : randomPrints(4, 300)) {
            cvd.add(one);
            fresh.add(one);
        }
        QCOMPARE(cvd.value(), fresh.value());
        QCOMPARE(cvd.statistics().slope, fresh.statistics().slope);
        QCOMPARE(cvd.statistics().divergence, fresh.statistics().divergence);
        QCOMPARE(cvd.statistics().buyVolume, fresh.statistics().buyVolume);
        QCOMPARE(cvd.statistics().lifetime.trades(), 300);
    }

    void sessionsStartAtHalfPastNine()
    {
        CumulativeDelta continuous;
        CumulativeDelta session({ 10'000, true });
        const auto add = [&](int shares, Timestamp time) {
            continuous.add(delta(shares, time));
            session.add(delta(shares, time));
        };
        add(10, at(9h));
        QCOMPARE(session.value().toDouble(), 10.0);
        add(20, at(9h + 30min) - 1ns);
        QCOMPARE(session.value().toDouble(), 30.0);
        add(40, at(9h + 30min));
        QCOMPARE(session.value().toDouble(), 40.0);
        add(1, at(20h));
        add(2, at(4h, 1));
        QCOMPARE(session.value().toDouble(), 43.0);
        add(5, at(9h + 31min, 1));
        QCOMPARE(session.value().toDouble(), 5.0);
        QCOMPARE(session.sessionResets(), 2);
        QCOMPARE(continuous.value().toDouble(), 78.0);
    }

    void whatDoesNotFitIsRefused()
    {
        CumulativeDelta cvd;
        FlowPrint half = delta(1);
        half.size = Qty::fromUnits(splitLimit / 8);
        half.delta = deltaOf(FlowSide::Buy, half.size);
        QVERIFY(cvd.add(half));
        QVERIFY(cvd.add(half));
        const HalfQty before = cvd.value();
        QVERIFY(!cvd.add(delta(1)));
        QCOMPARE(cvd.value(), before);
        QCOMPARE(cvd.statistics().lifetime.trades(), 2);
    }

    void barsFollowTheCumulativeDelta()
    {
        for (quint64 seed = 1; seed <= 20; ++seed) {
            CumulativeDelta cvd;
            DeltaBars bars({ Timeframe(5, TimeUnit::Minute) });
            for (const FlowPrint &one : randomPrints(seed, 1'500)) {
                cvd.add(one);
                bars.add(one);
                QCOMPARE(bars.bars().back().close(), cvd.value());
            }
            HalfQty close;
            for (const DeltaBar &bar : bars.bars()) {
                QCOMPARE(bar.open, close);
                QVERIFY(bar.low() <= std::min(bar.open, bar.close()));
                QVERIFY(bar.high() >= std::max(bar.open, bar.close()));
                close = bar.close();
            }
        }
    }

    void lateTradesMoveTheLaterBars()
    {
        DeltaBars bars({ Timeframe(1, TimeUnit::Minute) });
        bars.add(delta(100, at(10h + 1min)));
        bars.add(delta(10, at(10h + 3min)));
        bars.add(delta(-30, at(10h + 1min + 5s)));
        bars.add(delta(7, at(10h + 2min))); // a window that was empty
        bars.add(delta(1, at(10h))); // before all
        QCOMPARE(bars.bars().size(), 4U);
        const std::array<double, 4> closes { 1, 71, 78, 88 };
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(bars.bars()[i].close().toDouble(), closes[i]);
        QCOMPARE(bars.bars()[1].minDelta.toDouble(), 0.0);
        QCOMPARE(bars.bars()[1].maxDelta.toDouble(), 100.0);
    }

    void barsOfSessions()
    {
        DeltaBars bars({ Timeframe(1, TimeUnit::Hour), AssetClass::Stocks, true });
        bars.add(delta(100, at(8h)));
        bars.add(delta(50, at(9h)));
        bars.add(delta(7, at(9h + 30min)));
        bars.add(delta(-2, at(10h)));
        QCOMPARE(bars.bars().size(), 3U);
        QVERIFY(bars.bars()[1].opensSession);
        QCOMPARE(bars.bars()[1].open.toDouble(), 0.0);
        QCOMPARE(bars.bars()[1].close().toDouble(), 7.0);
        QCOMPARE(bars.bars()[2].close().toDouble(), 5.0);
    }

    void splitQuantitiesAsText()
    {
        const auto half = [](qint64 parts) { return HalfQty::fromParts(parts).toString(); };
        QCOMPARE(half(0), u"0"_s);
        QCOMPARE(half(HalfQty::partsPerOne * 3), u"3"_s);
        QCOMPARE(half(-HalfQty::partsPerOne / 2), u"-0.5"_s);
        QCOMPARE(half(1), u"0.000000005"_s);
        QCOMPARE(half(-546349LL * 100'000'000), u"-273174.5"_s);
        QCOMPARE(QuarterQty::fromParts(-3).toString(), u"-0.0000000075"_s);
        QCOMPARE(QuarterQty::fromParts(std::numeric_limits<qint64>::min()).toString(),
                 u"-23058430092.13693952"_s);
    }
};

QTEST_GUILESS_MAIN(TestCumulativeDelta)
#include "tst_cumulativedelta.moc"
