#pragma once

#include "timestamp.h"

#include <QDate>

namespace tapeline {

inline constexpr qint64 julianDayOf1970 = 2'440'588;

/// The date of an instant in UTC: days of crypto and forex.
inline QDate utcDate(Timestamp time)
{
    const auto days = std::chrono::floor<std::chrono::days>(time.time_since_epoch());
    return QDate::fromJulianDay(julianDayOf1970 + days.count());
}

} // namespace tapeline
