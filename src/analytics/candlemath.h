#pragma once

#include "candle.h"
#include "marketevent.h"
#include "tradeconditions.h"

namespace tapeline {

/// A window without any trade yet.
Candle emptyCandle(Timestamp start);

/// Adds a trade to a bar that grows in time order, as far as update allows. VWAP is over the trades
/// that count in volume (massive-api.md 8.3, rule 7).
void extendCandle(Candle &bar, const Trade &trade, TradeUpdate update);

/// Adds a later part (a minute to its hour) to a bar. A part that nothing may open adds its
/// volume, and its range where it has one.
void extendCandle(Candle &bar, const Candle &part);

} // namespace tapeline
