#include "indicatorparts.h"

namespace tapeline {

namespace {

/// Granville's: the volume of bars that closed higher less that of those that closed lower, added
/// up; begins with the volume of the first bar (execution.md F.1, TA-Lib OBV).
class OnBalanceVolume : public CopiedIndicator<OnBalanceVolume>
{
public:
    explicit OnBalanceVolume(std::span<const double>) { }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        if (std::isnan(m_before) || bar.close > m_before)
            m_sum += bar.volume;
        else if (bar.close < m_before)
            m_sum -= bar.volume;
        m_before = bar.close;
        values[0] = m_sum;
    }

private:
    double m_sum = 0;
    double m_before = noValue;
};

} // namespace

IndicatorInfo onBalanceVolumeInfo()
{
    return { .id = "obv",
             .name = TAPELINE_INDICATOR_TEXT("On-balance volume"),
             .shortName = "OBV",
             .group = IndicatorGroup::Volume,
             .onPrices = false,
             .outputs = { { .id = "obv", .name = "OBV", .tint = 3 } },
             .make = makeOf<OnBalanceVolume> };
}

} // namespace tapeline
