#pragma once

#include "sharebook.h"

#include <QDate>

namespace tapeline {

/// A quarter of a calendar year, by which companies of the sandbox keep their books.
struct FiscalQuarter
{
    int index = 0; ///< 4 * year + 0 to 3

    static FiscalQuarter of(QDate date) { return { date.year() * 4 + (date.month() - 1) / 3 }; }
    int year() const { return index / 4; }
    int number() const { return index % 4 + 1; }
    QDate start() const { return { year(), index % 4 * 3 + 1, 1 }; }
    QDate end() const { return start().addMonths(3).addDays(-1); }
    FiscalQuarter before() const { return { index - 1 }; }

    friend auto operator<=>(const FiscalQuarter &, const FiscalQuarter &) = default;
};

/// What a company earned in a quarter, whole dollars; each line follows from those above it.
struct QuarterIncome
{
    qint64 revenue = 0;
    qint64 costOfRevenue = 0;
    qint64 grossProfit = 0;
    qint64 research = 0;
    qint64 selling = 0; ///< and general and administrative
    qint64 operatingExpenses = 0;
    qint64 operatingIncome = 0;
    qint64 interest = 0;
    qint64 incomeBeforeTaxes = 0;
    qint64 taxes = 0;
    qint64 netIncome = 0;
    qint64 depreciation = 0;
    qint64 shares = 0; ///< outstanding at the quarter's end
    double earningsPerShare = 0; ///< of those shares, whole cents
};

/// The books of companies, keyed by (seed, symbol): what they earn follows the trend of their
/// price, so that ratios of price to earnings are those of real companies.
class CompanyFigures
{
public:
    /// shares must outlive the figures.
    CompanyFigures(quint64 seed, const ShareBook &shares);

    /// Funds have no books.
    static bool hasBooks(const InstrumentTraits &traits);
    QuarterIncome income(const InstrumentTraits &traits, FiscalQuarter quarter) const;

private:
    quint64 m_seed;
    const ShareBook &m_shares;
};

} // namespace tapeline
