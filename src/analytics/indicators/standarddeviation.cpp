#include "indicatorparts.h"
#include "rollingdeviation.h"

namespace tapeline {

namespace {

/// The standard deviation of the last n prices, of a population (TA-Lib STDDEV).
class StandardDeviation : public CopiedIndicator<StandardDeviation>
{
public:
    explicit StandardDeviation(std::span<const double> parameters)
        : m_deviation(std::size_t(parameters[0]))
        , m_source(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_deviation.add(priceOf(bar, m_source));
        values[0] = m_deviation.deviation();
    }

private:
    RollingDeviation m_deviation;
    double m_source;
};

} // namespace

IndicatorInfo standardDeviationInfo()
{
    return { .id = "stddev",
             .name = TAPELINE_INDICATOR_TEXT("Standard deviation"),
             .shortName = "StdDev",
             .group = IndicatorGroup::Volatility,
             .onPrices = false,
             .parameters = { lengthParameter(20), priceSourceParameter() },
             .outputs
             = { { .id = "stddev", .name = TAPELINE_INDICATOR_TEXT("Deviation"), .tint = 4 } },
             .make = makeOf<StandardDeviation> };
}

} // namespace tapeline
