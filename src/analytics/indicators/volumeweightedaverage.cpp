#include "indicatorparts.h"
#include "rollingweightedmean.h"

namespace tapeline {

namespace {

/// The mean of the last n prices weighted with their bars' volume; the price itself where nothing
/// was traded in all of them.
class VolumeWeightedAverage : public CopiedIndicator<VolumeWeightedAverage>
{
public:
    explicit VolumeWeightedAverage(std::span<const double> parameters)
        : m_mean(std::size_t(parameters[0]))
        , m_source(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double price = priceOf(bar, m_source);
        values[0] = m_mean.add(price, bar.volume, price);
    }

private:
    RollingWeightedMean m_mean;
    double m_source;
};

} // namespace

IndicatorInfo volumeWeightedAverageInfo()
{
    return { .id = "vwma",
             .name = TAPELINE_INDICATOR_TEXT("Volume-weighted moving average"),
             .shortName = "VWMA",
             .group = IndicatorGroup::Averages,
             .parameters = { lengthParameter(20), priceSourceParameter() },
             .outputs = { { .id = "vwma", .name = TAPELINE_INDICATOR_TEXT("Average"), .tint = 6 } },
             .make = makeOf<VolumeWeightedAverage> };
}

} // namespace tapeline
