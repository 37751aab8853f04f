#include "volatilitysmile.h"

#include "svifit.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace optionmodel;

constexpr double leastDeviation = 0.001; // no smile is right to less than a tenth of a point
constexpr double unquotedDeviation = 0.01; // of a volatility that comes without a quote
constexpr double farthest = 8; // log-moneyness: nothing is listed beyond

Result<void> check(const SmileTerms &terms)
{
    const bool isGood = terms.forward > 0 && std::isfinite(terms.forward) && terms.years > 0
        && std::isfinite(terms.years) && std::isfinite(terms.yield);
    return isGood ? Result<void>() : Error { Error::Code::InvalidArgument, u"terms"_s };
}

/// How far a contract's volatility may be off.
double deviationOf(const ChainContract &contract, const ContractGreeks &greeks)
{
    if (!contract.hasQuote() || !(greeks.vega > 0))
        return unquotedDeviation;
    const double halfSpread = (contract.ask - contract.bid).toDouble() / 2;
    return std::max(leastDeviation, halfSpread / (greeks.vega * 100)); // vega is per point
}

/// Whether a contract's price says something of its volatility.
bool isTelling(const ChainContract &contract, double logMoneyness, double deviation)
{
    const bool isOut = sign(contract.terms.right) * logMoneyness >= 0;
    return isOut || std::abs(logMoneyness) < deviation / 4;
}

/// The strikes that a smile was fitted to, in log-moneyness.
std::pair<double, double> reach(const VolatilitySmile &smile)
{
    if (smile.points().empty()) {
        const double wide = 2 * std::sqrt(smile.variance(0));
        return { -wide, wide };
    }
    const double forward = smile.terms().forward;
    return { std::log(smile.points().front().strike / forward),
             std::log(smile.points().back().strike / forward) };
}

} // namespace

std::vector<SmilePoint> VolatilitySmile::points(std::span<const ChainStrike> strikes,
                                                const SmileTerms &terms, GreeksSource source)
{
    std::vector<SmilePoint> points;
    if (!check(terms))
        return points;
    const double atTheMoney
        = chainmeasures::volatilityAt(strikes, terms.forward, source).value_or(0);
    const double deviation = atTheMoney * std::sqrt(terms.years);
    for (const ChainStrike &strike : strikes)
        for (const ChainContract *contract : { strike.put, strike.call }) {
            const ContractGreeks *greeks
                = contract ? chainmeasures::greeks(*contract, source) : nullptr;
            if (!greeks || !(greeks->volatility > 0) || !std::isfinite(greeks->volatility))
                continue;
            const double k = std::log(strike.strike.toDouble() / terms.forward);
            if (isTelling(*contract, k, deviation))
                points.push_back({ contract->terms.right, strike.strike.toDouble(),
                                   greeks->volatility, deviationOf(*contract, *greeks) });
        }
    return points;
}

VolatilitySmile::VolatilitySmile(const SmileTerms &terms, const SviParameters &parameters)
    : m_terms(terms)
    , m_parameters(parameters)
{
}

Result<VolatilitySmile> VolatilitySmile::fit(const SmileTerms &terms,
                                             std::vector<SmilePoint> points)
{
    if (const Result<void> checked = check(terms); !checked)
        return checked.error();
    std::ranges::stable_sort(points, {}, &SmilePoint::strike);
    std::vector<VariancePoint> variances;
    for (const SmilePoint &point : points) {
        const double v = point.volatility;
        variances.push_back({ std::log(point.strike / terms.forward), v * v * terms.years,
                              2 * v * terms.years * point.deviation });
    }
    const Result<SviFit> fitted = svifit::fit(variances);
    if (!fitted)
        return fitted.error();
    VolatilitySmile smile(terms, fitted->parameters);
    smile.m_points = std::move(points);
    smile.m_error = fitted->error;
    for (std::size_t i = 0; i < smile.m_points.size(); ++i)
        smile.m_points[i].isOutlier = fitted->weights[i] <= 0;
    return smile;
}

Result<VolatilitySmile> VolatilitySmile::of(const SmileTerms &terms,
                                            const SviParameters &parameters)
{
    if (const Result<void> checked = check(terms); !checked)
        return checked.error();
    if (!svi::isFreeOfButterflies(parameters))
        return Error { Error::Code::InvalidArgument, u"parameters with butterfly arbitrage"_s };
    return VolatilitySmile(terms, parameters);
}

double VolatilitySmile::variance(double logMoneyness) const
{
    return svi::at(m_parameters, logMoneyness).value;
}

double VolatilitySmile::volatility(double strike) const
{
    return std::sqrt(variance(std::log(strike / m_terms.forward)) / m_terms.years);
}

double VolatilitySmile::deltaAt(OptionRight right, double logMoneyness) const
{
    const double deviation = std::sqrt(variance(logMoneyness));
    const double d1 = -logMoneyness / deviation + deviation / 2;
    return sign(right) * std::exp(-m_terms.yield * m_terms.years)
        * normalDistribution(sign(right) * d1);
}

std::optional<double> VolatilitySmile::strikeOfDelta(OptionRight right, double delta) const
{
    double low = -farthest;
    double high = farthest;
    // Deltas of calls and of puts both fall as the strike rises
    if (!(delta < deltaAt(right, low)) || !(delta > deltaAt(right, high)))
        return std::nullopt;
    for (int i = 0; i < 80; ++i) {
        const double middle = (low + high) / 2;
        (deltaAt(right, middle) > delta ? low : high) = middle;
    }
    return m_terms.forward * std::exp(low);
}

std::optional<double> VolatilitySmile::skew25() const
{
    const auto put = strikeOfDelta(OptionRight::Put, -0.25);
    const auto call = strikeOfDelta(OptionRight::Call, 0.25);
    return put && call ? std::optional(volatility(*put) - volatility(*call)) : std::nullopt;
}

double VolatilitySmile::probabilityBelow(double price) const
{
    if (!(price > 0))
        return 0;
    const double k = std::log(price / m_terms.forward);
    const SviVariance w = svi::at(m_parameters, k);
    const double deviation = std::sqrt(w.value);
    const double d2 = -k / deviation - deviation / 2;
    const double below = normalDistribution(-d2) + normalDensity(d2) * w.slope / (2 * deviation);
    return std::clamp(below, 0.0, 1.0);
}

double VolatilitySmile::density(double price) const
{
    if (!(price > 0))
        return 0;
    const double k = std::log(price / m_terms.forward);
    const double deviation = std::sqrt(variance(k));
    const double d2 = -k / deviation - deviation / 2;
    return std::max(0.0, svi::butterfly(m_parameters, k)) * normalDensity(d2) / (deviation * price);
}

std::optional<CalendarGap> calendarGap(const VolatilitySmile &nearer, const VolatilitySmile &later)
{
    constexpr int steps = 100;
    const auto [low, high] = reach(nearer);
    const auto [laterLow, laterHigh] = later.points().empty() ? std::pair(low, high) : reach(later);
    const double from = std::max(low, laterLow);
    const double to = std::min(high, laterHigh);
    CalendarGap widest;
    for (int i = 0; i <= steps && from <= to; ++i) {
        const double k = from + (to - from) * i / steps;
        const double missing = nearer.variance(k) - later.variance(k);
        if (missing > widest.variance)
            widest = { k, missing };
    }
    return widest.variance > 0 ? std::optional(widest) : std::nullopt;
}

} // namespace tapeline
