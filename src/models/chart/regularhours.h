#pragma once

#include "marketcalendar.h"
#include "marketsnapshot.h"
#include "timeframe.h"

namespace tapeline {

/// Tells bars of the regular session from those of extended hours, for charts that show the former
/// only. A bar that reaches into the session belongs to it: the hour that holds 09:30 does.
class RegularHours
{
public:
    RegularHours(const MarketCalendar &calendar, AssetClass assetClass, Timeframe timeframe);

    /// Whether there is a difference: intraday bars of what trades at an exchange's hours.
    static bool apply(AssetClass assetClass, Timeframe timeframe);

    /// Whether the bar that starts then has a part in the regular session. Quick for one bar after
    /// the other.
    bool hold(Timestamp start);
    /// An update of a chart without the bars of extended hours, and without the marks of holes in
    /// them.
    void filter(ChartUpdate &update);

private:
    MarketCalendar m_calendar;
    AssetClass m_assetClass;
    Duration m_length {}; ///< of a bar; 0 of those that time does not end
    // The day asked for last
    Timestamp m_dayStart {};
    Timestamp m_dayEnd {};
    Timestamp m_open {};
    Timestamp m_close {}; ///< as the open without a session
};

} // namespace tapeline
