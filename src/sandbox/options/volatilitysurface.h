#pragma once

#include "optionroots.h"
#include "timestamp.h"

#include <QDate>

namespace tapeline {

/// Implied volatilities of one underlying at one instant: the surface of Gatheral and Jacquier
/// (Arbitrage-free SVI volatility surfaces, 2014),
///
///   w(k, theta) = theta / 2 (1 + rho phi k + sqrt((phi k + rho)^2 + 1 - rho^2)),
///   phi(theta) = eta / sqrt(theta (1 + theta)),  k = ln(K / F),
///
/// with total variance at the money theta(T) = vLong T + (vShort - vLong)(1 - e^(-kappa T)) /
/// kappa. Free of arbitrage as long as eta (1 + |rho|) <= 2 (butterflies) and theta rises with T
/// (calendars), which it does for positive variances.
struct SurfaceMoment
{
    double spot = 0;
    double yield = 0;
    double shortVariance = 0; ///< per year, at once
    double longVariance = 0; ///< per year, in the long run
    double skew = 0; ///< rho
    double curvature = 0; ///< eta

    double forward(double years) const;
    /// theta(T), years > 0.
    double atTheMoney(double years) const;
    /// w(k, theta(T)).
    double totalVariance(double logMoneyness, double years) const;
    /// Of a strike, as a fraction per year; years > 0.
    double volatility(double strike, double years) const;
};

/// How surfaces move: variances, skew and curvature swing slowly around levels of their own by
/// keyed waves, and variance rises when the price falls below its mean of late.
class VolatilitySurface
{
public:
    explicit VolatilitySurface(quint64 seed);

    /// spot is the price now, reference its mean of late, dailyVolatility the underlying's.
    SurfaceMoment at(int underlying, Timestamp time, double spot, double reference,
                     double dailyVolatility) const;
    /// What the variances swing around, as a yearly volatility.
    static double usualVolatility(double dailyVolatility);

private:
    double wave(int underlying, int quantity, Timestamp time) const;

    quint64 m_seed;
};

} // namespace tapeline
