#include "exercisepremium.h"

#include "optionmodel.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

using namespace optionmodel;

/// The derivative of the boundary's logarithms by one of its terms, over a width of 2 * width.
void differentiate(const ExerciseBoundary &boundary, double BoundaryTerms::*by, double width,
                   PremiumCurve::Points &slopes)
{
    BoundaryTerms low = boundary.terms();
    BoundaryTerms high = boundary.terms();
    low.*by -= width;
    high.*by += width;
    if (!ExerciseBoundary::isFound(low) || !ExerciseBoundary::isFound(high))
        return; // at the edge of what the method stands: the boundary is taken as fixed
    const ExerciseBoundary below(low, boundary);
    const ExerciseBoundary above(high, boundary);
    for (std::size_t k = 0; k < boundary.collocation().premium().size(); ++k)
        slopes[k] = (above.logAtPremiumPoint(k) - below.logAtPremiumPoint(k)) / (2 * width);
}

} // namespace

PremiumCurve PremiumCurve::of(const ExerciseBoundary &boundary)
{
    PremiumCurve curve;
    curve.volatility = boundary.terms().volatility;
    curve.logNow = boundary.logNow();
    for (std::size_t k = 0; k < boundary.collocation().premium().size(); ++k)
        curve.log[k] = boundary.logAtPremiumPoint(k);
    return curve;
}

PremiumCurve PremiumCurve::byCarryOnly(const ExerciseBoundary &boundary, Carry carry)
{
    PremiumCurve curve = of(boundary);
    curve.carry = carry;
    const bool byRate = carry == Carry::Rate;
    const BoundaryTerms &in = boundary.terms();
    const double width = std::min(1e-4, std::abs(byRate ? in.rate : in.yield) / 4);
    if (width > 0)
        differentiate(boundary, byRate ? &BoundaryTerms::rate : &BoundaryTerms::yield, width,
                      curve.byCarry);
    return curve;
}

PremiumCurve PremiumCurve::sloped(const ExerciseBoundary &boundary, Carry carry)
{
    PremiumCurve curve = byCarryOnly(boundary, carry);
    differentiate(boundary, &BoundaryTerms::volatility, boundary.terms().volatility / 500,
                  curve.byVolatility);
    return curve;
}

PremiumIntegral::PremiumIntegral(const BoundaryTerms &in, const Collocation &collocation)
    : m_rate(in.rate)
    , m_yield(in.yield)
{
    m_flows.reserve(collocation.premium().size());
    for (const Collocation::Point &point : collocation.premium()) {
        const double years = in.years * point.cosine * point.cosine;
        m_flows.push_back({ .years = years,
                            .root = std::sqrt(in.years) * point.cosine,
                            .drift = (in.rate - in.yield) * years,
                            .weight = in.years * point.weight,
                            .strike = std::exp(-in.rate * years),
                            .discount = std::exp(-in.yield * years) });
    }
}

double PremiumIntegral::price(const PremiumCurve &curve, double spot) const
{
    const double log = std::log(spot);
    double total = 0;
    for (std::size_t k = 0; k < m_flows.size(); ++k) {
        const Flow &flow = m_flows[k];
        const double deviation = curve.volatility * flow.root;
        const double lower = (log - curve.log[k] + flow.drift) / deviation - deviation / 2;
        total += flow.weight
            * (m_rate * flow.strike * normalDistribution(-lower)
               - m_yield * spot * flow.discount * normalDistribution(-lower - deviation));
    }
    return total;
}

PremiumValue PremiumIntegral::value(const PremiumCurve &curve, double spot) const
{
    const double log = std::log(spot);
    PremiumValue sum;
    for (std::size_t k = 0; k < m_flows.size(); ++k) {
        const Flow &flow = m_flows[k];
        const double deviation = curve.volatility * flow.root;
        const double lower = (log - curve.log[k] + flow.drift) / deviation - deviation / 2;
        const double upper = lower + deviation;
        const double strike = flow.weight * flow.strike * normalDistribution(-lower);
        const double share = flow.weight * flow.discount * normalDistribution(-upper);
        const double yielded = m_yield * std::exp(curve.log[k]);
        // The density of being at the boundary, and what exercise earns there
        const double density = flow.weight * flow.strike * normalDensity(lower);
        const double edge = density * (m_rate - yielded) / deviation;
        sum.price += m_rate * strike - m_yield * spot * share;
        sum.delta -= edge / spot + m_yield * share;
        sum.gamma
            += (edge * (1 + lower / deviation) + density * yielded / deviation) / (spot * spot);
        sum.vega += density * (m_rate * upper - yielded * lower) / curve.volatility
            + edge * curve.byVolatility[k];
        sum.rho += edge * curve.byCarry[k]
            + (curve.carry == PremiumCurve::Carry::Rate
                   ? (1 - m_rate * flow.years) * strike - edge * flow.years
                   : edge * flow.years - (1 - m_yield * flow.years) * spot * share);
    }
    return sum;
}

} // namespace tapeline
