#include "averageindicator.h"
#include "rollingmean.h"

namespace tapeline {

/// The mean of the last n prices (execution.md F.1).
IndicatorInfo simpleAverageInfo()
{
    return averageInfo<RollingMean>({ .id = "sma",
                                      .name = TAPELINE_INDICATOR_TEXT("Simple moving average"),
                                      .shortName = "SMA" });
}

} // namespace tapeline
