#include "exitrules.h"

#include "easterntime.h"

#include <cmath>

namespace tapeline::exitrules {

using namespace Qt::Literals::StringLiterals;

namespace {

Price roundedAway(Price price, Side entrySide, const Instrument &instrument)
{
    const qint64 tick = instrument.tickAt(price).units();
    const qint64 below = price.units() - price.units() % tick;
    const bool up = entrySide == Side::Sell && below != price.units();
    return Price::fromUnits(up ? below + tick : below);
}

/// Volatilities come from models: the last bits are noise.
bool reaches(double value, double threshold)
{
    return value >= threshold * (1 - 1e-12);
}

} // namespace

Result<Price> atrStop(Side entrySide, Price entry, double atr, double multiple,
                      const Instrument &instrument)
{
    const double distance = atr * multiple;
    const bool isUsable = std::isfinite(distance) && distance > 0 && atr > 0 && distance < 9e8;
    if (!isUsable || entry <= Price())
        return Error { Error::Code::InvalidArgument, u"no distance to a stop"_s };
    const Price away = Price::fromDouble(distance);
    if (entrySide == Side::Sell && away > Price::whole(900'000'000) - entry)
        return Error { Error::Code::Overflow, u"the stop does not fit"_s };
    const Price stop = entrySide == Side::Buy ? entry - away : entry + away;
    if (stop <= Price())
        return Error { Error::Code::InvalidArgument, u"the stop would lie at or below zero"_s };
    const Price rounded = roundedAway(stop, entrySide, instrument);
    if (rounded <= Price())
        return Error { Error::Code::InvalidArgument, u"the stop would lie at or below zero"_s };
    return rounded;
}

std::optional<Timestamp> dueAt(const TimeStop &stop, Timestamp entry, const Instrument &instrument,
                               const MarketCalendar &calendar)
{
    using Kind = TimeStop::Kind;
    switch (stop.kind) {
    case Kind::Off:
        return {};
    case Kind::Seconds:
        return entry + std::chrono::seconds(stop.count);
    case Kind::Minutes:
        return entry + std::chrono::minutes(stop.count);
    case Kind::Bars:
        return entry + stop.timeframe.nominalLength() * stop.count;
    case Kind::TimeOfDay:
        return std::max(
            entry, easterntime::at(easterntime::date(entry), std::chrono::minutes(stop.count)));
    case Kind::DaysToExpiry:
        break;
    }
    if (!instrument.lastDay)
        return {};
    QDate day = instrument.lastDay->addDays(-stop.count);
    if (!calendar.isTradingDay(day))
        day = calendar.nextTradingDay(day);
    const std::optional<TradingSession> session = calendar.session(day);
    return session ? std::optional(std::max(entry, session->open)) : std::nullopt;
}

bool isDue(const IvStop &stop, double entryVolatility, double volatility)
{
    const bool byShare
        = stop.relative && reaches(volatility, entryVolatility * (1 + *stop.relative));
    const bool byPoints = stop.points && reaches(volatility, entryVolatility + *stop.points);
    return byShare || byPoints;
}

} // namespace tapeline::exitrules
