#pragma once

#include "optionchain.h"
#include "strategy.h"
#include "terminaldistribution.h"

#include <functional>
#include <vector>

namespace tapeline {

/// The call and the put at a strike; null where there is none.
struct ListedStrike
{
    double strike = 0;
    const ChainContract *call = nullptr;
    const ChainContract *put = nullptr;

    const ChainContract *contract(OptionRight right) const
    {
        return right == OptionRight::Call ? call : put;
    }
};

/// One expiration of a chain, as strategies are chosen from it.
struct ListedExpiry
{
    ChainExpiry expiry;
    ExpiryAssumptions assumptions;
    std::vector<ListedStrike> strikes; ///< ascending
};

/// A chain to choose from. Its contracts belong to somebody else and outlive it.
struct ListedChain
{
    QString underlying;
    double spot = 0; ///< > 0
    Timestamp now {};
    std::vector<ListedExpiry> expiries; ///< ascending
};

/// What is known of listed contracts. Our own Greeks go before the service's.
namespace listedchains {

/// A fraction a year; 0 where nobody knows.
double volatility(const ChainContract &contract);
/// 0 where nobody knows.
double delta(const ChainContract &contract);
/// The same, and where nobody knows it by the model with this volatility.
double deltaOr(const ListedChain &chain, const ListedExpiry &expiry, const ChainContract &contract,
               double volatility);
double yearsTo(const ListedChain &chain, const ListedExpiry &expiry);
double forward(const ListedChain &chain, const ListedExpiry &expiry);
/// Where the forward is: of the strikes next to it, weighted by nearness; 0 where nobody knows.
double atTheMoneyVolatility(const ListedChain &chain, const ListedExpiry &expiry);
/// The volatilities of contracts out of the money, straight between strikes and flat outside; null
/// where none is known. The contracts are not needed any more afterwards.
TerminalDistribution::Smile smile(const ListedChain &chain, const ListedExpiry &expiry);
/// S v sqrt(T): how far the underlying moves until then, one deviation; 0 without a volatility.
double expectedMove(const ListedChain &chain, const ListedExpiry &expiry);

/// A leg of a contract, valued by its own volatility, or this one where nobody knows it.
StrategyLeg leg(const ListedExpiry &expiry, const ChainContract &contract, double quantity,
                double price, double otherVolatility);

} // namespace listedchains
} // namespace tapeline
