#pragma once

#include "flowseries.h"
#include "volumeprofile.h"

namespace tapeline {

/// The volume by price of some of a chart's bars: from trades where they are known, elsewhere
/// estimated from the bars. A bar is never counted both ways.
struct FlowProfile
{
    VolumeProfile profile;
    Qty estimated; ///< so much of its volume is
    int gaps = 0; ///< bars whose trades are known, but for some that are missing

    /// False, and nothing counted, when the sums would leave their range. Of the same grid.
    bool add(const FlowProfile &other);
    /// What was added before.
    void remove(const FlowProfile &other);
    /// 0 to 1.
    double estimatedShare() const;
};

/// Whether bars are short enough for an estimate: longer ones hardly say where they were traded.
bool canEstimateProfile(Timeframe timeframe);
/// Whether a bar's part of a profile is estimated: not all of its trades are known, and it is
/// short enough. key must be of the chart.
bool isProfileEstimated(const FlowSeries &flow, FlowSeries::Key key);
/// The rows of a chart's profiles: those of its trades, ten or more of them in one where a price
/// takes more than six digits.
PriceGrid profileGrid(const FlowSeries &flow);
/// Of the bars [first, last]; nothing when the sums would leave their range.
std::optional<FlowProfile> flowProfile(const FlowSeries &flow, PriceGrid grid,
                                       FlowSeries::Key first, FlowSeries::Key last);

} // namespace tapeline
