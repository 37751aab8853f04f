#pragma once

#include "clocks.h"
#include "faults.h"
#include "gatewayserver.h"
#include "httprouter.h"
#include "silenceablestream.h"
#include "streamhub.h"

#include <chrono>
#include <memory>
#include <string>
#include <unordered_set>

namespace tapeline {

/// A connection of either protocol, as the server sees it.
class GatewayConnection
{
public:
    virtual ~GatewayConnection() = default;
    /// Cuts the TCP connection.
    virtual void cut() = 0;
    /// WebSocket: sends the beginning of a frame and cuts the connection.
    virtual void breakFrame() { }
    /// WebSocket: cuts the connection when it has sent nothing since an instant.
    virtual void cutIfIdleSince(std::chrono::steady_clock::time_point) { }
};

/// What all connections of a server share. Used on the server's thread only, where it is made and
/// destroyed.
struct GatewayContext
{
    GatewayContext(boost::asio::io_context &context, std::unique_ptr<MarketSource> marketSource,
                   const GatewayServer::Options &serverOptions)
        : source(std::move(marketSource))
        , router(*source, wall)
        , hub(*source, wall, { .authTimeout = serverOptions.authTimeout })
        , silence(context)
        , options(serverOptions)
    {
        setFaults(serverOptions.faults);
    }

    void setFaults(const Faults &wanted)
    {
        faults = wanted;
        hub.setFaults(wanted);
        router.setFaults(wanted);
        silence.set(wanted.silent);
    }
    void dropConnections(const GatewayConnection *except = nullptr)
    {
        for (GatewayConnection *connection : connections)
            if (connection != except)
                connection->cut();
    }
    void breakFrames()
    {
        for (GatewayConnection *connection : connections)
            connection->breakFrame();
    }
    void refuseConnections(Duration time) { refuseUntil = std::chrono::steady_clock::now() + time; }
    /// Cuts what has been idle for too long, when that fault is on.
    void cutIdle()
    {
        if (faults.idleDrop <= 0ns)
            return;
        const auto since = std::chrono::steady_clock::now() - faults.idleDrop;
        for (GatewayConnection *connection : connections)
            connection->cutIfIdleSince(since);
    }

    SystemWallClock wall;
    std::unique_ptr<MarketSource> source;
    HttpRouter router;
    StreamHub hub;
    Silence silence;
    Faults faults;
    GatewayServer::Options options;
    std::string token; ///< for Tapeline's own routes
    std::chrono::steady_clock::time_point refuseUntil {};
    std::unordered_set<GatewayConnection *> connections;
};

} // namespace tapeline
