#include "averageindicator.h"
#include "exponentialmean.h"

namespace tapeline {

namespace {

/// Wilder's, also called RMA: begins with the mean of the first n prices, each next one moves it by
/// 1 / n of the way (execution.md F.1).
class WilderMean
{
public:
    explicit WilderMean(std::size_t length)
        : m_mean(ExponentialMean::wilder(length))
    {
    }

    double add(double price) { return m_mean.add(price); }

private:
    ExponentialMean m_mean;
};

} // namespace

IndicatorInfo wilderAverageInfo()
{
    return averageInfo<WilderMean>(
        { .id = "smma",
          .name = TAPELINE_INDICATOR_TEXT("Smoothed moving average (Wilder)"),
          .shortName = "SMMA",
          .length = 14,
          .tint = 7 });
}

} // namespace tapeline
