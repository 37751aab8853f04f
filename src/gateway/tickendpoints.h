#pragma once

#include "endpointcall.h"

namespace tapeline {

/// Ticks: massive-api.md 3.5 and 3.6.
namespace tickendpoints {

HttpReply trades(const EndpointCall &call); ///< /v3/trades/{ticker}
HttpReply quotes(const EndpointCall &call); ///< /v3/quotes/{ticker}
HttpReply lastTrade(const EndpointCall &call); ///< /v2/last/trade/{ticker}
HttpReply lastQuote(const EndpointCall &call); ///< /v2/last/nbbo/{ticker}

} // namespace tickendpoints
} // namespace tapeline
