#include "movingaverage.h"
#include "indicatorparts.h"

namespace tapeline {

namespace {

/// An average, and lines some percent of it above and below.
class Envelope : public CopiedIndicator<Envelope>
{
public:
    explicit Envelope(std::span<const double> parameters)
        : m_mean(parameters[2], parameters[0])
        , m_part(parameters[1] / 100)
        , m_source(parameters[3])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        values[0] = m_mean.add(priceOf(bar, m_source));
        const double reach = std::abs(values[0]) * m_part;
        values[1] = values[0] + reach;
        values[2] = values[0] - reach;
    }

private:
    MovingAverage m_mean;
    double m_part;
    double m_source;
};

} // namespace

IndicatorInfo envelopeInfo()
{
    return { .id = "envelope",
             .name = TAPELINE_INDICATOR_TEXT("Moving average envelope"),
             .shortName = "Env",
             .group = IndicatorGroup::Bands,
             .parameters
             = { lengthParameter(20),
                 multiplierParameter(2.5, "percent", TAPELINE_INDICATOR_TEXT("Percent")),
                 averageKindParameter(AverageKind::Simple), priceSourceParameter() },
             .outputs = { { .id = "middle", .name = TAPELINE_INDICATOR_TEXT("Middle"), .tint = 1 },
                          { .id = "upper", .name = TAPELINE_INDICATOR_TEXT("Upper"), .tint = 6 },
                          { .id = "lower", .name = TAPELINE_INDICATOR_TEXT("Lower"), .tint = 6 } },
             .bands = { { .upper = 1, .lower = 2 } },
             .make = makeOf<Envelope> };
}

} // namespace tapeline
