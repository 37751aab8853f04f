#pragma once

#include "assetclass.h"
#include "marketcalendar.h"
#include "timeframe.h"

#include <optional>

namespace tapeline {

/// Whose hours a class of assets keeps, as far as the calendar knows.
enum class TradingHours : quint8 {
    Exchange, ///< sessions of the US stock exchanges
    Always, ///< every day of UTC, around the clock
    Unknown ///< currencies and futures: nothing is expected
};
TradingHours tradingHours(AssetClass assetClass);

/// Where a bar stands among the sessions.
struct BarPlace
{
    QDate day; ///< in New York; of what trades always, in UTC
    Timestamp dayStart {};
    std::optional<TradingSession> session; ///< of that day; nothing when closed or always open
    bool isOutside = false; ///< no session has any of its time (V-10)
    bool isRegular = true; ///< begins in regular hours; always, where there are no sessions
};

/// Tells the places of bars that come in order: works out a day once.
class BarPlaces
{
public:
    BarPlaces(Timeframe timeframe, AssetClass assetClass, const MarketCalendar &calendar);

    /// Valid until the next call.
    const BarPlace &of(Timestamp start);

private:
    void enterDay(Timestamp time);

    Timeframe m_timeframe;
    TradingHours m_hours;
    MarketCalendar m_calendar;
    BarPlace m_place;
    Timestamp m_dayEnd {}; // exclusive; the start while no day is known
};

} // namespace tapeline
