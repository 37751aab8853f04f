#include "ohlcpyramid.h"
#include "splitmix64.h"

#include <QtTest>

#include <algorithm>

using namespace tapeline;

namespace {

OhlcRun anyBar(SplitMix64 &draws)
{
    OhlcRun bar;
    bar.volume = static_cast<double>(draws.below(1'000));
    if (draws.below(10) == 0)
        return bar; // volume only
    const auto price = [&draws] { return 100 + static_cast<double>(draws.below(1'000)) / 100; };
    bar.open = price();
    bar.close = price();
    bar.high = std::max({ bar.open, bar.close, price() });
    bar.low = std::min({ bar.open, bar.close, price() });
    return bar;
}

std::vector<OhlcRun> anyBars(SplitMix64 &draws, quint64 atMost)
{
    std::vector<OhlcRun> bars(draws.below(atMost + 1));
    for (OhlcRun &bar : bars)
        bar = anyBar(draws);
    return bars;
}

/// What the pyramid must say, bar by bar.
OhlcRun bruteForce(const std::vector<OhlcRun> &bars, qsizetype first, qsizetype end)
{
    OhlcRun run;
    bool any = false;
    for (qsizetype i = std::max<qsizetype>(first, 0); i < std::min(end, qsizetype(bars.size()));
         ++i) {
        const OhlcRun &bar = bars[static_cast<std::size_t>(i)];
        run.volume = std::max(run.volume, bar.volume);
        if (bar.high < bar.low)
            continue;
        run.open = any ? run.open : bar.open;
        run.high = std::max(run.high, bar.high);
        run.low = std::min(run.low, bar.low);
        run.close = bar.close;
        any = true;
    }
    return run;
}

/// The pyramid beside the plain list it stands for.
struct Pair
{
    OhlcPyramid pyramid;
    std::vector<OhlcRun> bars;

    void change(SplitMix64 &draws)
    {
        const auto fresh = anyBars(draws, draws.below(20) == 0 ? 700 : 5);
        const qsizetype size = static_cast<qsizetype>(bars.size());
        const quint64 kind = draws.below(10);
        if (kind < 5) {
            pyramid.append(fresh);
            bars.insert(bars.end(), fresh.begin(), fresh.end());
        } else if (kind < 7) {
            pyramid.prepend(fresh);
            bars.insert(bars.begin(), fresh.begin(), fresh.end());
        } else if (kind < 8) {
            const qsizetype at
                = static_cast<qsizetype>(draws.below(static_cast<quint64>(size) + 1));
            pyramid.insert(at, fresh);
            bars.insert(bars.begin() + at, fresh.begin(), fresh.end());
        } else if (size > 0) {
            // Mostly the last bar, as the forming one is
            const qsizetype at = kind == 8
                ? size - 1
                : static_cast<qsizetype>(draws.below(static_cast<quint64>(size)));
            bars[static_cast<std::size_t>(at)] = anyBar(draws);
            pyramid.replace(at, bars[static_cast<std::size_t>(at)]);
        }
    }
};

} // namespace

class TestOhlcPyramid : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithBruteForce_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %d", static_cast<int>(seed)) << seed;
    }

    void agreesWithBruteForce()
    {
        QFETCH(const quint64, seed);
        SplitMix64 draws(seed);
        Pair pair;
        for (int step = 0; step < 400; ++step) {
            pair.change(draws);
            const qsizetype size = static_cast<qsizetype>(pair.bars.size());
            QCOMPARE(pair.pyramid.size(), size);
            for (int i = 0; i < 5; ++i) {
                const qsizetype first
                    = static_cast<qsizetype>(draws.below(static_cast<quint64>(size) + 3)) - 1;
                const qsizetype end
                    = first + static_cast<qsizetype>(draws.below(static_cast<quint64>(size) + 3));
                QVERIFY(pair.pyramid.over(first, end) == bruteForce(pair.bars, first, end));
            }
        }
        for (qsizetype i = 0; i < pair.pyramid.size(); ++i)
            QVERIFY(pair.pyramid.at(i) == pair.bars[static_cast<std::size_t>(i)]);
    }

    /// Blocks of any size cover a range without a gap or an overlap.
    void blocksCoverTheRange()
    {
        SplitMix64 draws(21);
        Pair pair;
        for (int step = 0; step < 300; ++step)
            pair.change(draws);
        const qsizetype size = pair.pyramid.size();
        QVERIFY(size > 500);
        for (double atMost : { 1.0, 3.9, 4.0, 17.0, 64.0, 1e9 }) {
            const int bits = pair.pyramid.blockBits(atMost);
            QVERIFY(double(1 << bits) <= std::max(atMost, 1.0));
            const qsizetype first = static_cast<qsizetype>(draws.below(100));
            const qsizetype end = size - static_cast<qsizetype>(draws.below(100));
            OhlcRun all;
            double before = -1e9;
            bool ascending = true;
            pair.pyramid.forEachBlock(first, end, bits, [&](double middle, const OhlcRun &run) {
                ascending = ascending && middle > before;
                before = middle;
                all.extend(run);
            });
            QVERIFY(ascending);
            QVERIFY(all == bruteForce(pair.bars, first, end));
        }
    }

    void emptyRanges()
    {
        OhlcPyramid pyramid;
        QVERIFY(pyramid.isEmpty());
        QVERIFY(pyramid.over(0, 10).isEmpty());
        const OhlcRun bar { 1, 2, 0.5, 1.5, 10 };
        pyramid.append({ &bar, 1 });
        QVERIFY(pyramid.over(0, 1) == bar);
        QVERIFY(pyramid.over(1, 1).isEmpty());
        QVERIFY(pyramid.over(5, 9).isEmpty());
        pyramid.clear();
        QCOMPARE(pyramid.size(), 0);
        QVERIFY(pyramid.over(0, 1).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOhlcPyramid)
#include "tst_ohlcpyramid.moc"
