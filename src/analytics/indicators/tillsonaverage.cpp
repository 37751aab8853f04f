#include "exponentialmean.h"
#include "indicatorparts.h"

#include <array>

namespace tapeline {

namespace {

/// Tillson's T3: six exponential averages one of the other, put together so that they lag less
/// (TA-Lib T3).
class TillsonAverage : public CopiedIndicator<TillsonAverage>
{
public:
    explicit TillsonAverage(std::span<const double> parameters)
        : m_source(parameters[2])
    {
        m_means.fill(ExponentialMean(std::size_t(parameters[0])));
        const double v = parameters[1];
        m_weights = { -v * v * v, 3 * v * v + 3 * v * v * v, -6 * v * v - 3 * v - 3 * v * v * v,
                      1 + 3 * v + v * v * v + 3 * v * v };
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        std::array<double, 6> averages;
        double value = priceOf(bar, m_source);
        for (std::size_t i = 0; i < m_means.size(); ++i)
            value = averages[i] = m_means[i].add(value);
        values[0] = m_weights[0] * averages[5] + m_weights[1] * averages[4]
            + m_weights[2] * averages[3] + m_weights[3] * averages[2];
    }

private:
    std::array<ExponentialMean, 6> m_means;
    std::array<double, 4> m_weights;
    double m_source;
};

} // namespace

IndicatorInfo tillsonAverageInfo()
{
    return { .id = "t3",
             .name = TAPELINE_INDICATOR_TEXT("T3 moving average (Tillson)"),
             .shortName = "T3",
             .group = IndicatorGroup::Averages,
             .parameters = { lengthParameter(5),
                             { .id = "factor",
                               .name = TAPELINE_INDICATOR_TEXT("Volume factor"),
                               .kind = IndicatorParameter::Kind::Number,
                               .initial = 0.7,
                               .least = 0,
                               .most = 1 },
                             priceSourceParameter() },
             .outputs = { { .id = "t3", .name = TAPELINE_INDICATOR_TEXT("Average"), .tint = 5 } },
             .make = makeOf<TillsonAverage> };
}

} // namespace tapeline
