#pragma once

#include <span>
#include <vector>

namespace tapeline {

/// Technical indicators by TA-Lib's published definitions, over values in order of time. Each
/// result belongs to the newest values: it is shorter than what it was made of, and empty when that
/// was too short. Windows are at least 1. In core, since the server answers with them and the desk
/// may draw them, and neither may see the other's layer.
namespace indicators {

/// The mean of the last window values.
std::vector<double> simpleAverage(std::span<const double> values, int window);
/// Begins with the mean of the first window values; each next one moves it by 2 / (window + 1).
std::vector<double> exponentialAverage(std::span<const double> values, int window);
/// Wilder's relative strength, 0 to 100; 50 where nothing moved.
std::vector<double> relativeStrength(std::span<const double> values, int window);

/// Lines of equal length.
struct Convergence
{
    std::vector<double> value; ///< the short average less the long one
    std::vector<double> signal; ///< its exponential average
};
/// shortWindow is below longWindow, and begins where the long one does.
Convergence convergence(std::span<const double> values, int shortWindow, int longWindow,
                        int signalWindow);

} // namespace indicators
} // namespace tapeline
