#include "indicatorparts.h"
#include "rollingmean.h"

namespace tapeline {

namespace {

/// Williams' awesome oscillator: a fast mean of the bars' middles less a slow one.
class AwesomeOscillator : public CopiedIndicator<AwesomeOscillator>
{
public:
    explicit AwesomeOscillator(std::span<const double> parameters)
        : m_fast(std::size_t(parameters[0]))
        , m_slow(std::size_t(parameters[1]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double middle = priceOf(bar, PriceSource::Median);
        values[0] = m_fast.add(middle) - m_slow.add(middle);
    }

private:
    RollingMean m_fast;
    RollingMean m_slow;
};

} // namespace

IndicatorInfo awesomeOscillatorInfo()
{
    return { .id = "awesome",
             .name = TAPELINE_INDICATOR_TEXT("Awesome oscillator"),
             .shortName = "AO",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters = { lengthParameter(5, "fast", TAPELINE_INDICATOR_TEXT("Fast length")),
                             lengthParameter(34, "slow", TAPELINE_INDICATOR_TEXT("Slow length")) },
             .outputs = { { .id = "awesome",
                            .name = TAPELINE_INDICATOR_TEXT("Oscillator"),
                            .look = IndicatorOutput::Look::SignedColumns } },
             .levels = { 0 },
             .make = makeOf<AwesomeOscillator> };
}

} // namespace tapeline
