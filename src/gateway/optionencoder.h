#pragma once

#include "streamencoder.h"

namespace tapeline {

/// Appends one JSON object of the options stream (massive-api.md 6.10).
namespace optionencoder {

void append(std::string &out, std::string_view symbol, const Trade &trade);
void append(std::string &out, std::string_view symbol, const Quote &quote);
/// channel is "A" or "AM".
void append(std::string &out, std::string_view symbol, std::string_view channel,
            const StreamBar &bar);

} // namespace optionencoder
} // namespace tapeline
