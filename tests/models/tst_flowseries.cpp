#include "chartbars.h"
#include "easterntime.h"
#include "flowseries.h"

#include <QSignalSpy>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 8, 13);

Timestamp at(int minute, QDate day = today)
{
    return easterntime::at(day, 10h) + std::chrono::minutes(minute);
}

/// A bar whose prints came to so many shares.
FlowBar flowOf(Timestamp start, int delta, int doubtful = 0)
{
    FlowBar bar;
    bar.start = bar.footprint.start = start;
    bar.footprint.delta = bar.sided = HalfQty::fromQty(Qty::whole(delta));
    bar.footprint.maxDelta = std::max(bar.footprint.delta, HalfQty());
    bar.footprint.minDelta = std::min(bar.footprint.delta, HalfQty());
    bar.footprint.bound.admit(Qty::whole(std::abs(delta) + doubtful));
    bar.doubtful = Qty::whole(doubtful);
    return bar;
}

FlowUpdate updateOf(std::vector<FlowBar> bars, std::optional<Timestamp> knownFrom,
                    bool reset = false)
{
    FlowUpdate update;
    update.reset = reset;
    update.bars = std::move(bars);
    update.knownFrom = knownFrom;
    return update;
}

} // namespace

class TestFlowSeries : public QObject
{
    Q_OBJECT

    std::unique_ptr<ChartSeries> m_bars;
    std::unique_ptr<FlowSeries> m_flow;

    void load(int from, std::size_t count, bool reset = true, QDate day = today)
    {
        m_bars->apply(chartbars::update(chartbars::walk(count, at(from, day), 1min), reset));
    }
    double close(ChartSeries::Key key) const { return m_flow->cvd(key).close; }
    /// Divergences, counted from the first bar.
    static std::vector<FlowSeries::Divergence> marks(const FlowSeries &flow)
    {
        auto marks = flow.divergences(flow.firstKey(), flow.lastKey());
        for (FlowSeries::Divergence &mark : marks) {
            mark.first -= flow.firstKey();
            mark.second -= flow.firstKey();
        }
        return marks;
    }
    /// A bar whose low is so many cents, and a minute's flow for it.
    static Candle barAt(int minute, int low)
    {
        Candle bar;
        bar.start = at(minute);
        bar.low = bar.open = Price::fromUnits(low * (Price::unitsPerOne / 100));
        bar.high = bar.close = Price::fromUnits((low + 3) * (Price::unitsPerOne / 100));
        bar.volume = Qty::whole(100);
        return bar;
    }

private slots:
    void init()
    {
        m_bars = std::make_unique<ChartSeries>();
        m_flow = std::make_unique<FlowSeries>(*m_bars);
        m_bars->setInstrument(u"AAPL"_s, {});
    }
    void cleanup()
    {
        m_flow.reset();
        m_bars.reset();
    }

    void withoutTradesEveryBarIsEstimated()
    {
        load(0, 50);
        QCOMPARE(m_flow->lastKey(), m_bars->lastKey());
        double sum = 0;
        for (ChartSeries::Key key = m_flow->firstKey(); key <= m_flow->lastKey(); ++key) {
            QVERIFY(m_flow->isEstimated(key));
            QVERIFY(!m_flow->bar(key));
            const ChartBar bar = m_bars->bar(key);
            QVERIFY(std::abs(m_flow->delta(key).close) <= bar.volume);
            sum += m_flow->delta(key).close;
            QCOMPARE(close(key), sum);
        }
        QVERIFY(sum != 0);
    }

    void whatIsKnownReplacesTheEstimate()
    {
        load(0, 10);
        m_flow->apply(
            updateOf({ flowOf(at(5), 300), flowOf(at(6), -100), flowOf(at(8), 50) }, at(5), true));
        const ChartSeries::Key first = m_flow->firstKey();
        QVERIFY(m_flow->isEstimated(first + 4));
        QVERIFY(!m_flow->isEstimated(first + 5));
        QCOMPARE(m_flow->delta(first + 5).close, 300.0);
        QCOMPARE(m_flow->delta(first + 7).close, 0.0); // nobody traded: known, and nothing
        QVERIFY(!m_flow->isEstimated(first + 7));
        QCOMPARE(m_flow->cvd(first + 5).open, 0.0); // not on top of a guess
        QCOMPARE(close(first + 9), 250.0);
        QCOMPARE(m_flow->firstKnown(), first + 5);
    }

