#include "averageindicator.h"
#include "rollingregression.h"

namespace tapeline {

namespace {

/// Where the straight line through the last n prices ends (TA-Lib LINEARREG).
class LeastSquaresMean
{
public:
    explicit LeastSquaresMean(std::size_t length)
        : m_line(length)
    {
    }

    double add(double price)
    {
        m_line.add(price);
        return m_line.end();
    }

private:
    RollingRegression m_line;
};

} // namespace

IndicatorInfo leastSquaresInfo()
{
    return averageInfo<LeastSquaresMean>(
        { .id = "lsma",
          .name = TAPELINE_INDICATOR_TEXT("Least squares moving average"),
          .shortName = "LSMA",
          .length = 25,
          .tint = 3 });
}

} // namespace tapeline
