#include "averageindicator.h"
#include "exponentialmean.h"

namespace tapeline {

/// Begins with the mean of the first n prices; each next one moves it by 2 / (n + 1) of the way
/// (execution.md F.1).
IndicatorInfo exponentialAverageInfo()
{
    return averageInfo<ExponentialMean>(
        { .id = "ema",
          .name = TAPELINE_INDICATOR_TEXT("Exponential moving average"),
          .shortName = "EMA",
          .tint = 1 });
}

} // namespace tapeline
