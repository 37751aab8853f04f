#pragma once

#include "barsource.h"
#include "marketcalendar.h"

#include <span>

namespace tapeline {

/// Up to where an answer may be kept for good: by the source's own rule, and as far as it has
/// published. A source may answer before it has the newest bars, so a time without any is believed
/// only when the market was closed then or it ended a day ago.
///
/// query: what was asked for; bars: the answer, ascending; asOf: the market's time when it was
/// asked. Within query.range.
Timestamp settledUntil(const BarSource &source, const BarQuery &query, std::span<const Candle> bars,
                       Timestamp asOf, const MarketCalendar &calendar);

} // namespace tapeline
