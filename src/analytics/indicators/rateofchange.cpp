#include "delayline.h"
#include "indicatorparts.h"

namespace tapeline {

namespace {

/// By how many percent the price differs from that of n bars ago (TA-Lib ROC); no value where that
/// was 0.
class RateOfChange : public CopiedIndicator<RateOfChange>
{
public:
    explicit RateOfChange(std::span<const double> parameters)
        : m_before(std::size_t(parameters[0]))
        , m_source(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double price = priceOf(bar, m_source);
        const double before = m_before.add(price);
        values[0] = percentOf(price - before, before);
    }

private:
    DelayLine m_before;
    double m_source;
};

} // namespace

IndicatorInfo rateOfChangeInfo()
{
    return { .id = "roc",
             .name = TAPELINE_INDICATOR_TEXT("Rate of change"),
             .shortName = "ROC",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters = { lengthParameter(12), priceSourceParameter() },
             .outputs
             = { { .id = "roc", .name = TAPELINE_INDICATOR_TEXT("Change in percent"), .tint = 4 } },
             .levels = { 0 },
             .make = makeOf<RateOfChange> };
}

} // namespace tapeline
