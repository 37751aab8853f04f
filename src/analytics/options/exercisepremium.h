#pragma once

#include "exerciseboundary.h"

#include <QtGlobal>

#include <array>

namespace tapeline {

/// What the right to exercise before expiry adds to a European put of strike 1.
struct PremiumValue
{
    double price = 0;
    double delta = 0; ///< by the spot
    double gamma = 0; ///< by the spot, twice
    double vega = 0; ///< by the volatility
    double rho = 0; ///< by the carry of the curve
};

/// The exercise boundary where the premium's integral asks for it, at one volatility.
struct PremiumCurve
{
    /// What rho is taken by: a put's rate; of the put that mirrors a call, its yield.
    enum class Carry : quint8 { Rate, Yield };
    static constexpr std::size_t mostPoints = 128;
    using Points = std::array<double, mostPoints>;

    /// Without the derivatives.
    static PremiumCurve of(const ExerciseBoundary &boundary);
    /// With byCarry, by central differences: two more boundaries, from this one.
    static PremiumCurve byCarryOnly(const ExerciseBoundary &boundary, Carry carry);
    /// With both derivatives: four more boundaries.
    static PremiumCurve sloped(const ExerciseBoundary &boundary, Carry carry);

    double volatility = 0;
    double logNow = 0; ///< of the boundary with all the years left: exercise is due below
    Points log {}; ///< of the boundary
    Points byVolatility {}; ///< derivatives of log
    Points byCarry {};
    Carry carry = Carry::Rate;
};

/// The premium as an integral over time (Kim 1990; Jacka 1991; Carr, Jarrow and Myneni 1992): what
/// exercise below the boundary earns on the strike and loses of the yield. Holds what depends
/// neither on the spot nor on the volatility.
class PremiumIntegral
{
public:
    /// terms.volatility is not read; the collocation has at most PremiumCurve::mostPoints.
    PremiumIntegral(const BoundaryTerms &terms, const Collocation &collocation);

    /// At a spot above the boundary.
    double price(const PremiumCurve &curve, double spot) const;
    /// With derivatives, of a curve that has them.
    PremiumValue value(const PremiumCurve &curve, double spot) const;

private:
    struct Flow
    {
        double years; ///< from now
        double root; ///< of years
        double drift;
        double weight;
        double strike; ///< discounted by the rate
        double discount; ///< of the underlying, by the yield
    };

    double m_rate;
    double m_yield;
    std::vector<Flow> m_flows;
};

} // namespace tapeline
