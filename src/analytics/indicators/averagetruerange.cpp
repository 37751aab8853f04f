#include "truerange.h"

namespace tapeline {

namespace {

/// The average of how far the price goes in a bar: Wilder's, or a plain mean (execution.md F.1).
class AverageTrueRangeIndicator : public CopiedIndicator<AverageTrueRangeIndicator>
{
public:
    explicit AverageTrueRangeIndicator(std::span<const double> parameters)
        : m_range(std::size_t(parameters[0]), AverageTrueRange::firstOf(parameters[2]),
                  parameters[1] == 0 ? AverageKind::Wilder : AverageKind::Simple)
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        values[0] = m_range.add(bar);
    }

private:
    AverageTrueRange m_range;
};

} // namespace

IndicatorInfo averageTrueRangeInfo()
{
    return { .id = "atr",
             .name = TAPELINE_INDICATOR_TEXT("Average true range"),
             .shortName = "ATR",
             .group = IndicatorGroup::Volatility,
             .onPrices = false,
             .parameters = { lengthParameter(14),
                             choiceParameter("average", TAPELINE_INDICATOR_TEXT("Average"),
                                             { "Wilder", TAPELINE_INDICATOR_TEXT("Simple") }),
                             firstRangeParameter() },
             .outputs = { { .id = "atr", .name = TAPELINE_INDICATOR_TEXT("ATR"), .tint = 4 } },
             .make = makeOf<AverageTrueRangeIndicator> };
}

} // namespace tapeline
