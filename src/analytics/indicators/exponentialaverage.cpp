#include "exponentialmean.h"
#include "indicatorparts.h"

namespace tapeline {

namespace {

/// Begins with the mean of the first n prices; each next one moves it by 2 / (n + 1) of the way
/// (execution.md F.1).
class ExponentialAverage : public CopiedIndicator<ExponentialAverage>
{
public:
    explicit ExponentialAverage(std::span<const double> parameters)
        : m_mean(std::size_t(parameters[0]))
        , m_source(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        values[0] = m_mean.add(priceOf(bar, m_source));
    }

private:
    ExponentialMean m_mean;
    double m_source;
};

} // namespace

IndicatorInfo exponentialAverageInfo()
{
    return { .id = "ema",
             .name = TAPELINE_INDICATOR_TEXT("Exponential moving average"),
             .shortName = "EMA",
             .group = IndicatorGroup::Averages,
             .parameters = { lengthParameter(20), priceSourceParameter() },
             .outputs = { { .id = "ema", .name = TAPELINE_INDICATOR_TEXT("Average"), .tint = 1 } },
             .make = makeOf<ExponentialAverage> };
}

} // namespace tapeline
