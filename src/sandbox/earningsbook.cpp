#include "earningsbook.h"

#include "easterntime.h"
#include "keyeddraws.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr int seasonDays = 10; // trading days on which the report may come
const std::optional<SandboxReport> noReport;

} // namespace

EarningsBook::EarningsBook(quint64 seed, const MarketCalendar &calendar, const ShareBook &shares)
    : m_seed(seed)
    , m_calendar(calendar)
    , m_figures(seed, shares)
    , m_path(seed)
{
}

const std::optional<SandboxReport> &EarningsBook::report(const InstrumentTraits &traits,
                                                         FiscalQuarter quarter) const
{
    if (!CompanyFigures::hasBooks(traits))
        return noReport;
    const quint64 key = mixKeys(traits.key, quint64(quarter.index));
    const auto found = m_kept.find(key);
    return found != m_kept.end() ? found->second
                                 : m_kept.emplace(key, made(traits, quarter)).first->second;
}

const std::optional<SandboxReport> &EarningsBook::reactionOn(const InstrumentTraits &traits,
                                                             QDate date) const
{
    const auto &known = report(traits, FiscalQuarter::of(date).before());
    return known && known->reaction == date ? known : noReport;
}

double EarningsBook::activityOn(const InstrumentTraits &traits, QDate date) const
{
    const auto &known = reactionOn(traits, date);
    return known ? 1.6 + 0.3 * std::min(3.0, std::abs(known->move)) : 1;
}

double EarningsBook::moveOn(const InstrumentTraits &traits, QDate date) const
{
    const LogDay day = m_path.day(traits, weekdayIndex(date));
    const LogDay before = m_path.day(traits, weekdayIndex(m_calendar.previousTradingDay(date)));
    return (day.close - before.close) / traits.info.dailyVolatility;
}

std::optional<SandboxReport> EarningsBook::made(const InstrumentTraits &traits,
                                                FiscalQuarter quarter) const
{
    if (quarter.end() < traits.info.listed.addMonths(6))
        return {};
    SplitMix64 draws
        = keyedDraws(m_seed, DrawPurpose::Earnings, traits.key, quint64(quarter.index));
    // Each company has its week of the season
    SplitMix64 habit(mixKeys(traits.key, quint64(DrawPurpose::Earnings)));
    const bool afterClose = chance(habit, 0.55);
    QDate date = quarter.end().addDays(15 + qint64(habit.below(16)));

    SandboxReport report;
    report.quarter = quarter;
    report.afterClose = afterClose;
    for (int day = 0; day < seasonDays; ++day) {
        date = m_calendar.nextTradingDay(date);
        const double move = moveOn(traits, date);
        if (std::abs(move) > std::abs(report.move)) {
            report.move = move;
            report.reaction = date;
        }
    }
    if (!report.reaction.isValid())
        return {};
    if (afterClose) {
        const QDate eve = m_calendar.previousTradingDay(report.reaction);
        const auto session = m_calendar.session(eve);
        report.published = session->close + std::chrono::minutes(5 + 5 * draws.below(6));
    } else {
        report.published
            = easterntime::at(report.reaction, 6h + std::chrono::minutes(30 + 15 * draws.below(8)));
    }

    report.income = m_figures.income(traits, quarter);
    const QuarterIncome yearAgo = m_figures.income(traits, { quarter.index - 4 });
    // In shares of this quarter, should there have been a split since
    report.previousEarnings = std::round(yearAgo.earningsPerShare * double(yearAgo.shares)
                                         / double(report.income.shares) * 100)
        / 100;
    report.previousRevenue = yearAgo.revenue;
    const double sign = report.move > 0 ? 1 : -1;
    const double size = std::min(0.25, 0.012 + 0.022 * std::abs(report.move));
    const double surprise = std::max(0.01, std::abs(report.income.earningsPerShare) * size);
    report.estimatedEarnings
        = std::round((report.income.earningsPerShare - sign * surprise) * 100) / 100;
    const double missed = std::max(
        1e4, static_cast<double>(report.income.revenue) * size * between(draws, 0.1, 0.3));
    constexpr double step = 1e4; // dollars
    report.estimatedRevenue = static_cast<qint64>(
        std::round((static_cast<double>(report.income.revenue) - sign * missed) / step) * step);
    return report;
}

} // namespace tapeline
