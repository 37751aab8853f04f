#pragma once

#include <vector>

namespace tapeline {

/// Points and weights that make an integral a sum: the integral of f over [-1, 1] is about the sum
/// of weights[i] * f(nodes[i]).
struct Quadrature
{
    std::vector<double> nodes; ///< ascending
    std::vector<double> weights;

    /// Gauss and Legendre's rule, exact for polynomials of degree 2 * points - 1; points > 0.
    static Quadrature gaussLegendre(int points);
    /// The same sum over [low, high].
    Quadrature over(double low, double high) const;
};

} // namespace tapeline
