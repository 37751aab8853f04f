#include "daymoments.h"

#include "easterntime.h"
#include "sessionclock.h"

namespace tapeline {

namespace {

std::vector<DayMoment> momentsOf(QDate day, const MarketCalendar &calendar)
{
    using enum DayMoment::Kind;
    std::vector<DayMoment> moments { { easterntime::at(day), Start, day } };
    if (const std::optional<TradingSession> session = calendar.session(day)) {
        moments.push_back({ session->close - expiryRiskDelay, ExpiryRisk, day });
        moments.push_back({ session->close, Close, day });
        moments.push_back({ session->close + SessionClock::lateClosingDelay, LateClose, day });
    }
    return moments;
}

} // namespace

DayMoment momentAfter(Timestamp at, const MarketCalendar &calendar)
{
    for (QDate day = easterntime::date(at);; day = day.addDays(1)) {
        for (const DayMoment &moment : momentsOf(day, calendar)) {
            if (moment.at > at)
                return moment;
        }
    }
}

QDate lastClosedDay(Timestamp at, const MarketCalendar &calendar)
{
    const QDate today = easterntime::date(at);
    const std::optional<TradingSession> session = calendar.session(today);
    return session && session->close <= at ? today : calendar.previousTradingDay(today);
}

} // namespace tapeline
