#pragma once

#include <span>
#include <vector>

namespace tapeline {

/// A straight line through points of which some may be wrong.
namespace robustline {

struct Point
{
    double x = 0;
    double y = 0;
    double deviation = 1; ///< how far y may be off, > 0
};

struct Line
{
    double level = 0; ///< y at x = 0
    double slope = 0;
    double levelError = 0; ///< one standard deviation, from how the points scatter
    std::vector<double> weights; ///< of the points, 0 (an outlier) to 1
};

/// The middle of values by weight: half of the weight is below it. values must not be empty;
/// weights are as many, > 0.
double weightedMedian(std::span<const double> values, std::span<const double> weights);

/// Tukey's bisquare weights, 0 to 1, of residuals in units of what each may be off. They are seen
/// in the light of how large residuals commonly are, but not below a half: points that agree
/// exactly make no outliers of good ones. residuals must not be empty.
std::vector<double> bisquare(std::span<const double> residuals);

/// The line of a given slope: Tukey's bisquare from the weighted median. points must not be empty.
Line withSlope(std::span<const Point> points, double slope);
/// Slope and level: bisquare from the median of the slopes between all pairs (Theil and Sen). At
/// least two different x.
Line fit(std::span<const Point> points);

} // namespace robustline
} // namespace tapeline
