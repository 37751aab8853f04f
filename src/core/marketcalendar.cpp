#include "marketcalendar.h"

#include "easterntime.h"

#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Duration preOpenTime = 4h;
constexpr Duration openTime = 9h + 30min;
constexpr Duration closeTime = 16h;
constexpr Duration postCloseTime = 20h;
constexpr Duration earlyCloseTime = 13h;
constexpr Duration earlyPostCloseTime = 17h;
constexpr Duration earlyCloseTimeBefore1993 = 14h;

constexpr int daysInWeek = 7;

struct Closure
{
    int year;
    int month;
    int day;
    QLatin1String name;
};

/// Closures that no rule foretells. Source: NYSE, "Holidays and special closings".
constexpr std::array specialClosures {
    Closure { 1994, 4, 27, "Mourning for President Nixon"_L1 },
    Closure { 2001, 9, 11, "September 11 attacks"_L1 },
    Closure { 2001, 9, 12, "September 11 attacks"_L1 },
    Closure { 2001, 9, 13, "September 11 attacks"_L1 },
    Closure { 2001, 9, 14, "September 11 attacks"_L1 },
    Closure { 2004, 6, 11, "Mourning for President Reagan"_L1 },
    Closure { 2007, 1, 2, "Mourning for President Ford"_L1 },
    Closure { 2012, 10, 29, "Hurricane Sandy"_L1 },
    Closure { 2012, 10, 30, "Hurricane Sandy"_L1 },
    Closure { 2018, 12, 5, "Mourning for President Bush"_L1 },
    Closure { 2025, 1, 9, "Mourning for President Carter"_L1 },
};

/// Days that ended at 13:00 outside the rules, same source.
constexpr std::array specialEarlyCloses {
    Closure { 1997, 12, 26, "Day after Christmas"_L1 },
    Closure { 1999, 12, 31, "New Year's Eve"_L1 },
    Closure { 2003, 12, 26, "Day after Christmas"_L1 },
};

template<std::size_t Size> const Closure *find(const std::array<Closure, Size> &list, QDate date)
{
    for (const Closure &entry : list) {
        if (entry.year == date.year() && entry.month == date.month() && entry.day == date.day())
            return &entry;
    }
    return nullptr;
}

bool isWeekend(QDate date)
{
    return date.dayOfWeek() >= Qt::Saturday;
}

/// The n-th (1 to 4) given weekday of the month date lies in.
bool isNthWeekday(QDate date, int dayOfWeek, int n)
{
    return date.dayOfWeek() == dayOfWeek && (date.day() - 1) / daysInWeek == n - 1;
}

bool isLastMonday(QDate date)
{
    return date.dayOfWeek() == Qt::Monday && date.day() + daysInWeek > date.daysInMonth();
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
QDate easterSunday(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int monthAndDay = h + l - 7 * m + 114;
    return { year, monthAndDay / 31, monthAndDay % 31 + 1 };
}

/// Whether a fixed holiday is kept on date: on the Friday before when it falls on a Saturday, on
/// the Monday after when on a Sunday.
bool isObserved(QDate date, int month, int day)
{
    const QDate holiday(date.year(), month, day);
    if (holiday.dayOfWeek() == Qt::Saturday)
        return date == holiday.addDays(-1);
    if (holiday.dayOfWeek() == Qt::Sunday)
        return date == holiday.addDays(1);
    return date == holiday;
}

/// New Year's Day on a Saturday is not kept: the Friday before ends the year's books (NYSE
/// rule 7.2).
bool isNewYear(QDate date)
{
    return date.month() == 1 && isObserved(date, 1, 1);
}

/// The regular holiday of the exchange on a weekday; empty when there is none.
QLatin1String ruledHoliday(QDate date)
{
    const int year = date.year();
    switch (date.month()) {
    case 1:
        if (isNewYear(date))
            return "New Year's Day"_L1;
        if (year >= 1998 && isNthWeekday(date, Qt::Monday, 3))
            return "Martin Luther King, Jr. Day"_L1;
        break;
    case 2:
        if (isNthWeekday(date, Qt::Monday, 3))
            return "Washington's Birthday"_L1;
        break;
    case 3:
    case 4:
        if (date.dayOfWeek() == Qt::Friday && date == easterSunday(year).addDays(-2))
            return "Good Friday"_L1;
        break;
    case 5:
        if (isLastMonday(date))
            return "Memorial Day"_L1;
        break;
    case 6:
        if (year >= 2022 && isObserved(date, 6, 19))
            return "Juneteenth"_L1;
        break;
    case 7:
        if (isObserved(date, 7, 4))
            return "Independence Day"_L1;
        break;
    case 9:
        if (isNthWeekday(date, Qt::Monday, 1))
            return "Labor Day"_L1;
        break;
    case 11:
        if (isNthWeekday(date, Qt::Thursday, 4))
            return "Thanksgiving Day"_L1;
        break;
    case 12:
        if (isObserved(date, 12, 25))
            return "Christmas Day"_L1;
        break;
    default:
        break;
    }
    return {};
}

QLatin1String holidayByRules(QDate date)
{
    const Closure *closure = find(specialClosures, date);
    return closure ? closure->name : ruledHoliday(date);
}

bool isShortDayAtIndependenceDay(QDate date)
{
    if (date.year() < 1995 || date.month() != 7)
        return false;
    // With the 4th on a Thursday the short day was the Friday after until 2012, the Wednesday since
    if (date.day() == 5)
        return date.dayOfWeek() == Qt::Friday && date.year() < 2013;
    return date.day() == 3 && (date.dayOfWeek() != Qt::Wednesday || date.year() >= 2013);
}

bool isDayAfterThanksgiving(QDate date)
{
    return date.year() >= 1992 && date.month() == 11
        && isNthWeekday(date.addDays(-1), Qt::Thursday, 4);
}

bool isChristmasEve(QDate date)
{
    return date.month() == 12 && date.day() == 24;
}

/// Of a trading day. (A Friday before a Saturday's holiday is closed, so the eves need no such
/// case.)
bool isEarlyCloseByRules(QDate date)
{
    return isShortDayAtIndependenceDay(date) || isDayAfterThanksgiving(date) || isChristmasEve(date)
        || find(specialEarlyCloses, date);
}

TradingSession sessionFor(QDate date, std::optional<Duration> earlyClose)
{
    TradingSession session;
    session.date = date;
    session.preOpen = easterntime::at(date, preOpenTime);
    session.open = easterntime::at(date, openTime);
    session.close = easterntime::at(date, earlyClose.value_or(closeTime));
    session.postClose = easterntime::at(date, earlyClose ? earlyPostCloseTime : postCloseTime);
    session.earlyClose = earlyClose.has_value();
    return session;
}

} // namespace

