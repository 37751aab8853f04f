#include "indicatorparts.h"
#include "rollingregression.h"

namespace tapeline {

namespace {

/// By how much the straight line through the last n prices rises a bar (TA-Lib LINEARREG_SLOPE).
class RegressionSlope : public CopiedIndicator<RegressionSlope>
{
public:
    explicit RegressionSlope(std::span<const double> parameters)
        : m_line(std::size_t(parameters[0]))
        , m_source(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_line.add(priceOf(bar, m_source));
        values[0] = m_line.slope();
    }

private:
    RollingRegression m_line;
    double m_source;
};

} // namespace

IndicatorInfo regressionSlopeInfo()
{
    return { .id = "slope",
             .name = TAPELINE_INDICATOR_TEXT("Linear regression slope"),
             .shortName = "Slope",
             .group = IndicatorGroup::Trend,
             .onPrices = false,
             .parameters = { lengthParameter(14), priceSourceParameter() },
             .outputs
             = { { .id = "slope", .name = TAPELINE_INDICATOR_TEXT("Rise a bar"), .tint = 3 } },
             .levels = { 0 },
             .make = makeOf<RegressionSlope> };
}

} // namespace tapeline
