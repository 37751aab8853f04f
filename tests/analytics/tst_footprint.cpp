#include "footprint.h"
#include "footprintmarks.h"

#include "easterntime.h"
#include "flowprints.h"

#include <QtTest>

#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using test::flowPrint;
using enum FlowSide;

const Timestamp ten = easterntime::at({ 2025, 7, 16 }, 10h);

FootprintOptions minutes(qint64 ticks = 1)
{
    return { Timeframe(1, TimeUnit::Minute), AssetClass::Stocks,
             PriceGrid(Price::fromUnits(ticks * 100'000'000)) };
}

struct Cell
{
    qint64 cents;
    int sell;
    int buy;
};

/// One bar with these cells, closed in the last one's row.
FootprintBar barOf(std::initializer_list<Cell> cells)
{
    Footprint footprint(minutes());
    for (const Cell &cell : cells) {
        if (cell.sell > 0)
            footprint.add(flowPrint(Sell, cell.sell, cell.cents, ten));
        if (cell.buy > 0)
            footprint.add(flowPrint(Buy, cell.buy, cell.cents, ten));
    }
    return footprint.bars()[0];
}

FootprintBar barD07()
{
    return barOf(
        { { 1000, 51, 0 }, { 1001, 243, 20 }, { 1002, 20, 84 }, { 1003, 1, 15 }, { 1004, 0, 15 } });
}

std::vector<qint64> rowsWith(const FootprintMarks &marks, bool FootprintMark::*mark)
{
    std::vector<qint64> rows;
    for (const FootprintMark &row : marks.rows)
        if (row.*mark)
            rows.push_back(row.row);
    return rows;
}

} // namespace

class TestFootprint : public QObject
{
    Q_OBJECT

private slots:
    void d07_imbalances()
    {
        const FootprintBar bar = barD07();
        QCOMPARE(bar.volume(), Qty::whole(449));
        QCOMPARE(bar.delta.toDouble(), -181.0);
        QCOMPARE(bar.poc(), 1001);
        const FootprintMarks marks = footprintMarks(bar);
        QCOMPARE(rowsWith(marks, &FootprintMark::buyImbalance), (std::vector<qint64> { 1004 }));
        QVERIFY(rowsWith(marks, &FootprintMark::sellImbalance).empty());
        QVERIFY(!marks.unfinishedHigh && !marks.unfinishedLow);
        QVERIFY(marks.stacks.empty());
    }

    void d07_withALowerRatio()
    {
        FootprintRules rules;
        rules.ratioPercent = 250;
        const FootprintMarks marks = footprintMarks(barD07(), rules);
        QCOMPARE(rowsWith(marks, &FootprintMark::sellImbalance),
                 (std::vector<qint64> { 1000, 1001 }));
    }

    void neutralTradesAreQuarters()
    {
        Footprint footprint(minutes());
        footprint.add(flowPrint(BuyNeutral, 100, 1000, ten));
        footprint.add(flowPrint(SellNeutral, 3, 1000, ten));
        footprint.add(flowPrint(None, 5, 1000, ten));
        const FlowRow row = footprint.bars()[0].cells.rows()[0];
        QCOMPARE(row.buy.toDouble(), 75 + 0.75 + 2.5);
        QCOMPARE(row.sell.toDouble(), 25 + 2.25 + 2.5);
        QCOMPARE(footprint.bars()[0].delta.toDouble(), 50 - 1.5);
    }

    void zeroOnTheOtherSide()
    {
        const FootprintBar bar = barOf({ { 1000, 0, 5 }, { 1001, 0, 40 }, { 1003, 0, 12 } });
        QCOMPARE(rowsWith(footprintMarks(bar), &FootprintMark::buyImbalance),
                 (std::vector<qint64> { 1001, 1003 })); // 1002 is empty: no sellers either
        FootprintRules strict;
        strict.countZero = false;
        QVERIFY(rowsWith(footprintMarks(bar, strict), &FootprintMark::buyImbalance).empty());
        FootprintRules large;
        large.minVolume = Qty::whole(13);
        QCOMPARE(rowsWith(footprintMarks(bar, large), &FootprintMark::buyImbalance),
                 (std::vector<qint64> { 1001 }));
    }

