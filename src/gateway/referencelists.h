#pragma once

#include "endpointcall.h"

namespace tapeline {

/// The small reference lists: massive-api.md 4.3 and 8.
namespace referencelists {

HttpReply tickerTypes(const EndpointCall &call); ///< /v3/reference/tickers/types
HttpReply exchanges(const EndpointCall &call); ///< /v3/reference/exchanges
HttpReply conditions(const EndpointCall &call); ///< /v3/reference/conditions

} // namespace referencelists
} // namespace tapeline
