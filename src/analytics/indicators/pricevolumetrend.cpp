#include "indicatorparts.h"

namespace tapeline {

namespace {

/// Each bar's volume times the part by which the close changed, added up; begins with 0. Nothing
/// is added where the close before was 0.
class PriceVolumeTrend : public CopiedIndicator<PriceVolumeTrend>
{
public:
    explicit PriceVolumeTrend(std::span<const double>) { }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        if (!std::isnan(m_before) && m_before != 0)
            m_sum += bar.volume * (bar.close - m_before) / m_before;
        m_before = bar.close;
        values[0] = m_sum;
    }

private:
    double m_sum = 0;
    double m_before = noValue;
};

} // namespace

IndicatorInfo priceVolumeTrendInfo()
{
    return { .id = "pvt",
             .name = TAPELINE_INDICATOR_TEXT("Price volume trend"),
             .shortName = "PVT",
             .group = IndicatorGroup::Volume,
             .onPrices = false,
             .outputs = { { .id = "pvt", .name = "PVT", .tint = 2 } },
             .make = makeOf<PriceVolumeTrend> };
}

} // namespace tapeline
