#pragma once

#include "endpointcall.h"

namespace tapeline {

/// When companies came to the market, and under which symbols: massive-api.md 4.3 and 4.9.
namespace listingendpoints {

HttpReply ipos(const EndpointCall &call); ///< /vX/reference/ipos
HttpReply events(const EndpointCall &call); ///< /vX/reference/tickers/{id}/events

} // namespace listingendpoints
} // namespace tapeline
