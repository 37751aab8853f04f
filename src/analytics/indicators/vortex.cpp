#include "indicatorparts.h"
#include "rollingmean.h"
#include "truerange.h"

#include <utility>

namespace tapeline {

namespace {

/// Botes and Siepman's vortex: the way from each low to the next high, and from each high to the
/// next low, in parts of the true range, over n bars. The first bar has none; 0 where nothing
/// moved.
class Vortex : public CopiedIndicator<Vortex>
{
public:
    explicit Vortex(std::span<const double> parameters)
        : m_up(std::size_t(parameters[0]))
        , m_down(std::size_t(parameters[0]))
        , m_ranges(std::size_t(parameters[0]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double high = std::exchange(m_high, bar.high);
        const double low = std::exchange(m_low, bar.low);
        const double range = m_range.add(bar);
        const double up = m_up.add(std::abs(bar.high - low));
        const double down = m_down.add(std::abs(bar.low - high));
        const double ranges = m_ranges.add(std::isnan(low) ? noValue : range);
        values[0] = ranges > 0 ? up / ranges : ranges;
        values[1] = ranges > 0 ? down / ranges : ranges;
    }

private:
    RollingSum m_up;
    RollingSum m_down;
    RollingSum m_ranges;
    TrueRange m_range;
    double m_high = noValue; ///< of the bar before
    double m_low = noValue;
};

} // namespace

IndicatorInfo vortexInfo()
{
    return { .id = "vortex",
             .name = TAPELINE_INDICATOR_TEXT("Vortex"),
             .shortName = "VI",
             .group = IndicatorGroup::Trend,
             .onPrices = false,
             .parameters = { lengthParameter(14) },
             .outputs = { { .id = "up", .name = "VI+", .tint = 3 },
                          { .id = "down", .name = "VI-", .tint = 4 } },
             .levels = { 1 },
             .make = makeOf<Vortex> };
}

} // namespace tapeline
