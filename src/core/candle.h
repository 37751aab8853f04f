#pragma once

#include "price.h"
#include "qty.h"
#include "timestamp.h"

namespace tapeline {

/// One bar. Prices are meaningful only if hasPrices: a window whose trades may all not set prices (odd lots)
/// has volume and no prices.
struct Candle
{
    Timestamp start {};
    Price open;
    Price high;
    Price low;
    Price close;
    Qty volume;
    double vwap = 0;         ///< volume-weighted average price; 0 when unknown
    qint64 tradeCount = 0;   ///< trades in the window; 0 when unknown
    bool hasPrices = true;

    friend bool operator==(const Candle &, const Candle &) = default;
};

} // namespace tapeline
