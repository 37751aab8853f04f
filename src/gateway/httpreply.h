#pragma once

#include <string>
#include <string_view>

namespace tapeline {

/// What goes back for one request.
struct HttpReply
{
    int status = 200;
    std::string body {};
    std::string contentType = "application/json";
    std::string location {}; ///< of a redirect
};

/// Bodies of the service's errors, word for word (massive-api.md 1.4 and 1.5).
namespace httpreply {

HttpReply plainNotFound();
HttpReply keyMissing(std::string_view requestId);
HttpReply keyUnknown(std::string_view requestId);
HttpReply tooManyRequests(std::string_view requestId);
/// Endpoints of the newer generation say it in `error`.
HttpReply notEntitled(std::string_view requestId, bool isNewGeneration = false);
HttpReply outsideTimeframe(std::string_view requestId);
HttpReply todayBeforeEndOfDay(std::string_view requestId);
HttpReply notFound(std::string_view requestId, std::string_view message);
HttpReply badRequest(std::string_view requestId, std::string_view error);
/// A parameter that breaks a rule: `max`, `min`, `oneof`.
HttpReply brokenRule(std::string_view requestId, std::string_view parameter, std::string_view rule);
HttpReply badTime(std::string_view requestId, std::string_view parameter);

} // namespace httpreply
} // namespace tapeline
