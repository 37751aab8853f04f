#pragma once

#include "flowprint.h"
#include "timeframe.h"

#include <optional>
#include <span>
#include <vector>

namespace tapeline {

/// The cumulative delta over one time bar, as a candle (execution.md D.3).
struct DeltaBar
{
    Timestamp start {};
    HalfQty open; ///< the cumulative delta at the bar's start
    HalfQty delta; ///< what the bar added
    HalfQty maxDelta; ///< extremes of the running delta inside the bar, which starts at 0
    HalfQty minDelta;
    Qty volume;
    bool opensSession = false; ///< the cumulative delta started again here

    HalfQty high() const { return open + maxDelta; }
    HalfQty low() const { return open + minDelta; }
    HalfQty close() const { return open + delta; }

    friend bool operator==(const DeltaBar &, const DeltaBar &) = default;
};

struct DeltaBarOptions
{
    Timeframe timeframe;
    AssetClass assetClass = AssetClass::Stocks;
    bool sessionReset = false; ///< starts again at 09:30 Eastern of every day
};

/// Delta bars of one instrument. A trade of a past window changes that bar, and moves the later
/// ones with it. Windows without trades are absent. A bar in which the sums start again begins
/// anew there.
class DeltaBars
{
public:
    explicit DeltaBars(const DeltaBarOptions &options);

    /// False, and nothing counted, when the sums would leave their range (splitLimit).
    bool add(const FlowPrint &print);
    /// The next trade starts from 0.
    void reset();

    /// Ascending by start. The last one is still forming.
    std::span<const DeltaBar> bars() const { return m_bars; }

private:
    DeltaBar &barAt(Timestamp time);
    void startSession(Timestamp time);
    void moveLater(std::size_t index, HalfQty delta);

    DeltaBarOptions m_options;
    std::vector<DeltaBar> m_bars;
    Timestamp m_windowEnd {}; // of the last bar
    Timestamp m_nextSession = Timestamp::min();
    VolumeBound m_bound;
    bool m_startsAnew = true;
};

} // namespace tapeline
