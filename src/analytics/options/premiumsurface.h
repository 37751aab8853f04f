#pragma once

#include "exercisepremium.h"

#include <map>
#include <optional>
#include <vector>

namespace tapeline {

/// The exercise boundaries of one expiration over all volatilities: exact ones on a grid, found
/// when they are asked for, and cubics in the logarithm of volatility between. All strikes of an
/// expiration share it, since a boundary is in proportion to its strike.
class PremiumSurface
{
public:
    /// terms.volatility is not read; the collocation outlives this.
    PremiumSurface(const BoundaryTerms &terms, PremiumCurve::Carry carry,
                   const Collocation &collocation);

    const BoundaryTerms &terms() const { return m_terms; }
    PremiumCurve::Carry carry() const { return m_carry; }
    const PremiumIntegral &integral() const { return m_integral; }
    /// Nothing where ExerciseBoundary::isFound() has none nearby.
    std::optional<PremiumCurve> at(double volatility);

private:
    /// The boundary at one volatility of the grid, by the points of the premium's integral.
    struct Column
    {
        bool isFound = false;
        double logNow = 0;
        std::vector<double> log;
        std::vector<double> byCarry;
    };

    const Column &column(int step);

    BoundaryTerms m_terms;
    PremiumCurve::Carry m_carry;
    const Collocation *m_collocation;
    PremiumIntegral m_integral;
    std::map<int, Column> m_columns; ///< by steps of the logarithm of volatility
};

} // namespace tapeline
