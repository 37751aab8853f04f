#pragma once

#include "endpointcall.h"

namespace tapeline {

/// Snapshots in one shape for every class: massive-api.md 3.9 and 3.11. What a key may not see, and
/// what is unknown, is told row by row.
namespace unifiedsnapshots {

HttpReply universal(const EndpointCall &call); ///< /v3/snapshot
HttpReply indices(const EndpointCall &call); ///< /v3/snapshot/indices

} // namespace unifiedsnapshots
} // namespace tapeline
