#include "truerange.h"

namespace tapeline {

namespace {

/// The price and some average true ranges above and below it.
class RangeBands : public CopiedIndicator<RangeBands>
{
public:
    explicit RangeBands(std::span<const double> parameters)
        : m_range(std::size_t(parameters[0]))
        , m_multiplier(parameters[1])
        , m_source(parameters[2])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double reach = m_multiplier * m_range.add(bar);
        const double price = priceOf(bar, m_source);
        values[0] = price + reach;
        values[1] = price - reach;
    }

private:
    AverageTrueRange m_range;
    double m_multiplier;
    double m_source;
};

} // namespace

IndicatorInfo rangeBandsInfo()
{
    return { .id = "atrbands",
             .name = TAPELINE_INDICATOR_TEXT("ATR bands"),
             .shortName = "ATRB",
             .group = IndicatorGroup::Bands,
             .parameters = { lengthParameter(14), multiplierParameter(2), priceSourceParameter() },
             .outputs = { { .id = "upper", .name = TAPELINE_INDICATOR_TEXT("Upper"), .tint = 4 },
                          { .id = "lower", .name = TAPELINE_INDICATOR_TEXT("Lower"), .tint = 3 } },
             .bands = { { .upper = 0, .lower = 1 } },
             .make = makeOf<RangeBands> };
}

} // namespace tapeline
