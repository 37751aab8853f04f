#pragma once

#include "chartseries.h"
#include "openwindows.h"

namespace tapeline {

/// Where instants lie between the bars of a series, as fractions of their keys: a bar's start is at
/// its key, the end of its time half a key later; what falls in a closed night, or in a hole
/// between bars, is at the next bar. Keys and instants rise together.
///
/// Beyond the bars there are it counts the windows in which the market will be open (was open), so
/// that an instant keeps its place when those bars come. Where time does not end bars, it goes by
/// their mean duration.
class BarTimes
{
public:
    /// series and calendar must outlive it.
    BarTimes(const ChartSeries &series, const MarketCalendar &calendar);

    /// The series has other bars now; call it before asking.
    void update();
    /// 0 without bars.
    double keyAt(Timestamp time) const;
    /// The earliest instant that lies at key, or at the next place that has one; the epoch without
    /// bars.
    Timestamp timeAt(double key) const;

private:
    double beyond(Timestamp time, ChartSeries::Key edge) const;
    Timestamp timeBeyond(double key, ChartSeries::Key edge) const;
    Timestamp endOf(ChartSeries::Key key) const;
    Duration meanDuration() const;

    const ChartSeries &m_series;
    const MarketCalendar &m_calendar;
    mutable OpenWindows m_windows; ///< counts further when it is asked further
    bool m_isTimed = true;
};

} // namespace tapeline
