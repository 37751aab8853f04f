#include "performancemetric.h"

#include <array>

namespace tapeline {

namespace {

using Figures = PerformanceFigures;
using Metric = PerformanceMetric;
using enum MetricUnit;

template<typename Value> MetricValue optional(const std::optional<Value> &value)
{
    return value ? MetricValue(*value) : MetricValue();
}

MetricValue percent(const std::optional<double> &share)
{
    return share ? MetricValue(100 * *share) : MetricValue();
}

/// Of a member of the trades' statistics, as it is.
template<auto member> MetricValue ofTrades(const Figures &figures)
{
    return figures.trades.*member;
}
template<auto member> MetricValue maybeOfTrades(const Figures &figures)
{
    return optional(figures.trades.*member);
}
template<auto member> MetricValue maybeOfEquity(const Figures &figures)
{
    return figures.equity ? optional((*figures.equity).*member) : MetricValue();
}

MetricValue tradeDrawdown(const Figures &figures)
{
    return figures.trades.drawdown.deepest;
}
MetricValue tradeDrawdownPercent(const Figures &figures)
{
    return percent(figures.trades.drawdown.deepestShare);
}
MetricValue tradeDrawdownDuration(const Figures &figures)
{
    return figures.trades.drawdown.longest;
}
MetricValue turnover(const Figures &figures)
{
    if (!figures.equity || figures.equity->meanEquity <= 0)
        return {};
    return figures.trades.traded.toDouble() / figures.equity->meanEquity;
}
MetricValue equityDays(const Figures &figures)
{
    return figures.equity ? MetricValue(figures.equity->days) : MetricValue();
}
MetricValue equityDrawdown(const Figures &figures)
{
    return figures.equity ? MetricValue(figures.equity->drawdown.deepest) : MetricValue();
}
MetricValue equityDrawdownPercent(const Figures &figures)
{
    return figures.equity ? percent(figures.equity->drawdown.deepestShare) : MetricValue();
}
MetricValue equityDrawdownDuration(const Figures &figures)
{
    return figures.equity ? MetricValue(figures.equity->drawdown.longest) : MetricValue();
}

using T = TradeStatistics;
using E = EquityStatistics;

constexpr std::array metrics {
    MetricInfo { Metric::Trades, "trades", Count, ofTrades<&T::trades> },
    MetricInfo { Metric::Wins, "wins", Count, ofTrades<&T::wins> },
    MetricInfo { Metric::Losses, "losses", Count, ofTrades<&T::losses> },
    MetricInfo { Metric::BreakEven, "break_even", Count, ofTrades<&T::breakEven> },
    MetricInfo { Metric::WinRate, "win_rate", Share, maybeOfTrades<&T::winRate> },
    MetricInfo { Metric::WinRateDecided, "win_rate_decided", Share,
                 maybeOfTrades<&T::winRateDecided> },
    MetricInfo { Metric::ProfitFactor, "profit_factor", Ratio, maybeOfTrades<&T::profitFactor> },
    MetricInfo { Metric::Expectancy, "expectancy", MetricUnit::Money, ofTrades<&T::expectancy> },
    MetricInfo { Metric::GrossProfit, "gross_profit", MetricUnit::Money,
                 ofTrades<&T::grossProfit> },
    MetricInfo { Metric::GrossLoss, "gross_loss", MetricUnit::Money, ofTrades<&T::grossLoss> },
    MetricInfo { Metric::Net, "net", MetricUnit::Money, ofTrades<&T::net> },
    MetricInfo { Metric::Gross, "gross", MetricUnit::Money, ofTrades<&T::gross> },
    MetricInfo { Metric::Fees, "fees", MetricUnit::Money, ofTrades<&T::fees> },
    MetricInfo { Metric::AverageWin, "avg_win", MetricUnit::Money, maybeOfTrades<&T::averageWin> },
    MetricInfo { Metric::AverageLoss, "avg_loss", MetricUnit::Money,
                 maybeOfTrades<&T::averageLoss> },
    MetricInfo { Metric::Payoff, "payoff", Ratio, maybeOfTrades<&T::payoff> },
    MetricInfo { Metric::LargestWin, "largest_win", MetricUnit::Money,
                 maybeOfTrades<&T::largestWin> },
    MetricInfo { Metric::LargestLoss, "largest_loss", MetricUnit::Money,
                 maybeOfTrades<&T::largestLoss> },
    MetricInfo { Metric::MaxDrawdown, "max_drawdown", MetricUnit::Money, tradeDrawdown },
    MetricInfo { Metric::MaxDrawdownPercent, "max_drawdown_pct", Percent, tradeDrawdownPercent },
    MetricInfo { Metric::DrawdownDuration, "drawdown_duration", MetricUnit::Time,
                 tradeDrawdownDuration },
    MetricInfo { Metric::Recovery, "recovery", Ratio, maybeOfTrades<&T::recovery> },
    MetricInfo { Metric::ExpectancyR, "expectancy_r", Risk, maybeOfTrades<&T::expectancyR> },
    MetricInfo { Metric::WithoutRisk, "without_risk", Count, ofTrades<&T::withoutRisk> },
    MetricInfo { Metric::Sqn, "sqn", Ratio, maybeOfTrades<&T::sqn> },
    MetricInfo { Metric::SqnCapped, "sqn_capped", Ratio, maybeOfTrades<&T::sqnCapped> },
    MetricInfo { Metric::Kelly, "kelly", Share, maybeOfTrades<&T::kelly> },
    MetricInfo { Metric::LongestWinStreak, "longest_win_streak", Count,
                 ofTrades<&T::longestWinStreak> },
    MetricInfo { Metric::LongestLossStreak, "longest_loss_streak", Count,
                 ofTrades<&T::longestLossStreak> },
    MetricInfo { Metric::AverageHolding, "avg_holding", MetricUnit::Time,
                 maybeOfTrades<&T::averageHolding> },
    MetricInfo { Metric::AverageWinHolding, "avg_win_holding", MetricUnit::Time,
                 maybeOfTrades<&T::averageWinHolding> },
    MetricInfo { Metric::AverageLossHolding, "avg_loss_holding", MetricUnit::Time,
                 maybeOfTrades<&T::averageLossHolding> },
    MetricInfo { Metric::Exposure, "exposure", Share, maybeOfTrades<&T::timeInMarket> },
    MetricInfo { Metric::Turnover, "turnover", Ratio, turnover },
    MetricInfo { Metric::AverageAdverseR, "avg_mae_r", Risk, maybeOfTrades<&T::averageAdverseR> },
    MetricInfo { Metric::AverageFavourableR, "avg_mfe_r", Risk,
                 maybeOfTrades<&T::averageFavourableR> },
    MetricInfo { Metric::ExitEfficiency, "exit_efficiency", Share,
                 maybeOfTrades<&T::exitEfficiency> },
    MetricInfo { Metric::WithoutExcursion, "without_excursion", Count,
                 ofTrades<&T::withoutExcursion> },
    MetricInfo { Metric::EquityDays, "equity_days", Count, equityDays },
    MetricInfo { Metric::Sharpe, "sharpe", Ratio, maybeOfEquity<&E::sharpe> },
    MetricInfo { Metric::Sortino, "sortino", Ratio, maybeOfEquity<&E::sortino> },
    MetricInfo { Metric::EquityMaxDrawdown, "equity_max_drawdown", MetricUnit::Money,
                 equityDrawdown },
    MetricInfo { Metric::EquityMaxDrawdownPercent, "equity_max_drawdown_pct", Percent,
                 equityDrawdownPercent },
    MetricInfo { Metric::EquityDrawdownDuration, "equity_drawdown_duration", MetricUnit::Time,
                 equityDrawdownDuration },
    MetricInfo { Metric::EquityRecovery, "equity_recovery", Ratio, maybeOfEquity<&E::recovery> },
    MetricInfo { Metric::Growth, "cagr", Share, maybeOfEquity<&E::growth> },
    MetricInfo { Metric::Calmar, "calmar", Ratio, maybeOfEquity<&E::calmar> },
    MetricInfo { Metric::Ulcer, "ulcer", Percent, maybeOfEquity<&E::ulcer> },
};

/// metricInfo() looks up by place.
static_assert([] {
    for (std::size_t i = 0; i < metrics.size(); ++i)
        if (metrics[i].metric != static_cast<Metric>(i))
            return false;
    return metrics.size() == static_cast<std::size_t>(Metric::Ulcer) + 1;
}());

/// A value as a number.
struct ToNumber
{
    std::optional<double> operator()(std::monostate) const { return {}; }
    std::optional<double> operator()(qint64 count) const { return double(count); }
    std::optional<double> operator()(double value) const { return value; }
    std::optional<double> operator()(tapeline::Money value) const { return value.toDouble(); }
    std::optional<double> operator()(tapeline::Duration value) const
    {
        return std::chrono::duration<double>(value).count();
    }
};

} // namespace

std::span<const MetricInfo> performanceMetrics()
{
    return metrics;
}

const MetricInfo &metricInfo(PerformanceMetric metric)
{
    return metrics[static_cast<std::size_t>(metric)];
}

MetricValue metricValue(PerformanceMetric metric, const PerformanceFigures &figures)
{
    return metricInfo(metric).value(figures);
}

std::optional<double> metricNumber(const MetricValue &value)
{
    return std::visit(ToNumber(), value);
}

} // namespace tapeline
