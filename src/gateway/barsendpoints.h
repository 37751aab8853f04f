#pragma once

#include "endpointcall.h"

namespace tapeline {

/// Bars: massive-api.md 3.1 to 3.4.
namespace barsendpoints {

/// /v2/aggs/ticker/{ticker}/range/{multiplier}/{timespan}/{from}/{to}
HttpReply customBars(const EndpointCall &call);
/// /v2/aggs/ticker/{ticker}/prev
HttpReply previousDay(const EndpointCall &call);
/// /v2/aggs/grouped/locale/us/market/stocks/{date}
HttpReply groupedDaily(const EndpointCall &call);
/// /v1/open-close/{ticker}/{date}
HttpReply openClose(const EndpointCall &call);

} // namespace barsendpoints
} // namespace tapeline
