#include "indicatorparts.h"
#include "moneyflow.h"

namespace tapeline {

namespace {

/// Chaikin's accumulation/distribution line: each bar's volume times where in its range it closed,
/// -1 to 1, added up (TA-Lib AD).
class Accumulation : public CopiedIndicator<Accumulation>
{
public:
    explicit Accumulation(std::span<const double>) { }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        values[0] = m_sum += closeWithin(bar) * bar.volume;
    }

private:
    double m_sum = 0;
};

} // namespace

IndicatorInfo accumulationInfo()
{
    return { .id = "ad",
             .name = TAPELINE_INDICATOR_TEXT("Accumulation/distribution line"),
             .shortName = "A/D",
             .group = IndicatorGroup::Volume,
             .onPrices = false,
             .outputs = { { .id = "ad", .name = "A/D", .tint = 4 } },
             .make = makeOf<Accumulation> };
}

} // namespace tapeline
