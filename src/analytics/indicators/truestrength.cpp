#include "exponentialmean.h"
#include "indicatorparts.h"

#include <utility>

namespace tapeline {

namespace {

/// Blau's true strength index: the change of the price, averaged twice, in percent of its size,
/// averaged twice; and the exponential average of that. 0 where nothing moved.
class TrueStrength : public CopiedIndicator<TrueStrength>
{
public:
    explicit TrueStrength(std::span<const double> parameters)
        : m_slowChange(std::size_t(parameters[0]))
        , m_fastChange(std::size_t(parameters[1]))
        , m_slowSize(std::size_t(parameters[0]))
        , m_fastSize(std::size_t(parameters[1]))
        , m_signal(std::size_t(parameters[2]))
        , m_source(parameters[3])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double price = priceOf(bar, m_source);
        const double change = price - std::exchange(m_before, price);
        const double moved = m_fastChange.add(m_slowChange.add(change));
        const double size = m_fastSize.add(m_slowSize.add(std::abs(change)));
        values[0] = size > 0 ? 100 * moved / size : size;
        values[1] = m_signal.add(values[0]);
    }

private:
    ExponentialMean m_slowChange;
    ExponentialMean m_fastChange;
    ExponentialMean m_slowSize;
    ExponentialMean m_fastSize;
    ExponentialMean m_signal;
    double m_source;
    double m_before = noValue;
};

} // namespace

IndicatorInfo trueStrengthInfo()
{
    return { .id = "tsi",
             .name = TAPELINE_INDICATOR_TEXT("True strength index"),
             .shortName = "TSI",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters
             = { lengthParameter(25, "slow", TAPELINE_INDICATOR_TEXT("Slow length")),
                 lengthParameter(13, "fast", TAPELINE_INDICATOR_TEXT("Fast length")),
                 lengthParameter(13, "signal", TAPELINE_INDICATOR_TEXT("Signal length")),
                 priceSourceParameter() },
             .outputs
             = { { .id = "tsi", .name = "TSI" },
                 { .id = "signal", .name = TAPELINE_INDICATOR_TEXT("Signal"), .tint = 1 } },
             .levels = { -25, 0, 25 },
             .range = { { -100, 100 } },
             .make = makeOf<TrueStrength> };
}

} // namespace tapeline
