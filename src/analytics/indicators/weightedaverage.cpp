#include "averageindicator.h"
#include "weightedmean.h"

namespace tapeline {

/// The last n prices weighted 1, 2 ... n (TA-Lib WMA).
IndicatorInfo weightedAverageInfo()
{
    return averageInfo<WeightedMean>({ .id = "wma",
                                       .name = TAPELINE_INDICATOR_TEXT("Weighted moving average"),
                                       .shortName = "WMA",
                                       .tint = 2 });
}

} // namespace tapeline
