#include "sessionspans.h"

#include "markethours.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr Duration day = std::chrono::hours(24);

}

SessionSpans sessionSpans(const ChartSeries &series, const MarketCalendar &calendar,
                          ChartSeries::Key first, ChartSeries::Key last, int mostDays)
{
    SessionSpans spans;
    first = std::max(first, series.firstKey());
    last = std::min(last, series.lastKey());
    if (first > last || !series.timeframe().isIntraday()
        || series.start(last) - series.start(first) > 2 * mostDays * day)
        return spans;
    const auto addExtended = [&](ChartSeries::Key from, ChartSeries::Key to) {
        const SessionSpan span { std::max(from, first), std::min(to, last) };
        if (span.first <= span.last)
            spans.extended.push_back(span);
    };
    ChartSeries::Key key = first;
    for (int days = 0; key <= last; ++days) {
        if (days == mostDays)
            return {};
        const AssetClass assetClass = series.assetClass();
        const QDate date = markethours::tradingDay(assetClass, series.start(key));
        const auto keyOf = [&](QDate wanted) {
            return series.keyAtOrAfter(markethours::dayStart(assetClass, wanted));
        };
        const ChartSeries::Key nextDay = keyOf(date.addDays(1));
        const ChartSeries::Key dayStart = keyOf(date);
        if (dayStart >= first && dayStart > series.firstKey())
            spans.dayStarts.push_back(dayStart);
        const std::optional<TradingSession> session = calendar.session(date);
        if (session && series.assetClass() == AssetClass::Stocks) {
            // A bar belongs to the session it starts in
            addExtended(key, series.keyAtOrAfter(session->open) - 1);
            addExtended(std::max(key, series.keyAtOrAfter(session->close)), nextDay - 1);
        }
        key = nextDay;
    }
    return spans;
}

} // namespace tapeline
