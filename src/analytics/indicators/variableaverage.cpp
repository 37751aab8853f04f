#include "indicatorparts.h"
#include "rollingmean.h"

#include <utility>

namespace tapeline {

namespace {

/// Chande's VIDYA of 1994: an exponential average whose weight is as large as the momentum is one-
/// sided, |gains - losses| / (gains + losses) of some bars. Begins with the price of the first bar
/// that has that.
class VariableAverage : public CopiedIndicator<VariableAverage>
{
public:
    explicit VariableAverage(std::span<const double> parameters)
        : m_weight(2 / (parameters[0] + 1))
        , m_gains(std::size_t(parameters[1]))
        , m_losses(std::size_t(parameters[1]))
        , m_source(parameters[2])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double price = priceOf(bar, m_source);
        const double last = std::exchange(m_last, price);
        const double gains = m_gains.add(gainOf(price - last));
        const double losses = m_losses.add(gainOf(last - price));
        if (!std::isnan(gains)) {
            const double moved = gains + losses;
            const double oneSided = moved > 0 ? std::abs(gains - losses) / moved : 0;
            m_value
                = std::isnan(m_value) ? price : m_value + m_weight * oneSided * (price - m_value);
        }
        values[0] = m_value;
    }

private:
    static double gainOf(double change) { return change < 0 ? 0 : change; }

    double m_weight;
    RollingSum m_gains;
    RollingSum m_losses;
    double m_source;
    double m_last = noValue;
    double m_value = noValue;
};

} // namespace

IndicatorInfo variableAverageInfo()
{
    return { .id = "vidya",
             .name = TAPELINE_INDICATOR_TEXT("Variable index dynamic average"),
             .shortName = "VIDYA",
             .group = IndicatorGroup::Averages,
             .parameters
             = { lengthParameter(20),
                 lengthParameter(9, "momentum", TAPELINE_INDICATOR_TEXT("Momentum length")),
                 priceSourceParameter() },
             .outputs
             = { { .id = "vidya", .name = TAPELINE_INDICATOR_TEXT("Average"), .tint = 3 } },
             .make = makeOf<VariableAverage> };
}

} // namespace tapeline
