#include "realisedvolatility.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tapeline::realisedvolatility {

namespace {

bool arePositive(std::span<const DayPrices> days)
{
    return std::ranges::all_of(days, [](const DayPrices &day) {
        return day.open > 0 && day.high > 0 && day.low > 0 && day.close > 0;
    });
}

/// Around the mean, over n - 1.
double variance(std::span<const double> values)
{
    double mean = 0;
    for (const double value : values)
        mean += value / double(values.size());
    double sum = 0;
    for (const double value : values)
        sum += (value - mean) * (value - mean);
    return sum / double(values.size() - 1);
}

} // namespace

std::optional<double> closeToClose(std::span<const DayPrices> days)
{
    if (days.size() < 3 || !arePositive(days))
        return std::nullopt;
    std::vector<double> returns;
    for (std::size_t i = 1; i < days.size(); ++i)
        returns.push_back(std::log(days[i].close / days[i - 1].close));
    return std::sqrt(tradingDays * variance(returns));
}

std::optional<double> parkinson(std::span<const DayPrices> days)
{
    if (days.empty() || !arePositive(days))
        return std::nullopt;
    double sum = 0;
    for (const DayPrices &day : days) {
        const double range = std::log(day.high / day.low);
        sum += range * range;
    }
    return std::sqrt(tradingDays * sum / (4 * std::log(2.0) * double(days.size())));
}

std::optional<double> yangZhang(std::span<const DayPrices> days)
{
    if (days.size() < 3 || !arePositive(days))
        return std::nullopt;
    std::vector<double> overnight;
    std::vector<double> openToClose;
    double ranges = 0; // of Rogers and Satchell
    for (std::size_t i = 1; i < days.size(); ++i) {
        const DayPrices &day = days[i];
        overnight.push_back(std::log(day.open / days[i - 1].close));
        openToClose.push_back(std::log(day.close / day.open));
        ranges += std::log(day.high / day.close) * std::log(day.high / day.open)
            + std::log(day.low / day.close) * std::log(day.low / day.open);
    }
    const auto n = double(overnight.size());
    const double k = 0.34 / (1.34 + (n + 1) / (n - 1)); // the least variance, by their paper
    const double daily = variance(overnight) + k * variance(openToClose) + (1 - k) * ranges / n;
    return std::sqrt(tradingDays * daily);
}

} // namespace tapeline::realisedvolatility
