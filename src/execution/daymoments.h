#pragma once

#include "marketcalendar.h"

namespace tapeline {

constexpr Duration expiryRiskDelay = 15min; ///< before the close

/// A time of the day at which an account does something by itself.
struct DayMoment
{
    enum class Kind : quint8 {
        Start, ///< midnight Eastern, of every day
        ExpiryRisk, ///< a quarter of an hour before the close
        Close,
        LateClose ///< of what trades on after the stocks; official closes are known by then
    };

    Timestamp at {};
    Kind kind = Kind::Start;
    QDate day;
};

/// The first moment after an instant.
DayMoment momentAfter(Timestamp at, const MarketCalendar &calendar);
/// The last day whose session had closed at this instant.
QDate lastClosedDay(Timestamp at, const MarketCalendar &calendar);

} // namespace tapeline
