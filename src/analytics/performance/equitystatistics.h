#pragma once

#include "accountview.h"
#include "drawdown.h"
#include "marketcalendar.h"

#include <optional>
#include <span>
#include <vector>

namespace tapeline {

/// What an account was worth at the mark of a day.
struct DailyEquity
{
    QDate day;
    Timestamp at {};
    Money equity;
    Money flow; ///< came in less went out since the entry before; counted at the end of the day

    friend bool operator==(const DailyEquity &, const DailyEquity &) = default;
};

/// The daily series of an account: its first point, then what it was worth at 16:00 Eastern of
/// every trading day up to the newest point. A day without a point of its own keeps the one before.
/// points oldest first.
std::vector<DailyEquity> dailyEquity(std::span<const EquityPoint> points,
                                     const MarketCalendar &calendar);

/// r = (E_t - F_t) / E_(t-1) - 1, flows at the end of the day. Ends where the account is worth
/// nothing.
std::vector<double> dailyReturns(std::span<const DailyEquity> days);

/// What returns are measured against.
struct ReturnScale
{
    double riskFree = 0; ///< a day
    double leastAccepted = 0; ///< MAR, a day
    double daysAYear = 252; ///< trading days; 365 for crypto
};

/// mean(r - rf) / sd(r) sqrt(days a year), sample deviation; nothing where they did not vary.
std::optional<double> sharpeRatio(std::span<const double> returns, const ReturnScale &scale = {});
/// mean(r - MAR) / sqrt(mean(min(r - MAR, 0)^2)) sqrt(days a year), all days in the divisor (Lean,
/// nautilus); nothing where none was below MAR.
std::optional<double> sortinoRatio(std::span<const double> returns, const ReturnScale &scale = {});
/// Compound growth a year, (E_n / E_0)^(days a year / n) - 1, flows removed; nothing without
/// returns or when all was lost. It says little of a few days: equityStatistics() hides it there.
std::optional<double> annualGrowth(std::span<const double> returns, const ReturnScale &scale = {});

/// What an account's worth over time comes to (execution.md G).
struct EquityStatistics
{
    /// Fewer daily returns say nothing of a year.
    static constexpr qint64 leastDaysOfGrowth = 60;

    qint64 days = 0; ///< returns
    Money start; ///< worth at the first point
    Money end; ///< at the newest
    Money flows; ///< came in less went out between them
    double meanReturn = 0; ///< a day
    std::optional<double> deviation {}; ///< of daily returns, sample
    std::optional<double> sharpe {};
    std::optional<double> sortino {};
    Drawdown drawdown; ///< of all points: every fill and every minute
    std::optional<double> growth {}; ///< CAGR
    std::optional<double> calmar {}; ///< growth / deepest share
    std::optional<double> recovery {}; ///< profit / deepest in money
    std::optional<double> ulcer {}; ///< sqrt(mean((100 drawdown)^2)) of the daily series
    double meanEquity = 0; ///< of the daily series

    Money profit() const { return end - start - flows; }
    friend bool operator==(const EquityStatistics &, const EquityStatistics &) = default;
};

/// Of a daily series; drawdowns are those of its days.
EquityStatistics equityStatistics(std::span<const DailyEquity> days, const ReturnScale &scale = {});
/// Of all points of an account, oldest first; nothing without any.
std::optional<EquityStatistics> equityStatistics(std::span<const EquityPoint> points,
                                                 const MarketCalendar &calendar,
                                                 const ReturnScale &scale = {});

/// What an account was worth before a time: at the newest point before it, else at the first there
/// is, as of points cut to a period; nothing without points.
std::optional<Money> equityBefore(std::span<const EquityPoint> points, Timestamp time);
/// What came in and went out of it since the point that equityBefore() speaks of, oldest first.
std::vector<EquityFlow> equityFlows(std::span<const EquityPoint> points, Timestamp time);

} // namespace tapeline
