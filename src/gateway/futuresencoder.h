#pragma once

#include "streamencoder.h"

namespace tapeline {

/// Appends one JSON object of the futures stream (massive-api.md 6.14).
namespace futuresencoder {

void append(std::string &out, std::string_view symbol, const Trade &trade);
void append(std::string &out, std::string_view symbol, const Quote &quote);
/// channel is "A" or "AM". Prices and the dollar value are texts, as the live feed has them.
void append(std::string &out, std::string_view symbol, std::string_view channel,
            const StreamBar &bar);

} // namespace futuresencoder
} // namespace tapeline
