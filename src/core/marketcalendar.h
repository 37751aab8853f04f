#pragma once

#include "timestamp.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace tapeline {

enum class SessionPart : quint8 { Closed, PreMarket, Regular, AfterHours };

/// One trading day of US stocks, as instants.
struct TradingSession
{
    QDate date;
    Timestamp preOpen; ///< 04:00 Eastern
    Timestamp open; ///< 09:30
    Timestamp close; ///< 16:00, or the early close (13:00)
    Timestamp postClose; ///< 20:00, or 17:00 after an early close
    bool earlyClose = false;

    /// Closed before and after; each boundary belongs to the part it opens.
    SessionPart partAt(Timestamp time) const
    {
        if (time < preOpen || time >= postClose)
            return SessionPart::Closed;
        if (time < open)
            return SessionPart::PreMarket;
        return time < close ? SessionPart::Regular : SessionPart::AfterHours;
    }
};

/// A day on which the service's own list departs from the rules (/v1/marketstatus/upcoming).
struct CalendarException
{
    QDate date;
    QString name;
    bool closed = true; ///< else an early close
    std::optional<Duration> closesAt; ///< Eastern time of day of an early close; 13:00 when absent
};

/// Trading days of the US stock exchanges: the exchanges' holiday rules, the unscheduled and
/// historic closures since 1990 (mourning, 2001-09-11, Sandy 2012, 2018-12-05, 2025-01-09), early
/// closes, with the service's list on top. A value; cheap to copy.
class MarketCalendar
{
public:
    /// Replaces what the rules say for these dates.
    void setExceptions(const QList<CalendarException> &exceptions);

    bool isTradingDay(QDate date) const;
    bool isEarlyClose(QDate date) const;
    /// Why the exchange is closed that day ("Thanksgiving Day"); empty on trading days and
    /// weekends.
    QString holidayName(QDate date) const;
    /// The session of a date; nothing when closed.
    std::optional<TradingSession> session(QDate date) const;
    /// Which part of the day an instant falls in.
    SessionPart partAt(Timestamp time) const;
    bool isRegular(Timestamp time) const { return partAt(time) == SessionPart::Regular; }

    QDate nextTradingDay(QDate date) const; ///< strictly after
    QDate previousTradingDay(QDate date) const; ///< strictly before
    /// How many trading days lie in [from, to].
    int tradingDays(QDate from, QDate to) const;

    /// The end of the last trading day whose sessions are all over: midnight after it, or `now`
    /// when that is still to come. What an end-of-day plan can see ends here.
    Timestamp completedUntil(Timestamp now) const;

    /// The next instant at which the market's part changes, and what it becomes.
    struct Change
    {
        Timestamp at;
        SessionPart part;
    };
    Change nextChange(Timestamp time) const;

private:
    /// When a trading day ends early, Eastern time of day.
    std::optional<Duration> earlyCloseOf(QDate date) const;

    QHash<QDate, CalendarException> m_exceptions;
};

} // namespace tapeline
