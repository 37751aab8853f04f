#pragma once

#include "listedchain.h"
#include "strategydraft.h"
#include "strategyform.h"
#include "strategypayoff.h"

namespace tapeline {

class ChainBook;

/// What if the market were another one.
struct WhatIf
{
    double spotShift = 0; ///< a fraction of the underlying's price
    double volatilityShift = 0; ///< added to all: 0.05 is five points
    double days = 0; ///< calendar days from now

    friend bool operator==(const WhatIf &, const WhatIf &) = default;
};

/// A leg of a draft with its market.
struct LegEvaluation
{
    enum class State : quint8 {
        Priced,
        NoContract, ///< the chain does not have it
        NoPrice, ///< without two sides, and none was typed
        Ended
    };

    DraftLeg leg;
    State state = State::NoContract;
    std::optional<OptionTerms> option {}; ///< nothing: the underlying, or not known
    ChainExpiry expiry {};
    Price bid {}; ///< 0 where not known
    Price ask {};
    double mid = 0;
    double volatility = 0; ///< 0 where not known
    std::optional<StrategyGreeks> greeks {}; ///< of all of it

    bool isPriced() const { return state == State::Priced; }
};

/// Everything that the builder shows of a draft. Money is for all packages.
struct StrategyEvaluation
{
    StrategyForm form {};
    std::vector<LegEvaluation> legs {};
    double spot = 0; ///< 0 while not known
    Timestamp now {}; ///< market time
    std::optional<double>
        mid {}; ///< net debit a package, per unit of the underlying; what is held is not in it
    std::optional<double> natural {}; ///< the same, bought at the ask and sold at the bid

    /// Nothing below is known unless every leg is priced and the underlying's price is known.
    bool isComplete = false;
    Strategy strategy {};
    double cost = 0; ///< net debit
    StrategyOutcome outcome {};
    StrategyGreeks greeks {}; ///< now
    double profitThen = 0; ///< of the what-if
    StrategyGreeks greeksThen {};
    std::optional<double> probability {}; ///< of profit at the first end
    std::optional<double> rewardToRisk {}; ///< where both are limited
    std::optional<double> expectedValue {};
    /// One deviation around the forward at the first end; both 0 where not known.
    double deviationLow = 0;
    double deviationHigh = 0;
    std::optional<TerminalDistribution> prices {}; ///< lognormal, at the first end
};

namespace strategyevaluation {

/// Gives the smile of an expiration; null: the quoted one.
using SmileOf = std::function<TerminalDistribution::Smile(const ListedChain &chain,
                                                          const ListedExpiry &expiry)>;

StrategyEvaluation evaluate(const StrategyDraft &draft, const ChainBook &book,
                            const WhatIf &whatIf = {}, const SmileOf &smileOf = {});
/// The net debit a package that the draft would be sent at, per unit of the underlying; nothing
/// for a market order, and where a price is not known.
std::optional<Price> limitOf(const StrategyDraft &draft, const StrategyEvaluation &evaluation);
/// Prices around the spot that a plot shows: all strikes, break-evens near them and two deviations,
/// with room at the sides.
std::pair<double, double> plotRange(const StrategyEvaluation &evaluation);
/// Profit now and as the what-if has time and volatility, over a plot's prices.
struct Curves
{
    std::vector<PayoffPoint> now;
    std::vector<PayoffPoint> then;
};
Curves curves(const StrategyEvaluation &evaluation, const WhatIf &whatIf, double low, double high);

} // namespace strategyevaluation
} // namespace tapeline
