#pragma once

#include <optional>
#include <span>

namespace tapeline {

/// The volatility at the money forward of one expiration.
struct TermPoint
{
    double days = 0; ///< to expiry, > 0
    double volatility = 0; ///< a fraction a year, > 0
};

/// How volatility at the money goes with time.
struct ConstantMaturity
{
    double volatility = 0;
    /// False where all expirations lie on one side: then it is the nearest one's.
    bool isBetween = false;
};

namespace termstructure {

/// The underlying's implied volatility: that of a month (execution.md E.5).
inline constexpr double standardDays = 30;

/// The volatility for a number of days, between the two expirations around it by their variances:
/// v^2 T goes along a straight line (as the Cboe Volatility Index does). Points ascend by days;
/// expirations within a day are left out where there are others, since so little of their price
/// is volatility. Nothing without points.
std::optional<ConstantMaturity> constantMaturity(std::span<const TermPoint> points,
                                                 double days = standardDays);
/// The first volatility over the next: above 1 in fear of the near ("backwardation"). Nothing with
/// fewer than two.
std::optional<double> frontToNext(std::span<const TermPoint> points);

} // namespace termstructure
} // namespace tapeline
