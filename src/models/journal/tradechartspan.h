#pragma once

#include "timeframe.h"
#include "traderecord.h"

namespace tapeline {

/// Which bars tell the story of a trade.
struct TradeChartSpan
{
    Timeframe timeframe;
    Timestamp from {};
    Timestamp to {}; ///< excluded

    friend bool operator==(const TradeChartSpan &, const TradeChartSpan &) = default;
};

/// Bars of a width at which the trade is some dozens of them at most, with as much before and
/// behind it. now: until when an open trade is shown.
TradeChartSpan tradeChartSpan(const TradeRecord &trade, Timestamp now);

/// Where prices of a trade in one symbol stood at its worst and at its best, without fees: entry
/// moved by the open result a unit. Nothing where that is not known, or for structures.
struct ExcursionLevels
{
    std::optional<double> worst {};
    std::optional<double> best {};
};
ExcursionLevels excursionLevels(const TradeRecord &trade);

} // namespace tapeline
