#pragma once

#include <QDate>

namespace tapeline {

/// How much of the calendar is looked at.
enum class CalendarSpan : quint8 { Month, Week, Day };

/// Days in rows of a week each, Monday first.
namespace calendarspan {

/// The Monday on or before a day.
QDate monday(QDate day);
/// The first Monday that is shown of the span that holds a day.
QDate firstShown(CalendarSpan span, QDate day);
/// How many weeks are shown of it: as many as the month touches.
int weeks(CalendarSpan span, QDate day);
/// First and last day of the span itself.
std::pair<QDate, QDate> days(CalendarSpan span, QDate day);
/// The same day so many months, weeks or days on; the last of a shorter month.
QDate stepped(CalendarSpan span, QDate day, int steps);

} // namespace calendarspan
} // namespace tapeline
