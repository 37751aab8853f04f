#include "movingaverage.h"
#include "truerange.h"

namespace tapeline {

namespace {

/// Keltner's channel as Raschke draws it: an average, and some average true ranges to either side.
class Keltner : public CopiedIndicator<Keltner>
{
public:
    explicit Keltner(std::span<const double> parameters)
        : m_mean(parameters[3], parameters[0])
        , m_multiplier(parameters[1])
        , m_range(std::size_t(parameters[2]))
        , m_source(parameters[4])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double reach = m_multiplier * m_range.add(bar);
        values[0] = m_mean.add(priceOf(bar, m_source));
        values[1] = values[0] + reach;
        values[2] = values[0] - reach;
    }

private:
    MovingAverage m_mean;
    double m_multiplier;
    AverageTrueRange m_range;
    double m_source;
};

} // namespace

IndicatorInfo keltnerInfo()
{
    return { .id = "keltner",
             .name = TAPELINE_INDICATOR_TEXT("Keltner channel"),
             .shortName = "KC",
             .group = IndicatorGroup::Bands,
             .parameters
             = { lengthParameter(20), multiplierParameter(2),
                 lengthParameter(10, "atr", TAPELINE_INDICATOR_TEXT("ATR length")),
                 averageKindParameter(AverageKind::Exponential), priceSourceParameter() },
             .outputs = { { .id = "middle", .name = TAPELINE_INDICATOR_TEXT("Middle"), .tint = 1 },
                          { .id = "upper", .name = TAPELINE_INDICATOR_TEXT("Upper"), .tint = 3 },
                          { .id = "lower", .name = TAPELINE_INDICATOR_TEXT("Lower"), .tint = 3 } },
             .bands = { { .upper = 1, .lower = 2 } },
             .make = makeOf<Keltner> };
}

} // namespace tapeline
