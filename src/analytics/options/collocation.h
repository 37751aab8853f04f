#pragma once

#include <cstddef>
#include <vector>

namespace tapeline {

/// How finely an exercise boundary is found and a premium summed (Andersen, Lake and Offengenden,
/// High Performance American Option Pricing, 2016: their n, l, m and p).
struct CollocationScheme
{
    int nodes = 0; ///< of the boundary, besides expiry
    int points = 0; ///< of each of its integrals
    int rounds = 0; ///< of the iteration, at most
    int premiumPoints = 0; ///< of the premium's integral
    double tolerance = 0; ///< of the boundary's logarithm; the iteration stops there
};

/// For chains: prices to about 1e-5 of the strike.
inline constexpr CollocationScheme fastCollocation {
    .nodes = 8, .points = 10, .rounds = 12, .premiumPoints = 20, .tolerance = 1e-5
};
/// For one contract: prices to about 1e-10 of the strike.
inline constexpr CollocationScheme exactCollocation {
    .nodes = 32, .points = 64, .rounds = 80, .premiumPoints = 128, .tolerance = 1e-13
};

/// Where a boundary is known, where its integrals ask for it, and how one follows from the other:
/// all that does not depend on the option. Times are shares of the time to expiry, by their square
/// roots: a boundary is smooth in that.
///
/// The integrals run over an angle: the time that has passed is the share sin^2 of what is left, so
/// that both ends, where the square roots of u and of what is left vanish, are smooth.
class Collocation
{
public:
    explicit Collocation(const CollocationScheme &scheme);
    /// Of the schemes above, made once.
    static const Collocation &fast();
    static const Collocation &exact();

    const CollocationScheme &scheme() const { return m_scheme; }
    std::size_t nodes() const { return m_roots.size(); }
    std::size_t points() const { return m_points.size(); }

    /// The root of node i's share of the time; node 0 is the whole, none is 0.
    double root(std::size_t node) const { return m_roots[node]; }

    /// A point of an integral over the time up to a node.
    struct Point
    {
        double sine; ///< root of the share that has passed
        double cosine; ///< root of the share that is left
        double weight; ///< of du over that time
    };
    const std::vector<Point> &integral() const { return m_points; }
    const std::vector<Point> &premium() const { return m_premiumPoints; }

    /// What the values at the nodes make at point k of the integral up to a node; 0 at expiry.
    double atPoint(std::size_t node, std::size_t k, const double *values) const
    {
        return sum(&m_toPoints[(node * points() + k) * nodes()], values);
    }
    /// The same at point k of the premium's integral.
    double atPremiumPoint(std::size_t k, const double *values) const
    {
        return sum(&m_toPremium[k * nodes()], values);
    }
    /// The shares of the nodes' values at any root of time, 0 to 1.
    std::vector<double> weightsAt(double root) const;

private:
    double sum(const double *weights, const double *values) const
    {
        double total = 0;
        for (std::size_t j = 0; j < nodes(); ++j)
            total += weights[j] * values[j];
        return total;
    }

    CollocationScheme m_scheme;
    std::vector<double> m_roots;
    std::vector<Point> m_points;
    std::vector<Point> m_premiumPoints;
    std::vector<double> m_toPoints;
    std::vector<double> m_toPremium;
};

} // namespace tapeline
