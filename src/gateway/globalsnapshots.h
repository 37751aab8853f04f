#pragma once

#include "endpointcall.h"

namespace tapeline {

/// Snapshots of coins and currencies (massive-api.md 3.8): of the class that the route is about.
namespace globalsnapshots {

HttpReply
all(const EndpointCall &call); ///< .../markets/{crypto|forex}/tickers, or those of `tickers`
HttpReply one(const EndpointCall &call); ///< .../tickers/{ticker}
HttpReply gainers(const EndpointCall &call);
HttpReply losers(const EndpointCall &call);

} // namespace globalsnapshots
} // namespace tapeline
