#pragma once

#include "clocks.h"
#include "faults.h"
#include "gatewayserver.h"
#include "httprouter.h"
#include "silenceablestream.h"
#include "streamhub.h"

#include <memory>
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
};

/// What all connections of a server share. Used on the server's thread only, where it is made and
/// destroyed.
struct GatewayContext
{
    GatewayContext(boost::asio::io_context &context, std::unique_ptr<MarketSource> marketSource,
                   const GatewayServer::Options &serverOptions)
        : source(std::move(marketSource))
        , router(*source, wall)
        , hub(*source, wall,
              { .authTimeout = serverOptions.authTimeout,
                .evictNewcomer = serverOptions.evictNewcomer })
        , silence(context)
        , options(serverOptions)
    {
    }

    void setFaults(const Faults &wanted)
    {
        faults = wanted;
        hub.setFaults(wanted);
        router.setClockSkew(wanted.clockSkew);
        silence.set(wanted.silent);
    }

    SystemWallClock wall;
    std::unique_ptr<MarketSource> source;
    HttpRouter router;
    StreamHub hub;
    Silence silence;
    Faults faults;
    GatewayServer::Options options;
    std::unordered_set<GatewayConnection *> connections;
};

} // namespace tapeline
