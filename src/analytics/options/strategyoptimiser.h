#pragma once

#include "listedchain.h"
#include "strategyform.h"

#include <array>
#include <optional>

namespace tapeline {

/// Which way a strategy gains.
enum class MarketView : quint8 { Any, Rising, Falling, Calm, Moving };

/// What a candidate must keep to.
struct OptimiserRules
{
    MarketView view = MarketView::Any;
    int fewestDays = 7; ///< to the expiration, calendar days
    int mostDays = 60;
    double leastDelta = 0.30; ///< of the leg nearest to the money, its sign left out
    double mostDelta = 0.70;
    double mostSpread = 0.10; ///< of each leg: (ask - bid) / mid
    double leastOpenInterest = 100; ///< of each leg, contracts
    double leastRewardToRisk = 2; ///< by natural prices
    double leastProbability = 0; ///< of profit
    /// Where the implied volatility stands against its history, 0 to 100 (IV rank): from
    /// sellAtRank on only credits are taken, up to buyAtRank only debits. Nothing: not known, the
    /// rule is not applied.
    std::optional<double> volatilityRank {};
    double buyAtRank = 30;
    double sellAtRank = 50;

    friend bool operator==(const OptimiserRules &, const OptimiserRules &) = default;
};

/// Rules in the order in which they are applied; the first that is broken counts.
enum class OptimiserRule : quint8 {
    Quote, ///< a leg without two sides, counted by contract
    Spread, ///< the same
    OpenInterest, ///< the same
    Delta,
    Volatility, ///< a debit where volatility is high, a credit where it is low
    RewardToRisk,
    Probability,
    Work ///< more than are looked at in one go
};
inline constexpr std::size_t optimiserRules = 8;

struct CandidateLeg
{
    QString symbol;
    double quantity = 1; ///< contracts; negative: sold

    friend bool operator==(const CandidateLeg &, const CandidateLeg &) = default;
};

/// A strategy that keeps to all rules. Money is for one package, at natural prices (bought at the
/// ask, sold at the bid), before fees.
struct Candidate
{
    StrategyForm form;
    ChainExpiry expiry;
    std::vector<CandidateLeg> legs;
    double cost = 0; ///< net debit; negative: a credit
    double reward = 0; ///< the most it gains; unlimited gains count at two deviations
    double risk = 0; ///< the most it loses
    double probability = 0; ///< of profit, 0 to 1
    double expectedValue = 0; ///< under the smile, less what it costs
    double delta = 0; ///< of the leg nearest to the money, its sign left out
    double spread = 0; ///< the widest of its legs, a fraction
    double openInterest = 0; ///< the least of its legs

    double rewardToRisk() const { return risk > 0 ? reward / risk : 0; }
};

struct OptimiserResult
{
    std::vector<Candidate> candidates; ///< best expected value for their risk first
    std::array<int, optimiserRules> leftOut {}; ///< by OptimiserRule
    int looked = 0; ///< combinations that were reckoned
    int kept = 0; ///< of them that kept to the rules; candidates may be fewer
};

/// Looks for strategies in a chain: bought calls and puts, verticals, straddles, strangles, iron
/// condors. Bounded: the nearest eight expirations, forty strikes around the money of each, five
/// strikes between the legs of a vertical, mostLooked combinations.
namespace strategyoptimiser {

inline constexpr int mostLooked = 6'000;
inline constexpr std::size_t mostKept = 200;

/// Gives the smile of an expiration; null: listedchains::quotedSmile().
using SmileOf = std::function<TerminalDistribution::Smile(const ListedExpiry &expiry)>;

OptimiserResult search(const ListedChain &chain, const OptimiserRules &rules,
                       const SmileOf &smileOf = {});

} // namespace strategyoptimiser
} // namespace tapeline
