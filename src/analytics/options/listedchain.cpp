#include "listedchain.h"

#include "blackscholes.h"
#include "volatilitysmile.h"

#include <algorithm>
#include <cmath>

namespace tapeline::listedchains {

namespace {

struct Known
{
    double strike;
    double volatility;
};

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

const ChainContract *contract(const ChainStrike &strike, OptionRight right)
{
    return right == OptionRight::Call ? strike.call : strike.put;
}

double volatility(const ListedChain &chain, const ChainContract &contract)
{
    const ContractGreeks *greeks = chainmeasures::greeks(contract, chain.source);
    return greeks && greeks->volatility > 0 ? greeks->volatility : 0;
}

double delta(const ListedChain &chain, const ChainContract &contract)
{
    const ContractGreeks *greeks = chainmeasures::greeks(contract, chain.source);
    return greeks && greeks->volatility > 0 ? greeks->delta : 0;
}

double deltaOr(const ListedChain &chain, const ListedExpiry &expiry, const ChainContract &contract,
               double volatility)
{
    if (const double known = delta(chain, contract); known != 0)
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
    return chainmeasures::volatilityAt(expiry.strikes, forward(chain, expiry), chain.source)
        .value_or(0);
}

TerminalDistribution::Smile quotedSmile(const ListedChain &chain, const ListedExpiry &expiry)
{
    std::vector<Known> known;
    const double there = forward(chain, expiry);
    for (const ChainStrike &strike : expiry.strikes) {
        const double at = strike.strike.toDouble();
        const ChainContract *out = at >= there ? strike.call : strike.put;
        if (const double own = out ? volatility(chain, *out) : 0; own > 0)
            known.push_back({ at, own });
    }
    if (known.empty())
        return {};
    return [known = std::move(known)](double strike) { return interpolated(known, strike); };
}

TerminalDistribution::Smile fittedSmile(const ListedChain &chain, const ListedExpiry &expiry)
{
    const SmileTerms terms { forward(chain, expiry), yearsTo(chain, expiry),
                             expiry.assumptions.yield };
    const auto fitted
        = VolatilitySmile::fit(terms, VolatilitySmile::points(expiry.strikes, terms, chain.source));
    if (!fitted)
        return quotedSmile(chain, expiry);
    return [smile = *fitted](double strike) { return smile.volatility(strike); };
}

double expectedMove(const ListedChain &chain, const ListedExpiry &expiry)
{
    return chain.spot * atTheMoneyVolatility(chain, expiry) * std::sqrt(yearsTo(chain, expiry));
}

StrategyLeg leg(const ListedChain &chain, const ListedExpiry &expiry, const ChainContract &contract,
                double quantity, double price, double otherVolatility)
{
    StrategyLeg leg;
    leg.symbol = contract.symbol;
    leg.option = contract.terms;
    leg.quantity = quantity;
    leg.multiplier = double(contract.multiplier);
    leg.price = price;
    leg.ends = expiry.assumptions.ends;
    const double known = volatility(chain, contract);
    leg.volatility = known > 0 ? known : otherVolatility;
    leg.rate = expiry.assumptions.rate;
    leg.yield = expiry.assumptions.yield;
    return leg;
}

} // namespace tapeline::listedchains
