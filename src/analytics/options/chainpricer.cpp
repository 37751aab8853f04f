#include "chainpricer.h"

#include "americanoption.h"
#include "blackscholes.h"
#include "impliedvolatility.h"
#include "mirroredput.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tapeline {

namespace {

/// So many expirations of calls and puts are kept.
constexpr std::size_t mostSurfaces = 128;
/// A surface serves times this near to its own, and rates and yields: times pass all day, and a
/// yield that is known as dividends moves with the spot.
constexpr double timeTolerance = 5e-4; // of the time
constexpr double rateTolerance = 1e-5;

OptionInputs inputsOf(const ChainQuote &quote, double spot, double volatility)
{
    return { .right = quote.right,
             .spot = spot,
             .strike = quote.strike,
             .years = quote.years,
             .rate = quote.rate,
             .yield = quote.yield,
             .volatility = volatility };
}

VolatilityStatus statusOf(ImpliedStatus status)
{
    switch (status) {
    case ImpliedStatus::Ok:
        return VolatilityStatus::Ok;
    case ImpliedStatus::LowVega:
        return VolatilityStatus::LowVega;
    case ImpliedStatus::BelowIntrinsic:
        return VolatilityStatus::BelowIntrinsic;
    case ImpliedStatus::AboveBound:
        return VolatilityStatus::AboveBound;
    case ImpliedStatus::Expired:
        return VolatilityStatus::Expired;
    }
    return VolatilityStatus::Waiting;
}

bool isFound(VolatilityStatus status)
{
    return status == VolatilityStatus::Ok || status == VolatilityStatus::LowVega;
}

} // namespace

ContractReckoning ChainPricer::reckon(const ChainQuote &quote, double spot)
{
    const OptionInputs inputs = inputsOf(quote, spot, 0);
    if (!optionmodel::check(inputs))
        return {};
    if (inputs.years <= 0)
        return { VolatilityStatus::Expired,
                 chainpricing::displayed(optionmodel::expired(inputs), 0) };
    if (!(quote.price > 0) || !std::isfinite(quote.price))
        return { VolatilityStatus::NoQuote, {} };
    const bool mayExercise = quote.isAmerican && !optionmodel::isHeldToExpiry(inputs);
    const Solution found = mayExercise ? americanVolatility(inputs, quote.price)
                                       : europeanVolatility(inputs, quote.price);
    if (!isFound(found.status))
        return { found.status, {} };
    if (!optionmodel::isFinite(found.value))
        return {};
    return { found.status, chainpricing::displayed(found.value, found.volatility) };
}

std::optional<ContractGreeks> ChainPricer::greeksAt(const ChainQuote &quote, double spot,
                                                    double volatility)
{
    const OptionInputs inputs = inputsOf(quote, spot, volatility);
    if (!optionmodel::check(inputs))
        return {};
    const OptionValue value = valueAt(inputs, quote.isAmerican);
    return optionmodel::isFinite(value) ? std::optional(chainpricing::displayed(value, volatility))
                                        : std::nullopt;
}

double ChainPricer::priceAt(const OptionInputs &inputs, bool isAmerican)
{
    if (inputs.years <= 0)
        return optionmodel::intrinsic(inputs);
    if (!isAmerican || optionmodel::isHeldToExpiry(inputs))
        return *blackscholes::price(inputs);
    const MirroredPut put(inputs);
    PremiumSurface &surface = surfaceOf(put.terms(), put.carry());
    const std::optional<PremiumCurve> curve = surface.at(inputs.volatility);
    return curve ? put.price(*blackscholes::price(inputs), surface.integral(), *curve)
                 : *americanoption::price(inputs);
}

OptionValue ChainPricer::valueAt(const OptionInputs &inputs, bool isAmerican)
{
    if (inputs.years <= 0 || !isAmerican || optionmodel::isHeldToExpiry(inputs))
        return *blackscholes::value(inputs);
    const std::optional<OptionValue> value = boundaryValue(inputs);
    return value ? *value : *americanoption::value(inputs);
}

