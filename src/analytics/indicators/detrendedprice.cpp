#include "delayline.h"
#include "indicatorparts.h"
#include "rollingmean.h"

namespace tapeline {

namespace {

/// The price of n / 2 + 1 bars ago less the mean of the last n: cycles without the trend.
class DetrendedPrice : public CopiedIndicator<DetrendedPrice>
{
public:
    explicit DetrendedPrice(std::span<const double> parameters)
        : m_mean(std::size_t(parameters[0]))
        , m_before(std::size_t(parameters[0]) / 2 + 1)
        , m_source(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double price = priceOf(bar, m_source);
        values[0] = m_before.add(price) - m_mean.add(price);
    }

private:
    RollingMean m_mean;
    DelayLine m_before;
    double m_source;
};

} // namespace

IndicatorInfo detrendedPriceInfo()
{
    return { .id = "dpo",
             .name = TAPELINE_INDICATOR_TEXT("Detrended price oscillator"),
             .shortName = "DPO",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters = { lengthParameter(21), priceSourceParameter() },
             .outputs
             = { { .id = "dpo", .name = TAPELINE_INDICATOR_TEXT("Oscillator"), .tint = 7 } },
             .levels = { 0 },
             .make = makeOf<DetrendedPrice> };
}

} // namespace tapeline
