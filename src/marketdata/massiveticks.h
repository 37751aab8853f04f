#pragma once

#include "barsource.h"
#include "timeranges.h"

namespace tapeline {

/// Where the service has the ticks of a symbol, of every asset class (massive-api.md 3.5, 5.3).
/// decodeTrades() and decodeQuotes() read the answers.
namespace massiveticks {

enum class Order : quint8 { OldestFirst, NewestFirst };

/// Most rows a page may have.
inline constexpr int mostRows = 49'999;

/// Trades, or quotes, of a symbol within [range.from, range.to), so many a page.
BarSource::Question trades(const QString &symbol, const TimeRange &range, Order order, int rows);
BarSource::Question quotes(const QString &symbol, const TimeRange &range, Order order, int rows);

} // namespace massiveticks
} // namespace tapeline
