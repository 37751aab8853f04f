#include "indicatorparts.h"
#include "rollingmean.h"

#include <utility>

namespace tapeline {

namespace {

/// The relative strength of money: price times volume of bars whose (H+L+C)/3 rose, in percent of
/// that of those where it rose or fell, over n bars (TA-Lib MFI). The first bar has none; 0 where
/// nothing flowed.
class MoneyFlowIndex : public CopiedIndicator<MoneyFlowIndex>
{
public:
    explicit MoneyFlowIndex(std::span<const double> parameters)
        : m_up(std::size_t(parameters[0]))
        , m_down(std::size_t(parameters[0]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double price = priceOf(bar, PriceSource::Typical);
        const double before = std::exchange(m_before, price);
        values[0] = noValue;
        if (std::isnan(before))
            return;
        const double money = price * bar.volume;
        const double up = m_up.add(price > before ? money : 0);
        const double down = m_down.add(price < before ? money : 0);
        values[0] = up + down == 0 ? 0 : 100 * up / (up + down);
    }

private:
    RollingSum m_up;
    RollingSum m_down;
    double m_before = noValue;
};

} // namespace

IndicatorInfo moneyFlowIndexInfo()
{
    return { .id = "mfi",
             .name = TAPELINE_INDICATOR_TEXT("Money flow index"),
             .shortName = "MFI",
             .group = IndicatorGroup::Volume,
             .onPrices = false,
             .parameters = { lengthParameter(14) },
             .outputs = { { .id = "mfi", .name = "MFI", .tint = 5 } },
             .levels = { 20, 80 },
             .range = { { 0, 100 } },
             .make = makeOf<MoneyFlowIndex> };
}

} // namespace tapeline
