#include "indicatorparts.h"
#include "relativestrength.h"

namespace tapeline {

namespace {

/// Wilder's, or Cutler's with plain means (execution.md F.1).
class RelativeStrengthIndex : public CopiedIndicator<RelativeStrengthIndex>
{
public:
    explicit RelativeStrengthIndex(std::span<const double> parameters)
        : m_strength(parameters[1] == 0 ? AverageKind::Wilder : AverageKind::Simple,
                     std::size_t(parameters[0]))
        , m_source(parameters[2])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        values[0] = m_strength.add(priceOf(bar, m_source));
    }

private:
    RelativeStrength m_strength;
    double m_source;
};

} // namespace

IndicatorInfo relativeStrengthIndexInfo()
{
    return { .id = "rsi",
             .name = TAPELINE_INDICATOR_TEXT("Relative strength index"),
             .shortName = "RSI",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters = { lengthParameter(14),
                             choiceParameter("method", TAPELINE_INDICATOR_TEXT("Method"),
                                             { "Wilder", "Cutler" }),
                             priceSourceParameter() },
             .outputs = { { .id = "rsi", .name = TAPELINE_INDICATOR_TEXT("RSI"), .tint = 2 } },
             .levels = { 30, 50, 70 },
             .range = { { 0, 100 } },
             .make = makeOf<RelativeStrengthIndex> };
}

} // namespace tapeline
