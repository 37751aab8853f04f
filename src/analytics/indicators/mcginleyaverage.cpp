#include "averageindicator.h"

#include <algorithm>

namespace tapeline {

namespace {

/// McGinley's dynamic: each price moves it by 1 / (0.6 n (price / average)^4) of the way, so faster
/// down than up; never beyond the price. Begins with the first price.
class McGinleyMean
{
public:
    explicit McGinleyMean(std::size_t length)
        : m_length(0.6 * double(length))
    {
    }

    double add(double price)
    {
        if (std::isnan(m_value))
            return m_value = price;
        const double ratio = m_value != 0 ? price / m_value : 1;
        const double slowness = m_length * ratio * ratio * ratio * ratio;
        return m_value += (price - m_value) / std::max(1.0, slowness);
    }

private:
    double m_length;
    double m_value = noValue;
};

} // namespace

IndicatorInfo mcGinleyAverageInfo()
{
    return averageInfo<McGinleyMean>({ .id = "mcginley",
                                       .name = TAPELINE_INDICATOR_TEXT("McGinley dynamic"),
                                       .shortName = "McGinley",
                                       .length = 14,
                                       .tint = 7 });
}

} // namespace tapeline
