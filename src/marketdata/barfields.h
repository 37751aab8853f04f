#pragma once

#include "candle.h"
#include "feednumbers.h"

#include <optional>

namespace tapeline {

/// Bars within REST answers: their two ways of naming fields.
namespace barfields {

enum class Times : quint8 { Required, Optional };

/// o h l c v dv vw t n, as aggregates and v2 snapshots write them. Nothing without all four prices,
/// and without a time where it is required.
std::optional<Candle> fromShortNames(JsonValue row, FeedNumbers &numbers,
                                     Times times = Times::Required);

/// open high low close volume vwap window_start transactions, as futures and v3 snapshots write
/// them.
std::optional<Candle> fromLongNames(JsonValue row, FeedNumbers &numbers, Times times);

} // namespace barfields
} // namespace tapeline
