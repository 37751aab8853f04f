#pragma once

#include "collocation.h"

#include <array>
#include <vector>

namespace tapeline {

/// What a put's exercise boundary depends on; its strike is 1. Units as in OptionInputs.
struct BoundaryTerms
{
    double years = 0;
    double rate = 0;
    double yield = 0;
    double volatility = 0;
};

/// The price of the underlying at which an American put of strike 1 is exercised, over the time to
/// its expiry: the fixed point of Andersen, Lake and Offengenden (2016), started from QD+.
class ExerciseBoundary
{
public:
    static constexpr std::size_t mostNodes = 64;
    /// ln(B / X)^2 at each node of the collocation; X is the boundary just before expiry.
    using Depths = std::array<double, mostNodes>;

    /// Whether there is one boundary (with q < r < 0 there are two, otherwise without a positive
    /// rate none) and numbers that the iteration is known to come to rest with.
    static bool isFound(const BoundaryTerms &terms);

    /// Terms that isFound() accepts; the collocation, of at most mostNodes, outlives this.
    ExerciseBoundary(const BoundaryTerms &terms, const Collocation &collocation);
    /// From the boundary of terms that are almost the same, in fewer rounds.
    ExerciseBoundary(const BoundaryTerms &terms, const ExerciseBoundary &nearby);

    const BoundaryTerms &terms() const { return m_terms; }
    const Collocation &collocation() const { return *m_collocation; }
    /// The logarithm of the boundary when all the years are left.
    double logNow() const;
    /// The same at point k of the premium's integral.
    double logAtPremiumPoint(std::size_t k) const;

private:
    /// One point of one node's integral; what a round does not change.
    struct Flow
    {
        double deviation; ///< of the underlying from this point to the node
        double drift;
        double strike; ///< what the strike earns about then, times the weight
        double share; ///< the same of the underlying's yield
    };

    double logAtNode(std::size_t node) const;
    double logOf(double depth) const;
    void start();
    void iterate();
    std::vector<Flow> flows() const;
    double steadyStep(std::size_t node, const Flow *flows) const;
    double quickStep(std::size_t node, const Flow *flows, bool isFirst) const;

    BoundaryTerms m_terms;
    const Collocation *m_collocation;
    double m_logAtExpiry;
    double m_logPerpetual;
    Depths m_depths {};
};

} // namespace tapeline
