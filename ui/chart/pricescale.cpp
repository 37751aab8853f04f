#include "pricescale.h"

#include "valuemarks.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int relativeDecimals = 2;
constexpr std::array keys { "linear"_L1, "log"_L1, "percent"_L1, "indexed"_L1 };

} // namespace

QString scaleModeKey(ScaleMode mode)
{
    return keys[static_cast<std::size_t>(mode)];
}

std::optional<ScaleMode> scaleModeFromKey(QStringView key)
{
    for (const ScaleMode mode : scaleModes)
        if (key == scaleModeKey(mode))
            return mode;
    return std::nullopt;
}

double PriceScale::valueOf(double price) const
{
    if (!isRelative())
        return price;
    return mode == ScaleMode::Percent ? (price / base - 1) * 100 : price / base * 100;
}

double PriceScale::priceOf(double value) const
{
    if (!isRelative())
        return value;
    return mode == ScaleMode::Percent ? (value / 100 + 1) * base : value / 100 * base;
}

QString PriceScale::text(double price, int decimals, const QLocale &locale) const
{
    if (!isRelative())
        return priceText(price, decimals, locale);
    if (mode == ScaleMode::Percent)
        return percentText(price / base - 1, locale);
    return priceText(valueOf(price), relativeDecimals, locale);
}

std::vector<double> PriceScale::marks(const ChartViewport &view, int edge, int leastPixels,
                                      int decimals) const
{
    const auto [low, high] = std::minmax({ view.priceAt(view.height - edge), view.priceAt(edge) });
    std::vector<double> marks
        = priceMarks(valueOf(low), valueOf(high), view.isLog(), view.height - 2 * edge, leastPixels,
                     isRelative() ? relativeDecimals : decimals);
    for (double &mark : marks)
        mark = priceOf(mark);
    return marks;
}

} // namespace tapeline
