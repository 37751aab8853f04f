#include "svifit.h"

#include "robustline.h"
#include "simplexsearch.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace tapeline {

namespace {

using namespace Qt::Literals::StringLiterals;
using Points = std::span<const VariancePoint>;

constexpr int robustRounds = 8;
constexpr int freeRounds = 3;
constexpr std::size_t pointsForRaw = 5;

/// w = a + d y + c sqrt(y^2 + 1) with y = (k - m) / sigma: what is linear in SVI.
struct Linear
{
    double a = 0;
    double d = 0; ///< rho b sigma
    double c = 0; ///< b sigma
    double cost = HUGE_VAL;
};

/// The weighted sums of products of 1, y, sqrt(y^2 + 1) and w, for one m and sigma.
class LinearProblem
{
public:
    LinearProblem(Points points, std::span<const double> weights, double m, double sigma)
        : m_sigma(sigma)
    {
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (weights[i] <= 0)
                continue;
            const VariancePoint &p = points[i];
            const double weight = weights[i] / (p.deviation * p.deviation);
            const double y = (p.k - m) / sigma;
            const double z = std::sqrt(y * y + 1);
            m_one += weight;
            m_y += weight * y;
            m_z += weight * z;
            m_yy += weight * y * y;
            m_yz += weight * y * z;
            m_zz += weight * z * z;
            m_w += weight * p.variance;
            m_wy += weight * p.variance * y;
            m_wz += weight * p.variance * z;
            m_ww += weight * p.variance * p.variance;
        }
    }

    /// The best within the bounds of a smile: c >= 0, |d| <= c, c + |d| <= 2 sigma (Lee's bound on
    /// the wings), no negative variance.
    Linear solve() const
    {
        if (const auto free = unbounded(); free && isWithin(*free))
            return raised(*free);
        const double s = m_sigma;
        Linear best;
        // The corners of the region of (d, c); its sides lie between each and the next
        constexpr double corners[][2] = { { 0, 0 }, { 1, 1 }, { 0, 2 }, { -1, 1 }, { 0, 0 } };
        for (int i = 0; i < 4; ++i) {
            const Linear side = raised(onSide(s * corners[i][0], s * corners[i][1],
                                              s * corners[i + 1][0], s * corners[i + 1][1]));
            if (side.cost < best.cost)
                best = side;
        }
        return best;
    }

private:
    double cost(double a, double d, double c) const
    {
        const double squares = a * a * m_one + d * d * m_yy + c * c * m_zz + m_ww;
        const double products = a * d * m_y + a * c * m_z + c * d * m_yz;
        return std::max(0.0, squares + 2 * (products - a * m_w - d * m_wy - c * m_wz));
    }

    std::optional<Linear> unbounded() const
    {
        // Covariances, so that two unknowns remain
        const double yy = m_yy - m_y * m_y / m_one;
        const double yz = m_yz - m_y * m_z / m_one;
        const double zz = m_zz - m_z * m_z / m_one;
        const double wy = m_wy - m_w * m_y / m_one;
        const double wz = m_wz - m_w * m_z / m_one;
        const double determinant = yy * zz - yz * yz;
        if (!(determinant > 1e-14 * yy * zz))
            return std::nullopt;
        const double d = (wy * zz - wz * yz) / determinant;
        const double c = (wz * yy - wy * yz) / determinant;
        return Linear { (m_w - d * m_y - c * m_z) / m_one, d, c };
    }

    bool isWithin(const Linear &at) const
    {
        return at.c >= 0 && std::abs(at.d) <= at.c && at.c + std::abs(at.d) <= 2 * m_sigma;
    }

    /// The best between two places in (d, c).
    Linear onSide(double d0, double c0, double d1, double c1) const
    {
        const double dd = d1 - d0;
        const double dc = c1 - c0;
        // w - d0 y - c0 z against x = dd y + dc z
        const double x = dd * m_y + dc * m_z;
        const double xx = dd * dd * m_yy + 2 * dd * dc * m_yz + dc * dc * m_zz;
        const double rest = m_w - d0 * m_y - c0 * m_z;
        const double restX
            = dd * (m_wy - d0 * m_yy - c0 * m_yz) + dc * (m_wz - d0 * m_yz - c0 * m_zz);
        const double spread = xx - x * x / m_one;
        const double best = spread > 0 ? (restX - rest * x / m_one) / spread : 0;
        const double t = std::clamp(best, 0.0, 1.0);
        return { (rest - t * x) / m_one, d0 + t * dd, c0 + t * dc };
    }

    /// So high that no variance is negative, and with its cost.
    Linear raised(Linear at) const
    {
        const double dip = std::sqrt(std::max(0.0, at.c * at.c - at.d * at.d));
        at.a = std::max(at.a, -dip);
        at.cost = cost(at.a, at.d, at.c);
        return at;
    }

    double m_sigma;
    double m_one = 0;
    double m_y = 0;
    double m_z = 0;
    double m_yy = 0;
    double m_yz = 0;
    double m_zz = 0;
    double m_w = 0;
    double m_wy = 0;
    double m_wz = 0;
    double m_ww = 0;
};

