#include "tradingdays.h"

#include <algorithm>

namespace tapeline {

namespace {

QDate firstDay()
{
    return { 2017, 1, 1 };
}

} // namespace

TradingDays::TradingDays(const MarketCalendar &calendar)
    : m_calendar(calendar)
{
}

void TradingDays::growTo(QDate date) const
{
    constexpr int ahead = 400; // days: seldom asked one by one
    if (firstDay().daysTo(date) < static_cast<qint64>(m_numbers.size()))
        return;
    const QDate end = date.addDays(ahead);
    for (QDate day = firstDay().addDays(static_cast<qint64>(m_numbers.size())); day <= end;
         day = day.addDays(1)) {
        m_numbers.push_back(static_cast<int>(m_days.size()));
        if (m_calendar.isTradingDay(day))
            m_days.push_back(day);
    }
}

int TradingDays::numberOf(QDate date) const
{
    if (date < firstDay())
        return 0;
    growTo(date);
    return m_numbers[static_cast<std::size_t>(firstDay().daysTo(date))];
}

QDate TradingDays::date(int number) const
{
    constexpr int mostDaysEach = 2; // calendar days per trading day, in the long run
    while (static_cast<std::size_t>(number) >= m_days.size())
        growTo(firstDay().addDays(
            std::max<qint64>(number * mostDaysEach, static_cast<qint64>(m_numbers.size()))));
    return m_days[static_cast<std::size_t>(std::max(0, number))];
}

QDate TradingDays::atOrBefore(QDate date) const
{
    const int number = numberOf(date);
    return this->date(number) == date ? date : this->date(std::max(0, number - 1));
}

} // namespace tapeline
