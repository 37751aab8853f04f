#pragma once

#include "endpointcall.h"

namespace tapeline {

/// Stock snapshots: massive-api.md 3.7. What the plan lacks of lastTrade and lastQuote is left out,
/// never an error.
namespace snapshotendpoints {

HttpReply all(const EndpointCall &call); ///< .../stocks/tickers, all or ?tickers=A,B
HttpReply one(const EndpointCall &call); ///< .../stocks/tickers/{ticker}
HttpReply gainers(const EndpointCall &call); ///< .../stocks/gainers
HttpReply losers(const EndpointCall &call); ///< .../stocks/losers

} // namespace snapshotendpoints
} // namespace tapeline
