#include "optioncalendar.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr int friday = 5; // of QDate::dayOfWeek()
constexpr int leapsLead = 880; // days
constexpr auto lateClosing = 15min;

int leadOf(ExpirationKind kind)
{
    switch (kind) {
    case ExpirationKind::Daily:
        return 14;
    case ExpirationKind::Weekly:
        return 43;
    case ExpirationKind::Monthly:
        return 365;
    case ExpirationKind::Leaps:
        return leapsLead;
    }
    return 0;
}

bool hasLeaps(const OptionRoot &series, int month)
{
    const bool isFund = series.daily || series.morning;
    return month == 1 || (isFund && (month == 6 || month == 12));
}

} // namespace

OptionCalendar::OptionCalendar(const MarketCalendar &calendar, const TradingDays &days)
    : m_calendar(calendar)
    , m_days(days)
{
}

int OptionCalendar::longestLead()
{
    return leapsLead;
}

QDate OptionCalendar::monthly(int year, int month) const
{
    const QDate first(year, month, 1);
    const QDate third = first.addDays((friday - first.dayOfWeek() + 7) % 7 + 14);
    return m_days.atOrBefore(third);
}

std::optional<ExpirationKind> OptionCalendar::kindOf(int root, QDate expiration) const
{
    const OptionRoot &series = optionRoots[static_cast<std::size_t>(root)];
    if (!expiration.isValid() || expiration < sandboxoption::firstExpiration
        || !m_days.contains(expiration))
        return {};
    const bool isMonthly = expiration == monthly(expiration.year(), expiration.month());
    // On third Fridays the index's afternoon series is a weekly like any other
    const bool isAfternoonIndex = series.european && !series.morning;
    if (isMonthly && !isAfternoonIndex)
        return hasLeaps(series, expiration.month()) ? ExpirationKind::Leaps
                                                    : ExpirationKind::Monthly;
    if (!series.weekly)
        return {};
    if (expiration == m_days.atOrBefore(expiration.addDays(friday - expiration.dayOfWeek())))
        return ExpirationKind::Weekly;
    if (series.daily)
        return ExpirationKind::Daily;
    return {};
}

QDate OptionCalendar::introduced(ExpirationKind kind, QDate expiration) const
{
    return m_days.atOrAfter(expiration.addDays(-leadOf(kind)));
}

QDate OptionCalendar::lastTradingDay(int root, QDate expiration) const
{
    if (!optionRoots[static_cast<std::size_t>(root)].morning)
        return expiration;
    return m_days.date(m_days.numberOf(expiration) - 1);
}

Timestamp OptionCalendar::expiry(int root, QDate expiration) const
{
    const std::optional<TradingSession> session = m_calendar.session(expiration);
    if (!session)
        return {};
    return optionRoots[static_cast<std::size_t>(root)].morning ? session->open : session->close;
}

std::vector<QDate> OptionCalendar::expirations(int root, QDate from, QDate to,
                                               QDate introducedBy) const
{
    std::vector<QDate> found;
    const QDate last = std::min(to, introducedBy.addDays(leapsLead));
    for (int number = m_days.numberOf(std::max(from, sandboxoption::firstExpiration));
         m_days.date(number) <= last; ++number) {
        const QDate date = m_days.date(number);
        const std::optional<ExpirationKind> kind = kindOf(root, date);
        if (kind && introduced(*kind, date) <= introducedBy)
            found.push_back(date);
    }
    return found;
}

std::optional<OptionSession> OptionCalendar::session(int root, QDate expiration, QDate date) const
{
    const QDate last = lastTradingDay(root, expiration);
    const std::optional<TradingSession> day = m_calendar.session(date);
    if (!day || date > last)
        return {};
    OptionSession session;
    session.date = date;
    constexpr auto preOpenTime = 4h; // no clock changes between midnight and 04:00
    session.midnight = day->preOpen - preOpenTime;
    const bool isLate = optionRoots[static_cast<std::size_t>(root)].lateClose && date < expiration;
    const Timestamp close = day->close + (isLate ? lateClosing : 0min);
    const auto seconds = [&](Timestamp time) {
        return static_cast<int>(
            std::chrono::floor<std::chrono::seconds>(time - session.midnight).count());
    };
    session.openSecond = seconds(day->open);
    session.closeSecond = seconds(close);
    return session;
}

} // namespace tapeline
