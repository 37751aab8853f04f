#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace tapeline {

/// Where an implied volatility stands among those of a year (execution.md E.5).
namespace volatilityrank {

/// Trading days that count.
inline constexpr std::size_t yearOfDays = 252;

/// 100 (now - lowest) / (highest - lowest) of the newest 252 daily closes, ascending by time;
/// below 0 or above 100 where it was never so low or high. Nothing where all are the same.
std::optional<double> rank(std::span<const double> closes, double now);
/// The share of those days, in percent, with a lower one. Nothing without days.
std::optional<double> percentile(std::span<const double> closes, double now);

} // namespace volatilityrank
} // namespace tapeline
