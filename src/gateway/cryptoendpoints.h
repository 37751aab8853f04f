#pragma once

#include "endpointcall.h"

namespace tapeline {

/// What is served of crypto besides the stream: massive-api.md 3.8.
namespace cryptoendpoints {

HttpReply book(const EndpointCall &call); ///< .../crypto/tickers/{ticker}/book

} // namespace cryptoendpoints
} // namespace tapeline
