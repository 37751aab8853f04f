#pragma once

#include "barsessions.h"
#include "chartseries.h"
#include "indicator.h"

#include <optional>

namespace tapeline {

/// The bars of a chart as indicators see them: with the trading day and the part of the session
/// they belong to. Quick for bars that are read one after the other.
class IndicatorBars
{
public:
    /// series must outlive it.
    IndicatorBars(const ChartSeries &series, const MarketCalendar &calendar);

    const ChartSeries &series() const { return m_series; }
    /// What was traded since then is in the bars: since the first of them, or ever where there is
    /// nothing before it. There must be a bar.
    Timestamp completeFrom() const;
    /// Nothing where a bar has no prices; key must be contained.
    std::optional<IndicatorBar> at(ChartSeries::Key key);

private:
    const ChartSeries &m_series;
    MarketCalendar m_calendar;
    BarSessions m_sessions;
};

} // namespace tapeline
