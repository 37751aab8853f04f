#include "bartimes.h"

#include "markethours.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr ChartSeries::Key barsOfMean = 200;

/// Whether the series has bars outside regular hours. Where the newest days do not tell, stocks
/// have them.
bool isRegularOnly(const ChartSeries &series, const MarketCalendar &calendar)
{
    const AssetClass assetClass = series.assetClass();
    if (markethours::isRoundTheClock(assetClass) || !series.timeframe().isIntraday())
        return false;
    QDate day = markethours::tradingDay(assetClass, series.start(series.lastKey()));
    bool known = false;
    for (int days = 0; days < 3; ++days, day = calendar.previousTradingDay(day)) {
        const auto session = calendar.session(day);
        if (!session || session->preOpen < series.start(series.firstKey()))
            continue;
        const auto holdsBars = [&](Timestamp from, Timestamp until) {
            return series.keyAtOrAfter(from) < series.keyAtOrAfter(until);
        };
        if (holdsBars(session->preOpen, session->open - Duration(1h))
            || holdsBars(session->close, session->postClose))
            return false;
        known = known || holdsBars(session->open, session->close);
    }
    return known || assetClass != AssetClass::Stocks;
}

} // namespace

BarTimes::BarTimes(const ChartSeries &series, const MarketCalendar &calendar)
    : m_series(series)
    , m_calendar(calendar)
    , m_windows(calendar)
{
    update();
}

void BarTimes::update()
{
    m_isTimed = m_series.timeframe().isTimed();
    if (m_isTimed && !m_series.isEmpty())
        m_windows.set(m_series.timeframe(), m_series.assetClass(),
                      isRegularOnly(m_series, m_calendar));
}

double BarTimes::keyAt(Timestamp time) const
{
    if (m_series.isEmpty())
        return 0;
    const ChartSeries::Key after = m_series.keyAtOrAfter(time);
    if (m_series.contains(after) && m_series.start(after) == time)
        return double(after);
    const ChartSeries::Key key = after - 1;
    if (!m_series.contains(key))
        return beyond(time, m_series.firstKey());
    const Timestamp start = m_series.start(key);
    const Timestamp end = endOf(key);
    if (time < end)
        return double(key) + 0.5 * double((time - start).count()) / double((end - start).count());
    return key < m_series.lastKey() ? double(after) : beyond(time, key);
}

/// Counted from a bar at the edge of what there is.
double BarTimes::beyond(Timestamp time, ChartSeries::Key edge) const
{
    const Timestamp start = m_series.start(edge);
    if (m_isTimed)
        return double(edge) + m_windows.indexAt(time) - std::floor(m_windows.indexAt(start));
    return double(edge) + double((time - start).count()) / double(meanDuration().count());
}

Timestamp BarTimes::timeAt(double key) const
{
    if (m_series.isEmpty())
        return {};
    auto whole = static_cast<ChartSeries::Key>(std::floor(key));
    double part = key - double(whole);
    if (part > 0.5) {
        ++whole;
        part = 0;
    }
    if (!m_series.contains(whole))
        return timeBeyond(double(whole) + part,
                          whole < m_series.firstKey() ? m_series.firstKey() : m_series.lastKey());
    const Timestamp start = m_series.start(whole);
    const Duration length = endOf(whole) - start;
    return start + Duration(std::llround(2 * part * double(length.count())));
}

Timestamp BarTimes::timeBeyond(double key, ChartSeries::Key edge) const
{
    const Timestamp start = m_series.start(edge);
    const double bars = key - double(edge);
    if (m_isTimed)
        return m_windows.timeAt(std::floor(m_windows.indexAt(start)) + bars);
    const double away = bars * double(meanDuration().count());
    if (away <= double((OpenWindows::earliest - start).count()))
        return OpenWindows::earliest;
    if (away >= double((OpenWindows::latest - start).count()))
        return OpenWindows::latest;
    return start + Duration(std::llround(away));
}

/// When a bar's time is over: with its window, at the latest when the next bar starts.
Timestamp BarTimes::endOf(ChartSeries::Key key) const
{
    const bool isLast = key == m_series.lastKey();
    if (!m_isTimed)
        return isLast ? m_series.start(key) + meanDuration() : m_series.start(key + 1);
    const Timestamp end
        = m_series.timeframe().nextWindow(m_series.start(key), m_series.assetClass());
    return isLast ? end : std::min(end, m_series.start(key + 1));
}

Duration BarTimes::meanDuration() const
{
    const ChartSeries::Key last = m_series.lastKey();
    const ChartSeries::Key first = std::max(m_series.firstKey(), last - barsOfMean);
    if (first == last)
        return Duration(1min);
    return std::max<Duration>(Duration(1), (m_series.start(last) - m_series.start(first)) / (last - first));
}

} // namespace tapeline
