#pragma once

#include "markethours.h"
#include "timeframe.h"

namespace tapeline {

/// Where in the market's time a bar lies.
struct BarSession
{
    SessionPart part = SessionPart::Regular;
    QDate day; ///< the trading day it begins in
    Timestamp dayStart {}; ///< its first instant; of a bar of a day or longer the bar's own
    Timestamp sessionStart {}; ///< of the regular session; without one as dayStart
};

/// Tells of bars of one length which trading day and part of the session they belong to. A bar that
/// reaches into regular trading belongs to it: of hours, the one that holds 09:30. Bars of a day or
/// longer are regular ones. Bars that time does not end are where they begin.
class BarSessions
{
public:
    BarSessions(const MarketCalendar &calendar, AssetClass assetClass, Timeframe timeframe);

    AssetClass assetClass() const { return m_assetClass; }
    Timeframe timeframe() const { return m_timeframe; }

    /// Of the bar that starts then. Quick for one bar after the other.
    const BarSession &at(Timestamp start);

private:
    void find(Timestamp start);

    MarketCalendar m_calendar;
    AssetClass m_assetClass;
    Timeframe m_timeframe;
    Duration m_length {}; ///< 0 of bars that time does not end
    BarSession m_session; ///< of all bars that start in [m_from, m_until)
    Timestamp m_from {};
    Timestamp m_until {};
};

} // namespace tapeline
