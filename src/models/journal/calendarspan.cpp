#include "calendarspan.h"

namespace tapeline::calendarspan {

QDate monday(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

QDate firstShown(CalendarSpan span, QDate day)
{
    return span == CalendarSpan::Day ? day : monday(days(span, day).first);
}

int weeks(CalendarSpan span, QDate day)
{
    if (span != CalendarSpan::Month)
        return 1;
    const auto [first, last] = days(span, day);
    return int(monday(first).daysTo(monday(last)) / 7) + 1;
}

std::pair<QDate, QDate> days(CalendarSpan span, QDate day)
{
    switch (span) {
    case CalendarSpan::Month:
        return { QDate(day.year(), day.month(), 1),
                 QDate(day.year(), day.month(), day.daysInMonth()) };
    case CalendarSpan::Week:
        return { monday(day), monday(day).addDays(6) };
    case CalendarSpan::Day:
        return { day, day };
    }
    Q_UNREACHABLE();
}

QDate stepped(CalendarSpan span, QDate day, int steps)
{
    switch (span) {
    case CalendarSpan::Month:
        return day.addMonths(steps);
    case CalendarSpan::Week:
        return day.addDays(7 * qint64(steps));
    case CalendarSpan::Day:
        return day.addDays(steps);
    }
    Q_UNREACHABLE();
}

} // namespace tapeline::calendarspan
