#include "indicatorparts.h"
#include "rollingmean.h"

namespace tapeline {

namespace {

/// The mean of the last n prices (execution.md F.1).
class SimpleAverage : public CopiedIndicator<SimpleAverage>
{
public:
    explicit SimpleAverage(std::span<const double> parameters)
        : m_mean(std::size_t(parameters[0]))
        , m_source(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        values[0] = m_mean.add(priceOf(bar, m_source));
    }

private:
    RollingMean m_mean;
    double m_source;
};

} // namespace

IndicatorInfo simpleAverageInfo()
{
    return { .id = "sma",
             .name = TAPELINE_INDICATOR_TEXT("Simple moving average"),
             .shortName = "SMA",
             .group = IndicatorGroup::Averages,
             .parameters = { lengthParameter(20), priceSourceParameter() },
             .outputs = { { .id = "sma", .name = TAPELINE_INDICATOR_TEXT("Average") } },
             .make = makeOf<SimpleAverage> };
}

} // namespace tapeline
