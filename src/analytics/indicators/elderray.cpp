#include "exponentialmean.h"
#include "indicatorparts.h"

namespace tapeline {

namespace {

/// Elder's rays: how far the high lies above an exponential average of the closes (the power of
/// the bulls) and the low below it (that of the bears).
class ElderRay : public CopiedIndicator<ElderRay>
{
public:
    explicit ElderRay(std::span<const double> parameters)
        : m_mean(std::size_t(parameters[0]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double mean = m_mean.add(bar.close);
        values[0] = bar.high - mean;
        values[1] = bar.low - mean;
    }

private:
    ExponentialMean m_mean;
};

} // namespace

IndicatorInfo elderRayInfo()
{
    return { .id = "elderray",
             .name = TAPELINE_INDICATOR_TEXT("Elder ray"),
             .shortName = "ElderRay",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters = { lengthParameter(13) },
             .outputs = { { .id = "bulls",
                            .name = TAPELINE_INDICATOR_TEXT("Power of the bulls"),
                            .look = IndicatorOutput::Look::Columns,
                            .tint = 3 },
                          { .id = "bears",
                            .name = TAPELINE_INDICATOR_TEXT("Power of the bears"),
                            .look = IndicatorOutput::Look::Columns,
                            .tint = 4 } },
             .levels = { 0 },
             .make = makeOf<ElderRay> };
}

} // namespace tapeline
