#pragma once

#include "marketcalendar.h"

#include <vector>

namespace tapeline {

/// The trading days from 2017 on, counted, so that a span of them is a span of numbers. Grows as it
/// is asked.
class TradingDays
{
public:
    /// calendar must outlive it.
    explicit TradingDays(const MarketCalendar &calendar);

    /// How many trading days lie in [2017-01-01, date): the number of date when it is one, else of
    /// the next one. 0 for earlier dates.
    int numberOf(QDate date) const;
    QDate date(int number) const;
    bool contains(QDate date) const { return this->date(numberOf(date)) == date; }
    /// The last trading day at or before a date.
    QDate atOrBefore(QDate date) const;
    QDate atOrAfter(QDate date) const { return this->date(numberOf(date)); }

private:
    void growTo(QDate date) const;

    const MarketCalendar &m_calendar;
    mutable std::vector<QDate> m_days;
    mutable std::vector<int> m_numbers; ///< by days since 2017-01-01
};

} // namespace tapeline
