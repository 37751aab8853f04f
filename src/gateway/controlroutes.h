#pragma once

#include "gatewaycontext.h"

#include <optional>
#include <string_view>

namespace tapeline {

/// Tapeline's own routes, for tests and people that steer a running server; only with its token as
/// bearer (401 otherwise), and never disturbed by the faults they switch:
///
/// - GET /tapeline/v1/faults: what is switched on (faultfields.h); PUT replaces it, and what the
///   body does not name is off.
/// - POST /tapeline/v1/drop: cuts every other connection without a farewell.
/// - POST /tapeline/v1/halfframes: sends WebSocket clients half a frame and cuts them.
/// - POST /tapeline/v1/refuse?seconds=5: connections that come within that time are cut at once.
namespace controlroutes {

struct Request
{
    std::string_view method;
    std::string_view target;
    std::string_view authorization; ///< the header, empty when absent
    std::string_view body;
    const GatewayConnection *connection; ///< the one that asks
};

/// Nothing for a path outside /tapeline/.
std::optional<HttpReply> answer(GatewayContext &context, const Request &request);

} // namespace controlroutes
} // namespace tapeline
