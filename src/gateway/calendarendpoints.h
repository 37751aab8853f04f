#pragma once

#include "endpointcall.h"

namespace tapeline {

/// Market status and holidays: massive-api.md 4.5. Both answer without an envelope.
namespace calendarendpoints {

HttpReply now(const EndpointCall &call); ///< /v1/marketstatus/now
HttpReply upcoming(const EndpointCall &call); ///< /v1/marketstatus/upcoming

} // namespace calendarendpoints
} // namespace tapeline
