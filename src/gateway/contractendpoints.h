#pragma once

#include "endpointcall.h"

namespace tapeline {

/// The contract list: massive-api.md 4.4.
namespace contractendpoints {

HttpReply list(const EndpointCall &call); ///< /v3/reference/options/contracts
HttpReply one(const EndpointCall &call); ///< /v3/reference/options/contracts/{ticker}

} // namespace contractendpoints
} // namespace tapeline
