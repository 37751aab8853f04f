#include "indicatorparts.h"
#include "movingaverage.h"

namespace tapeline {

namespace {

/// A fast average less a slow one in percent of the slow one, its signal and what lies between:
/// MACD that compares across prices. TA-Lib's PPO, where the averages may be of any kind; no value
/// where the slow average is 0.
class PercentOscillator : public CopiedIndicator<PercentOscillator>
{
public:
    explicit PercentOscillator(std::span<const double> parameters)
        : m_fast(parameters[3], parameters[0])
        , m_slow(parameters[3], parameters[1])
        , m_signal(std::size_t(parameters[2]))
        , m_source(parameters[4])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double price = priceOf(bar, m_source);
        const double fast = m_fast.add(price);
        const double slow = m_slow.add(price);
        values[0] = percentOf(fast - slow, slow);
        values[1] = m_signal.add(values[0]);
        values[2] = values[0] - values[1];
    }

private:
    MovingAverage m_fast;
    MovingAverage m_slow;
    ExponentialMean m_signal;
    double m_source;
};

} // namespace

IndicatorInfo percentOscillatorInfo()
{
    return { .id = "ppo",
             .name = TAPELINE_INDICATOR_TEXT("Percentage price oscillator"),
             .shortName = "PPO",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters
             = { lengthParameter(12, "fast", TAPELINE_INDICATOR_TEXT("Fast length")),
                 lengthParameter(26, "slow", TAPELINE_INDICATOR_TEXT("Slow length")),
                 lengthParameter(9, "signal", TAPELINE_INDICATOR_TEXT("Signal length")),
                 averageKindParameter(AverageKind::Exponential), priceSourceParameter() },
             .outputs = { { .id = "ppo", .name = "PPO" },
                          { .id = "signal", .name = TAPELINE_INDICATOR_TEXT("Signal"), .tint = 1 },
                          { .id = "histogram",
                            .name = TAPELINE_INDICATOR_TEXT("Histogram"),
                            .look = IndicatorOutput::Look::SignedColumns } },
             .levels = { 0 },
             .make = makeOf<PercentOscillator> };
}

} // namespace tapeline
