#pragma once

#include "indicator.h"

namespace tapeline {

/// Where in its range a bar closed, -1 (at its low) to 1; 0 where it has no range. Chaikin's money
/// flow multiplier.
inline double closeWithin(const IndicatorBar &bar)
{
    const double range = bar.high - bar.low;
    return range > 0 ? ((bar.close - bar.low) - (bar.high - bar.close)) / range : 0;
}

} // namespace tapeline
