#include "exponentialmean.h"
#include "indicatorparts.h"

#include <utility>

namespace tapeline {

namespace {

/// Elder's force index: the exponential average of each close's change times the bar's volume.
class ForceIndex : public CopiedIndicator<ForceIndex>
{
public:
    explicit ForceIndex(std::span<const double> parameters)
        : m_mean(std::size_t(parameters[0]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double before = std::exchange(m_before, bar.close);
        values[0] = m_mean.add((bar.close - before) * bar.volume);
    }

private:
    ExponentialMean m_mean;
    double m_before = noValue;
};

} // namespace

IndicatorInfo forceIndexInfo()
{
    return { .id = "force",
             .name = TAPELINE_INDICATOR_TEXT("Force index"),
             .shortName = "Force",
             .group = IndicatorGroup::Volume,
             .onPrices = false,
             .parameters = { lengthParameter(13) },
             .outputs = { { .id = "force", .name = TAPELINE_INDICATOR_TEXT("Force"), .tint = 6 } },
             .levels = { 0 },
             .make = makeOf<ForceIndex> };
}

} // namespace tapeline
