#include "truerange.h"

namespace tapeline {

namespace {

/// How far the price went in a bar (execution.md F.1).
class TrueRangeIndicator : public CopiedIndicator<TrueRangeIndicator>
{
public:
    explicit TrueRangeIndicator(std::span<const double>) { }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        values[0] = m_range.add(bar);
    }

private:
    TrueRange m_range;
};

} // namespace

IndicatorInfo trueRangeInfo()
{
    return { .id = "tr",
             .name = TAPELINE_INDICATOR_TEXT("True range"),
             .shortName = "TR",
             .group = IndicatorGroup::Volatility,
             .onPrices = false,
             .outputs = { { .id = "tr",
                            .name = TAPELINE_INDICATOR_TEXT("True range"),
                            .look = IndicatorOutput::Look::Columns,
                            .tint = 4 } },
             .make = makeOf<TrueRangeIndicator> };
}

} // namespace tapeline
