#pragma once

#include "flowrows.h"
#include "pricegrid.h"
#include "timeframe.h"

#include <span>
#include <vector>

namespace tapeline {

/// Bought and sold volume by price of one time bar (execution.md D.3).
struct FootprintBar
{
    Timestamp start {};
    FlowRows cells;
    HalfQty delta;
    HalfQty maxDelta; ///< extremes of the running delta, which starts at 0
    HalfQty minDelta;
    VolumeBound bound;
    qint64 openRow = 0; ///< of the first trade that came
    qint64 closeRow = 0; ///< of the last one
    qint64 trades = 0;

    Qty volume() const { return bound.volume(); }
    /// Row of the largest volume, as pointOfControl(). A bar has at least one trade.
    qint64 poc() const;
};

struct FootprintOptions
{
    Timeframe timeframe;
    AssetClass assetClass = AssetClass::Stocks;
    PriceGrid grid;
};

/// Footprint bars of one instrument. A trade of a past window changes that bar. Windows without
/// trades are absent.
class Footprint
{
public:
    explicit Footprint(const FootprintOptions &options);

    const FootprintOptions &options() const { return m_options; }
    /// False, and nothing counted, when a bar's sums would leave their range (splitLimit).
    bool add(const FlowPrint &print);

    /// Ascending by start. The last one is still forming.
    std::span<const FootprintBar> bars() const { return m_bars; }
    /// Those that start within [from, to).
    std::span<const FootprintBar> bars(Timestamp from, Timestamp to) const;

private:
    FootprintBar &barAt(const FlowPrint &print);

    FootprintOptions m_options;
    std::vector<FootprintBar> m_bars;
    Timestamp m_windowEnd {}; // of the last bar
};

} // namespace tapeline
