#include "chartviewport.h"

#include <algorithm>
#include <cmath>

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
    return height * (top - toScale(price, isLog())) / (top - bottom);
}

double ChartViewport::priceAt(double y) const
{
    const double bottom = toScale(low, isLog());
    const double top = toScale(high, isLog());
    return fromScale(top - (top - bottom) * y / height, isLog());
}

void ChartViewport::fitPrices(double bottom, double top, int roomAbove, int roomBelow)
{
    if (!(top > bottom)) { // one price only: half a percent around it
        const double half = std::max(std::abs(top) * 0.005, 0.01);
        bottom -= half;
        top += half;
    }
    const bool log = logScale && bottom > 0;
    const double from = toScale(bottom, log);
    const double to = toScale(top, log);
    const int inner = std::max(1, height - roomAbove - roomBelow);
    const double perPixel = (to - from) / inner;
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
    const double shift = pixels * (top - bottom) / height;
    low = fromScale(bottom + shift, log);
    high = fromScale(top + shift, log);
}

} // namespace tapeline
