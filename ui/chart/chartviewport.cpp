#include "chartviewport.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tapeline {

namespace {

/// On which scale prices are spread evenly over pixels.
double toScale(double price, bool log)
{
    return log ? std::log(std::max(price, 1e-10)) : price;
}

double fromScale(double value, bool log)
{
    return log ? std::exp(value) : value;
}

} // namespace

ChartViewport::Key ChartViewport::barAt(double x) const
{
    return static_cast<Key>(std::floor(keyAt(x) + 0.5));
}

void ChartViewport::zoomAt(double x, double factor, double narrowest, double widest)
{
    const double anchor = keyAt(x);
    barWidth = std::max(narrowest, std::min(barWidth * factor, widest));
    left = anchor - x / barWidth;
}

double ChartViewport::yOf(double price) const
{
    const double bottom = toScale(low, isLog());
    const double top = toScale(high, isLog());
    const double fromHigh = (top - toScale(price, isLog())) / (top - bottom);
    return height * (inverted ? 1 - fromHigh : fromHigh);
}

double ChartViewport::priceAt(double y) const
{
    const double bottom = toScale(low, isLog());
    const double top = toScale(high, isLog());
    const double fromHigh = inverted ? 1 - y / height : y / height;
    return fromScale(top - (top - bottom) * fromHigh, isLog());
}

void ChartViewport::fitPrices(double lowest, double highest, int roomAbove, int roomBelow)
{
    if (!(highest > lowest)) { // one price only: half a percent around it
        const double half = std::max(std::abs(highest) * 0.005, 0.01);
        lowest -= half;
        highest += half;
    }
    const bool log = logScale && lowest > 0;
    const double from = toScale(lowest, log);
    const double to = toScale(highest, log);
    const int inner = std::max(1, height - roomAbove - roomBelow);
    const double perPixel = (to - from) / inner;
    if (inverted)
        std::swap(roomAbove, roomBelow);
    low = fromScale(from - roomBelow * perPixel, log);
    high = fromScale(to + roomAbove * perPixel, log);
}

void ChartViewport::scalePrices(double y, double factor)
{
    const bool log = isLog();
    const double anchor = toScale(priceAt(y), log);
    const double bottom = anchor + (toScale(low, log) - anchor) * factor;
    const double top = anchor + (toScale(high, log) - anchor) * factor;
    const double smallest = std::max(std::abs(anchor), 1.0) * 1e-9;
    if (!std::isfinite(bottom) || !std::isfinite(top) || top - bottom < smallest)
        return;
    low = fromScale(bottom, log);
    high = fromScale(top, log);
}

void ChartViewport::panPrices(double pixels)
{
    const bool log = isLog();
    const double bottom = toScale(low, log);
    const double top = toScale(high, log);
    const double shift = (inverted ? -pixels : pixels) * (top - bottom) / height;
    low = fromScale(bottom + shift, log);
    high = fromScale(top + shift, log);
}

} // namespace tapeline
