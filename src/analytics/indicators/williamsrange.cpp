#include "indicatorparts.h"
#include "rollingextremes.h"

namespace tapeline {

namespace {

/// Williams %R: how far the close lies below the highest high of n bars, in percent of their
/// range, -100 to 0. TA-Lib WILLR; 0 where the range is 0, as there.
class WilliamsRange : public CopiedIndicator<WilliamsRange>
{
public:
    explicit WilliamsRange(std::span<const double> parameters)
        : m_range(std::size_t(parameters[0]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_range.add(bar);
        values[0] = 100 * (m_range.placeOf(bar.close, 1) - 1);
    }

private:
    RollingExtremes m_range;
};

} // namespace

IndicatorInfo williamsRangeInfo()
{
    return { .id = "williamsr",
             .name = TAPELINE_INDICATOR_TEXT("Williams %R"),
             .shortName = "%R",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters = { lengthParameter(14) },
             .outputs = { { .id = "williamsr", .name = "%R", .tint = 3 } },
             .levels = { -80, -20 },
             .range = { { -100, 0 } },
             .make = makeOf<WilliamsRange> };
}

} // namespace tapeline
