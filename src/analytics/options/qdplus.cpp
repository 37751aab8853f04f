#include "qdplus.h"

#include "optionmodel.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

using namespace optionmodel;

/// Li's equation for the boundary: F(S) = 0, where the premium of an approximate form joins what
/// exercise pays smoothly.
class Equation
{
public:
    explicit Equation(const BoundaryTerms &in)
        : m_rate(in.rate)
        , m_yield(in.yield)
        , m_deviation(in.volatility * std::sqrt(in.years))
        , m_drift((in.rate - in.yield) * in.years)
        , m_strike(std::exp(-in.rate * in.years))
        , m_discount(std::exp(-in.yield * in.years))
        , m_decay(in.volatility / (2 * std::sqrt(in.years)))
    {
        const double variance = in.volatility * in.volatility;
        const double omega = 2 * (in.rate - in.yield) / variance - 1;
        const double horizon = in.rate * in.years;
        // r / (1 - e^(-rT)), 1 / T in the limit
        const double pace = horizon > 1e-12 ? -in.rate / std::expm1(-horizon) : 1 / in.years;
        const double root = std::sqrt(omega * omega + 8 * pace / variance);
        m_alpha = -2 / (variance * root);
        m_beta = m_strike * m_alpha * (pace - 2 * pace * pace / (variance * root * root))
            + (omega + root) / 2;
    }

    struct Value
    {
        double value;
        double slope; ///< by ln S
    };
    Value at(double log) const
    {
        const double spot = std::exp(log);
        const double upper = (log + m_drift) / m_deviation + m_deviation / 2;
        const double chance1 = normalDistribution(-upper);
        const double chance2 = normalDistribution(-(upper - m_deviation));
        const double density = normalDensity(upper);
        const double price = m_strike * chance2 - spot * m_discount * chance1;
        const double theta = m_rate * m_strike * chance2
            - spot * m_discount * (m_yield * chance1 + density * m_decay);
        const double thetaSlope = m_discount
            * ((m_yield - m_rate) * density / m_deviation - m_yield * chance1
               - m_decay * density * (1 - upper / m_deviation));
        const double rest = 1 - m_discount * chance1; // what delta lacks to exercise
        return { rest * spot - m_beta * (1 - spot - price) + m_alpha * theta,
                 spot
                     * (rest + m_discount * density / m_deviation + m_beta * rest
                        + m_alpha * thetaSlope) };
    }

private:
    double m_rate;
    double m_yield;
    double m_deviation;
    double m_drift;
    double m_strike; ///< discounted by the rate
    double m_discount; ///< of the underlying, by the yield
    double m_decay;
    double m_alpha;
    double m_beta;
};

} // namespace

double qdplus::logPerpetual(const BoundaryTerms &in)
{
    const double variance = in.volatility * in.volatility;
    const double half = (in.rate - in.yield) / variance - 0.5;
    const double root = std::sqrt(half * half + 2 * in.rate / variance);
    // The positive one of two roots, without cancellation
    const double lambda = half < 0 ? 2 * in.rate / variance / (root - half) : half + root;
    return -std::log1p(1 / lambda);
}

double qdplus::logBoundary(const BoundaryTerms &terms, double logAbove)
{
    constexpr int rounds = 12;
    constexpr double enough = 1e-4; // of a deviation: only a start
    const double deviation = terms.volatility * std::sqrt(terms.years);
    const Equation equation(terms);
    double high = logAbove;
    double low = std::min(logAbove, logPerpetual(terms));
    double log = std::max(high - 0.3 * deviation, (low + high) / 2);
    for (int round = 0; round < rounds; ++round) {
        const auto [value, slope] = equation.at(log);
        (value > 0 ? high : low) = log;
        double next = log - value / slope;
        if (!(next > low) || !(next < high))
            next = (low + high) / 2;
        const double moved = std::abs(next - log);
        log = next;
        if (moved < enough * deviation)
            break;
    }
    return log;
}

} // namespace tapeline
