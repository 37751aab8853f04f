#include "performancefigures.h"

#include "easterntime.h"

#include <algorithm>

namespace tapeline {

namespace {

/// What the account was worth when the first of them was opened.
std::optional<Money> startingEquity(std::span<const StudiedTrade> trades,
                                    std::span<const EquityPoint> equity)
{
    if (equity.empty())
        return {};
    Timestamp first = equity.back().at;
    for (const StudiedTrade &trade : trades)
        first = std::min(first, trade.result.openedAt);
    return equityBefore(equity, first);
}

} // namespace

PerformanceFigures performanceFigures(std::span<const StudiedTrade> trades,
                                      std::span<const EquityPoint> equity, bool areAllOfPeriod,
                                      const MarketCalendar &calendar)
{
    PerformanceFigures figures;
    figures.trades = tradeStatistics(resultsOf(trades), startingEquity(trades, equity));
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
