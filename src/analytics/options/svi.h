#pragma once

#include "result.h"

namespace tapeline {

/// Gatheral's "stochastic volatility inspired" form of one expiration's smile: total implied
/// variance w = v^2 T by log-moneyness k = ln(K / F),
///   w(k) = a + b (rho (k - m) + sqrt((k - m)^2 + sigma^2))
/// (Gatheral & Jacquier, Arbitrage-free SVI volatility surfaces, 2014: the raw parameters).
struct SviParameters
{
    double a = 0;
    double b = 0; ///< >= 0
    double rho = 0; ///< -1 to 1
    double m = 0;
    double sigma = 0.1; ///< > 0

    friend bool operator==(const SviParameters &, const SviParameters &) = default;
};

/// A total variance and how it changes with log-moneyness.
struct SviVariance
{
    double value = 0;
    double slope = 0;
    double curvature = 0;
};

namespace svi {

SviVariance at(const SviParameters &parameters, double k);
/// The least total variance of any strike.
double leastVariance(const SviParameters &parameters);

/// Gatheral and Jacquier's g(k): the risk-neutral density is positive where it is. Not finite
/// where the variance is 0 or below.
double butterfly(const SviParameters &parameters, double k);
/// No butterfly costs less than nothing: positive variance, g >= 0 on a grid that is dense at the
/// vertex and reaches far into both wings, and wings no steeper than Lee's bound of 2.
bool isFreeOfButterflies(const SviParameters &parameters);

/// Their SSVI at one expiration: w = theta / 2 (1 + rho phi k + sqrt((phi k + rho)^2 + 1 - rho^2)).
SviParameters ofSurface(double theta, double rho, double phi);
/// The largest phi that their theorem 4.2 says is free of butterflies at any strike.
double largestPhi(double theta, double rho);

} // namespace svi
} // namespace tapeline