    void aContinuousSumIsZeroWhereTradesBegin()
    {
        load(0, 10);
        m_flow->setReset(CvdReset::Never);
        m_flow->apply(updateOf({ flowOf(at(5), 300) }, at(5), true));
        const ChartSeries::Key first = m_flow->firstKey();
        QVERIFY(std::abs(m_flow->cvd(first + 5).open) < 1e-6);
        QVERIFY(std::abs(close(first + 5) - 300) < 1e-6);
        // Older bars leave what is to their right alone
        const double last = close(m_flow->lastKey());
        load(-30, 30, false);
        QVERIFY(std::abs(close(m_flow->lastKey()) - last) < 1e-6);
    }

    void everyDayBeginsAtZero()
    {
        load(0, 20, true, today.addDays(-1));
        load(0, 10, false);
        m_flow->apply(updateOf({ flowOf(at(0), 70) }, at(0), true));
        QCOMPARE(m_flow->cvd(m_flow->lastKey() - 9).open, 0.0);
        QCOMPARE(close(m_flow->lastKey() - 9), 70.0);
    }

    void aGapBeginsAnew_data()
    {
        QTest::addColumn<CvdReset>("reset");
        QTest::newRow("by the day") << CvdReset::Session;
        QTest::newRow("continuous") << CvdReset::Never;
    }
    void aGapBeginsAnew()
    {
        QFETCH(const CvdReset, reset);
        load(0, 10);
        m_flow->setReset(reset);
        FlowBar after = flowOf(at(4), 50);
        after.afterGap = true;
        m_flow->apply(updateOf({ flowOf(at(0), 100), flowOf(at(1), 200), after }, at(0), true));
        const ChartSeries::Key first = m_flow->firstKey();
        QCOMPARE(close(first + 3), 300.0);
        QCOMPARE(m_flow->cvd(first + 4).open, 0.0);
        QCOMPARE(close(first + 9), 50.0);
    }

    /// Theirs begin at midnight UTC, and 09:30 in New York is an hour as any other.
    void daysOfCoinsAreUtc()
    {
        m_bars->setInstrument(u"X:BTCUSD"_s, Timeframe(30, TimeUnit::Minute), 2,
                              AssetClass::Crypto);
        const Timestamp midnight { std::chrono::sys_days(2026y / 8 / 13) };
        m_bars->apply(chartbars::update(chartbars::walk(96, midnight - 24h, 30min), true));
        std::vector<FlowBar> flows;
        for (int i = 0; i < 96; ++i)
            flows.push_back(flowOf(midnight - 24h + i * 30min, 10));
        m_flow->apply(updateOf(std::move(flows), midnight - 24h, true));
        const ChartSeries::Key first = m_flow->firstKey();
        QCOMPARE(close(first + 47), 480.0);
        QCOMPARE(close(first + 48), 10.0);
        QCOMPARE(close(first + 95), 480.0);
    }

    void theBandHoldsAllThatIsDoubtful()
    {
        load(0, 5);
        m_flow->apply(updateOf({ flowOf(at(0), 100, 40), flowOf(at(1), -30, 10) }, at(0), true));
        const ChartSeries::Key first = m_flow->firstKey();
        QCOMPARE(m_flow->band(first), (std::pair { 60.0, 140.0 }));
        QCOMPARE(m_flow->band(first + 1), (std::pair { 20.0, 120.0 }));
        QCOMPARE(m_flow->doubtfulShare(first, first + 1), 50.0 / 180.0);
    }

    /// Price falls to a lower low, the sum to a higher one; nobody knows before three more bars are
    /// over.
    void aDivergenceIsKnownThreeBarsLater()
    {
        const std::vector<int> lows { 90, 80, 70, 50, 70, 80, 80, 70, 60, 40, 60, 70, 80, 81 };
        const std::vector<int> deltas { 0, -30, -30, -30, 50, 0, 0, 0, 0, -20, 0, 0, 0, 0 };
        for (std::size_t i = 0; i < lows.size(); ++i) {
            m_bars->apply(chartbars::update({ barAt(int(i), lows[i]) }, i == 0));
            m_flow->apply(updateOf({ flowOf(at(int(i)), deltas[i]) }, at(0), i == 0));
            const bool known = i >= 13; // bars 10 to 12 are over when the next one begins
            QCOMPARE(marks(*m_flow).size(), known ? 1U : 0U);
        }
        QCOMPARE(marks(*m_flow).front(), (FlowSeries::Divergence { 3, 9, true }));
        QVERIFY(m_flow->divergences(m_flow->firstKey() + 10, m_flow->lastKey()).empty());
        QCOMPARE(m_flow->divergences(m_flow->firstKey() + 5, m_flow->firstKey() + 6).size(), 1U);
        // A late print takes it back
        m_flow->apply(updateOf({ flowOf(at(9), -90) }, at(0)));
        QVERIFY(marks(*m_flow).empty());
    }

