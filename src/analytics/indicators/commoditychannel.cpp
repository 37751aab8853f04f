#include "indicatorparts.h"
#include "rollingdeviation.h"

namespace tapeline {

namespace {

IndicatorParameter typicalSourceParameter()
{
    IndicatorParameter source = priceSourceParameter();
    source.initial = double(PriceSource::Typical);
    return source;
}

/// Lambert's commodity channel index: how far the price lies from its mean of n bars, in 0.015
/// mean absolute deviations from that mean (TA-Lib CCI); 0 where all prices are the same. The
/// distances from a mean that moves are no sums of sums, so this one takes n steps a bar.
class CommodityChannel : public CopiedIndicator<CommodityChannel>
{
public:
    explicit CommodityChannel(std::span<const double> parameters)
        : m_mean(std::size_t(parameters[0]))
        , m_prices(std::size_t(parameters[0]))
        , m_source(parameters[1])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double price = priceOf(bar, m_source);
        m_mean.add(price);
        m_prices[m_next] = price;
        m_next = m_next + 1 == m_prices.size() ? 0 : m_next + 1;
        values[0] = m_mean.isFull() ? indexOf(price) : noValue;
    }

private:
    double indexOf(double price) const
    {
        const double mean = m_mean.mean();
        double sum = 0;
        for (const double each : m_prices)
            sum += std::abs(each - mean);
        return sum > 0 ? (price - mean) * double(m_prices.size()) / (0.015 * sum) : 0;
    }

    RollingDeviation m_mean;
    std::vector<double> m_prices;
    std::size_t m_next = 0;
    double m_source;
};

} // namespace

IndicatorInfo commodityChannelInfo()
{
    return { .id = "cci",
             .name = TAPELINE_INDICATOR_TEXT("Commodity channel index"),
             .shortName = "CCI",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters = { lengthParameter(20), typicalSourceParameter() },
             .outputs = { { .id = "cci", .name = "CCI", .tint = 2 } },
             .levels = { -100, 0, 100 },
             .make = makeOf<CommodityChannel> };
}

} // namespace tapeline
