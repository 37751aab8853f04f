#include "exponentialmean.h"
#include "indicatorparts.h"

#include <utility>

namespace tapeline {

namespace {

/// Klinger's oscillator as charts show it: volume, negative where (H+L+C)/3 fell, a fast
/// exponential average of it less a slow one, and the average of that.
class KlingerOscillator : public CopiedIndicator<KlingerOscillator>
{
public:
    explicit KlingerOscillator(std::span<const double> parameters)
        : m_fast(std::size_t(parameters[0]))
        , m_slow(std::size_t(parameters[1]))
        , m_signal(std::size_t(parameters[2]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double price = priceOf(bar, PriceSource::Typical);
        const double moved = price - std::exchange(m_before, price);
        const double force = std::isnan(moved) ? noValue : moved < 0 ? -bar.volume : bar.volume;
        values[0] = m_fast.add(force) - m_slow.add(force);
        values[1] = m_signal.add(values[0]);
    }

private:
    ExponentialMean m_fast;
    ExponentialMean m_slow;
    ExponentialMean m_signal;
    double m_before = noValue;
};

} // namespace

IndicatorInfo klingerOscillatorInfo()
{
    return { .id = "klinger",
             .name = TAPELINE_INDICATOR_TEXT("Klinger oscillator"),
             .shortName = "KVO",
             .group = IndicatorGroup::Volume,
             .onPrices = false,
             .parameters
             = { lengthParameter(34, "fast", TAPELINE_INDICATOR_TEXT("Fast length")),
                 lengthParameter(55, "slow", TAPELINE_INDICATOR_TEXT("Slow length")),
                 lengthParameter(13, "signal", TAPELINE_INDICATOR_TEXT("Signal length")) },
             .outputs
             = { { .id = "klinger", .name = TAPELINE_INDICATOR_TEXT("Oscillator"), .tint = 4 },
                 { .id = "signal", .name = TAPELINE_INDICATOR_TEXT("Signal"), .tint = 1 } },
             .levels = { 0 },
             .make = makeOf<KlingerOscillator> };
}

} // namespace tapeline