SviParameters raw(const Linear &linear, double m, double sigma)
{
    const double rho = linear.c > 0 ? std::clamp(linear.d / linear.c, -1.0, 1.0) : 0;
    return { linear.a, linear.c / sigma, rho, m, sigma };
}

/// The range of log-moneyness that the points are in, at least a percent wide.
struct Extent
{
    explicit Extent(Points points)
    {
        const auto [first, last] = std::ranges::minmax(points, {}, &VariancePoint::k);
        low = first.k;
        width = std::max(0.01, last.k - first.k);
    }
    double low;
    double width;
};

/// Near a start when there is one: the smile of the round before.
SviParameters bestRaw(Points points, std::span<const double> weights,
                      const std::optional<SviParameters> &start)
{
    const Extent extent(points);
    using Place = std::array<double, 2>; // m, and the logarithm of sigma
    const auto sigmaOf = [&](const Place &place) {
        return std::clamp(std::exp(place[1]), extent.width * 1e-3, extent.width * 10);
    };
    const auto middleOf = [&](const Place &place) {
        return std::clamp(place[0], extent.low - extent.width, extent.low + 2 * extent.width);
    };
    const auto cost = [&](const Place &place) {
        return LinearProblem(points, weights, middleOf(place), sigmaOf(place)).solve().cost;
    };
    Place best {};
    if (start) {
        best = { start->m, std::log(start->sigma) };
    } else {
        double least = HUGE_VAL;
        for (const double across : { 0.1, 0.3, 0.5, 0.7, 0.9 })
            for (const double wide : { 0.03, 0.1, 0.3, 1.0 }) {
                const Place place { extent.low + across * extent.width,
                                    std::log(wide * extent.width) };
                if (const double at = cost(place); at < least) {
                    least = at;
                    best = place;
                }
            }
    }
    const Place steps { extent.width * (start ? 0.02 : 0.1), start ? 0.1 : 0.5 };
    best = simplexsearch::least<2>(cost, best, steps, 120, 1e-12).at;
    const double m = middleOf(best);
    const double sigma = sigmaOf(best);
    return raw(LinearProblem(points, weights, m, sigma).solve(), m, sigma);
}

double totalCost(Points points, std::span<const double> weights, const SviParameters &smile)
{
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double residual
            = (points[i].variance - svi::at(smile, points[i].k).value) / points[i].deviation;
        sum += weights[i] * residual * residual;
    }
    return sum;
}

/// The best smile of SSVI within the bounds of theorem 4.2.
SviParameters bestOfSurface(Points points, std::span<const double> weights)
{
    using Place = std::array<double, 3>; // ln theta, artanh rho, logit of phi's share
    const auto smile = [](const Place &place) {
        const double theta = std::exp(std::clamp(place[0], -25.0, 5.0));
        const double rho = 0.999 * std::tanh(place[1]);
        const double share = 0.999 / (1 + std::exp(-std::clamp(place[2], -20.0, 20.0)));
        return svi::ofSurface(theta, rho, share * svi::largestPhi(theta, rho));
    };
    const auto nearest = std::ranges::min_element(
        points, {}, [](const VariancePoint &p) { return std::abs(p.k); });
    const auto cost = [&](const Place &place) { return totalCost(points, weights, smile(place)); };
    simplexsearch::Found<3> best { {}, HUGE_VAL };
    for (const double rho : { -0.5, 0.3 })
        for (const double share : { -3.0, 0.0 }) {
            const auto found = simplexsearch::least<3>(
                cost, { std::log(nearest->variance), rho, share }, { 0.2, 0.3, 1.0 }, 200, 1e-10);
            if (found.value < best.value)
                best = found;
        }
    return smile(best.at);
}

/// Between two smiles in each of their parameters.
SviParameters blend(const SviParameters &from, const SviParameters &to, double share)
{
    const auto mix = [share](double x, double y) { return x + share * (y - x); };
    return { mix(from.a, to.a), mix(from.b, to.b), mix(from.rho, to.rho), mix(from.m, to.m),
             mix(from.sigma, to.sigma) };
}

/// As near to wanted as there is no butterfly on the way to safe.
SviParameters freed(const SviParameters &wanted, const SviParameters &safe)
{
    double bad = 0;
    double good = 1;
    for (int i = 0; i < 16; ++i) {
        const double middle = (bad + good) / 2;
        (svi::isFreeOfButterflies(blend(wanted, safe, middle)) ? good : bad) = middle;
    }
    return blend(wanted, safe, good);
}

/// The best smile without butterflies that a search from one of them comes to.
SviParameters bestFree(Points points, std::span<const double> weights, const SviParameters &start)
{
    using Place = std::array<double, 5>;
    const auto smile = [](const Place &at) {
        return SviParameters { at[0], at[1], at[2], at[3], at[4] };
    };
    const auto cost = [&](const Place &at) {
        return svi::isFreeOfButterflies(smile(at)) ? totalCost(points, weights, smile(at))
                                                   : std::numeric_limits<double>::max();
    };
    const double width = Extent(points).width;
    const Place from { start.a, start.b, start.rho, start.m, start.sigma };
    const Place steps { svi::at(start, 0).value * 0.05, start.b * 0.05,
                        start.rho > 0 ? -0.05 : 0.05, width * 0.02, start.sigma * 0.1 };
    return smile(simplexsearch::least<5>(cost, from, steps, 250, 1e-6).at);
}

