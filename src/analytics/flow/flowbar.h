#pragma once

#include "footprint.h"

namespace tapeline {

/// The order flow of one bar of a chart, as it is published.
struct FlowBar
{
    Timestamp start {};
    FootprintBar footprint; ///< delta, its extremes, and the volume of every price
    HalfQty sided; ///< the part of the delta that comes from prints with a clear side
    Qty doubtful; ///< volume of the others: between bid and ask, or without any side
    bool afterGap = false; ///< prints in front of it, or in it, are missing
};

} // namespace tapeline
