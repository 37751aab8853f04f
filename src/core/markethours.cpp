#include "markethours.h"

#include "easterntime.h"
#include "utcdate.h"

#include <algorithm>

namespace tapeline {

namespace {

/// A week of continuous trading, by days of the week and Eastern time of day.
constexpr Duration forexBorder = 17h; ///< Sunday's opening, Friday's close
constexpr Duration futuresClose = 17h;
constexpr Duration futuresOpen = 18h;

bool hasUtcDays(AssetClass assetClass)
{
    return assetClass == AssetClass::Forex || assetClass == AssetClass::Crypto;
}

bool forexTrades(QDate date, Duration timeOfDay)
{
    switch (date.dayOfWeek()) {
    case Qt::Friday:
        return timeOfDay < forexBorder;
    case Qt::Saturday:
        return false;
    case Qt::Sunday:
        return timeOfDay >= forexBorder;
    default:
        return true;
    }
}

bool futuresTrade(QDate date, Duration timeOfDay)
{
    switch (date.dayOfWeek()) {
    case Qt::Friday:
        return timeOfDay < futuresClose;
    case Qt::Saturday:
        return false;
    case Qt::Sunday:
        return timeOfDay >= futuresOpen;
    default:
        return timeOfDay < futuresClose || timeOfDay >= futuresOpen;
    }
}

/// The next instant after time at which an Eastern clock shows one of these times or midnight.
Timestamp nextBorder(Timestamp time, std::initializer_list<Duration> borders)
{
    const QDate date = easterntime::date(time);
    for (const Duration border : borders)
        if (const Timestamp at = easterntime::at(date, border); at > time)
            return at;
    return easterntime::at(date.addDays(1));
}

MarketSpan weeklySpan(AssetClass assetClass, Timestamp time)
{
    const QDate date = easterntime::date(time);
    const Duration timeOfDay = easterntime::timeOfDay(time);
    const QDate day = markethours::tradingDay(assetClass, time);
    if (assetClass == AssetClass::Futures)
        return { futuresTrade(date, timeOfDay) ? SessionPart::Regular : SessionPart::Closed, day,
                 nextBorder(time, { futuresClose, futuresOpen }) };
    const Timestamp midnight = markethours::dayStart(assetClass, day.addDays(1));
    return { forexTrades(date, timeOfDay) ? SessionPart::Regular : SessionPart::Closed, day,
             std::min(midnight, nextBorder(time, { forexBorder })) };
}

} // namespace

QDate markethours::tradingDay(AssetClass assetClass, Timestamp time)
{
    if (hasUtcDays(assetClass))
        return utcDate(time);
    if (assetClass != AssetClass::Futures)
        return easterntime::date(time);
    const QDate date = easterntime::date(time);
    return easterntime::timeOfDay(time) >= futuresOpen ? date.addDays(1) : date;
}

Timestamp markethours::dayStart(AssetClass assetClass, QDate day)
{
    if (hasUtcDays(assetClass))
        return Timestamp(std::chrono::days(day.toJulianDay() - julianDayOf1970));
    if (assetClass == AssetClass::Futures)
        return easterntime::at(day.addDays(-1), futuresOpen);
    return easterntime::at(day);
}

Timestamp markethours::dayEnd(AssetClass assetClass, QDate day)
{
    if (assetClass == AssetClass::Futures)
        return easterntime::at(day, futuresClose);
    if (assetClass == AssetClass::Forex && day.dayOfWeek() == Qt::Friday)
        return easterntime::at(day, forexBorder);
    return dayStart(assetClass, day.addDays(1));
}

MarketSpan markethours::spanAt(const MarketCalendar &calendar, AssetClass assetClass,
                               Timestamp time)
{
    switch (assetClass) {
    case AssetClass::Stocks:
    case AssetClass::Options:
    case AssetClass::Indices: {
        const QDate day = easterntime::date(time);
        return { calendar.partAt(time), day,
                 std::min(calendar.nextChange(time).at, easterntime::at(day.addDays(1))) };
    }
    case AssetClass::Crypto: {
        const QDate day = utcDate(time);
        return { SessionPart::Regular, day, dayStart(assetClass, day.addDays(1)) };
    }
    case AssetClass::Forex:
    case AssetClass::Futures:
        return weeklySpan(assetClass, time);
    }
    Q_UNREACHABLE();
}

bool markethours::isRoundTheClock(AssetClass assetClass)
{
    return hasUtcDays(assetClass) || assetClass == AssetClass::Futures;
}

Timestamp markethours::newestDayStart(const MarketCalendar &calendar, AssetClass assetClass,
                                      Timestamp now)
{
    QDate day = tradingDay(assetClass, now);
    switch (assetClass) {
    case AssetClass::Stocks:
    case AssetClass::Options:
    case AssetClass::Indices:
        if (!calendar.isTradingDay(day) || now < calendar.session(day)->preOpen)
            day = calendar.previousTradingDay(day);
        break;
    case AssetClass::Forex:
        if (day.dayOfWeek() == Qt::Saturday)
            day = day.addDays(-1);
        break;
    case AssetClass::Futures:
        while (day.dayOfWeek() >= Qt::Saturday)
            day = day.addDays(-1);
        break;
    case AssetClass::Crypto:
        break;
    }
    return dayStart(assetClass, day);
}

} // namespace tapeline
