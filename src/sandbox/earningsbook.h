#pragma once

#include "companyfigures.h"

#include <optional>
#include <unordered_map>

namespace tapeline {

/// A quarterly report, and what was expected of it.
struct SandboxReport
{
    FiscalQuarter quarter;
    Timestamp published {};
    bool afterClose = false; ///< else before the open
    QDate reaction; ///< the first session that knows it
    double move = 0; ///< of the price on that day, in standard deviations of a usual one
    QuarterIncome income;
    double estimatedEarnings = 0; ///< per share, whole cents
    double previousEarnings = 0; ///< per share, the same quarter of the year before
    qint64 estimatedRevenue = 0;
    qint64 previousRevenue = 0;
};

/// Quarterly reports of every company, keyed by (seed, symbol). A report comes on the day of its
/// season on which the price moved most, and says more or less than was expected as the price rose
/// or fell: the history of prices stays what it was. On that day more is traded.
class EarningsBook
{
public:
    /// calendar and shares must outlive the book.
    EarningsBook(quint64 seed, const MarketCalendar &calendar, const ShareBook &shares);

    /// Nothing for funds and before a company was listed for half a year.
    const std::optional<SandboxReport> &report(const InstrumentTraits &traits,
                                               FiscalQuarter quarter) const;
    /// The report that a day's session is the first to know.
    const std::optional<SandboxReport> &reactionOn(const InstrumentTraits &traits,
                                                   QDate date) const;
    /// How much more is traded on a day than on a usual one.
    double activityOn(const InstrumentTraits &traits, QDate date) const;
    const CompanyFigures &figures() const { return m_figures; }

private:
    std::optional<SandboxReport> made(const InstrumentTraits &traits, FiscalQuarter quarter) const;
    /// Close to close, without the dividend, in standard deviations.
    double moveOn(const InstrumentTraits &traits, QDate date) const;

    quint64 m_seed;
    const MarketCalendar &m_calendar;
    CompanyFigures m_figures;
    PricePath m_path;
    mutable std::unordered_map<quint64, std::optional<SandboxReport>> m_kept;
};

} // namespace tapeline
