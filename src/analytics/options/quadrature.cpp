#include "quadrature.h"

#include <cmath>
#include <numbers>

namespace tapeline {

namespace {

/// A polynomial's value and slope.
struct Legendre
{
    double value;
    double slope;
};

/// Of the given degree at x, by Bonnet's recursion.
Legendre legendre(int degree, double x)
{
    double before = 1;
    double value = x;
    for (int k = 2; k <= degree; ++k) {
        const double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
        before = value;
        value = next;
    }
    return { value, degree * (x * value - before) / (x * x - 1) };
}

} // namespace

Quadrature Quadrature::gaussLegendre(int points)
{
    Quadrature rule;
    const auto size = static_cast<std::size_t>(points);
    rule.nodes.resize(size);
    rule.weights.resize(size);
    for (std::size_t i = 0; i < size; ++i) {
        double x = -std::cos(std::numbers::pi * (double(i) + 0.75) / (points + 0.5));
        Legendre at = legendre(points, x);
        for (int round = 0; round < 10 && std::abs(at.value) > 1e-16; ++round) {
            x -= at.value / at.slope;
            at = legendre(points, x);
        }
        rule.nodes[i] = x;
        rule.weights[i] = 2 / ((1 - x * x) * at.slope * at.slope);
    }
    return rule;
}

Quadrature Quadrature::over(double low, double high) const
{
    Quadrature mapped = *this;
    const double half = (high - low) / 2;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        mapped.nodes[i] = low + half * (nodes[i] + 1);
        mapped.weights[i] = half * weights[i];
    }
    return mapped;
}

} // namespace tapeline
