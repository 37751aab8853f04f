#pragma once

#include "marketcalendar.h"
#include "price.h"
#include "volatilityhistory.h"

#include <QStringList>

#include <map>
#include <span>

namespace tapeline {

/// Daily closes by day, as bars have them.
using DailyCloses = std::map<QDate, double>;

/// Implied volatilities of past days, found again from daily bars of contracts that were near the
/// money then. Monthly expirations alone are used: every underlying has had them.
namespace volatilitybackfill {

/// Trading days that are looked back.
inline constexpr int yearOfDays = 252;

/// The monthly expiration of a month: its third Friday, or the trading day before.
QDate monthly(int year, int month, const MarketCalendar &calendar);
/// The strike nearest to a price of those that are listed of nearly every underlying, and no closer
/// than a year takes: 1 apart below 50, 5 below 500, 10 below 1,000, 25 below 2,500, 50 above.
Price commonStrike(double price);

/// The contracts whose daily bars are needed: of every day's two expirations around 30 days, call
/// and put at the strike that was at the money in its week. Each once, oldest expiration first.
/// root: "SPY"; closes are the underlying's, those of the last yearOfDays count.
QStringList contracts(const QString &root, const DailyCloses &closes,
                      const MarketCalendar &calendar);

/// What a day's closes need besides, a year and continuously compounded; that of now stands for the
/// whole year.
struct Carry
{
    double rate = 0;
    double yield = 0;
};
/// The 30-day volatility of every day of which bars tell it, ascending: call and put averaged, so
/// that a forward that is a little off hardly counts; between the two expirations by variance. As
/// European options: what early exercise is worth within two months at the money is less than what
/// last trades are off.
std::vector<DailyVolatility> volatilities(const DailyCloses &closes,
                                          const QHash<QString, DailyCloses> &contracts,
                                          const Carry &carry, const MarketCalendar &calendar);

} // namespace volatilitybackfill
} // namespace tapeline
