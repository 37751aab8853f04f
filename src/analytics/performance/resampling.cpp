#include "resampling.h"

#include "sortedvalues.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr int usualResamples = 2'000;
constexpr int leastResamples = 200;
constexpr std::size_t mostDraws = 10'000'000;

double normalShare(double point)
{
    return 0.5 * std::erfc(-point / std::sqrt(2.0));
}

/// Share of ascending values below one, equal ones half.
double shareBelow(std::span<const double> ascending, double value)
{
    const auto [from, to] = std::equal_range(ascending.begin(), ascending.end(), value);
    const auto below = double(from - ascending.begin());
    return (below + double(to - from) / 2) / double(ascending.size());
}

/// Skewness of the influences of single trades, a sixth of it; 0 where it cannot be told.
double acceleration(std::span<const double> leftOut)
{
    double mean = 0;
    for (const double own : leftOut)
        mean += own / double(leftOut.size());
    double squares = 0;
    double cubes = 0;
    for (const double own : leftOut) {
        const double influence = mean - own;
        squares += influence * influence;
        cubes += influence * influence * influence;
    }
    const double value = cubes / (6 * std::pow(squares, 1.5));
    return std::isfinite(value) ? value : 0;
}

} // namespace

int resampleCount(const ResamplingSettings &settings, std::size_t trades)
{
    if (settings.resamples > 0)
        return settings.resamples;
    const auto affordable = int(mostDraws / std::max<std::size_t>(trades, 1'000));
    return std::clamp(affordable, leastResamples, usualResamples);
}

double normalQuantile(double share)
{
    double low = -40;
    double high = 40;
    for (int i = 0; i < 100; ++i) { // each halves what is left: to the last digit
        const double middle = (low + high) / 2;
        (normalShare(middle) < share ? low : high) = middle;
    }
    return (low + high) / 2;
}

std::optional<ConfidenceInterval> confidenceInterval(double estimate, std::vector<double> resampled,
                                                     std::span<const double> leftOut,
                                                     double confidence)
{
    if (resampled.empty())
        return {};
    std::sort(resampled.begin(), resampled.end());
    double low = (1 - confidence) / 2;
    double high = 1 - low;
    const double below = shareBelow(resampled, estimate);
    if (below > 0 && below < 1 && !leftOut.empty()) {
        const double bias = normalQuantile(below);
        const double bend = acceleration(leftOut);
        const auto corrected = [&](double share) {
            const double point = bias + normalQuantile(share);
            return normalShare(bias + point / (1 - bend * point));
        };
        low = corrected(low);
        high = corrected(high);
    }
    return ConfidenceInterval { estimate, sortedQuantile(resampled, low),
                                sortedQuantile(resampled, high) };
}

} // namespace tapeline
