#pragma once

#include "instrument.h"
#include "marketcalendar.h"
#include "order.h"

namespace tapeline {

/// Exits that follow a rule instead of a price (execution.md C.8): when they are due, and where.
namespace exitrules {

using tapeline::TimeStop;

/// entry -+ multiple * ATR, rounded to a tick away from the entry. InvalidArgument when nothing
/// above 0 is left of it or an argument is not a positive number.
Result<Price> atrStop(Side entrySide, Price entry, double atr, double multiple,
                      const Instrument &instrument);

/// The instant from which the exit is due; nothing when the rule does not apply.
std::optional<Timestamp> dueAt(const TimeStop &stop, Timestamp entry, const Instrument &instrument,
                               const MarketCalendar &calendar);

/// Ends a short premium strategy when implied volatility has risen: by a share of the entry's, or
/// by points, whichever comes first.
struct IvStop
{
    std::optional<double> relative = 0.5; ///< 0.5: half as much again
    std::optional<double> points {}; ///< 0.10: ten points

    friend bool operator==(const IvStop &, const IvStop &) = default;
};

/// Volatilities as fractions a year (0.25 is 25 %).
bool isDue(const IvStop &stop, double entryVolatility, double volatility);

} // namespace exitrules
} // namespace tapeline
