#pragma once

#include "endpointcall.h"

namespace tapeline {

/// Who holds the shares and who has sold borrowed ones: massive-api.md 4.9.
namespace ownershipendpoints {

HttpReply shortInterest(const EndpointCall &call); ///< /stocks/v1/short-interest
HttpReply shortVolume(const EndpointCall &call); ///< /stocks/v1/short-volume
HttpReply freeFloat(const EndpointCall &call); ///< /stocks/vX/float

} // namespace ownershipendpoints
} // namespace tapeline
