#pragma once

#include "marketevent.h"

#include <cmath>

namespace tapeline {

/// No print is measured by an older quote: the stream may have been away.
inline constexpr Duration longestMeasure = 5min;

/// Rule V-15: a price more than 10 % and more than ten spreads away from the middle of a two-sided
/// quote that is not crossed. False without such a quote.
inline bool isOffMarket(Price price, Price bid, Price ask)
{
    if (bid <= Price() || ask < bid)
        return false;
    // Doubles: the sum of two prices can be beyond their range
    const auto low = static_cast<double>(bid.units());
    const auto high = static_cast<double>(ask.units());
    const double twiceOff = std::abs(2 * static_cast<double>(price.units()) - (low + high));
    return twiceOff * 10 > low + high && twiceOff > 20 * (high - low);
}

/// Whether a print may be wrong by V-15 against the quote in force. Only reports from off the
/// exchanges are: what an exchange matches so far away has taken the quote with it, but a report
/// can be mistyped. What sets no price by its conditions may be anywhere.
inline bool isBadPrint(const Trade &trade, Price bid, Price ask)
{
    if (!trade.isOffExchange() || !isOffMarket(trade.price, bid, ask))
        return false;
    const TradeUpdate update = tradeUpdate(trade.conditions, false);
    return update.last || update.highLow;
}

} // namespace tapeline
