#include "indicatorbars.h"

#include "utcdate.h"

#include <cmath>

namespace tapeline {

IndicatorBars::IndicatorBars(const ChartSeries &series, const MarketCalendar &calendar)
    : m_series(series)
    , m_calendar(calendar)
{
}

std::optional<IndicatorBar> IndicatorBars::at(ChartSeries::Key key)
{
    const ChartBar bar = m_series.bar(key);
    if (!bar.hasPrices)
        return std::nullopt;
    IndicatorBar result;
    result.start = bar.start;
    result.open = bar.open;
    result.high = bar.high;
    result.low = bar.low;
    result.close = bar.close;
    result.volume = std::isfinite(bar.volume) ? std::max(bar.volume, 0.0) : 0;
    result.vwap = std::isfinite(bar.vwap) ? bar.vwap : 0;
    const AssetClass assetClass = m_series.assetClass();
    if (!m_series.timeframe().isIntraday()) { // a day's own bar begins before its session
        result.day = markethours::tradingDay(assetClass, bar.start).toJulianDay() - julianDayOf1970;
        return result;
    }
    if (bar.start < m_spanFrom || bar.start >= m_span.until) {
        m_span = markethours::spanAt(m_calendar, assetClass, bar.start);
        m_spanFrom = bar.start;
    }
    result.day = m_span.day.toJulianDay() - julianDayOf1970;
    result.part = m_span.part;
    return result;
}

} // namespace tapeline
