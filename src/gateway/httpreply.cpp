#include "httpreply.h"

#include "jsonwriter.h"

namespace tapeline {

namespace {

HttpReply failure(int http, std::string_view status, std::string_view requestId,
                  std::string_view field, std::string_view text)
{
    HttpReply reply { .status = http };
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("status", status);
    json.text("request_id", requestId);
    json.text(field, text);
    json.endObject();
    return reply;
}

HttpReply refusal(std::string_view requestId, std::string_view message)
{
    return failure(403, "NOT_AUTHORIZED", requestId, "message", message);
}

} // namespace

HttpReply httpreply::plainNotFound()
{
    return { .status = 404, .body = "404 page not found", .contentType = "text/plain" };
}

HttpReply httpreply::keyMissing(std::string_view requestId)
{
    return failure(401, "ERROR", requestId, "error", "API Key was not provided");
}

HttpReply httpreply::keyUnknown(std::string_view requestId)
{
    return failure(401, "ERROR", requestId, "error", "Unknown API Key");
}

HttpReply httpreply::tooManyRequests(std::string_view requestId)
{
    return failure(429, "ERROR", requestId, "error",
                   "You've exceeded the maximum requests per minute, please wait or upgrade your "
                   "subscription to continue. https://massive.com/pricing");
}

HttpReply httpreply::notEntitled(std::string_view requestId, bool isNewGeneration)
{
    return failure(403, "NOT_AUTHORIZED", requestId, isNewGeneration ? "error" : "message",
                   "You are not entitled to this data. Please upgrade your plan at "
                   "https://massive.com/pricing");
}

HttpReply httpreply::outsideTimeframe(std::string_view requestId)
{
    return refusal(requestId,
                   "Your plan doesn't include this data timeframe. Please upgrade your plan at "
                   "https://massive.com/pricing");
}

HttpReply httpreply::todayBeforeEndOfDay(std::string_view requestId)
{
    return refusal(requestId,
                   "Attempted to request today's data before end of day. Please upgrade your plan "
                   "at https://massive.com/pricing");
}

HttpReply httpreply::notFound(std::string_view requestId, std::string_view message)
{
    return failure(404, "NOT_FOUND", requestId, "message", message);
}

HttpReply httpreply::badRequest(std::string_view requestId, std::string_view error)
{
    return failure(400, "ERROR", requestId, "error", error);
}

HttpReply httpreply::brokenRule(std::string_view requestId, std::string_view parameter,
                                std::string_view rule)
{
    return badRequest(requestId,
                      "Field validation for '" + std::string(parameter) + "' failed on the '"
                          + std::string(rule) + "' tag");
}

HttpReply httpreply::badTime(std::string_view requestId, std::string_view parameter)
{
    return badRequest(requestId,
                      "Could not parse the time parameter: '" + std::string(parameter)
                          + "'. Use YYYY-MM-DD or Unix MS Timestamps");
}

} // namespace tapeline
