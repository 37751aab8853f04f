#include "volatilitysurface.h"

#include "keyeddraws.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr double reversion = 4; // kappa, per year
constexpr double usualCurvature = 0.8;

enum Quantity { Level, Slope, Skew, Curvature };

/// Smooth noise in [-1, 1] with knots a period apart, a cubic between them.
double noise(quint64 seed, int underlying, int quantity, Duration period, Timestamp time)
{
    const qint64 knot = time.time_since_epoch() / period;
    const double part = static_cast<double>((time.time_since_epoch() % period).count())
        / static_cast<double>(period.count());
    const auto level = [&](qint64 at) {
        return 2
            * keyedDraws(seed, DrawPurpose::OptionWave, underlying, quantity, period.count(), at)
                  .uniform()
            - 1;
    };
    const double smooth = part * part * (3 - 2 * part);
    return level(knot) + (level(knot + 1) - level(knot)) * smooth;
}

} // namespace

double SurfaceMoment::forward(double years) const
{
    return spot * std::exp((optionRate - yield) * years);
}

double SurfaceMoment::atTheMoney(double years) const
{
    return longVariance * years
        - (shortVariance - longVariance) * std::expm1(-reversion * years) / reversion;
}

double SurfaceMoment::totalVariance(double logMoneyness, double years) const
{
    const double theta = atTheMoney(years);
    const double x = curvature / std::sqrt(theta * (1 + theta)) * logMoneyness;
    const double shifted = x + skew;
    return theta / 2 * (1 + skew * x + std::sqrt(shifted * shifted + 1 - skew * skew));
}

double SurfaceMoment::volatility(double strike, double years) const
{
    return std::sqrt(totalVariance(std::log(strike / forward(years)), years) / years);
}

VolatilitySurface::VolatilitySurface(quint64 seed)
    : m_seed(seed)
{
}

double VolatilitySurface::usualVolatility(double dailyVolatility)
{
    constexpr double rootOfYear = 15.8745; // sqrt(252)
    constexpr double premium = 1.08; // what is implied over what is realised
    return dailyVolatility * rootOfYear * premium;
}

/// Weeks, days and hours, in [-1, 1].
double VolatilitySurface::wave(int underlying, int quantity, Timestamp time) const
{
    return 0.55 * noise(m_seed, underlying, quantity, 24h * 23, time)
        + 0.35 * noise(m_seed, underlying, quantity, 24h * 3, time)
        + 0.10 * noise(m_seed, underlying, quantity, 2h, time);
}

SurfaceMoment VolatilitySurface::at(int underlying, Timestamp time, double spot, double reference,
                                    double dailyVolatility) const
{
    const OptionUnderlying &about = optionUnderlyings[static_cast<std::size_t>(underlying)];
    const double usual = usualVolatility(dailyVolatility);
    const double move = std::clamp(std::log(spot / reference), -0.2, 0.2);
    const double level = 0.35 * wave(underlying, Level, time);
    SurfaceMoment moment;
    moment.spot = spot;
    moment.yield = about.yield;
    moment.longVariance = usual * usual * std::exp(level);
    moment.shortVariance = moment.longVariance
        * std::exp(0.5 * wave(underlying, Slope, time) - 2 * about.spotReaction * move);
    moment.skew = about.skew + 0.06 * wave(underlying, Skew, time);
    moment.curvature = usualCurvature * (1 + 0.15 * wave(underlying, Curvature, time));
    return moment;
}

} // namespace tapeline
