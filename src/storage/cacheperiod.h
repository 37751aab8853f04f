#pragma once

#include "timeframe.h"
#include "timeranges.h"

namespace tapeline {

/// Which bars share a blob, by their start in UTC: seconds of a day, minutes of a month, hours and
/// days of a year, and all of what is wider.
namespace cacheperiod {

/// Ascending with time; of any instant.
qint64 of(Timestamp time, TimeUnit unit);
/// The instants of a period.
TimeRange range(qint64 period, TimeUnit unit);

} // namespace cacheperiod
} // namespace tapeline
