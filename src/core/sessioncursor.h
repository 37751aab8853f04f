#pragma once

#include "marketcalendar.h"

namespace tapeline {

/// MarketCalendar::partAt() for many instants that lie close together, such as a stream's: works a
/// day's session out once.
class SessionCursor
{
public:
    explicit SessionCursor(const MarketCalendar &calendar = {})
        : m_calendar(calendar)
    {
    }

    SessionPart partAt(Timestamp time);
    bool isRegular(Timestamp time) { return partAt(time) == SessionPart::Regular; }

private:
    MarketCalendar m_calendar;
    Timestamp m_dayStart {};
    Timestamp m_dayEnd {}; // exclusive; equal to the start while no day is known
    std::optional<TradingSession> m_session;
};

} // namespace tapeline
