#pragma once

#include "timestamp.h"

#include <QDate>
#include <QTime>

namespace tapeline {

/// US Eastern time by the tz database ("America/New_York"), with the day's offset cached per thread: the
/// market's clock for every US stock, option and index.
namespace easterntime {

/// The calendar date in New York at an instant.
QDate date(Timestamp time);
/// Time of day in New York, since local midnight on the clock's face.
Duration timeOfDay(Timestamp time);
/// The instant a New York clock shows this date and time. A time the clock skips in spring is read with the
/// offset before the change; one it shows twice in autumn is the first.
Timestamp at(QDate date, Duration timeOfDay = Duration::zero());
/// Local minus UTC in force at an instant: -4 h or -5 h since 1967.
Duration offset(Timestamp time);

} // namespace easterntime
} // namespace tapeline
