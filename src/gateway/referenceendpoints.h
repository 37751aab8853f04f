#pragma once

#include "endpointcall.h"

namespace tapeline {

/// The ticker list and ticker details: massive-api.md 4.1 and 4.2.
namespace referenceendpoints {

HttpReply tickers(const EndpointCall &call); ///< /v3/reference/tickers
HttpReply details(const EndpointCall &call); ///< /v3/reference/tickers/{ticker}

} // namespace referenceendpoints
} // namespace tapeline
