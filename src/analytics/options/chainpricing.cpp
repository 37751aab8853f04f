#include "chainpricing.h"

#include "blackscholes.h"
#include "impliedvolatility.h"
#include "optiontree.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tapeline {

namespace {

OptionInputs inputsOf(const ChainQuote &quote, double spot)
{
    return { .right = quote.right,
             .spot = spot,
             .strike = quote.strike,
             .years = quote.years,
             .rate = quote.rate,
             .yield = quote.yield,
             .volatility = 0 };
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

bool isFinite(const ContractGreeks &greeks)
{
    const std::array all { greeks.volatility, greeks.delta, greeks.gamma,
                           greeks.theta,      greeks.vega,  greeks.rho };
    return std::ranges::all_of(all, [](double value) { return std::isfinite(value); });
}

ContractReckoning reckonOne(const ChainQuote &quote, double spot)
{
    const OptionInputs inputs = inputsOf(quote, spot);
    if (!optionmodel::check(inputs))
        return {};
    if (inputs.years <= 0)
        return { VolatilityStatus::Expired,
                 chainpricing::displayed(optionmodel::expired(inputs), 0) };
    if (!(quote.price > 0) || !std::isfinite(quote.price))
        return { VolatilityStatus::NoQuote, {} };
    const Result<ImpliedVolatility> implied = quote.isAmerican
        ? impliedvolatility::american(inputs, quote.price)
        : impliedvolatility::european(inputs, quote.price);
    if (!implied)
        return {};
    ContractReckoning reckoning { statusOf(implied->status), {} };
    if (!implied->isFound())
        return reckoning;
    reckoning.greeks = chainpricing::greeksAt(quote, spot, implied->volatility);
    return reckoning.greeks ? reckoning : ContractReckoning {};
}

} // namespace

void chainpricing::reckon(std::span<const ChainQuote> quotes, double spot,
                          std::span<ContractReckoning> results)
{
    const std::size_t count = std::min(quotes.size(), results.size());
    for (std::size_t i = 0; i < count; ++i)
        results[i] = reckonOne(quotes[i], spot);
}

std::optional<ContractGreeks> chainpricing::greeksAt(const ChainQuote &quote, double spot,
                                                     double volatility)
{
    OptionInputs inputs = inputsOf(quote, spot);
    inputs.volatility = volatility;
    const Result<OptionValue> value
        = quote.isAmerican ? optiontree::value(inputs) : blackscholes::value(inputs);
    if (!value)
        return {};
    const ContractGreeks greeks = displayed(*value, volatility);
    return isFinite(greeks) ? std::optional(greeks) : std::nullopt;
}

ContractGreeks chainpricing::displayed(const OptionValue &value, double volatility)
{
    constexpr double daysAYear = 365;
    return { .volatility = volatility,
             .delta = value.delta,
             .gamma = value.gamma,
             .theta = value.theta / daysAYear,
             .vega = value.vega / 100,
             .rho = value.rho / 100 };
}

} // namespace tapeline
