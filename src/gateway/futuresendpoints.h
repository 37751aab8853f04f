#pragma once

#include "endpointcall.h"

namespace tapeline {

/// Prices of futures, under /futures/v1 and the older /futures/vX: massive-api.md 5.1 and 5.3.
namespace futuresendpoints {

HttpReply aggs(const EndpointCall &call);
HttpReply trades(const EndpointCall &call);
HttpReply quotes(const EndpointCall &call);
HttpReply snapshot(const EndpointCall &call);

/// Whether `resolution` asks for bars of seconds, which need more than others do.
bool isSeconds(const QueryParameters &query);

} // namespace futuresendpoints

/// What is listed of futures: massive-api.md 5.2.
namespace futureslists {

HttpReply contracts(const EndpointCall &call);
HttpReply products(const EndpointCall &call);
HttpReply schedules(const EndpointCall &call);
HttpReply marketStatus(const EndpointCall &call);
HttpReply exchanges(const EndpointCall &call);

} // namespace futureslists
} // namespace tapeline
