#pragma once

#include "streamencoder.h"

namespace tapeline {

/// Appends one JSON object of the crypto stream (massive-api.md 6.13); pair is the stream's name of
/// it, "BTC-USD".
namespace cryptoencoder {

void append(std::string &out, std::string_view pair, const Trade &trade);
void append(std::string &out, std::string_view pair, const Quote &quote);
void append(std::string &out, std::string_view pair, const DepthUpdate &book);
/// channel is "XAS" (second) or "XA" (minute).
void append(std::string &out, std::string_view pair, std::string_view channel,
            const StreamBar &bar);

} // namespace cryptoencoder
} // namespace tapeline