/// Nothing where the method has no answer.
std::optional<OptionValue> ChainPricer::boundaryValue(const OptionInputs &inputs)
{
    const MirroredPut put(inputs);
    PremiumSurface &surface = surfaceOf(put.terms(), put.carry());
    const std::optional<PremiumCurve> curve = surface.slopedAt(inputs.volatility);
    if (!curve)
        return {};
    return put.value(*blackscholes::value(inputs), surface.integral(), *curve);
}

ChainPricer::Solution ChainPricer::europeanVolatility(OptionInputs inputs, double price)
{
    const Result<ImpliedVolatility> implied = impliedvolatility::european(inputs, price);
    if (!implied)
        return {};
    inputs.volatility = implied->volatility;
    return { statusOf(implied->status), *blackscholes::value(inputs), implied->volatility };
}

/// Newton's method from the European answer, which is not lower, held in a bracket. Where exercise
/// is due below some volatility the price stands still: there it halves.
ChainPricer::Solution ChainPricer::americanVolatility(OptionInputs inputs, double price)
{
    constexpr double tolerance = 1e-8; // of the price
    constexpr int rounds = 60;
    const double least = *americanoption::price(inputs);
    if (price <= least + tolerance)
        return { price < least - tolerance ? VolatilityStatus::BelowIntrinsic
                                           : VolatilityStatus::LowVega,
                 *americanoption::value(inputs), 0 };
    const Result<ImpliedVolatility> ceiling = impliedvolatility::european(inputs, price);
    inputs.volatility = ceiling ? ceiling->volatility : 0;
    double low = 0;
    double high = HUGE_VAL;
    std::optional<OptionValue> value;
    for (int round = 0; round < rounds && inputs.volatility > 0; ++round) {
        value = boundaryValue(inputs);
        if (!value)
            break;
        const double excess = value->price - price;
        const bool isLowVega = value->vega < 1e-6 * inputs.spot;
        if (std::abs(excess) <= tolerance && value->price > optionmodel::intrinsic(inputs))
            return { isLowVega ? VolatilityStatus::LowVega : VolatilityStatus::Ok, *value,
                     inputs.volatility };
        (excess < 0 ? low : high) = inputs.volatility;
        double next = inputs.volatility - excess / value->vega;
        if (!(next > low) || !(next < high))
            next = high < HUGE_VAL ? (low + high) / 2 : 2 * low;
        inputs.volatility = next;
    }
    // Nothing to start from, or numbers beyond the method: one by one
    const Result<ImpliedVolatility> implied = impliedvolatility::american(inputs, price);
    if (!implied)
        return {};
    inputs.volatility = implied->volatility;
    return { statusOf(implied->status), *americanoption::value(inputs), implied->volatility };
}

PremiumSurface &ChainPricer::surfaceOf(const BoundaryTerms &terms, PremiumCurve::Carry carry)
{
    const auto serves = [&](const PremiumSurface &surface) {
        const BoundaryTerms &own = surface.terms();
        return surface.carry() == carry && std::abs(own.rate - terms.rate) <= rateTolerance
            && std::abs(own.yield - terms.yield) <= rateTolerance
            && std::abs(own.years - terms.years) <= timeTolerance * terms.years;
    };
    const auto found = std::ranges::find_if(m_surfaces, serves);
    if (found != m_surfaces.end())
        return *found;
    PremiumSurface fresh(terms, carry, Collocation::fast());
    if (m_surfaces.size() < mostSurfaces)
        return m_surfaces.emplace_back(std::move(fresh));
    PremiumSurface &replaced = m_surfaces[m_oldest];
    m_oldest = (m_oldest + 1) % mostSurfaces;
    return replaced = std::move(fresh);
}

} // namespace tapeline
