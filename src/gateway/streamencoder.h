#pragma once

#include "marketevent.h"

#include <string>
#include <string_view>

namespace tapeline {

/// A second or minute bar as it goes on the wire.
struct StreamBar
{
    Candle candle;
    Timestamp end {};
    Qty dayVolume {}; ///< at the window's end
    double dayVwap = 0;
    Price officialOpen {}; ///< 0 before the open
    double dollarVolume = 0; ///< of futures: what was traded is worth
    bool oddNumber = false; ///< write the average size as "12.0", as the service does now and then
};

/// Appends one JSON object of the stocks stream (massive-api.md 6.9); whoever frames them adds
/// brackets and commas.
namespace streamencoder {

void append(std::string &out, std::string_view symbol, const Trade &trade);
void append(std::string &out, std::string_view symbol, const Quote &quote);
void append(std::string &out, std::string_view symbol, const LuldBands &bands);
/// channel is "A" or "AM".
void append(std::string &out, std::string_view symbol, std::string_view channel,
            const StreamBar &bar);
void appendStatus(std::string &out, std::string_view status, std::string_view message);

} // namespace streamencoder
} // namespace tapeline
