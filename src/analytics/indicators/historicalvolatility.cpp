#include "indicatorparts.h"
#include "rollingdeviation.h"

#include <utility>

namespace tapeline {

namespace {

IndicatorParameter yearParameter()
{
    return { .id = "year",
             .name = TAPELINE_INDICATOR_TEXT("Bars a year"),
             .initial = 252,
             .least = 1,
             .most = 600'000 };
}

/// The standard deviation of a sample of n logarithms of close by close before, in percent a year.
/// No value while a close in the window is not above 0.
class HistoricalVolatility : public CopiedIndicator<HistoricalVolatility>
{
public:
    explicit HistoricalVolatility(std::span<const double> parameters)
        : m_deviation(std::size_t(parameters[0]))
        , m_scale(100 * std::sqrt(parameters[1]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double before = std::exchange(m_before, bar.close);
        m_deviation.add(before > 0 && bar.close > 0 ? std::log(bar.close / before) : noValue);
        values[0] = m_scale * m_deviation.sampleDeviation();
    }

private:
    RollingDeviation m_deviation;
    double m_scale;
    double m_before = noValue;
};

} // namespace

IndicatorInfo historicalVolatilityInfo()
{
    return { .id = "hv",
             .name = TAPELINE_INDICATOR_TEXT("Historical volatility"),
             .shortName = "HV",
             .group = IndicatorGroup::Volatility,
             .onPrices = false,
             .parameters = { atLeastTwo(lengthParameter(20)), yearParameter() },
             .outputs
             = { { .id = "hv", .name = TAPELINE_INDICATOR_TEXT("Percent a year"), .tint = 2 } },
             .make = makeOf<HistoricalVolatility> };
}

} // namespace tapeline
