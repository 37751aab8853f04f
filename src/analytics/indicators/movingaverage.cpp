#include "movingaverage.h"

#include "indicatorparts.h"

namespace tapeline {

IndicatorParameter averageKindParameter(AverageKind initial)
{
    return choiceParameter(
        "average", TAPELINE_INDICATOR_TEXT("Average"),
        { TAPELINE_INDICATOR_TEXT("Simple"), TAPELINE_INDICATOR_TEXT("Exponential"),
          TAPELINE_INDICATOR_TEXT("Wilder"), TAPELINE_INDICATOR_TEXT("Weighted") },
        int(initial));
}

double MovingAverage::add(double value)
{
    return std::visit([value](auto &mean) { return mean.add(value); }, m_mean);
}

MovingAverage::Mean MovingAverage::make(AverageKind kind, std::size_t length)
{
    switch (kind) {
    case AverageKind::Simple:
        return RollingMean(length);
    case AverageKind::Exponential:
        return ExponentialMean(length);
    case AverageKind::Wilder:
        return ExponentialMean::wilder(length);
    case AverageKind::Weighted:
        return WeightedMean(length);
    }
    Q_UNREACHABLE();
}

} // namespace tapeline
