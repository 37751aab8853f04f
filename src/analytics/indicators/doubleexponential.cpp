#include "averageindicator.h"
#include "exponentialmean.h"

namespace tapeline {

namespace {

/// Mulloy's: twice the exponential average less the average of it (TA-Lib DEMA).
class DoubleExponentialMean
{
public:
    explicit DoubleExponentialMean(std::size_t length)
        : m_first(length)
        , m_second(length)
    {
    }

    double add(double price)
    {
        const double first = m_first.add(price);
        return 2 * first - m_second.add(first);
    }

private:
    ExponentialMean m_first;
    ExponentialMean m_second;
};

} // namespace

IndicatorInfo doubleExponentialInfo()
{
    return averageInfo<DoubleExponentialMean>(
        { .id = "dema",
          .name = TAPELINE_INDICATOR_TEXT("Double exponential moving average"),
          .shortName = "DEMA",
          .tint = 4 });
}

} // namespace tapeline
