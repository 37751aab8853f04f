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

std::optional<PremiumSurface::Place> PremiumSurface::placeOf(double volatility)
{
    const double steps = std::log(volatility) / step;
    if (!(std::abs(steps) < 1'000))
        return {};
    const int first = int(std::floor(steps)) - 1;
    Place place { .columns = {}, .share = steps - std::floor(steps) };
    for (std::size_t i = 0; i < place.columns.size(); ++i) {
        place.columns[i] = &column(first + int(i));
        if (!place.columns[i]->boundary)
            return {};
    }
    return place;
}

std::optional<PremiumCurve> PremiumSurface::at(double volatility)
{
    const std::optional<Place> place = placeOf(volatility);
    if (!place)
        return {};
    const Cubic cubic(place->share);
    PremiumCurve curve;
    curve.volatility = volatility;
    curve.carry = m_carry;
    for (std::size_t i = 0; i < place->columns.size(); ++i) {
        const Column &own = *place->columns[i];
        curve.logNow += cubic.value[i] * own.boundary->logNow();
        for (std::size_t k = 0; k < own.log.size(); ++k)
            curve.log[k] += cubic.value[i] * own.log[k];
    }
    return curve;
}

std::optional<PremiumCurve> PremiumSurface::slopedAt(double volatility)
{
    std::optional<PremiumCurve> curve = at(volatility);
    if (!curve)
        return {};
    const std::optional<Place> place = placeOf(volatility);
    const Cubic cubic(place->share);
    for (std::size_t i = 0; i < place->columns.size(); ++i) {
        Column &own = *place->columns[i];
        if (own.byCarry.empty())
            differentiate(own);
        const double slope = cubic.slope[i] / (step * volatility);
        for (std::size_t k = 0; k < own.log.size(); ++k) {
            curve->byVolatility[k] += slope * own.log[k];
            curve->byCarry[k] += cubic.value[i] * own.byCarry[k];
        }
    }
    return curve;
}

PremiumSurface::Column &PremiumSurface::column(int at)
{
    const auto [place, isNew] = m_columns.try_emplace(at);
    Column &column = place->second;
    BoundaryTerms terms = m_terms;
    terms.volatility = std::exp(at * step);
    if (!isNew || !ExerciseBoundary::isFound(terms))
        return column;
    column.boundary.emplace(terms, *m_collocation);
    for (std::size_t k = 0; k < m_collocation->premium().size(); ++k)
        column.log.push_back(column.boundary->logAtPremiumPoint(k));
    return column;
}

void PremiumSurface::differentiate(Column &column) const
{
    const PremiumCurve curve = PremiumCurve::byCarryOnly(*column.boundary, m_carry);
    column.byCarry.assign(curve.byCarry.begin(),
                          curve.byCarry.begin() + std::ptrdiff_t(column.log.size()));
}

} // namespace tapeline
