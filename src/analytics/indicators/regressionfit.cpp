#include "indicatorparts.h"
#include "rollingregression.h"

namespace tapeline {

namespace {

/// How much of the variance of the last n prices a straight line explains, R squared: 0 (a flat
/// series too) to 1.
class RegressionFit : public CopiedIndicator<RegressionFit>
{
public:
    explicit RegressionFit(std::span<const double> parameters)
        : m_line(std::size_t(parameters[0]))
        , m_source(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_line.add(priceOf(bar, m_source));
        values[0] = m_line.determination();
    }

private:
    RollingRegression m_line;
    double m_source;
};

} // namespace

IndicatorInfo regressionFitInfo()
{
    return { .id = "rsquared",
             .name = TAPELINE_INDICATOR_TEXT("Linear regression R squared"),
             .shortName = "R2",
             .group = IndicatorGroup::Trend,
             .onPrices = false,
             .parameters = { lengthParameter(14), priceSourceParameter() },
             .outputs
             = { { .id = "rsquared", .name = TAPELINE_INDICATOR_TEXT("R squared"), .tint = 6 } },
             .levels = { 0.5 },
             .range = { { 0, 1 } },
             .make = makeOf<RegressionFit> };
}

} // namespace tapeline
