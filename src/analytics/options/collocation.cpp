#include "collocation.h"

#include "quadrature.h"

#include <cmath>
#include <numbers>

namespace tapeline {

namespace {

std::vector<Collocation::Point> pointsOf(int count)
{
    const Quadrature rule = Quadrature::gaussLegendre(count).over(0, std::numbers::pi / 2);
    std::vector<Collocation::Point> points;
    for (std::size_t i = 0; i < rule.nodes.size(); ++i) {
        const double sine = std::sin(rule.nodes[i]);
        const double cosine = std::cos(rule.nodes[i]);
        points.push_back({ sine, cosine, rule.weights[i] * 2 * sine * cosine });
    }
    return points;
}

} // namespace

Collocation::Collocation(const CollocationScheme &scheme)
    : m_scheme(scheme)
    , m_points(pointsOf(scheme.points))
    , m_premiumPoints(pointsOf(scheme.premiumPoints))
{
    for (int i = 0; i < scheme.nodes; ++i)
        m_roots.push_back((1 + std::cos(i * std::numbers::pi / scheme.nodes)) / 2);
    const auto append = [this](std::vector<double> &rows, double root) {
        const std::vector<double> weights = weightsAt(root);
        rows.insert(rows.end(), weights.begin(), weights.end());
    };
    for (const double root : m_roots)
        for (const Point &point : m_points)
            append(m_toPoints, root * point.sine);
    for (const Point &point : m_premiumPoints)
        append(m_toPremium, point.sine);
}

const Collocation &Collocation::fast()
{
    static const Collocation collocation(fastCollocation);
    return collocation;
}

const Collocation &Collocation::exact()
{
    static const Collocation collocation(exactCollocation);
    return collocation;
}

/// Barycentric weights of Chebyshev's points of the second kind (Berrut and Trefethen 2004).
std::vector<double> Collocation::weightsAt(double root) const
{
    std::vector<double> weights(nodes());
    double total = 0;
    for (std::size_t j = 0; j <= nodes(); ++j) {
        const bool isExpiry = j == nodes();
        const double distance = root - (isExpiry ? 0 : m_roots[j]);
        if (distance == 0) {
            weights.assign(nodes(), 0.0);
            if (!isExpiry)
                weights[j] = 1;
            return weights;
        }
        const double share
            = (j % 2 == 0 ? 1.0 : -1.0) * (j == 0 || isExpiry ? 0.5 : 1.0) / distance;
        total += share;
        if (!isExpiry)
            weights[j] = share;
    }
    for (double &weight : weights)
        weight /= total;
    return weights;
}

} // namespace tapeline