void MarketCalendar::setExceptions(const QList<CalendarException> &exceptions)
{
    m_exceptions.clear();
    for (const CalendarException &exception : exceptions)
        m_exceptions.insert(exception.date, exception);
}

bool MarketCalendar::isTradingDay(QDate date) const
{
    if (!date.isValid() || isWeekend(date))
        return false;
    const auto exception = m_exceptions.constFind(date);
    if (exception != m_exceptions.cend())
        return !exception->closed;
    return holidayByRules(date).isEmpty();
}

std::optional<Duration> MarketCalendar::earlyCloseOf(QDate date) const
{
    const auto exception = m_exceptions.constFind(date);
    if (exception != m_exceptions.cend())
        return exception->closesAt.value_or(earlyCloseTime);
    if (!isEarlyCloseByRules(date))
        return std::nullopt;
    return date.year() < 1993 ? earlyCloseTimeBefore1993 : earlyCloseTime;
}

bool MarketCalendar::isEarlyClose(QDate date) const
{
    return isTradingDay(date) && earlyCloseOf(date).has_value();
}

QString MarketCalendar::holidayName(QDate date) const
{
    if (!date.isValid() || isWeekend(date) || isTradingDay(date))
        return {};
    const auto exception = m_exceptions.constFind(date);
    return exception != m_exceptions.cend() ? exception->name : QString(holidayByRules(date));
}

std::optional<TradingSession> MarketCalendar::session(QDate date) const
{
    if (!isTradingDay(date))
        return std::nullopt;
    return sessionFor(date, earlyCloseOf(date));
}

SessionPart MarketCalendar::partAt(Timestamp time) const
{
    const std::optional<TradingSession> today = session(easterntime::date(time));
    return today ? today->partAt(time) : SessionPart::Closed;
}

QDate MarketCalendar::nextTradingDay(QDate date) const
{
    do {
        date = date.addDays(1);
    } while (date.isValid() && !isTradingDay(date));
    return date;
}

QDate MarketCalendar::previousTradingDay(QDate date) const
{
    do {
        date = date.addDays(-1);
    } while (date.isValid() && !isTradingDay(date));
    return date;
}

int MarketCalendar::tradingDays(QDate from, QDate to) const
{
    int days = 0;
    for (QDate date = from; date <= to; date = date.addDays(1))
        days += isTradingDay(date) ? 1 : 0;
    return days;
}

Timestamp MarketCalendar::completedUntil(Timestamp now) const
{
    QDate date = easterntime::date(now);
    const std::optional<TradingSession> today = session(date);
    if (!today || now < today->postClose)
        date = previousTradingDay(date);
    return std::min(now, easterntime::at(date.addDays(1)));
}

MarketCalendar::Change MarketCalendar::nextChange(Timestamp time) const
{
    const QDate today = easterntime::date(time);
    std::optional<TradingSession> day = session(today);
    if (!day || time >= day->postClose)
        day = session(nextTradingDay(today));

    for (const Timestamp at : { day->preOpen, day->open, day->close, day->postClose }) {
        if (at > time)
            return { at, day->partAt(at) };
    }
    Q_UNREACHABLE(); // the day was chosen so that it ends after time
}

} // namespace tapeline
