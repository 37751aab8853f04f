#include "indicatorbars.h"

#include "utcdate.h"

#include <cmath>

namespace tapeline {

IndicatorBars::IndicatorBars(const ChartSeries &series, const MarketCalendar &calendar)
    : m_series(series)
    , m_calendar(calendar)
    , m_sessions(calendar, series.assetClass(), series.timeframe())
{
}

Timestamp IndicatorBars::completeFrom() const
{
    return m_series.history() == ChartUpdate::History::Complete
        ? Timestamp()
        : m_series.start(m_series.firstKey());
}

std::optional<IndicatorBar> IndicatorBars::at(ChartSeries::Key key)
{
    const ChartBar bar = m_series.bar(key);
    if (!bar.hasPrices)
        return std::nullopt;
    if (m_sessions.timeframe() != m_series.timeframe()
        || m_sessions.assetClass() != m_series.assetClass())
        m_sessions = BarSessions(m_calendar, m_series.assetClass(), m_series.timeframe());
    const BarSession &session = m_sessions.at(bar.start);
    IndicatorBar result;
    result.start = bar.start;
    result.open = bar.open;
    result.high = bar.high;
    result.low = bar.low;
    result.close = bar.close;
    result.volume = std::isfinite(bar.volume) ? std::max(bar.volume, 0.0) : 0;
    result.vwap = std::isfinite(bar.vwap) ? bar.vwap : 0;
    result.day = session.day.toJulianDay() - julianDayOf1970;
    result.part = session.part;
    result.dayStart = session.dayStart;
    result.sessionStart = session.sessionStart;
    result.completeFrom = completeFrom();
    return result;
}

} // namespace tapeline
