#include "averageindicator.h"
#include "weightedmean.h"

#include <algorithm>

namespace tapeline {

namespace {

/// Hull's: the weighted mean of sqrt(n) values of twice that of n / 2 less that of n, each length
/// rounded down (alanhull.com).
class HullMean
{
public:
    explicit HullMean(std::size_t length)
        : m_half(std::max<std::size_t>(1, length / 2))
        , m_whole(length)
        , m_smooth(std::size_t(std::sqrt(double(length))))
    {
    }

    double add(double price) { return m_smooth.add(2 * m_half.add(price) - m_whole.add(price)); }

private:
    WeightedMean m_half;
    WeightedMean m_whole;
    WeightedMean m_smooth;
};

} // namespace

IndicatorInfo hullAverageInfo()
{
    return averageInfo<HullMean>({ .id = "hma",
                                   .name = TAPELINE_INDICATOR_TEXT("Hull moving average"),
                                   .shortName = "HMA",
                                   .tint = 3 });
}

} // namespace tapeline
