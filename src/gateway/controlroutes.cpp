#include "controlroutes.h"

#include "faultfields.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

using Request = controlroutes::Request;

constexpr std::string_view root = "/tapeline/";
constexpr qint64 maxRefusal = 3'600; // seconds

HttpReply plain(int status, std::string_view text)
{
    return { .status = status, .body = std::string(text), .contentType = "text/plain" };
}

HttpReply refused(std::string_view sentence)
{
    HttpReply reply { .status = 400 };
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("error", sentence);
    json.endObject();
    return reply;
}

HttpReply done()
{
    return { .body = "{}" };
}

HttpReply readFaults(GatewayContext &context, const Request &)
{
    return { .body = faultfields::toJson(context.faults) };
}

HttpReply writeFaults(GatewayContext &context, const Request &request)
{
    const Result<Faults> faults = faultfields::fromJson(request.body);
    if (!faults)
        return refused(faults.error().detail.toStdString());
    context.setFaults(*faults);
    return readFaults(context, request);
}

HttpReply drop(GatewayContext &context, const Request &request)
{
    context.dropConnections(request.connection);
    return done();
}

HttpReply breakFrames(GatewayContext &context, const Request &)
{
    context.breakFrames();
    return done();
}

HttpReply refuse(GatewayContext &context, const Request &request)
{
    const QueryParameters query(
        request.target.substr(std::min(request.target.size(), request.target.find('?') + 1)));
    const std::optional<qint64> seconds = endpointcall::wholeNumber(query.value("seconds"));
    if (!seconds || *seconds < 0 || *seconds > maxRefusal)
        return refused("seconds is a whole number from 0 to 3600.");
    context.refuseConnections(std::chrono::seconds(*seconds));
    return done();
}

struct Route
{
    std::string_view method;
    std::string_view path;
    HttpReply (*answer)(GatewayContext &, const Request &);
};

constexpr std::array routes {
    Route { "GET", "/tapeline/v1/faults", readFaults },
    Route { "PUT", "/tapeline/v1/faults", writeFaults },
    Route { "POST", "/tapeline/v1/drop", drop },
    Route { "POST", "/tapeline/v1/halfframes", breakFrames },
    Route { "POST", "/tapeline/v1/refuse", refuse },
};

} // namespace

std::optional<HttpReply> controlroutes::answer(GatewayContext &context, const Request &request)
{
    const std::string_view path = request.target.substr(0, request.target.find('?'));
    if (!path.starts_with(root))
        return std::nullopt;
    if (context.token.empty() || request.authorization != "Bearer " + context.token)
        return plain(401, "401 the server's token is missing or wrong");
    bool pathKnown = false;
    for (const Route &route : routes) {
        if (route.path != path)
            continue;
        if (route.method == request.method)
            return route.answer(context, request);
        pathKnown = true;
    }
    return pathKnown ? plain(405, "405 method not allowed") : httpreply::plainNotFound();
}

} // namespace tapeline
