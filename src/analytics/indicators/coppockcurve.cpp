#include "delayline.h"
#include "indicatorparts.h"
#include "weightedmean.h"

namespace tapeline {

namespace {

/// Coppock's curve: the weighted mean of two rates of change added up. No value where a price of
/// before was 0.
class CoppockCurve : public CopiedIndicator<CoppockCurve>
{
public:
    explicit CoppockCurve(std::span<const double> parameters)
        : m_long(std::size_t(parameters[0]))
        , m_short(std::size_t(parameters[1]))
        , m_mean(std::size_t(parameters[2]))
        , m_source(parameters[3])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double price = priceOf(bar, m_source);
        const double old = m_long.add(price);
        const double recent = m_short.add(price);
        values[0] = m_mean.add(percentOf(price - old, old) + percentOf(price - recent, recent));
    }

private:
    DelayLine m_long;
    DelayLine m_short;
    WeightedMean m_mean;
    double m_source;
};

} // namespace

IndicatorInfo coppockCurveInfo()
{
    return { .id = "coppock",
             .name = TAPELINE_INDICATOR_TEXT("Coppock curve"),
             .shortName = "Coppock",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters
             = { lengthParameter(14, "long", TAPELINE_INDICATOR_TEXT("Long rate of change")),
                 lengthParameter(11, "short", TAPELINE_INDICATOR_TEXT("Short rate of change")),
                 lengthParameter(10, "length", TAPELINE_INDICATOR_TEXT("Length")),
                 priceSourceParameter() },
             .outputs
             = { { .id = "coppock", .name = TAPELINE_INDICATOR_TEXT("Curve"), .tint = 2 } },
             .levels = { 0 },
             .make = makeOf<CoppockCurve> };
}

} // namespace tapeline
