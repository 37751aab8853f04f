#include "indicatorinfo.h"
#include "rollingmean.h"

#include <QCoreApplication>

namespace tapeline {

namespace {

/// The mean of the last n prices (execution.md F.1).
class SimpleAverage : public CopiedIndicator<SimpleAverage>
{
public:
    explicit SimpleAverage(std::span<const double> parameters)
        : m_mean(std::size_t(parameters[0]))
        , m_source(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        values[0] = m_mean.add(priceOf(bar, m_source));
    }

private:
    RollingMean m_mean;
    double m_source;
};

} // namespace

IndicatorInfo simpleAverageInfo()
{
    return { .id = "sma",
             .name = TAPELINE_INDICATOR_TEXT("Simple moving average"),
             .shortName = "SMA",
             .group = IndicatorGroup::Averages,
             .parameters = { { .id = "length",
                               .name = TAPELINE_INDICATOR_TEXT("Length"),
                               .initial = 20,
                               .least = 1,
                               .most = 1'000 },
                             priceSourceParameter() },
             .outputs = { { .id = "sma", .name = TAPELINE_INDICATOR_TEXT("Average") } },
             .make = [](std::span<const double> parameters) -> std::unique_ptr<Indicator> {
                 return std::make_unique<SimpleAverage>(parameters);
             } };
}

} // namespace tapeline
