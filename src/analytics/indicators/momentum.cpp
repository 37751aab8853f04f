#include "delayline.h"
#include "indicatorparts.h"

namespace tapeline {

namespace {

/// The price less that of n bars ago (TA-Lib MOM).
class Momentum : public CopiedIndicator<Momentum>
{
public:
    explicit Momentum(std::span<const double> parameters)
        : m_before(std::size_t(parameters[0]))
        , m_source(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double price = priceOf(bar, m_source);
        values[0] = price - m_before.add(price);
    }

private:
    DelayLine m_before;
    double m_source;
};

} // namespace

IndicatorInfo momentumInfo()
{
    return { .id = "momentum",
             .name = TAPELINE_INDICATOR_TEXT("Momentum"),
             .shortName = "Mom",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters = { lengthParameter(10), priceSourceParameter() },
             .outputs
             = { { .id = "momentum", .name = TAPELINE_INDICATOR_TEXT("Momentum"), .tint = 5 } },
             .levels = { 0 },
             .make = makeOf<Momentum> };
}

} // namespace tapeline
