#include "indicatorparts.h"
#include "relativestrength.h"
#include "rollingextremes.h"

namespace tapeline {

namespace {

/// The strength of prices that do not move stays the same but for this.
constexpr double rounding = 1e-9;

/// Chande and Kroll's: where Wilder's relative strength lies in its own range of the last n bars,
/// smoothed, and the mean of that. TA-Lib's STOCHRSI with the smoothing of others; 0 where the
/// range is 0.
class StochasticStrength : public CopiedIndicator<StochasticStrength>
{
public:
    explicit StochasticStrength(std::span<const double> parameters)
        : m_strength(AverageKind::Wilder, std::size_t(parameters[0]))
        , m_range(std::size_t(parameters[1]))
        , m_smooth(std::size_t(parameters[2]))
        , m_mean(std::size_t(parameters[3]))
        , m_source(parameters[4])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double strength = m_strength.add(priceOf(bar, m_source));
        m_range.add(strength);
        values[0] = m_smooth.add(100 * m_range.placeOf(strength, 0, rounding));
        values[1] = m_mean.add(values[0]);
    }

private:
    RelativeStrength m_strength;
    RollingExtremes m_range;
    RollingMean m_smooth;
    RollingMean m_mean;
    double m_source;
};

} // namespace

IndicatorInfo stochasticStrengthInfo()
{
    return { .id = "stochrsi",
             .name = TAPELINE_INDICATOR_TEXT("Stochastic RSI"),
             .shortName = "StochRSI",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters
             = { lengthParameter(14),
                 lengthParameter(14, "stochastic", TAPELINE_INDICATOR_TEXT("Stochastic length")),
                 lengthParameter(3, "smooth", TAPELINE_INDICATOR_TEXT("%K smoothing")),
                 lengthParameter(3, "signal", TAPELINE_INDICATOR_TEXT("%D length")),
                 priceSourceParameter() },
             .outputs = { { .id = "k", .name = "%K" }, { .id = "d", .name = "%D", .tint = 1 } },
             .levels = { 20, 80 },
             .range = { { 0, 100 } },
             .make = makeOf<StochasticStrength> };
}

} // namespace tapeline
