#include "averageindicator.h"
#include "exponentialmean.h"

namespace tapeline {

namespace {

/// Mulloy's: 3 E - 3 E(E) + E(E(E)) (TA-Lib TEMA).
class TripleExponentialMean
{
public:
    explicit TripleExponentialMean(std::size_t length)
        : m_first(length)
        , m_second(length)
        , m_third(length)
    {
    }

    double add(double price)
    {
        const double first = m_first.add(price);
        const double second = m_second.add(first);
        return 3 * first - 3 * second + m_third.add(second);
    }

private:
    ExponentialMean m_first;
    ExponentialMean m_second;
    ExponentialMean m_third;
};

} // namespace

IndicatorInfo tripleExponentialInfo()
{
    return averageInfo<TripleExponentialMean>(
        { .id = "tema",
          .name = TAPELINE_INDICATOR_TEXT("Triple exponential moving average"),
          .shortName = "TEMA",
          .tint = 5 });
}

} // namespace tapeline
