#pragma once

#include "equitystatistics.h"
#include "tradestatistics.h"

#include <optional>
#include <span>
#include <string_view>
#include <variant>

namespace tapeline {

/// All that is known of a set of trades and, where they are those of one account, of its worth.
struct PerformanceFigures
{
    TradeStatistics trades;
    std::optional<EquityStatistics> equity {};
};

/// Every figure that a screen, a report or the command line shows, in the order of the command
/// line. Names and definitions for people: statistictext.h.
enum class PerformanceMetric : quint8 {
    Trades,
    Wins,
    Losses,
    BreakEven,
    WinRate,
    WinRateDecided,
    ProfitFactor,
    Expectancy,
    GrossProfit,
    GrossLoss,
    Net,
    Gross,
    Fees,
    AverageWin,
    AverageLoss,
    Payoff,
    LargestWin,
    LargestLoss,
    MaxDrawdown,
    MaxDrawdownPercent,
    DrawdownDuration,
    Recovery,
    ExpectancyR,
    WithoutRisk,
    Sqn,
    SqnCapped,
    Kelly,
    LongestWinStreak,
    LongestLossStreak,
    AverageHolding,
    AverageWinHolding,
    AverageLossHolding,
    Exposure,
    Turnover,
    AverageAdverseR,
    AverageFavourableR,
    ExitEfficiency,
    WithoutExcursion,
    EquityDays,
    Sharpe,
    Sortino,
    EquityMaxDrawdown,
    EquityMaxDrawdownPercent,
    EquityDrawdownDuration,
    EquityRecovery,
    Growth,
    Calmar,
    Ulcer,
};

/// What a figure is counted in.
enum class MetricUnit : quint8 {
    Count,
    Money, ///< of the account's currency
    Ratio,
    Share, ///< 0 to 1, shown as per cent
    Percent, ///< per cent already
    Risk, ///< R: multiples of the planned risk
    Time,
};

/// Nothing where it is undefined. Profit factors may be infinite.
using MetricValue = std::variant<std::monostate, qint64, double, Money, Duration>;

struct MetricInfo
{
    PerformanceMetric metric;
    std::string_view key; ///< in JSON
    MetricUnit unit;
    MetricValue (*value)(const PerformanceFigures &);
};

/// All of them, in the order of the enumeration.
std::span<const MetricInfo> performanceMetrics();
const MetricInfo &metricInfo(PerformanceMetric metric);
MetricValue metricValue(PerformanceMetric metric, const PerformanceFigures &figures);
/// Of a figure as a plain number: money and durations in units of one and seconds. Nothing where it
/// is undefined.
std::optional<double> metricNumber(const MetricValue &value);

} // namespace tapeline
