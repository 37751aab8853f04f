#include "flowprofile.h"

#include "barrows.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr Duration longestEstimated = 30min;
constexpr qint64 mostRows = 1'000'000; // from nothing to the highest price

} // namespace

bool FlowProfile::add(const FlowProfile &other)
{
    if (!profile.add(other.profile.rows()))
        return false;
    estimated += other.estimated;
    gaps += other.gaps;
    return true;
}

void FlowProfile::remove(const FlowProfile &other)
{
    profile.remove(other.profile.rows());
    estimated -= other.estimated;
    gaps -= other.gaps;
}

double FlowProfile::estimatedShare() const
{
    return profile.volume().isZero() ? 0 : estimated.toDouble() / profile.volume().toDouble();
}

bool canEstimateProfile(Timeframe timeframe)
{
    return timeframe.isIntraday() && timeframe.nominalLength() <= longestEstimated;
}

bool isProfileEstimated(const FlowSeries &flow, FlowSeries::Key key)
{
    return canEstimateProfile(flow.bars().timeframe())
        && (flow.isEstimated(key) || flow.isPartial(key));
}

PriceGrid profileGrid(const FlowSeries &flow)
{
    const ChartSeries &bars = flow.bars();
    const OhlcRun all = bars.over(bars.firstKey(), bars.lastKey());
    const qint64 high = all.isEmpty() ? 0 : Price::fromDouble(all.high).units();
    qint64 height = flow.grid().height().units();
    while (high / height >= mostRows)
        height *= 10;
    return PriceGrid(Price::fromUnits(height));
}

std::optional<FlowProfile> flowProfile(const FlowSeries &flow, PriceGrid grid,
                                       FlowSeries::Key first, FlowSeries::Key last)
{
    const ChartSeries &bars = flow.bars();
    FlowProfile result { VolumeProfile(grid), {}, 0 };
    BarRows estimate(grid);
    std::vector<const FlowRows *> parts;
    last = std::min(last, bars.lastKey());
    for (FlowSeries::Key key = std::max(first, bars.firstKey()); key <= last; ++key) {
        if (isProfileEstimated(flow, key)) {
            estimate.add(bars.bar(key));
        } else if (const FlowBar *known = flow.bar(key)) {
            parts.push_back(&known->footprint.cells);
            result.gaps += known->afterGap ? 1 : 0;
        }
    }
    const FlowRows traded = FlowRows::sum(parts);
    result.estimated = estimate.volume();
    const bool sameGrid = flow.grid() == grid;
    if (!result.profile.add(sameGrid ? traded : traded.regridded(flow.grid(), grid))
        || !result.profile.add(estimate.rows()))
        return std::nullopt;
    return result;
}

} // namespace tapeline
