#include "svi.h"

#include <algorithm>
#include <cmath>

namespace tapeline::svi {

SviVariance at(const SviParameters &p, double k)
{
    const double x = k - p.m;
    const double root = std::hypot(x, p.sigma);
    return { p.a + p.b * (p.rho * x + root), p.b * (p.rho + x / root),
             p.b * p.sigma * p.sigma / (root * root * root) };
}

double leastVariance(const SviParameters &p)
{
    return p.a + p.b * p.sigma * std::sqrt(std::max(0.0, 1 - p.rho * p.rho));
}

double butterfly(const SviParameters &p, double k)
{
    const SviVariance w = at(p, k);
    const double straight = 1 - k * w.slope / (2 * w.value);
    return straight * straight - w.slope * w.slope / 4 * (1 / w.value + 0.25) + w.curvature / 2;
}

bool isFreeOfButterflies(const SviParameters &p)
{
    constexpr int steps = 240;
    constexpr double reach = 6; // in log-moneyness: 400 times the forward
    constexpr double steepest = 2;
    if (!(p.b >= 0) || !(std::abs(p.rho) <= 1) || !(p.sigma > 0) || !(leastVariance(p) > 0)
        || p.b * (1 + std::abs(p.rho)) > steepest)
        return false;
    // Equal steps where the curve bends, wider ones where it is nearly straight
    const double end = std::asinh((reach + std::abs(p.m)) / p.sigma);
    for (int i = -steps; i <= steps; ++i) {
        const double k = p.m + p.sigma * std::sinh(end * i / steps);
        if (!(butterfly(p, k) >= 0))
            return false;
    }
    return true;
}

SviParameters ofSurface(double theta, double rho, double phi)
{
    const double rest = 1 - rho * rho;
    return { theta / 2 * rest, theta * phi / 2, rho, -rho / phi, std::sqrt(rest) / phi };
}

double largestPhi(double theta, double rho)
{
    const double wing = theta * (1 + std::abs(rho));
    return std::min(4 / wing, 2 / std::sqrt(wing));
}

} // namespace tapeline::svi
