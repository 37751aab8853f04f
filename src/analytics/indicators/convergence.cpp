#include "exponentialmean.h"
#include "indicatorparts.h"

namespace tapeline {

namespace {

/// Appel's MACD: a fast exponential average less a slow one, each with its own seed; its signal is
/// the exponential average of that, seeded with the mean of the first ones (execution.md F.1).
class Convergence : public CopiedIndicator<Convergence>
{
public:
    explicit Convergence(std::span<const double> parameters)
        : m_fast(std::size_t(parameters[0]))
        , m_slow(std::size_t(parameters[1]))
        , m_signal(std::size_t(parameters[2]))
        , m_source(parameters[3])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double price = priceOf(bar, m_source);
        values[0] = m_fast.add(price) - m_slow.add(price);
        values[1] = m_signal.add(values[0]);
        values[2] = values[0] - values[1];
    }

private:
    ExponentialMean m_fast;
    ExponentialMean m_slow;
    ExponentialMean m_signal;
    double m_source;
};

} // namespace

IndicatorInfo convergenceInfo()
{
    return { .id = "macd",
             .name = TAPELINE_INDICATOR_TEXT("Moving average convergence/divergence"),
             .shortName = "MACD",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters = { lengthParameter(12, "fast", TAPELINE_INDICATOR_TEXT("Fast length")),
                             lengthParameter(26, "slow", TAPELINE_INDICATOR_TEXT("Slow length")),
                             lengthParameter(9, "signal", TAPELINE_INDICATOR_TEXT("Signal length")),
                             priceSourceParameter() },
             .outputs = { { .id = "macd", .name = TAPELINE_INDICATOR_TEXT("MACD") },
                          { .id = "signal", .name = TAPELINE_INDICATOR_TEXT("Signal"), .tint = 1 },
                          { .id = "histogram",
                            .name = TAPELINE_INDICATOR_TEXT("Histogram"),
                            .look = IndicatorOutput::Look::SignedColumns } },
             .levels = { 0 },
             .make = makeOf<Convergence> };
}

} // namespace tapeline
