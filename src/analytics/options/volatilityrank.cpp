#include "volatilityrank.h"

#include <algorithm>

namespace tapeline::volatilityrank {

namespace {

std::span<const double> ofAYear(std::span<const double> closes)
{
    return closes.last(std::min(closes.size(), yearOfDays));
}

} // namespace

std::optional<double> rank(std::span<const double> closes, double now)
{
    closes = ofAYear(closes);
    if (closes.empty())
        return std::nullopt;
    const auto [lowest, highest] = std::ranges::minmax(closes);
    if (lowest == highest)
        return std::nullopt;
    return 100 * (now - lowest) / (highest - lowest);
}

std::optional<double> percentile(std::span<const double> closes, double now)
{
    closes = ofAYear(closes);
    if (closes.empty())
        return std::nullopt;
    const auto lower = std::ranges::count_if(closes, [now](double close) { return close < now; });
    return 100.0 * double(lower) / double(closes.size());
}

} // namespace tapeline::volatilityrank
