#include "indicatorparts.h"
#include "rollingmean.h"

#include <utility>

namespace tapeline {

namespace {

/// Arms' ease of movement: how far the bars' middles moved for the volume that it took, 10,000 x
/// change x range / volume, the mean of n bars; 0 for a bar without volume.
class EaseOfMovement : public CopiedIndicator<EaseOfMovement>
{
public:
    explicit EaseOfMovement(std::span<const double> parameters)
        : m_mean(std::size_t(parameters[0]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double middle = priceOf(bar, PriceSource::Median);
        const double moved = middle - std::exchange(m_before, middle);
        const double ease = 10'000 * moved * (bar.high - bar.low) / bar.volume;
        values[0] = m_mean.add(bar.volume > 0 || std::isnan(moved) ? ease : 0);
    }

private:
    RollingMean m_mean;
    double m_before = noValue;
};

} // namespace

IndicatorInfo easeOfMovementInfo()
{
    return { .id = "eom",
             .name = TAPELINE_INDICATOR_TEXT("Ease of movement"),
             .shortName = "EOM",
             .group = IndicatorGroup::Volume,
             .onPrices = false,
             .parameters = { lengthParameter(14) },
             .outputs = { { .id = "eom", .name = TAPELINE_INDICATOR_TEXT("Ease"), .tint = 7 } },
             .levels = { 0 },
             .make = makeOf<EaseOfMovement> };
}

} // namespace tapeline
