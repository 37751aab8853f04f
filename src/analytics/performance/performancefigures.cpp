#include "performancefigures.h"

#include "easterntime.h"

#include <algorithm>

namespace tapeline {

namespace {

/// When the first of them was opened; the newest point without any.
Timestamp firstOpening(std::span<const StudiedTrade> trades, std::span<const EquityPoint> equity)
{
    Timestamp first = equity.empty() ? Timestamp::max() : equity.back().at;
    for (const StudiedTrade &trade : trades)
        first = std::min(first, trade.result.openedAt);
    return first;
}

} // namespace

PerformanceFigures performanceFigures(std::span<const StudiedTrade> trades,
                                      std::span<const EquityPoint> equity, bool areAllOfPeriod,
                                      const MarketCalendar &calendar)
{
    PerformanceFigures figures;
    const Timestamp first = firstOpening(trades, equity);
    figures.trades = tradeStatistics(resultsOf(trades), equityBefore(equity, first),
                                     equityFlows(equity, first));
    if (areAllOfPeriod)
        figures.equity = equityStatistics(equity, calendar);
    return figures;
}

std::span<const EquityPoint> equityWithin(std::span<const EquityPoint> points, QDate from, QDate to)
{
    const auto isBefore = [](const EquityPoint &point, Timestamp time) { return point.at < time; };
    auto first = points.begin();
    auto last = points.end();
    if (to.isValid())
        last = std::lower_bound(first, last, easterntime::at(to.addDays(1)), isBefore);
    if (from.isValid()) {
        first = std::lower_bound(first, last, easterntime::at(from), isBefore);
        if (first != points.begin())
            --first;
    }
    return { first, last };
}

} // namespace tapeline
