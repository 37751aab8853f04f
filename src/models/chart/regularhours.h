#pragma once

#include "barsessions.h"
#include "marketsnapshot.h"

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
    BarSessions m_sessions;
};

} // namespace tapeline
