#include "rollingextremes.h"
#include "truerange.h"

namespace tapeline {

namespace {

/// Le Beau's Chandelier exit: a stop some average true ranges below the highest high of n bars for
/// who is long, and as many above the lowest low for who is short.
class Chandelier : public CopiedIndicator<Chandelier>
{
public:
    explicit Chandelier(std::span<const double> parameters)
        : m_extremes(std::size_t(parameters[0]))
        , m_range(std::size_t(parameters[0]))
        , m_multiplier(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_extremes.add(bar);
        const double reach = m_multiplier * m_range.add(bar);
        values[0] = m_extremes.highest() - reach;
        values[1] = m_extremes.lowest() + reach;
    }

private:
    RollingExtremes m_extremes;
    AverageTrueRange m_range;
    double m_multiplier;
};

} // namespace

IndicatorInfo chandelierInfo()
{
    return { .id = "chandelier",
             .name = TAPELINE_INDICATOR_TEXT("Chandelier exit"),
             .shortName = "CE",
             .group = IndicatorGroup::Bands,
             .parameters = { lengthParameter(22), multiplierParameter(3) },
             .outputs
             = { { .id = "long", .name = TAPELINE_INDICATOR_TEXT("Stop of a long"), .tint = 3 },
                 { .id = "short", .name = TAPELINE_INDICATOR_TEXT("Stop of a short"), .tint = 4 } },
             .make = makeOf<Chandelier> };
}

} // namespace tapeline
