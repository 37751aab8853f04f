#include "indicatorparts.h"
#include "rollingmean.h"

namespace tapeline {

namespace {

/// What was traded in each bar, and the mean of that over n bars.
class Volume : public CopiedIndicator<Volume>
{
public:
    explicit Volume(std::span<const double> parameters)
        : m_mean(std::size_t(parameters[0]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        values[0] = bar.volume;
        values[1] = m_mean.add(bar.volume);
    }

private:
    RollingMean m_mean;
};

} // namespace

IndicatorInfo volumeInfo()
{
    return { .id = "volume",
             .name = TAPELINE_INDICATOR_TEXT("Volume and its average"),
             .shortName = "Vol",
             .group = IndicatorGroup::Volume,
             .onPrices = false,
             .parameters = { lengthParameter(20) },
             .outputs
             = { { .id = "volume",
                   .name = TAPELINE_INDICATOR_TEXT("Volume"),
                   .look = IndicatorOutput::Look::Columns,
                   .tint = 7 },
                 { .id = "average", .name = TAPELINE_INDICATOR_TEXT("Average"), .tint = 1 } },
             .make = makeOf<Volume> };
}

} // namespace tapeline
