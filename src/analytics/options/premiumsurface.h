#pragma once

#include "exercisepremium.h"

#include <array>
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
    /// Without derivatives. Nothing where ExerciseBoundary::isFound() has none nearby.
    std::optional<PremiumCurve> at(double volatility);
    /// With them.
    std::optional<PremiumCurve> slopedAt(double volatility);

private:
    /// The boundary at one volatility of the grid, by the points of the premium's integral.
    struct Column
    {
        std::optional<ExerciseBoundary> boundary;
        std::vector<double> log;
        std::vector<double> byCarry; ///< empty until it is asked for
    };
    /// Four columns about a volatility, and how far between the middle ones it is.
    struct Place
    {
        std::array<Column *, 4> columns {};
        double share = 0;
    };

    std::optional<Place> placeOf(double volatility);
    Column &column(int step);
    void differentiate(Column &column) const;

    BoundaryTerms m_terms;
    PremiumCurve::Carry m_carry;
    const Collocation *m_collocation;
    PremiumIntegral m_integral;
    std::map<int, Column> m_columns; ///< by steps of the logarithm of volatility
};

} // namespace tapeline
