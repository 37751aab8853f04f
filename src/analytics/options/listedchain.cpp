#include "listedchain.h"

#include "blackscholes.h"

#include <algorithm>
#include <cmath>

namespace tapeline::listedchains {

namespace {

const ContractGreeks *greeksOf(const ChainContract &contract)
{
    if (contract.own)
        return &*contract.own;
    return contract.service ? &*contract.service : nullptr;
}

struct Known
{
    double strike;
    double volatility;
};

/// Of the contract out of the money; of the other where that one's is not known.
double volatilityAt(const ListedStrike &strike, double forward)
{
    const bool callIsOut = strike.strike >= forward;
    const ChainContract *out = callIsOut ? strike.call : strike.put;
    const ChainContract *in = callIsOut ? strike.put : strike.call;
    const double known = out ? volatility(*out) : 0;
    return known > 0 || !in ? known : volatility(*in);
}

std::vector<Known> knownVolatilities(const ListedChain &chain, const ListedExpiry &expiry)
{
    std::vector<Known> known;
    const double there = forward(chain, expiry);
    for (const ListedStrike &strike : expiry.strikes)
        if (const double volatility = volatilityAt(strike, there); volatility > 0)
            known.push_back({ strike.strike, volatility });
    return known;
}

double interpolated(const std::vector<Known> &known, double strike)
{
    const auto next = std::ranges::lower_bound(known, strike, {}, &Known::strike);
    if (next == known.begin())
        return known.front().volatility;
    if (next == known.end())
        return known.back().volatility;
    const Known &left = *std::prev(next);
    const double share = (strike - left.strike) / (next->strike - left.strike);
    return left.volatility + share * (next->volatility - left.volatility);
}

} // namespace

double volatility(const ChainContract &contract)
{
    const ContractGreeks *greeks = greeksOf(contract);
    return greeks && greeks->volatility > 0 ? greeks->volatility : 0;
}

double delta(const ChainContract &contract)
{
    const ContractGreeks *greeks = greeksOf(contract);
    return greeks && greeks->volatility > 0 ? greeks->delta : 0;
}

double deltaOr(const ListedChain &chain, const ListedExpiry &expiry, const ChainContract &contract,
               double volatility)
{
    if (const double known = delta(contract); known != 0)
        return known;
    OptionInputs in;
    in.right = contract.terms.right;
    in.spot = chain.spot;
    in.strike = contract.terms.strike.toDouble();
    in.years = yearsTo(chain, expiry);
    in.rate = expiry.assumptions.rate;
    in.yield = expiry.assumptions.yield;
    in.volatility = volatility;
    const Result<OptionValue> value = blackscholes::value(in);
    return value ? value->delta : 0;
}

double yearsTo(const ListedChain &chain, const ListedExpiry &expiry)
{
    return strategies::yearsBetween(chain.now, expiry.assumptions.ends);
}

double forward(const ListedChain &chain, const ListedExpiry &expiry)
{
    const ExpiryAssumptions &terms = expiry.assumptions;
    return chain.spot * std::exp((terms.rate - terms.yield) * yearsTo(chain, expiry));
}

double atTheMoneyVolatility(const ListedChain &chain, const ListedExpiry &expiry)
{
    const std::vector<Known> known = knownVolatilities(chain, expiry);
    return known.empty() ? 0 : interpolated(known, forward(chain, expiry));
}

TerminalDistribution::Smile smile(const ListedChain &chain, const ListedExpiry &expiry)
{
    std::vector<Known> known = knownVolatilities(chain, expiry);
    if (known.empty())
        return {};
    return [known = std::move(known)](double strike) { return interpolated(known, strike); };
}

double expectedMove(const ListedChain &chain, const ListedExpiry &expiry)
{
    return chain.spot * atTheMoneyVolatility(chain, expiry) * std::sqrt(yearsTo(chain, expiry));
}

StrategyLeg leg(const ListedExpiry &expiry, const ChainContract &contract, double quantity,
                double price, double otherVolatility)
{
    StrategyLeg leg;
    leg.symbol = contract.symbol;
    leg.option = contract.terms;
    leg.quantity = quantity;
    leg.multiplier = double(contract.multiplier);
    leg.price = price;
    leg.ends = expiry.assumptions.ends;
    const double known = volatility(contract);
    leg.volatility = known > 0 ? known : otherVolatility;
    leg.rate = expiry.assumptions.rate;
    leg.yield = expiry.assumptions.yield;
    return leg;
}

} // namespace tapeline::listedchains
