#include "chainpricing.h"

#include "chainpricer.h"

#include <algorithm>

namespace tapeline {

void chainpricing::reckon(std::span<const ChainQuote> quotes, double spot,
                          std::span<ContractReckoning> results)
{
    ChainPricer pricer;
    const std::size_t count = std::min(quotes.size(), results.size());
    for (std::size_t i = 0; i < count; ++i)
        results[i] = pricer.reckon(quotes[i], spot);
}

std::optional<ContractGreeks> chainpricing::greeksAt(const ChainQuote &quote, double spot,
                                                     double volatility)
{
    return ChainPricer().greeksAt(quote, spot, volatility);
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
