#pragma once

#include "marketcalendar.h"

#include <QDate>
#include <QString>

namespace tapeline {

/// When option contracts end, by the rules of their product.
namespace optionexpiry {

/// Whether a series is settled by the opening prices of its day, and traded until the day before:
/// the monthly series of the large indices (Cboe contract specifications: SPX, NDX, RUT, VIX, DJX,
/// XSP not). root: "SPX"; "SPXW" is settled at the close.
bool isSettledAtOpen(const QString &root, QDate expiry);

/// The moment that a contract's value is settled by: the regular close of the day, or its open. At
/// 16:00 or 9:30 Eastern when the calendar has no session then.
Timestamp moment(const QString &root, QDate expiry, const MarketCalendar &calendar);

} // namespace optionexpiry
} // namespace tapeline
