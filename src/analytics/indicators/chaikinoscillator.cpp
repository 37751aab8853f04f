#include "exponentialmean.h"
#include "indicatorparts.h"
#include "moneyflow.h"

namespace tapeline {

namespace {

/// A fast exponential average of the accumulation/distribution line less a slow one. TA-Lib ADOSC,
/// but each average begins with the mean of its first n values (execution.md F.1).
class ChaikinOscillator : public CopiedIndicator<ChaikinOscillator>
{
public:
    explicit ChaikinOscillator(std::span<const double> parameters)
        : m_fast(std::size_t(parameters[0]))
        , m_slow(std::size_t(parameters[1]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_sum += closeWithin(bar) * bar.volume;
        values[0] = m_fast.add(m_sum) - m_slow.add(m_sum);
    }

private:
    ExponentialMean m_fast;
    ExponentialMean m_slow;
    double m_sum = 0;
};

} // namespace

IndicatorInfo chaikinOscillatorInfo()
{
    return { .id = "chaikin",
             .name = TAPELINE_INDICATOR_TEXT("Chaikin oscillator"),
             .shortName = "CO",
             .group = IndicatorGroup::Volume,
             .onPrices = false,
             .parameters = { lengthParameter(3, "fast", TAPELINE_INDICATOR_TEXT("Fast length")),
                             lengthParameter(10, "slow", TAPELINE_INDICATOR_TEXT("Slow length")) },
             .outputs
             = { { .id = "chaikin", .name = TAPELINE_INDICATOR_TEXT("Oscillator"), .tint = 2 } },
             .levels = { 0 },
             .make = makeOf<ChaikinOscillator> };
}

} // namespace tapeline
