#pragma once

#include "dayplan.h"
#include "marketcalendar.h"
#include "price.h"
#include "pricepath.h"

#include <QDate>

#include <map>
#include <vector>

namespace tapeline {

/// from old shares became to new ones before the open of a day.
struct SandboxSplit
{
    QDate announced;
    QDate executed; ///< the first trading day at the new price
    int from = 1;
    int to = 1;
};

/// Cash per share as it stood on the ex-date.
struct SandboxDividend
{
    QDate declared;
    QDate exDate;
    QDate record;
    QDate paid;
    Price amount;
};

/// What happened to one instrument's shares, ascending by date.
struct ShareHistory
{
    std::vector<SandboxSplit> splits;
    std::vector<SandboxDividend> dividends;
    std::vector<int> exWeekdays; ///< of the dividends
    std::vector<double> drops; ///< of the log price on those days

    /// A price of that day over the same price in shares of today: 10 before a 10-for-1 split.
    double scaleOn(QDate date) const;
    /// What the dividends change about a day: the price gathers each one over the time before it
    /// goes ex, and loses it that night.
    CompanyTide tideOn(int weekday) const;

private:
    double gathered(int weekday, bool atClose) const;
};

/// Splits and dividends of every instrument, keyed by (seed, symbol). Each night before an ex-date
/// the price falls by the amount; before a split both prices and volumes are those of the shares of
/// that time. Used from one thread at a time: what was worked out is kept.
class ShareBook
{
public:
    /// calendar must outlive the book.
    ShareBook(quint64 seed, const MarketCalendar &calendar);

    const ShareHistory &of(const InstrumentTraits &traits) const;
    /// The instrument as it was on a day: price, shares and volumes in shares of that time.
    InstrumentTraits traitsOn(const InstrumentTraits &traits, QDate date) const;
    /// Part of the price that is paid out in a year; 0 for companies that pay nothing.
    static double dividendYield(const InstrumentTraits &traits);

private:
    void addSplits(const InstrumentTraits &traits, ShareHistory &history) const;
    void addDividends(const InstrumentTraits &traits, ShareHistory &history) const;
    QDate tradingDayFrom(QDate date) const;
    QDate tradingDayBefore(QDate date, int days) const;

    quint64 m_seed;
    const MarketCalendar &m_calendar;
    PricePath m_path;
    mutable std::map<quint64, ShareHistory> m_kept; ///< by the traits' key
};

} // namespace tapeline
