#include "estimateddelta.h"

#include "barbuilder.h"
#include "cumulativedelta.h"
#include "flowtape.h"
#include "splitmix64.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp start = fromMs(1'381'152'600'000);

Candle bar(int minute, double close, int volume)
{
    Candle bar;
    bar.start = start + std::chrono::minutes(minute);
    bar.open = bar.high = bar.low = bar.close = Price::fromDouble(close);
    bar.volume = Qty::whole(volume);
    return bar;
}

std::vector<DeltaBar> estimate(std::span<const Candle> bars)
{
    EstimatedDelta estimated;
    for (const Candle &one : bars)
        estimated.add(one);
    return { estimated.bars().begin(), estimated.bars().end() };
}

/// How an estimate compares with what trades and quotes say, over the bars of a day.
struct Comparison
{
    Comparison(std::span<const DeltaBar> estimated, std::span<const DeltaBar> measured,
               double volume)
    {
        double xy = 0, xx = 0, yy = 0, squares = 0;
        int alike = 0, judged = 0;
        for (std::size_t i = 0; i < measured.size(); ++i) {
            const double x = estimated[i].delta.toDouble();
            const double y = measured[i].delta.toDouble();
            const double off
                = (estimated[i].close() - measured[i].close()).toDouble() / volume * 100;
            xy += x * y;
            xx += x * x;
            yy += y * y;
            alike += x * y > 0 ? 1 : 0;
            judged += x * y != 0 ? 1 : 0;
            squares += off * off;
            worst = std::max(worst, qAbs(off));
        }
        correlation = xy / std::sqrt(xx * yy);
        signs = 100.0 * alike / judged;
        rms = std::sqrt(squares / double(measured.size()));
    }

    double correlation = 0; ///< of the bars' deltas
    double signs = 0; ///< bars with the right sign, percent of those where the price moved
    double rms = 0; ///< error of the cumulative delta, percent of the day's volume
    double worst = 0;
};

} // namespace

class TestEstimatedDelta : public QObject
{
    Q_OBJECT

private slots:
    void followsThePrice()
    {
        const std::vector<DeltaBar> bars = estimate(std::array {
            bar(0, 10, 500), bar(1, 11, 1'000), bar(2, 10, 1'000), bar(3, 10, 1'000) });
        QCOMPARE(bars[0].delta.toDouble(), 0.0); // no change is known yet
        QVERIFY(bars[1].delta.toDouble() > 500 && bars[1].delta.toDouble() < 1'000);
        QVERIFY(bars[2].delta < HalfQty());
        QCOMPARE(bars[3].delta, HalfQty());
        QCOMPARE(bars[3].open, bars[2].close());
        QVERIFY(bars[0].opensSession && !bars[1].opensSession);
    }

    void barsWithoutPricesHaveNoDelta()
    {
        Candle oddLots = bar(1, 0, 40);
        oddLots.hasPrices = false;
        const std::vector<DeltaBar> bars
            = estimate(std::array { bar(0, 10, 500), oddLots, bar(2, 11, 1'000) });
        QCOMPARE(bars[1].delta, HalfQty());
        QCOMPARE(bars[1].volume, Qty::whole(40));
        const std::vector<DeltaBar> without
            = estimate(std::array { bar(0, 10, 500), bar(2, 11, 1'000) });
        QCOMPARE(bars[2].delta, without[1].delta);
    }

    void revisedBarsReplaceTheLast()
    {
        SplitMix64 random(2);
        EstimatedDelta live;
        std::vector<Candle> settled;
        for (int minute = 0; minute < 900; ++minute) {
            for (int revision = 0; revision < 3; ++revision) {
                const Candle now = bar(minute, 10 + double(random.below(200)) / 100,
                                       int(1 + random.below(5'000)));
                QVERIFY(live.add(now));
                settled.resize(std::size_t(minute) + 1);
                settled.back() = now;
            }
        }
        const std::vector<DeltaBar> batch = estimate(settled);
        QVERIFY(std::ranges::equal(live.bars(), batch));
        QVERIFY(!live.add(bar(5, 10, 1)));
        QCOMPARE(live.bars().size(), batch.size());
    }

    void errorOnRecordedDays_data()
    {
        QTest::addColumn<QString>("day");
        QTest::newRow("IBM") << u"IBM_2013-10-08"_s;
        QTest::newRow("BAC") << u"BAC_2013-10-07"_s;
    }
    void errorOnRecordedDays()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, day);
        test::FlowTape tape;
        QVERIFY(tape.read(day));
        BarBuilder builder({ Timeframe(), AssetClass::Stocks, BarRule::EveryTrade });
        tape.play(
            false, true, [](const Quote &) {}, [&](const Trade &trade) { builder.add(trade); });
        DeltaBars measured({ Timeframe() });
        for (const FlowPrint &print : tape.classified(ClassifierRule::Weighted, false, true))
            measured.add(print);
        const std::vector<DeltaBar> estimated = estimate(builder.bars());
        QCOMPARE(estimated.size(), measured.bars().size());
        double volume = 0;
        for (const DeltaBar &one : estimated)
            volume += one.volume.toDouble();

        const Comparison error(estimated, measured.bars(), volume);
        const double end = (estimated.back().close() - measured.bars().back().close()).toDouble();
        qInfo("%s, minutes: correlation %.2f, right sign %.0f %%, cumulative off by %.1f %% of the "
              "volume (rms), %.1f %% at worst, %+.1f %% at the end",
              qPrintable(day), error.correlation, error.signs, error.rms, error.worst,
              end / volume * 100);
        // The figures that resources/help/orderflow.md states
        QVERIFY(error.correlation > 0.65);
        QVERIFY(error.signs > 50 && error.signs < 70);
        QVERIFY(error.rms < 7.5);
        QVERIFY(error.worst < 13.5);
    }
};

QTEST_GUILESS_MAIN(TestEstimatedDelta)
#include "tst_estimateddelta.moc"
