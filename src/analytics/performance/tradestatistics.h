#pragma once

#include "drawdown.h"
#include "traderesult.h"

#include <optional>
#include <span>

namespace tapeline {

/// What closed trades come to, exactly as execution.md section G has it. Money is in the account's
/// currency, after fees unless said; sums are exact. What cannot be said (the divisor is zero, no
/// trade has it) is nothing, never a number in its place.
struct TradeStatistics
{
    qint64 trades = 0;
    qint64 wins = 0; ///< net > 0
    qint64 losses = 0; ///< net < 0
    qint64 breakEven = 0; ///< net = 0

    Money gross; ///< before fees
    Money fees;
    Money net;
    Money grossProfit; ///< sum of the winners
    Money grossLoss; ///< magnitude of the sum of the losers
    std::optional<Money> largestWin {};
    std::optional<Money> largestLoss {}; ///< its magnitude

    std::optional<double> winRate {}; ///< wins / all, 0 to 1
    std::optional<double> winRateDecided {}; ///< wins / (wins + losses)
    std::optional<double> profitFactor {}; ///< infinity where nothing was lost and something won
    std::optional<double> averageWin {};
    std::optional<double> averageLoss {}; ///< magnitude
    std::optional<double> payoff {}; ///< averageWin / averageLoss
    double expectancy = 0; ///< net a trade; 0 without trades
    std::optional<double> kelly {}; ///< w - (1 - w) / payoff, w = winRateDecided

    qint64 withoutRisk = 0; ///< trades that the next three leave out
    std::optional<double> expectancyR {}; ///< mean R
    /// sqrt(n) mean(R) / sd(R), sample deviation, n trades that have a risk.
    std::optional<double> sqn {};
    std::optional<double> sqnCapped {}; ///< with n at most 100, Tharp's convention

    qint64 longestWinStreak = 0; ///< a break-even trade ends a run
    qint64 longestLossStreak = 0;

    std::optional<Duration> averageHolding {};
    std::optional<Duration> averageWinHolding {};
    std::optional<Duration> averageLossHolding {};
    std::optional<double> timeInMarket {}; ///< share of first opening to last closing, 0 to 1

    Drawdown drawdown; ///< of the curve of closed trades
    std::optional<double> recovery {}; ///< net / deepest drawdown

    qint64 withoutExcursion = 0; ///< trades that the next three leave out
    std::optional<double> averageAdverseR {}; ///< mean MAE in R, of those that have a risk
    std::optional<double> averageFavourableR {}; ///< mean MFE in R
    /// Gross / MFE of all that were ahead at some time, in sums: of one that hardly was, the ratio
    /// alone would outweigh all others.
    std::optional<double> exitEfficiency {};

    Money traded; ///< bought and sold, see TradeResult::traded

    friend bool operator==(const TradeStatistics &, const TradeStatistics &) = default;
};

/// Of trades in the order of their closing (as studiedTrades() gives them); another order is put
/// right first. startingEquity is what the account was worth before the first of them: without it
/// the curve of closed trades begins at zero and its drawdown has no share. flows: what came in and
/// went out since, oldest first: later falls are a share of that as well.
TradeStatistics tradeStatistics(std::span<const TradeResult> trades,
                                const std::optional<Money> &startingEquity = {},
                                std::span<const EquityFlow> flows = {});

/// Squares around the mean that are a smaller share of the squares themselves are what rounding
/// leaves of values that are all the same.
inline constexpr double roundingOfSquares = 1e-12;

/// Sample standard deviation (divisor n - 1); 0 for values that differ by rounding alone, nothing
/// below two values.
std::optional<double> sampleDeviation(std::span<const double> values);
/// 0 without values.
double meanOf(std::span<const double> values);

} // namespace tapeline
