#include "exponentialmean.h"
#include "indicatorparts.h"
#include "rollingmean.h"

namespace tapeline {

namespace {

/// Dorsey's mass index: the exponential average of the bars' ranges by the average of that
/// average, summed over n bars: above 27 and back below 26.5 the range bulges. A bar counts 1
/// where nothing moved.
class MassIndex : public CopiedIndicator<MassIndex>
{
public:
    explicit MassIndex(std::span<const double> parameters)
        : m_first(std::size_t(parameters[0]))
        , m_second(std::size_t(parameters[0]))
        , m_sum(std::size_t(parameters[1]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double once = m_first.add(bar.high - bar.low);
        const double twice = m_second.add(once);
        values[0] = m_sum.add(twice == 0 ? 1 : once / twice);
    }

private:
    ExponentialMean m_first;
    ExponentialMean m_second;
    RollingSum m_sum;
};

} // namespace

IndicatorInfo massIndexInfo()
{
    return { .id = "mass",
             .name = TAPELINE_INDICATOR_TEXT("Mass index"),
             .shortName = "Mass",
             .group = IndicatorGroup::Volatility,
             .onPrices = false,
             .parameters
             = { lengthParameter(9, "average", TAPELINE_INDICATOR_TEXT("Average length")),
                 lengthParameter(25) },
             .outputs = { { .id = "mass", .name = TAPELINE_INDICATOR_TEXT("Mass"), .tint = 6 } },
             .levels = { 26.5, 27 },
             .make = makeOf<MassIndex> };
}

} // namespace tapeline
