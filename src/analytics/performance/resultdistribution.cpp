#include "resultdistribution.h"

#include "nicestep.h"
#include "sortedvalues.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr double tail = 0.02;

qint64 placeOf(double value, double width)
{
    return qint64(std::floor(value / width));
}

double wantedWidth(std::span<const double> ascending)
{
    const double spread = sortedQuantile(ascending, 0.75) - sortedQuantile(ascending, 0.25);
    if (spread > 0)
        return 2 * spread / std::cbrt(double(ascending.size()));
    const double range = ascending.back() - ascending.front();
    if (range > 0)
        return range / std::sqrt(double(ascending.size()));
    return ascending.front() != 0 ? std::abs(ascending.front()) : 1;
}

} // namespace

ResultDistribution resultDistribution(std::span<const double> values, int mostBins)
{
    ResultDistribution bins;
    if (values.empty())
        return bins;
    std::vector<double> ascending(values.begin(), values.end());
    std::sort(ascending.begin(), ascending.end());
    bins.width = niceStep(wantedWidth(ascending));
    qint64 first = placeOf(ascending.front(), bins.width);
    qint64 last = placeOf(ascending.back(), bins.width);
    if (last - first >= mostBins) {
        const double low = sortedQuantile(ascending, tail);
        const double high = sortedQuantile(ascending, 1 - tail);
        while (placeOf(high, bins.width) - placeOf(low, bins.width) >= mostBins)
            bins.width = niceStep(bins.width * 1.01);
        first = std::max(placeOf(ascending.front(), bins.width), placeOf(low, bins.width));
        last = std::min(placeOf(ascending.back(), bins.width), placeOf(high, bins.width));
        bins.isOpenBelow = placeOf(ascending.front(), bins.width) < first;
        bins.isOpenAbove = placeOf(ascending.back(), bins.width) > last;
    }
    bins.firstEdge = first;
    bins.counts.resize(std::size_t(last - first + 1));
    for (const double value : ascending)
        ++bins.counts[std::size_t(std::clamp(placeOf(value, bins.width), first, last) - first)];
    return bins;
}

} // namespace tapeline
