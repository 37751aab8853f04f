#include "exerciseboundary.h"

#include "optionmodel.h"
#include "qdplus.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

using namespace optionmodel;

double square(double x)
{
    return x * x;
}

double logAtExpiry(const BoundaryTerms &terms)
{
    return terms.yield > terms.rate ? std::log(terms.rate / terms.yield) : 0.0;
}

} // namespace

bool ExerciseBoundary::isFound(const BoundaryTerms &in)
{
    const double variance = square(in.volatility);
    const double fastest = std::max(std::abs(in.rate), std::abs(in.yield));
    const bool isTame = fastest <= 2'000 * variance && fastest * in.years <= 20
        && variance * in.years <= 64 && variance * in.years >= 1e-12;
    const bool isOne = in.rate > 0 ? in.rate > 1e-9 * in.yield : in.rate == 0 && in.yield < 0;
    return isTame && isOne;
}

ExerciseBoundary::ExerciseBoundary(const BoundaryTerms &terms, const Collocation &collocation)
    : m_terms(terms)
    , m_collocation(&collocation)
    , m_logAtExpiry(tapeline::logAtExpiry(terms))
    , m_logPerpetual(qdplus::logPerpetual(terms))
{
    start();
    iterate();
}

ExerciseBoundary::ExerciseBoundary(const BoundaryTerms &terms, const ExerciseBoundary &nearby)
    : m_terms(terms)
    , m_collocation(nearby.m_collocation)
    , m_logAtExpiry(tapeline::logAtExpiry(terms))
    , m_logPerpetual(qdplus::logPerpetual(terms))
    , m_depths(nearby.m_depths)
{
    iterate();
}

double ExerciseBoundary::logOf(double depth) const
{
    return std::max(m_logAtExpiry - std::sqrt(std::max(depth, 0.0)), m_logPerpetual);
}

double ExerciseBoundary::logAtNode(std::size_t node) const
{
    return logOf(m_depths[node]);
}

double ExerciseBoundary::logNow() const
{
    return logAtNode(0);
}

double ExerciseBoundary::logAtPremiumPoint(std::size_t k) const
{
    return logOf(m_collocation->atPremiumPoint(k, m_depths.data()));
}

/// From the node next to expiry on, each below the one before.
void ExerciseBoundary::start()
{
    double log = m_logAtExpiry;
    for (std::size_t i = m_collocation->nodes(); i-- > 0;) {
        BoundaryTerms part = m_terms;
        part.years *= square(m_collocation->root(i));
        log = qdplus::logBoundary(part, log);
        m_depths[i] = square(m_logAtExpiry - log);
    }
}

std::vector<ExerciseBoundary::Flow> ExerciseBoundary::flows() const
{
    const BoundaryTerms &in = m_terms;
    std::vector<Flow> flows;
    flows.reserve(m_collocation->nodes() * m_collocation->points());
    for (std::size_t i = 0; i < m_collocation->nodes(); ++i) {
        const double years = in.years * square(m_collocation->root(i));
        for (const auto &[sine, cosine, share] : m_collocation->integral()) {
            const double passed = years * square(sine);
            flows.push_back({ .deviation = in.volatility * std::sqrt(years) * cosine,
                              .drift = (in.rate - in.yield) * years * square(cosine),
                              .strike = share * years * in.rate * std::exp(in.rate * passed),
                              .share = share * years * in.yield * std::exp(in.yield * passed) });
        }
    }
    return flows;
}

/// Rounds of the paper's equation A come to rest sooner; where the drift is strong against the
/// variance they run away, and those of B do not.
void ExerciseBoundary::iterate()
{
    const CollocationScheme &scheme = m_collocation->scheme();
    const std::vector<Flow> all = flows();
    const bool isQuick = std::abs(m_terms.rate - m_terms.yield) <= 2 * square(m_terms.volatility);
    double moved = HUGE_VAL;
    for (int round = 0; round < scheme.rounds && moved > scheme.tolerance; ++round) {
        Depths next {};
        moved = 0;
        for (std::size_t i = 0; i < m_collocation->nodes(); ++i) {
            const Flow *own = &all[i * m_collocation->points()];
            const double step = isQuick ? quickStep(i, own, round == 0) : steadyStep(i, own);
            const double old = logAtNode(i);
            const double log
                = std::isfinite(step) ? std::clamp(old + step, m_logPerpetual, m_logAtExpiry) : old;
            moved = std::max(moved, std::abs(log - old));
            next[i] = square(m_logAtExpiry - log);
        }
        m_depths = next;
    }
}

/// How far equation B moves the boundary's logarithm at a node.
double ExerciseBoundary::steadyStep(std::size_t node, const Flow *flows) const
{
    const double root = m_collocation->root(node);
    const double deviation = m_terms.volatility * std::sqrt(m_terms.years) * root;
    const double drift = (m_terms.rate - m_terms.yield) * m_terms.years * square(root);
    const double log = logAtNode(node);
    const double last = (log + drift) / deviation - deviation / 2;
    double n = normalDistribution(last);
    double d = normalDistribution(last + deviation);
    for (std::size_t k = 0; k < m_collocation->points(); ++k) {
        const Flow &flow = flows[k];
        const double boundary = logOf(m_collocation->atPoint(node, k, m_depths.data()));
        const double lower = (log - boundary + flow.drift) / flow.deviation - flow.deviation / 2;
        n += flow.strike * normalDistribution(lower);
        d += flow.share * normalDistribution(lower + flow.deviation);
    }
    return std::log(n / d) - drift - log;
}

/// The same of equation A: the derivatives of both sides of B by the boundary. The first step is
/// one of Newton's method.
double ExerciseBoundary::quickStep(std::size_t node, const Flow *flows, bool isFirst) const
{
    const double root = m_collocation->root(node);
    const double deviation = m_terms.volatility * std::sqrt(m_terms.years) * root;
    const double drift = (m_terms.rate - m_terms.yield) * m_terms.years * square(root);
    const double log = logAtNode(node);
    double n = 0;
    double d = 0;
    double nSlope = 0;
    double dSlope = 0;
    const auto add = [&](double nWeight, double dWeight, double lower, double spread) {
        const double upper = lower + spread;
        const double nDensity = nWeight * normalDensity(lower) / spread;
        const double dDensity = dWeight * normalDensity(upper) / spread;
        n += nDensity;
        d += dDensity + dWeight * normalDistribution(upper);
        nSlope -= nDensity * lower / spread;
        dSlope += dDensity * (1 - upper / spread);
    };
    add(1, 1, (log + drift) / deviation - deviation / 2, deviation);
    for (std::size_t k = 0; k < m_collocation->points(); ++k) {
        const Flow &flow = flows[k];
        const double boundary = logOf(m_collocation->atPoint(node, k, m_depths.data()));
        add(flow.strike, flow.share,
            (log - boundary + flow.drift) / flow.deviation - flow.deviation / 2, flow.deviation);
    }
    const double step = std::log(n / d) - drift - log;
    return isFirst ? step / (1 - nSlope / n + dSlope / d) : step;
}

} // namespace tapeline