    void stacks()
    {
        const FootprintBar bar = barOf({ { 1000, 1, 0 },
                                         { 1001, 1, 30 },
                                         { 1002, 1, 30 },
                                         { 1003, 1, 30 },
                                         { 1004, 90, 1 },
                                         { 1005, 90, 30 },
                                         { 1006, 0, 30 },
                                         { 1007, 0, 30 } });
        const FootprintMarks marks = footprintMarks(bar);
        QCOMPARE(marks.stacks.size(), 1U);
        QCOMPARE(marks.stacks[0], (ImbalanceStack { 1001, 1003, true }));
        FootprintRules two;
        two.stackedRows = 1;
        QCOMPARE(footprintMarks(bar, two).stacks.size(), 3U);
    }

    void unfinishedAuction()
    {
        const FootprintMarks marks
            = footprintMarks(barOf({ { 1000, 5, 1 }, { 1001, 5, 5 }, { 1002, 1, 5 } }));
        QVERIFY(marks.unfinishedHigh && marks.unfinishedLow);
    }

    void absorption()
    {
        // Buyers at 10.05 meet all that is offered, and the bar closes three rows lower
        const FootprintBar bar
            = barOf({ { 1005, 10, 900 }, { 1004, 20, 10 }, { 1003, 20, 10 }, { 1002, 5, 5 } });
        QCOMPARE(rowsWith(footprintMarks(bar), &FootprintMark::absorption),
                 (std::vector<qint64> { 1005 }));
        const FootprintBar near = barOf({ { 1005, 10, 900 }, { 1004, 20, 10 } });
        QVERIFY(rowsWith(footprintMarks(near), &FootprintMark::absorption).empty());
        const FootprintBar with = barOf({ { 1005, 900, 10 }, { 1002, 5, 5 } });
        QVERIFY(rowsWith(footprintMarks(with), &FootprintMark::absorption).empty());
    }

    void rowsOfSeveralTicks()
    {
        Footprint footprint(minutes(5));
        for (const qint64 cents : { 1000, 1004, 1005, 999 })
            footprint.add(flowPrint(Buy, 10, cents, ten));
        const auto rows = footprint.bars()[0].cells.rows();
        QCOMPARE(rows.size(), 3U);
        QCOMPARE(rows[0].row, 199);
        QCOMPARE(rows[1].buy.toDouble(), 20.0);
        QCOMPARE(minutes(5).grid.bottom(200), Price::whole(10));
        const PriceGrid grid(Price::whole(1));
        QCOMPARE(grid.rowOf(*Price::parse(u"-0.5")), -1); // spreads trade below zero
        QCOMPARE(grid.rowOf(Price::whole(-1)), -1);
    }

    void sumsHoldInEveryRowAndBar()
    {
        for (quint64 seed = 1; seed <= 30; ++seed) {
            const std::vector<FlowPrint> prints = test::randomFlow(seed, 1'500, ten);
            Footprint footprint(minutes());
            std::map<Timestamp, std::pair<Qty, HalfQty>> expected;
            for (const FlowPrint &print : prints) {
                QVERIFY(footprint.add(print));
                auto &[volume, delta] = expected[minutes().timeframe.windowStart(print.time)];
                volume += print.size;
                delta += print.delta;
            }
            QCOMPARE(footprint.bars().size(), expected.size());
            auto bar = footprint.bars().begin();
            for (const auto &[start, sums] : expected) {
                QCOMPARE(bar->start, start);
                QuarterQty volume, delta;
                for (const FlowRow &row : bar->cells.rows()) {
                    QVERIFY(row.buy >= QuarterQty() && row.sell >= QuarterQty());
                    volume += row.volume();
                    delta += row.delta();
                }
                QCOMPARE(volume, QuarterQty::fromQty(sums.first));
                QCOMPARE(bar->volume(), sums.first);
                QCOMPARE(delta.parts(), 2 * sums.second.parts());
                QCOMPARE(bar->delta, sums.second);
                QVERIFY(bar->minDelta <= bar->delta && bar->delta <= bar->maxDelta);
                ++bar;
            }
        }
    }

    void barsOfARange()
    {
        Footprint footprint(minutes());
        for (int minute : { 0, 1, 3, 4 })
            footprint.add(flowPrint(Buy, 10, 1000, ten + std::chrono::minutes(minute)));
        QCOMPARE(footprint.bars(ten + 1min, ten + 4min).size(), 2U);
        QCOMPARE(footprint.bars(ten + 2min, ten + 2min).size(), 0U);
        QCOMPARE(footprint.bars(ten - 1h, ten + 1h).size(), 4U);
    }
};

QTEST_GUILESS_MAIN(TestFootprint)
#include "tst_footprint.moc"
