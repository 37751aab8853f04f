#pragma once

#include "svi.h"

#include <span>
#include <vector>

namespace tapeline {

/// A total variance that a quote tells.
struct VariancePoint
{
    double k = 0; ///< log-moneyness
    double variance = 0; ///< > 0
    double deviation = 1; ///< how far it may be off, > 0
};

/// A smile fitted to points.
struct SviFit
{
    SviParameters parameters;
    std::vector<double> weights; ///< of the points as given, 0 (an outlier) to 1
    double error = 0; ///< root of the mean square of residual / deviation, outliers left out
};

namespace svifit {

inline constexpr std::size_t fewestPoints = 3;

/// Fits a smile that has no butterfly arbitrage to points whose deviations weigh them.
///
/// The best m and sigma are searched for (Nelder and Mead); the other three are then a linear
/// problem with bounds (Zeliade Systems, Quasi-Explicit Calibration of Gatheral's SVI Model,
/// 2009). Points far from the rest get no weight (Tukey's bisquare, from running medians). Where
/// the best smile has a negative density, it is drawn towards the best SSVI smile, which cannot
/// have one, just as far as it must. With fewer than five points it is that SSVI smile.
///
/// InvalidArgument for fewer than fewestPoints different points and values out of range.
Result<SviFit> fit(std::span<const VariancePoint> points);

} // namespace svifit
} // namespace tapeline
