#pragma once

#include <optional>
#include <span>

namespace tapeline {

/// The prices of one trading day, adjusted to splits, > 0.
struct DayPrices
{
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;
};

/// How much an underlying has moved, as fractions a year of 252 trading days; days ascend by time.
/// Nothing with too few days or where a price is not positive.
namespace realisedvolatility {

inline constexpr double tradingDays = 252;

/// Standard deviation of the logarithmic returns from close to close, their mean taken off (Hull,
/// Options, Futures and Other Derivatives, "Estimating volatility from historical data"). At least
/// three days.
std::optional<double> closeToClose(std::span<const DayPrices> days);
/// From the ranges within the days (Parkinson, The Extreme Value Method for Estimating the
/// Variance of the Rate of Return, 1980): blind to what happens overnight. At least one day.
std::optional<double> parkinson(std::span<const DayPrices> days);
/// From nights, days and ranges, whatever the drift (Yang and Zhang, Drift-Independent Volatility
/// Estimation Based on High, Low, Open, and Close Prices, 2000). At least three days, of which the
/// first only tells the close before.
std::optional<double> yangZhang(std::span<const DayPrices> days);

} // namespace realisedvolatility
} // namespace tapeline
