#pragma once

#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

namespace tapeline {

/// How figures are drawn anew to see how much of them is luck. The same settings give the same
/// draws on every machine.
struct ResamplingSettings
{
    quint64 seed = 20'261'122;
    double confidence = 0.95; ///< of intervals, above 0 and below 1
    int resamples = 0; ///< 0: two thousand, of more than five thousand trades fewer, at least 200
};

/// A figure with the range in which it lies with the confidence that was asked for. Bounds may be
/// infinite.
struct ConfidenceInterval
{
    double estimate = 0; ///< of the sample itself
    double low = 0;
    double high = 0;

    bool holds(double value) const { return low <= value && value <= high; }
    friend bool operator==(const ConfidenceInterval &, const ConfidenceInterval &) = default;
};

/// How many resamples of so many trades are drawn.
int resampleCount(const ResamplingSettings &settings, std::size_t trades);

/// The point of the standard normal distribution below which a share of it lies; 0 < share < 1.
double normalQuantile(double share);

/// From figures of resamples, with bias corrected and accelerated (BCa; Efron, Better bootstrap
/// confidence intervals, 1987). leftOut are the figures without each of the trades in turn: where
/// there are none of them, and where the bias cannot be told, it is the plain percentile interval.
/// Nothing without resamples.
std::optional<ConfidenceInterval> confidenceInterval(double estimate, std::vector<double> resampled,
                                                     std::span<const double> leftOut,
                                                     double confidence);

} // namespace tapeline
