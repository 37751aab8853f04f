#include "indicatorparts.h"
#include "rollingextremes.h"
#include "rollingmean.h"

namespace tapeline {

namespace {

/// Lane's: where the close lies in the range of the last n bars, smoothed (%K), and the mean of
/// that
/// (%D). TA-Lib's STOCH with simple averages; 0 where the range is 0, as there.
class Stochastic : public CopiedIndicator<Stochastic>
{
public:
    explicit Stochastic(std::span<const double> parameters)
        : m_range(std::size_t(parameters[0]))
        , m_smooth(std::size_t(parameters[1]))
        , m_mean(std::size_t(parameters[2]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_range.add(bar);
        values[0] = m_smooth.add(100 * m_range.placeOf(bar.close, 0));
        values[1] = m_mean.add(values[0]);
    }

private:
    RollingExtremes m_range;
    RollingMean m_smooth;
    RollingMean m_mean;
};

} // namespace

IndicatorInfo stochasticInfo()
{
    return { .id = "stochastic",
             .name = TAPELINE_INDICATOR_TEXT("Stochastic"),
             .shortName = "Stoch",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters = { lengthParameter(14),
                             lengthParameter(3, "smooth", TAPELINE_INDICATOR_TEXT("%K smoothing")),
                             lengthParameter(3, "signal", TAPELINE_INDICATOR_TEXT("%D length")) },
             .outputs = { { .id = "k", .name = "%K" }, { .id = "d", .name = "%D", .tint = 1 } },
             .levels = { 20, 80 },
             .range = { { 0, 100 } },
             .make = makeOf<Stochastic> };
}

} // namespace tapeline
