#pragma once

#include "timestamp.h"

#include <QDate>
#include <QTimeZone>

#include <optional>
#include <string_view>

namespace tapeline {

/// What "03/04/2026" means; ByFile: what the dates of the file show. Dates that begin with the year
/// or name the month need no order.
enum class DateOrder : quint8 { ByFile, MonthFirst, DayFirst };

/// Dates of a file, seen one after the other, for what they say of their order.
class DateSurvey
{
public:
    enum class Verdict : quint8 {
        Clear, ///< the order is known, or none is needed
        Open, ///< no date tells: none has a number above 12
        Mixed, ///< some have the month first, others the day
    };

    void add(std::string_view text);
    Verdict verdict() const;
    /// What most of them show; MonthFirst where none shows any.
    DateOrder order() const
    {
        return m_dayFirst > m_monthFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    }

private:
    qint64 m_monthFirst = 0;
    qint64 m_dayFirst = 0;
    qint64 m_open = 0;
};

/// Times of a file as instants.
class FillClock
{
public:
    struct Moment
    {
        Timestamp at {};
        bool hasTime = true; ///< false: a date alone, its midnight is taken
    };

    /// order is not ByFile; the zone is one that times without their own are of.
    FillClock(DateOrder order, const QTimeZone &zone);

    /// "2026-05-01T10:15:00.25Z", "20260501;101500", "5/1/26 10:15:00 PM EDT", "18 DEC 26", counts
    /// since 1970 in a unit that their magnitude tells; time is what stands in a column of its own,
    /// else empty. Nothing when it is neither.
    std::optional<Moment> read(std::string_view text, std::string_view time = {});

    /// The date at the beginning of a text, which is shortened by it.
    static std::optional<QDate> takeDate(std::string_view &text, DateOrder order);
    /// Invalid for a name that the system does not know; "local" is the computer's own.
    static QTimeZone zone(const QString &name);

private:
    Timestamp instant(QDate date, Duration timeOfDay);

    DateOrder m_order;
    QTimeZone m_zone;
    QDate m_day; ///< whose offset is the same all day long
    Duration m_offset {};
};

} // namespace tapeline
