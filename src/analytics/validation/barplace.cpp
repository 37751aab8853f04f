#include "barplace.h"

#include "easterntime.h"
#include "utcdate.h"

namespace tapeline {

TradingHours tradingHours(AssetClass assetClass)
{
    switch (assetClass) {
    case AssetClass::Stocks:
    case AssetClass::Options:
    case AssetClass::Indices:
        return TradingHours::Exchange;
    case AssetClass::Crypto:
        return TradingHours::Always;
    case AssetClass::Forex:
    case AssetClass::Futures:
        break;
    }
    return TradingHours::Unknown;
}

BarPlaces::BarPlaces(Timeframe timeframe, AssetClass assetClass, const MarketCalendar &calendar)
    : m_timeframe(timeframe)
    , m_hours(tradingHours(assetClass))
    , m_calendar(calendar)
{
}

void BarPlaces::enterDay(Timestamp time)
{
    if (m_hours == TradingHours::Exchange) {
        m_place.day = easterntime::date(time);
        m_place.dayStart = easterntime::at(m_place.day);
        m_dayEnd = easterntime::at(m_place.day.addDays(1));
        m_place.session = m_calendar.session(m_place.day);
        return;
    }
    m_place.day = utcDate(time);
    m_place.dayStart = std::chrono::floor<std::chrono::days>(time);
    m_dayEnd = m_place.dayStart + 24h;
}

const BarPlace &BarPlaces::of(Timestamp start)
{
    if (start < m_place.dayStart || start >= m_dayEnd)
        enterDay(start);
    if (m_hours != TradingHours::Exchange)
        return m_place;
    const std::optional<TradingSession> &session = m_place.session;
    if (!m_timeframe.isIntraday()) {
        const bool isOneDay = m_timeframe == Timeframe(1, TimeUnit::Day);
        m_place.isOutside = isOneDay && !session;
        m_place.isRegular = true;
        return m_place;
    }
    m_place.isOutside = !session || start >= session->postClose
        || start + m_timeframe.nominalLength() <= session->preOpen;
    m_place.isRegular = session && start >= session->open && start < session->close;
    return m_place;
}

} // namespace tapeline
