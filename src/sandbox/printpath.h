#pragma once

#include "barplan.h"
#include "splitmix64.h"
#include "timestamp.h"

#include <vector>

namespace tapeline {

/// One print of a second.
struct PathPrint
{
    Duration offset {}; ///< in the second, whole milliseconds while there are less than a thousand
    qint32 price = 0;
    qint64 volume = 0;
    bool isBuy = false; ///< above the print before it, or by chance
};

/// The prints that make a second's bar: as many as it says, in order of time, no two at one time.
/// The first is at its open, the last at its close, all between its low and its high, which are
/// touched; their volumes add up to its. The bar's path must be possible with its prints (see
/// withPrints()).
std::vector<PathPrint> printPath(const BarPlan &bar, SplitMix64 &draws);

} // namespace tapeline
