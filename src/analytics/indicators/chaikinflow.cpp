#include "indicatorparts.h"
#include "moneyflow.h"
#include "rollingweightedmean.h"

namespace tapeline {

namespace {

/// Chaikin's money flow: where in their ranges n bars closed, -1 to 1, weighted with their volume;
/// 0 where nothing was traded.
class ChaikinFlow : public CopiedIndicator<ChaikinFlow>
{
public:
    explicit ChaikinFlow(std::span<const double> parameters)
        : m_mean(std::size_t(parameters[0]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        values[0] = m_mean.add(closeWithin(bar), bar.volume, 0);
    }

private:
    RollingWeightedMean m_mean;
};

} // namespace

IndicatorInfo chaikinFlowInfo()
{
    return { .id = "cmf",
             .name = TAPELINE_INDICATOR_TEXT("Chaikin money flow"),
             .shortName = "CMF",
             .group = IndicatorGroup::Volume,
             .onPrices = false,
             .parameters = { lengthParameter(20) },
             .outputs = { { .id = "cmf", .name = "CMF", .tint = 3 } },
             .levels = { 0 },
             .range = { { -1, 1 } },
             .make = makeOf<ChaikinFlow> };
}

} // namespace tapeline
