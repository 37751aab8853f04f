#include "indicatorparts.h"
#include "rollingextremes.h"

namespace tapeline {

namespace {

/// Chande's Aroon: how long ago the highest high and the lowest low of the last n + 1 bars were,
/// 100 for this bar, 0 for n bars ago; the newest one of equals (TA-Lib AROON).
class Aroon : public CopiedIndicator<Aroon>
{
public:
    explicit Aroon(std::span<const double> parameters)
        : m_length(parameters[0])
        , m_range(std::size_t(parameters[0]) + 1)
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_range.add(bar);
        values[0] = m_range.isFull() ? placeOf(m_range.sinceHighest()) : noValue;
        values[1] = m_range.isFull() ? placeOf(m_range.sinceLowest()) : noValue;
    }

private:
    double placeOf(qint64 since) const { return 100 * (m_length - double(since)) / m_length; }

    double m_length;
    RollingExtremes m_range;
};

} // namespace

IndicatorInfo aroonInfo()
{
    return { .id = "aroon",
             .name = TAPELINE_INDICATOR_TEXT("Aroon"),
             .shortName = "Aroon",
             .group = IndicatorGroup::Trend,
             .onPrices = false,
             .parameters = { lengthParameter(25) },
             .outputs
             = { { .id = "up", .name = TAPELINE_INDICATOR_TEXT("Aroon up"), .tint = 3 },
                 { .id = "down", .name = TAPELINE_INDICATOR_TEXT("Aroon down"), .tint = 4 } },
             .levels = { 30, 70 },
             .range = { { 0, 100 } },
             .make = makeOf<Aroon> };
}

} // namespace tapeline
