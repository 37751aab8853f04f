#pragma once

#include "endpointcall.h"

namespace tapeline {

/// The economy around the companies: massive-api.md 4.9.
namespace economyendpoints {

HttpReply treasuryYields(const EndpointCall &call); ///< /fed/v1/treasury-yields

} // namespace economyendpoints
} // namespace tapeline
