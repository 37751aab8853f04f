#pragma once

#include "assetclass.h"
#include "marketcalendar.h"

namespace tapeline {

/// A stretch of an asset class's market in which nothing changes: neither the part of the session
/// nor the trading day.
struct MarketSpan
{
    SessionPart part = SessionPart::Closed;
    QDate day; ///< whose figures the stretch belongs to; where closed, that of the calendar
    Timestamp until; ///< when it is over at the latest
};

/// When the asset classes trade, and which day an instant belongs to.
///
/// Stocks, options and indices go by the exchange's sessions and Eastern dates. Crypto trades at
/// all hours, currencies from Sunday 17:00 to Friday 17:00 Eastern; both change day at midnight
/// UTC, as the service's daily bars do (massive-api.md section 2). Futures trade from Sunday 18:00
/// to Friday 17:00 Eastern with an hour's break at 17:00; the evening belongs to the next day
/// (massive-api.md 5.2). Holidays of futures and currencies are not known to it.
namespace markethours {

/// The trading day an instant belongs to: the date whose daily bar holds it.
QDate tradingDay(AssetClass assetClass, Timestamp time);
/// The first instant of a trading day: midnight Eastern or UTC; of futures 18:00 the evening
/// before.
Timestamp dayStart(AssetClass assetClass, QDate day);
/// When the trading of a day is over: its last instant, or 17:00 Eastern of futures and of Friday's
/// currencies.
Timestamp dayEnd(AssetClass assetClass, QDate day);
/// The stretch that holds an instant.
MarketSpan spanAt(const MarketCalendar &calendar, AssetClass assetClass, Timestamp time);
/// Whether it trades at nights, without the sessions of an exchange: crypto, currencies, futures.
bool isRoundTheClock(AssetClass assetClass);
/// The start of the newest day on which something was traded by then.
Timestamp newestDayStart(const MarketCalendar &calendar, AssetClass assetClass, Timestamp now);

} // namespace markethours
} // namespace tapeline
