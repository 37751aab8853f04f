#include "premiumsurface.h"

#include <array>
#include <cmath>

namespace tapeline {

namespace {

constexpr double step = 0.18; ///< of the logarithm of volatility

/// The cubic through values at -1, 0, 1 and 2 (Lagrange): their shares of its value at a place
/// between 0 and 1, and of its slope there.
struct Cubic
{
    explicit Cubic(double x)
        : value { -x * (x - 1) * (x - 2) / 6, (x + 1) * (x - 1) * (x - 2) / 2,
                  -(x + 1) * x * (x - 2) / 2, (x + 1) * x * (x - 1) / 6 }
        , slope { -(3 * x * x - 6 * x + 2) / 6, (3 * x * x - 4 * x - 1) / 2,
                  -(3 * x * x - 2 * x - 2) / 2, (3 * x * x - 1) / 6 }
    {
    }

    std::array<double, 4> value;
    std::array<double, 4> slope;
};

} // namespace

PremiumSurface::PremiumSurface(const BoundaryTerms &terms, PremiumCurve::Carry carry,
                               const Collocation &collocation)
    : m_terms(terms)
    , m_carry(carry)
    , m_collocation(&collocation)
    , m_integral(terms, collocation)
{
}

std::optional<PremiumCurve> PremiumSurface::at(double volatility)
{
    const double place = std::log(volatility) / step;
    if (!(std::abs(place) < 1'000))
        return {};
    const double first = std::floor(place);
    std::array<const Column *, 4> columns {};
    for (int i = 0; i < 4; ++i) {
        columns[std::size_t(i)] = &column(int(first) + i - 1);
        if (!columns[std::size_t(i)]->isFound)
            return {};
    }
    const Cubic cubic(place - first);
    PremiumCurve curve;
    curve.volatility = volatility;
    curve.carry = m_carry;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column &own = *columns[i];
        const double slope = cubic.slope[i] / (step * volatility);
        curve.logNow += cubic.value[i] * own.logNow;
        for (std::size_t k = 0; k < own.log.size(); ++k) {
            curve.log[k] += cubic.value[i] * own.log[k];
            curve.byVolatility[k] += slope * own.log[k];
            curve.byCarry[k] += cubic.value[i] * own.byCarry[k];
        }
    }
    return curve;
}

const PremiumSurface::Column &PremiumSurface::column(int at)
{
    const auto [place, isNew] = m_columns.try_emplace(at);
    Column &column = place->second;
    if (!isNew)
        return column;
    BoundaryTerms terms = m_terms;
    terms.volatility = std::exp(at * step);
    column.isFound = ExerciseBoundary::isFound(terms);
    if (!column.isFound)
        return column;
    const ExerciseBoundary boundary(terms, *m_collocation);
    const PremiumCurve curve = PremiumCurve::byCarryOnly(boundary, m_carry);
    const auto points = std::ptrdiff_t(m_collocation->premium().size());
    column.logNow = curve.logNow;
    column.log.assign(curve.log.begin(), curve.log.begin() + points);
    column.byCarry.assign(curve.byCarry.begin(), curve.byCarry.begin() + points);
    return column;
}

} // namespace tapeline
