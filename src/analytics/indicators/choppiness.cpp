#include "indicatorparts.h"
#include "rollingextremes.h"
#include "rollingmean.h"
#include "truerange.h"

#include <algorithm>

namespace tapeline {

namespace {

/// Dreiss' choppiness index: how much longer the way of n bars was than the span of their true
/// highs and lows, 0 (a straight trend) to 100. No value where nothing moved.
class Choppiness : public CopiedIndicator<Choppiness>
{
public:
    explicit Choppiness(std::span<const double> parameters)
        : m_ranges(std::size_t(parameters[0]))
        , m_span(std::size_t(parameters[0]))
        , m_scale(100 / std::log(parameters[0]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double before = std::isnan(m_before) ? bar.close : m_before;
        m_before = bar.close;
        m_span.add(std::max(bar.high, before), std::min(bar.low, before));
        const double way = m_ranges.add(m_range.add(bar));
        const double span = m_span.highest() - m_span.lowest();
        values[0] = span > 0 ? m_scale * std::log(way / span) : noValue;
    }

private:
    TrueRange m_range;
    RollingSum m_ranges;
    RollingExtremes m_span;
    double m_scale;
    double m_before = noValue;
};

} // namespace

IndicatorInfo choppinessInfo()
{
    return { .id = "chop",
             .name = TAPELINE_INDICATOR_TEXT("Choppiness index"),
             .shortName = "CHOP",
             .group = IndicatorGroup::Trend,
             .onPrices = false,
             .parameters = { atLeastTwo(lengthParameter(14)) },
             .outputs
             = { { .id = "chop", .name = TAPELINE_INDICATOR_TEXT("Choppiness"), .tint = 5 } },
             .levels = { 38.2, 61.8 },
             .range = { { 0, 100 } },
             .make = makeOf<Choppiness> };
}

} // namespace tapeline
