#include "cumulativedelta.h"
#include "deltabars.h"
#include "easterntime.h"
#include "footprint.h"
#include "footprintmarks.h"
#include "quotepressure.h"
#include "sessionprofiles.h"
#include "splitmix64.h"
#include "sweepgrouper.h"
#include "tapespeed.h"
#include "tradeclassifier.h"
#include "vpin.h"

#include <QtTest>

#include <cstdlib>
#include <new>

// Every allocation of this program is counted while it is asked for.
namespace {
bool counting = false;
qint64 allocations = 0;
} // namespace

void *operator new(std::size_t size)
{
    allocations += counting ? 1 : 0;
    if (void *memory = std::malloc(size)) // NOLINT: this is what new is made of
        return memory;
    throw std::bad_alloc();
}
void operator delete(void *memory) noexcept
{
    std::free(memory); // NOLINT
}
void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory); // NOLINT
}

using namespace tapeline;

namespace {

const Timestamp ten = easterntime::at({ 2025, 7, 16 }, 10h);
constexpr Timeframe oneHour { 1, TimeUnit::Hour };

/// A walk of the best quote with trades around it.
class RandomTape
{
public:
    explicit RandomTape(quint64 seed)
        : m_random(seed)
    {
    }
    void move(Duration most)
    {
        m_time += Duration(m_random.below(quint64(most.count())));
        m_bid = std::clamp<qint64>(m_bid + qint64(m_random.below(3)) - 1, 9'980, 10'020);
    }
    Quote quote()
    {
        Quote quote;
        quote.time = m_time;
        quote.bid = cents(m_bid);
        quote.ask = cents(m_bid + qint64(m_random.below(4)));
        quote.bidSize = Qty::whole(qint64(m_random.below(900)));
        quote.askSize = Qty::whole(qint64(m_random.below(900)));
        return quote;
    }
    Trade trade()
    {
        Trade trade;
        trade.time = m_time;
        trade.price = cents(m_bid + qint64(m_random.below(6)) - 1);
        trade.size = Qty::whole(qint64(m_random.below(500)));
        trade.exchange = quint16(m_random.below(20));
        return trade;
    }

private:
    static Price cents(qint64 count) { return Price::fromUnits(count * 100'000'000); }

    SplitMix64 m_random;
    Timestamp m_time = ten;
    qint64 m_bid = 10'000;
};

/// Everything that is kept of one symbol's flow.
class Flow
{
public:
    explicit Flow(Timeframe timeframe)
        : m_bars({ timeframe })
        , m_footprint({ timeframe, AssetClass::Stocks, PriceGrid() })
        , m_profiles({ PriceGrid(), AssetClass::Stocks, timeframe })
    {
        m_classifier.compareRules();
    }

    void take(const Quote &quote)
    {
        m_classifier.addQuote(quote);
        m_pressure.add(quote);
    }
    void take(const Trade &trade)
    {
        const std::optional<FlowPrint> print = m_classifier.classify(trade);
        if (!print)
            return;
        m_delta.add(*print);
        m_bars.add(*print);
        m_footprint.add(*print);
        m_profiles.add(*print);
        m_vpin.add(*print);
        m_sweeps.add(*print, trade.exchange);
        m_speed.add(trade.time, trade.size);
    }
    /// What views look at, as text.
    QByteArray picture()
    {
        QByteArray text;
        const auto add
            = [&text](auto... values) { ((text += QByteArray::number(values) + ' '), ...); };
        const CvdStatistics all = m_delta.statistics();
        add(all.cvd.parts(), all.totalTicks, all.buyVolume.parts(), all.sellVolume.parts(),
            all.slope, int(all.divergence), m_vpin.value().value_or(-1), m_pressure.sum().units(),
            m_classifier.agreement()->unanimous(), m_classifier.skipped());
        for (const DeltaBar &bar : m_bars.bars())
            add(toNs(bar.start), bar.open.parts(), bar.delta.parts(), bar.maxDelta.parts(),
                bar.minDelta.parts());
        for (const FootprintBar &bar : m_footprint.bars()) {
            add(bar.poc(), int(footprintMarks(bar).stacks.size()));
            for (const FlowRow &row : bar.cells.rows())
                add(row.row, row.buy.parts(), row.sell.parts());
        }
        for (const DevelopingLevels &levels : m_profiles.sessions().back().developing)
            add(levels.poc.units(), levels.val.units(), levels.vah.units());
        return text;
    }

private:
    TradeClassifier m_classifier;
    CumulativeDelta m_delta;
    DeltaBars m_bars;
    Footprint m_footprint;
    SessionProfiles m_profiles;
    OrderFlowImbalance m_pressure;
    Vpin m_vpin { { Qty::whole(5'000), 50 } };
    SweepGrouper m_sweeps;
    TapeSpeed m_speed;
};

} // namespace

class TestFlowHotPath : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsAllocatedAfterWarmUp()
    {
        RandomTape tape(1);
        Flow flow(oneHour);
        const auto run = [&](int events) {
            for (int i = 0; i < events; ++i) {
                tape.move(40ms);
                flow.take(tape.quote());
                flow.take(tape.trade());
            }
        };
        counting = true;
        run(30'000); // the ring is full, every row was seen
        QVERIFY(allocations > 0);
        allocations = 0;
        run(30'000);
        counting = false;
        QCOMPARE(allocations, 0);
    }

    void anyBatchSizeGivesTheSame()
    {
        for (quint64 seed = 1; seed <= 5; ++seed) {
            QByteArray whole;
            for (const quint64 batch : { 1'000'000, 1, 7, 256 }) {
                RandomTape tape(seed);
                SplitMix64 sizes(batch);
                Flow flow(Timeframe {});
                quint64 left = sizes.below(batch) + 1;
                for (int i = 0; i < 4'000; ++i) {
                    tape.move(500ms);
                    flow.take(tape.quote());
                    flow.take(tape.trade());
                    if (--left > 0 || i < 10)
                        continue;
                    if (i % 50 == 0 || batch > 10)
                        flow.picture(); // to look in between changes nothing
                    left = sizes.below(batch) + 1;
                }
                if (whole.isEmpty())
                    whole = flow.picture();
                QCOMPARE(flow.picture(), whole);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFlowHotPath)
#include "tst_flowhotpath.moc"
