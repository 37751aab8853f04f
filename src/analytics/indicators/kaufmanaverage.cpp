#include "delayline.h"
#include "indicatorparts.h"
#include "rollingmean.h"

namespace tapeline {

namespace {

/// Kaufman's adaptive average: as fast as the way that the price came in n bars was straight.
/// Begins with the price of bar n - 1; first value at bar n (TA-Lib KAMA).
class KaufmanAverage : public CopiedIndicator<KaufmanAverage>
{
public:
    explicit KaufmanAverage(std::span<const double> parameters)
        : m_before(std::size_t(parameters[0]))
        , m_way(std::size_t(parameters[0]))
        , m_fast(2 / (parameters[1] + 1))
        , m_slow(2 / (parameters[2] + 1))
        , m_source(parameters[3])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double price = priceOf(bar, m_source);
        const double distance = std::abs(price - m_before.add(price));
        const double way = m_way.add(std::abs(price - m_last));
        values[0] = noValue;
        if (std::isnan(way)) {
            m_value = price;
        } else {
            const double straight = distance < way ? distance / way : 1;
            const double weight = straight * (m_fast - m_slow) + m_slow;
            values[0] = m_value += weight * weight * (price - m_value);
        }
        m_last = price;
    }

private:
    DelayLine m_before;
    RollingSum m_way;
    double m_fast;
    double m_slow;
    double m_source;
    double m_last = noValue;
    double m_value = 0;
};

} // namespace

IndicatorInfo kaufmanAverageInfo()
{
    return { .id = "kama",
             .name = TAPELINE_INDICATOR_TEXT("Kaufman adaptive moving average"),
             .shortName = "KAMA",
             .group = IndicatorGroup::Averages,
             .parameters = { lengthParameter(10),
                             lengthParameter(2, "fast", TAPELINE_INDICATOR_TEXT("Fast length")),
                             lengthParameter(30, "slow", TAPELINE_INDICATOR_TEXT("Slow length")),
                             priceSourceParameter() },
             .outputs = { { .id = "kama", .name = TAPELINE_INDICATOR_TEXT("Average"), .tint = 4 } },
             .make = makeOf<KaufmanAverage> };
}

} // namespace tapeline