/// Weights before there is a smile: by how far each point is from the median of its neighbours.
std::vector<double> firstWeights(Points points)
{
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::size_t i) { return points[i].k; });
    std::vector<double> residuals(points.size());
    const auto count = std::ptrdiff_t(points.size());
    for (std::ptrdiff_t n = 0; n < count; ++n) {
        const std::ptrdiff_t reach = std::min({ n, count - 1 - n, std::ptrdiff_t(2) });
        std::vector<double> around;
        for (std::ptrdiff_t j = n - reach; j <= n + reach; ++j)
            around.push_back(points[order[std::size_t(j)]].variance);
        std::ranges::nth_element(around, around.begin() + reach);
        const VariancePoint &point = points[order[std::size_t(n)]];
        residuals[order[std::size_t(n)]]
            = (point.variance - around[std::size_t(reach)]) / point.deviation;
    }
    return robustline::bisquare(residuals);
}

std::vector<double> weightsAround(Points points, const SviParameters &smile)
{
    std::vector<double> residuals;
    for (const VariancePoint &point : points)
        residuals.push_back((point.variance - svi::at(smile, point.k).value) / point.deviation);
    return robustline::bisquare(residuals);
}

/// Where the lowest and the highest strike are.
std::array<std::size_t, 2> ends(Points points)
{
    const auto [low, high] = std::ranges::minmax_element(points, {}, &VariancePoint::k);
    return { std::size_t(low - points.begin()), std::size_t(high - points.begin()) };
}

/// A smile that points far from it have no part in.
struct Robust
{
    SviParameters smile;
    std::vector<double> weights;
    double loss = 0; ///< by which such smiles are compared
};

/// The mean distance in deviations, each bounded.
double boundedLoss(Points points, const SviParameters &smile)
{
    constexpr double bound = 5;
    double sum = 0;
    for (const VariancePoint &p : points)
        sum += std::min(bound, std::abs(p.variance - svi::at(smile, p.k).value) / p.deviation);
    return sum / double(points.size());
}

Robust robustRaw(Points points, std::vector<double> weights)
{
    std::optional<SviParameters> smile;
    for (int round = 0; round < robustRounds; ++round) {
        smile = bestRaw(points, weights, smile);
        const std::vector<double> next = weightsAround(points, *smile);
        const bool isSettled = std::ranges::equal(
            next, weights, [](double a, double b) { return std::abs(a - b) < 1e-3; });
        weights = next;
        if (isSettled)
            break;
    }
    return { *smile, weights, boundedLoss(points, *smile) };
}

Result<void> check(Points points)
{
    std::vector<double> places;
    for (const VariancePoint &point : points) {
        if (!std::isfinite(point.k) || !(point.variance > 0) || !std::isfinite(point.variance)
            || !(point.deviation > 0) || !std::isfinite(point.deviation))
            return Error { Error::Code::InvalidArgument, u"a point is out of range"_s };
        places.push_back(point.k);
    }
    std::ranges::sort(places);
    const auto again = std::ranges::unique(places);
    if (places.size() - again.size() < svifit::fewestPoints)
        return Error { Error::Code::InvalidArgument, u"too few points"_s };
    return {};
}

SviFit finished(Points points, const SviParameters &smile)
{
    SviFit fit { smile, weightsAround(points, smile), 0 };
    std::vector<double> inside;
    for (const double weight : fit.weights)
        inside.push_back(weight > 0 ? 1 : 0);
    const double count = std::accumulate(inside.begin(), inside.end(), 0.0);
    fit.error = count > 0 ? std::sqrt(totalCost(points, inside, smile) / count) : 0;
    return fit;
}

} // namespace

Result<SviFit> svifit::fit(std::span<const VariancePoint> points)
{
    if (const Result<void> checked = check(points); !checked)
        return checked.error();
    if (points.size() < pointsForRaw) {
        const std::vector<double> ones(points.size(), 1.0);
        return finished(points, bestOfSurface(points, ones));
    }
    // An end that is wrong bends the smile towards itself: once begin without the ends
    std::vector<double> weights = firstWeights(points);
    const Robust whole = robustRaw(points, weights);
    for (const std::size_t end : ends(points))
        weights[end] = 0;
    const Robust inner = robustRaw(points, weights);
    Robust best = inner.loss < whole.loss ? inner : whole;
    if (svi::isFreeOfButterflies(best.smile))
        return finished(points, best.smile);
    best.smile = freed(best.smile, bestOfSurface(points, best.weights));
    for (int round = 0; round < freeRounds; ++round) {
        best.smile = bestFree(points, best.weights, best.smile);
        best.weights = weightsAround(points, best.smile);
    }
    return finished(points, best.smile);
}

} // namespace tapeline
