#pragma once

#include "flowupdate.h"

#include <QtTest>

#include <map>

namespace tapeline::test {

/// What a chart knows after all updates.
struct ShownFlow
{
    /// All portions.
    template<typename Feed> void take(Feed &feed)
    {
        do
            show(feed.take());
        while (feed.isDirty());
    }
    void show(const FlowUpdate &update)
    {
        if (update.reset)
            bars.clear();
        for (const FlowBar &bar : update.bars)
            bars[bar.start] = bar;
        knownFrom = update.knownFrom;
        statistics = update.statistics;
    }
    HalfQty delta() const
    {
        HalfQty sum;
        for (const auto &[start, bar] : bars)
            sum += bar.footprint.delta;
        return sum;
    }

    std::map<Timestamp, FlowBar> bars;
    std::optional<Timestamp> knownFrom;
    FlowStatistics statistics;
};

inline void compare(const ShownFlow &a, const ShownFlow &b)
{
    QCOMPARE(a.bars.size(), b.bars.size());
    QCOMPARE(a.statistics.cvd.cvd.parts(), b.statistics.cvd.cvd.parts());
    QCOMPARE(a.statistics.cvd.slope, b.statistics.cvd.slope);
    for (const auto &[start, bar] : a.bars) {
        const FlowBar &other = b.bars.at(start);
        QCOMPARE(bar.footprint.delta.parts(), other.footprint.delta.parts());
        QCOMPARE(bar.footprint.maxDelta.parts(), other.footprint.maxDelta.parts());
        QCOMPARE(bar.footprint.minDelta.parts(), other.footprint.minDelta.parts());
        QCOMPARE(bar.footprint.trades, other.footprint.trades);
        QCOMPARE(bar.sided.parts(), other.sided.parts());
        QCOMPARE(bar.doubtful.units(), other.doubtful.units());
        QVERIFY(std::ranges::equal(bar.footprint.cells.rows(), other.footprint.cells.rows()));
    }
}

} // namespace tapeline::test
