#include "equitystatistics.h"

#include "easterntime.h"
#include "tradestatistics.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr Duration markTime = 16h; ///< Eastern

/// A return is a quotient less 1: so much of it is rounding.
constexpr double roundingOfReturn = 1e-15;

std::optional<double> ratio(const std::optional<double> &dividend, double divisor)
{
    return dividend && divisor != 0 ? std::optional(*dividend / divisor) : std::nullopt;
}

bool isBefore(const EquityPoint &point, Timestamp time)
{
    return point.at < time;
}

void addDerived(EquityStatistics &out)
{
    out.calmar = ratio(out.growth, out.drawdown.deepestShare.value_or(0));
    out.recovery = ratio(out.profit().toDouble(), out.drawdown.deepest.toDouble());
}

} // namespace

std::vector<DailyEquity> dailyEquity(std::span<const EquityPoint> points,
                                     const MarketCalendar &calendar)
{
    std::vector<DailyEquity> days;
    if (points.empty())
        return days;
    const EquityPoint &first = points.front();
    days.push_back({ easterntime::date(first.at), first.at, first.equity, {} });
    Money deposits = first.deposits;
    auto next = points.begin();
    QDate day = easterntime::date(first.at).addDays(-1);
    for (;;) {
        day = calendar.nextTradingDay(day);
        const Timestamp mark = easterntime::at(day, markTime);
        if (mark > points.back().at)
            return days;
        if (mark <= first.at)
            continue;
        while (next != points.end() && next->at <= mark)
            ++next;
        const EquityPoint &point = *std::prev(next);
        days.push_back({ day, mark, point.equity, point.deposits - deposits });
        deposits = point.deposits;
    }
}

std::vector<double> dailyReturns(std::span<const DailyEquity> days)
{
    std::vector<double> returns;
    for (std::size_t i = 1; i < days.size(); ++i) {
        if (days[i - 1].equity <= Money())
            break;
        returns.push_back((days[i].equity - days[i].flow).toDouble() / days[i - 1].equity.toDouble()
                          - 1);
    }
    return returns;
}

std::optional<double> sharpeRatio(std::span<const double> returns, const ReturnScale &scale)
{
    const std::optional<double> deviation = sampleDeviation(returns);
    if (!deviation || *deviation <= 0)
        return {};
    return (meanOf(returns) - scale.riskFree) / *deviation * std::sqrt(scale.daysAYear);
}

std::optional<double> sortinoRatio(std::span<const double> returns, const ReturnScale &scale)
{
    double squares = 0;
    for (const double own : returns) {
        const double below = scale.leastAccepted - own;
        if (below > roundingOfReturn)
            squares += below * below;
    }
    if (squares <= 0)
        return {};
    const double downside = std::sqrt(squares / double(returns.size()));
    return (meanOf(returns) - scale.leastAccepted) / downside * std::sqrt(scale.daysAYear);
}

std::optional<double> annualGrowth(std::span<const double> returns, const ReturnScale &scale)
{
    double factor = 1;
    for (const double own : returns)
        factor *= 1 + own;
    if (returns.empty() || factor <= 0)
        return {};
    return std::pow(factor, scale.daysAYear / double(returns.size())) - 1;
}

EquityStatistics equityStatistics(std::span<const DailyEquity> days, const ReturnScale &scale)
{
    EquityStatistics statistics;
    if (days.empty())
        return statistics;
    DrawdownWatch watch;
    for (const DailyEquity &day : days) {
        watch.add(day.at, day.equity, day.flow);
        statistics.meanEquity += day.equity.toDouble() / double(days.size());
        if (&day != &days.front())
            statistics.flows += day.flow;
    }
    const std::vector<double> returns = dailyReturns(days);
    statistics.days = qint64(returns.size());
    statistics.start = days.front().equity;
    statistics.end = days.back().equity;
    statistics.meanReturn = meanOf(returns);
    statistics.deviation = sampleDeviation(returns);
    statistics.sharpe = sharpeRatio(returns, scale);
    statistics.sortino = sortinoRatio(returns, scale);
    statistics.drawdown = watch.drawdown();
    if (statistics.days >= EquityStatistics::leastDaysOfGrowth)
        statistics.growth = annualGrowth(returns, scale);
    if (statistics.days > 0)
        statistics.ulcer = 100 * std::sqrt(statistics.drawdown.meanSquareShare);
    addDerived(statistics);
    return statistics;
}

std::optional<EquityStatistics> equityStatistics(std::span<const EquityPoint> points,
                                                 const MarketCalendar &calendar,
                                                 const ReturnScale &scale)
{
    if (points.empty())
        return {};
    EquityStatistics statistics = equityStatistics(dailyEquity(points, calendar), scale);
    DrawdownWatch watch;
    Money deposits = points.front().deposits;
    for (const EquityPoint &point : points) {
        watch.add(point.at, point.equity, point.deposits - deposits);
        deposits = point.deposits;
    }
    statistics.end = points.back().equity;
    statistics.flows = deposits - points.front().deposits;
    statistics.drawdown = watch.drawdown();
    addDerived(statistics);
    return statistics;
}

std::optional<Money> equityBefore(std::span<const EquityPoint> points, Timestamp time)
{
    if (points.empty())
        return {};
    const auto after = std::lower_bound(points.begin(), points.end(), time, isBefore);
    return (after == points.begin() ? after : std::prev(after))->equity;
}

std::vector<EquityFlow> equityFlows(std::span<const EquityPoint> points, Timestamp time)
{
    std::vector<EquityFlow> flows;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (points[i].at >= time && points[i].deposits != points[i - 1].deposits)
            flows.push_back({ points[i].at, points[i].deposits - points[i - 1].deposits });
    return flows;
}

} // namespace tapeline
