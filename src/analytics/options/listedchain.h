#pragma once

#include "chainmeasures.h"
#include "strategy.h"
#include "terminaldistribution.h"

#include <functional>
#include <vector>

namespace tapeline {

/// One expiration of a chain, as strategies are chosen from it.
struct ListedExpiry
{
    ChainExpiry expiry;
    ExpiryAssumptions assumptions;
    std::vector<ChainStrike> strikes; ///< ascending
};

/// A chain to choose from. Its contracts belong to somebody else and outlive it.
struct ListedChain
{
    QString underlying;
    double spot = 0; ///< > 0
    Timestamp now {};
    std::vector<ListedExpiry> expiries; ///< ascending
    GreeksSource source = GreeksSource::Own; ///< whose volatilities count
};

/// What is known of listed contracts.
namespace listedchains {

/// Null where there is none.
const ChainContract *contract(const ChainStrike &strike, OptionRight right);
/// A fraction a year; 0 where nobody knows.
double volatility(const ListedChain &chain, const ChainContract &contract);
/// 0 where nobody knows.
double delta(const ListedChain &chain, const ChainContract &contract);
/// The same, and where nobody knows it by the model with this volatility.
double deltaOr(const ListedChain &chain, const ListedExpiry &expiry, const ChainContract &contract,
               double volatility);
double yearsTo(const ListedChain &chain, const ListedExpiry &expiry);
double forward(const ListedChain &chain, const ListedExpiry &expiry);
/// At the forward; 0 where nobody knows.
double atTheMoneyVolatility(const ListedChain &chain, const ListedExpiry &expiry);
/// The volatilities of contracts out of the money, straight between strikes and flat outside; null
/// where none is known. The contracts are not needed any more afterwards.
TerminalDistribution::Smile quotedSmile(const ListedChain &chain, const ListedExpiry &expiry);
/// The fitted one (VolatilitySmile), tens of milliseconds' work; where none can be fitted the
/// quoted one.
TerminalDistribution::Smile fittedSmile(const ListedChain &chain, const ListedExpiry &expiry);
/// S v sqrt(T): how far the underlying moves until then, one deviation; 0 without a volatility.
double expectedMove(const ListedChain &chain, const ListedExpiry &expiry);

/// A leg of a contract, valued by its own volatility, or this one where nobody knows it.
StrategyLeg leg(const ListedChain &chain, const ListedExpiry &expiry, const ChainContract &contract,
                double quantity, double price, double otherVolatility);

} // namespace listedchains
} // namespace tapeline
