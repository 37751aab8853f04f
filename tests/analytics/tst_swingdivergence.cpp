#include "splitmix64.h"
#include "swingdivergence.h"

#include <QTest>

using namespace tapeline;

namespace {

/// Lows and highs one apart; the sum as given.
std::vector<SwingBar> barsOf(const std::vector<double> &lows, const std::vector<double> &sums)
{
    std::vector<SwingBar> bars;
    for (std::size_t i = 0; i < lows.size(); ++i)
        bars.push_back({ lows[i] + 1, lows[i], sums[i], i > 0 });
    return bars;
}

std::vector<SwingBar> walk(quint64 seed, std::size_t count)
{
    SplitMix64 random(seed);
    std::vector<SwingBar> bars;
    double price = 100;
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double low = price - double(random.below(4)); // few steps: many equal lows
        const double high = price + double(random.below(4));
        price = low + double(random.below(quint64(high - low) + 1));
        sum += double(random.below(200)) - 100;
        bars.push_back({ high, low, sum, random.below(25) > 0 });
        if (random.below(30) == 0)
            bars.back().high = low - 1; // nobody traded
    }
    return bars;
}

SwingDivergences of(std::span<const SwingBar> bars)
{
    SwingDivergences divergences;
    divergences.put(0, bars);
    return divergences;
}

const std::vector<double> fallingLows { 9, 8, 7, 5, 7, 8, 8, 7, 6, 4, 6, 7, 8 }; // swings 3 and 9
const std::vector<double> risingSums { 0, 0, 0, -90, 0, 0, 0, 0, 0, -10, 0, 0, 0 };

} // namespace

class TestSwingDivergence : public QObject
{
    Q_OBJECT

private slots:
    void aLowerLowWithAHigherSumIsBullish()
    {
        const auto found = of(barsOf(fallingLows, risingSums)).found();
        QCOMPARE(found, (std::vector<SwingDivergence> { { 3, 9, true } }));
    }

    void theMirrorIsBearish()
    {
        std::vector<SwingBar> bars = barsOf(fallingLows, risingSums);
        for (SwingBar &bar : bars)
            bar = { -bar.low, -bar.high, -bar.sum, bar.goesOn };
        QCOMPARE(of(bars).found(), (std::vector<SwingDivergence> { { 3, 9, false } }));
    }

    void agreementIsNone_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("sum");
        QTest::newRow("both lower") << 4.0 << -91.0;
        QTest::newRow("the same sum") << 4.0 << -90.0;
        QTest::newRow("the same low") << 5.0 << -10.0;
        QTest::newRow("both higher") << 5.5 << -10.0;
    }
    void agreementIsNone()
    {
        QFETCH(const double, low);
        QFETCH(const double, sum);
        std::vector<double> lows = fallingLows;
        std::vector<double> sums = risingSums;
        lows[9] = low;
        sums[9] = sum;
        QVERIFY(of(barsOf(lows, sums)).found().empty());
    }

    void ofEqualLowsTheFirstIsTheSwing()
    {
        std::vector<double> lows = fallingLows;
        lows[10] = lows[9];
        QCOMPARE(of(barsOf(lows, risingSums)).found(),
                 (std::vector<SwingDivergence> { { 3, 9, true } }));
    }

    void nothingIsToldAcrossANewBeginning_data()
    {
        QTest::addColumn<std::size_t>("bar");
        QTest::addColumn<bool>("apart");
        QTest::newRow("before") << std::size_t(3) << false;
        QTest::newRow("after the first swing") << std::size_t(4) << true;
        QTest::newRow("at the second one") << std::size_t(9) << true;
        QTest::newRow("behind it") << std::size_t(10) << false;
    }
    void nothingIsToldAcrossANewBeginning()
    {
        QFETCH(const std::size_t, bar);
        QFETCH(const bool, apart);
        std::vector<SwingBar> bars = barsOf(fallingLows, risingSums);
        bars[bar].goesOn = false;
        QCOMPARE(of(bars).found().empty(), apart);
    }

    void aMarkAppearsWhenItIsKnownAndStays()
    {
        const std::vector<SwingBar> bars = walk(7, 3'000);
        const auto whole = of(bars).found();
        QVERIFY(whole.size() > 10);
        SwingDivergences live;
        for (std::size_t count = 1; count <= bars.size(); ++count) {
            live.put(qsizetype(count) - 1, std::span(bars).subspan(count - 1, 1));
            std::vector<SwingDivergence> known;
            for (const SwingDivergence &each : whole)
                if (each.second + SwingDivergences::reach < qsizetype(count))
                    known.push_back(each);
            QCOMPARE(live.found(), known);
        }
    }

    /// Bars come in pieces, and late trades change some that are there.
    void piecesComeToTheWhole_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %d", int(seed)) << seed;
    }
    void piecesComeToTheWhole()
    {
        QFETCH(const quint64, seed);
        SplitMix64 random(seed);
        std::vector<SwingBar> bars = walk(seed, 400);
        SwingDivergences live;
        while (live.size() < qsizetype(bars.size())) {
            const auto size = std::size_t(live.size());
            const std::size_t back = std::min(size, std::size_t(random.below(12)));
            const std::size_t end = std::min(bars.size(), size + 1 + std::size_t(random.below(20)));
            for (std::size_t i = size - back; i < size; ++i)
                bars[i].sum += double(random.below(100)) - 50;
            live.put(qsizetype(size - back),
                     std::span(bars).subspan(size - back, end - size + back));
        }
        QCOMPARE(live.found(), of(bars).found());
    }
};

QTEST_GUILESS_MAIN(TestSwingDivergence)
#include "tst_swingdivergence.moc"
