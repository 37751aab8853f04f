#include "averageindicator.h"
#include "rollingmean.h"

namespace tapeline {

namespace {

/// A mean of means: the middle of the n prices weighs most (TA-Lib TRIMA).
class TriangularMean
{
public:
    explicit TriangularMean(std::size_t length)
        : m_first((length + 1) / 2)
        , m_second(length / 2 + 1)
    {
    }

    double add(double price) { return m_second.add(m_first.add(price)); }

private:
    RollingMean m_first;
    RollingMean m_second;
};

} // namespace

IndicatorInfo triangularAverageInfo()
{
    return averageInfo<TriangularMean>(
        { .id = "trima",
          .name = TAPELINE_INDICATOR_TEXT("Triangular moving average"),
          .shortName = "TRIMA",
          .tint = 6 });
}

} // namespace tapeline
