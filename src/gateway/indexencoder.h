#pragma once

#include "streamencoder.h"

namespace tapeline {

/// Appends one JSON object of the indices stream (massive-api.md 6.11).
namespace indexencoder {

void append(std::string &out, std::string_view symbol, const IndexValue &value);
/// channel is "A" or "AM".
void append(std::string &out, std::string_view symbol, std::string_view channel,
            const StreamBar &bar);

} // namespace indexencoder
} // namespace tapeline
