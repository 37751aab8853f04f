#include "rollingweightedmean.h"
#include "weightedprice.h"

namespace tapeline {

namespace {

/// The volume-weighted average price of the last n bars; the last price where nothing was traded in
/// them (execution.md F.1).
class RollingVwap : public CopiedIndicator<RollingVwap>
{
public:
    explicit RollingVwap(std::span<const double> parameters)
        : m_mean(std::size_t(parameters[0]))
        , m_choice(WeighedPrice(int(parameters[1])))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double price = weighedPriceOf(bar, m_choice);
        values[0] = m_mean.add(price, bar.volume, price);
    }

private:
    RollingWeightedMean m_mean;
    WeighedPrice m_choice;
};

} // namespace

IndicatorInfo rollingVwapInfo()
{
    return { .id = "rvwap",
             .name = TAPELINE_INDICATOR_TEXT("VWAP of the last bars"),
             .shortName = "RVWAP",
             .group = IndicatorGroup::Averages,
             .parameters = { lengthParameter(50), weighedPriceParameter() },
             .outputs = { { .id = "rvwap", .name = TAPELINE_INDICATOR_TEXT("VWAP"), .tint = 5 } },
             .make = makeOf<RollingVwap> };
}

} // namespace tapeline
