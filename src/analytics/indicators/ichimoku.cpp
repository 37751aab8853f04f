#include "indicatorparts.h"
#include "rollingextremes.h"

namespace tapeline {

namespace {

constexpr std::size_t displacementPlace = 3;

/// Hosoda's Ichimoku Kinko Hyo. The lines are the middles of the ranges of n bars; the cloud is
/// drawn some bars ahead and the lagging line as many behind (IndicatorInfo::shift), so that each
/// value belongs to the bar that made it.
class Ichimoku : public CopiedIndicator<Ichimoku>
{
public:
    explicit Ichimoku(std::span<const double> parameters)
        : m_conversion(std::size_t(parameters[0]))
        , m_base(std::size_t(parameters[1]))
        , m_span(std::size_t(parameters[2]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_conversion.add(bar);
        m_base.add(bar);
        m_span.add(bar);
        values[0] = m_conversion.middle();
        values[1] = m_base.middle();
        values[2] = (values[0] + values[1]) / 2;
        values[3] = m_span.middle();
        values[4] = bar.close;
    }

private:
    RollingExtremes m_conversion;
    RollingExtremes m_base;
    RollingExtremes m_span;
};

int shiftOf(std::span<const double> parameters, std::size_t output)
{
    const int bars = int(parameters[displacementPlace]);
    return output < 2 ? 0 : output < 4 ? bars : -bars;
}

} // namespace

IndicatorInfo ichimokuInfo()
{
    IndicatorParameter displacement
        = lengthParameter(26, "displacement", TAPELINE_INDICATOR_TEXT("Displacement"));
    displacement.least = 0;
    return {
        .id = "ichimoku",
        .name = TAPELINE_INDICATOR_TEXT("Ichimoku cloud"),
        .shortName = "Ichimoku",
        .group = IndicatorGroup::Trend,
        .parameters
        = { lengthParameter(9, "conversion", TAPELINE_INDICATOR_TEXT("Conversion line")),
            lengthParameter(26, "base", TAPELINE_INDICATOR_TEXT("Base line")),
            lengthParameter(52, "span", TAPELINE_INDICATOR_TEXT("Leading span B")), displacement },
        .outputs
        = { { .id = "conversion", .name = TAPELINE_INDICATOR_TEXT("Conversion line (Tenkan)") },
            { .id = "base", .name = TAPELINE_INDICATOR_TEXT("Base line (Kijun)"), .tint = 1 },
            { .id = "spana", .name = TAPELINE_INDICATOR_TEXT("Leading span A"), .tint = 3 },
            { .id = "spanb", .name = TAPELINE_INDICATOR_TEXT("Leading span B"), .tint = 4 },
            { .id = "lagging",
              .name = TAPELINE_INDICATOR_TEXT("Lagging span (Chikou)"),
              .tint = 7 } },
        .bands = { { .upper = 2, .lower = 3 } },
        .make = makeOf<Ichimoku>,
        .shift = shiftOf
    };
}

} // namespace tapeline
