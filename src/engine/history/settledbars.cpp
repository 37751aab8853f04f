#include "settledbars.h"

#include "symbology.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr Duration emptinessHolds = 24h;

} // namespace

Timestamp settledUntil(const BarSource &source, const BarQuery &query, std::span<const Candle> bars,
                       Timestamp asOf, const MarketCalendar &calendar)
{
    const Timestamp rule = std::min(source.settledUntil(query, asOf), query.range.to);
    const Timestamp believed = asOf - emptinessHolds;
    const AssetClass assetClass = symbology::classOf(query.symbol);
    Timestamp told = bars.empty() ? query.range.from
                                  : query.timeframe.nextWindow(bars.back().start, assetClass);
    const bool closes = assetClass == AssetClass::Stocks || assetClass == AssetClass::Options;
    while (closes && told < rule && told > believed && calendar.partAt(told) == SessionPart::Closed)
        told = calendar.nextChange(told).at;
    return told > believed ? std::min(told, rule) : rule;
}

} // namespace tapeline
