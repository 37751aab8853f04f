#pragma once

#include "streamencoder.h"

namespace tapeline {

/// Appends one JSON object of the forex stream (massive-api.md 6.12); pair is the stream's name of
/// it, "EUR/USD".
namespace forexencoder {

void append(std::string &out, std::string_view pair, const Quote &quote);
/// channel is "CAS" (second) or "CA" (minute).
void append(std::string &out, std::string_view pair, std::string_view channel,
            const StreamBar &bar);

} // namespace forexencoder
} // namespace tapeline