    void estimatesDoNotDiverge()
    {
        load(-30, 200);
        QVERIFY(marks(*m_flow).empty());
        std::vector<FlowBar> flows;
        SplitMix64 random(3);
        for (int i = 60; i < 170; ++i)
            flows.push_back(flowOf(at(i), int(random.below(2'000)) - 1'000));
        m_flow->apply(updateOf(std::move(flows), at(60), true));
        QVERIFY(!marks(*m_flow).empty());
        QVERIFY(marks(*m_flow).front().first >= 90);
    }

    void onlyTheNewestBarChangesAlone()
    {
        load(0, 10);
        m_flow->apply(updateOf({ flowOf(at(8), 10), flowOf(at(9), 20) }, at(8), true));
        QSignalSpy changed(m_flow.get(), &FlowSeries::changed);
        m_flow->apply(updateOf({ flowOf(at(9), 90) }, at(8)));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.front().front().value<ChartSeries::Key>(), m_bars->lastKey());
        QCOMPARE(m_flow->delta(m_flow->lastKey()).close, 90.0);
    }

    /// Piece by piece, in any order, it is what it would be at once.
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
        const std::vector<Candle> bars = chartbars::walk(200, at(-400), 4min, qint64(seed));
        std::vector<FlowBar> flows;
        const std::size_t known = random.below(200);
        for (std::size_t i = known; i < bars.size(); ++i)
            flows.push_back(flowOf(bars[i].start, int(random.below(2'000)) - 1'000));
        m_flow->setReset(random.below(2) == 0 ? CvdReset::Never : CvdReset::Session);
        // Newest bars first, older pages then, the newest again and again, flow in between
        std::size_t shown = 150;
        std::size_t oldest = 100;
        m_bars->apply(chartbars::update({ bars.begin() + 100, bars.begin() + 150 }, true));
        std::size_t flowed = known;
        const auto flow = [&](std::size_t until) {
            until = std::clamp(until, known, bars.size());
            std::vector<FlowBar> news(flows.begin() + std::ptrdiff_t(flowed - known),
                                      flows.begin() + std::ptrdiff_t(until - known));
            m_flow->apply(updateOf(std::move(news), bars[known].start, flowed == known));
            flowed = until;
        };
        while (shown < bars.size() || oldest > 0 || flowed < bars.size()) {
            switch (random.below(3)) {
            case 0:
                if (shown < bars.size())
                    m_bars->apply(chartbars::update({ bars.begin() + std::ptrdiff_t(shown) - 1,
                                                      bars.begin() + std::ptrdiff_t(shown) + 1 },
                                                    false)),
                        ++shown;
                break;
            case 1: {
                const std::size_t page = std::min(oldest, std::size_t(random.below(40)));
                m_bars->apply(chartbars::update({ bars.begin() + std::ptrdiff_t(oldest - page),
                                                  bars.begin() + std::ptrdiff_t(oldest) },
                                                false));
                oldest -= page;
                break;
            }
            default:
                flow(flowed + random.below(20));
                break;
            }
        }
        ChartSeries wholeBars;
        wholeBars.setInstrument(u"AAPL"_s, {});
        FlowSeries whole(wholeBars);
        whole.setReset(m_flow->reset());
        wholeBars.apply(chartbars::update(bars));
        whole.apply(updateOf(flows, bars[known].start, true));
        QCOMPARE(m_flow->lastKey() - m_flow->firstKey(), whole.lastKey() - whole.firstKey());
        for (ChartSeries::Key i = 0; i <= whole.lastKey() - whole.firstKey(); ++i) {
            const OhlcRun &a = m_flow->cvd(m_flow->firstKey() + i);
            const OhlcRun &b = whole.cvd(whole.firstKey() + i);
            QVERIFY(std::abs(a.open - b.open) < 1e-3 && std::abs(a.close - b.close) < 1e-3);
            QVERIFY(std::abs(a.high - b.high) < 1e-3 && std::abs(a.low - b.low) < 1e-3);
        }
        QCOMPARE(marks(*m_flow), marks(whole));
    }

    void farBackThereIsNothing()
    {
        load(-30'000, 30'000);
        QVERIFY(m_flow->firstKey() > m_bars->firstKey());
        QCOMPARE(m_flow->lastKey(), m_bars->lastKey());
        QVERIFY(m_flow->cvdOver(m_bars->firstKey(), m_bars->firstKey() + 5).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFlowSeries)
#include "tst_flowseries.moc"
