#pragma once

#include "faults.h"
#include "marketsource.h"
#include "result.h"

#include <QString>

#include <functional>
#include <memory>

namespace tapeline {

/// Where a running server listens, and the token for Tapeline's own routes.
struct GatewayAddresses
{
    QString rest; ///< "http://127.0.0.1:8080"
    QString ws; ///< "ws://127.0.0.1:8080"; the market follows as a path
    QString wsDelayed; ///< "ws://127.0.0.1:8080/delayed"
    QString token; ///< 32 hexadecimal digits, new with every start
};

/// The local server: speaks the service's REST and WebSocket protocol (massive-api.md 1 to 4, 6,
/// 10) on one loopback port, over any source, on a thread of its own. Sizes, times and the number
/// of connections are bounded; requests that name another host or come from a web page of another
/// site are refused.
///
/// All calls are safe from any one thread besides the server's.
class GatewayServer
{
public:
    struct Options
    {
        quint16 port = 0; ///< 0 picks a free one
        Duration authTimeout = 30s;
        Duration idleTimeout = 60s; ///< of an HTTP connection without a request
        std::size_t maxConnections = 256;
        std::size_t maxWaitingBytes = 8
            << 20; ///< behind one slow WebSocket client, then it is cut off
        Faults faults {}; ///< from the start
    };

    /// Makes the source; called once, on the server's thread, and the source is destroyed there.
    using SourceFactory = std::function<std::unique_ptr<MarketSource>()>;

    explicit GatewayServer(SourceFactory makeSource);
    GatewayServer(SourceFactory makeSource, const Options &options);
    /// Stops.
    ~GatewayServer();

    /// Listens and starts the thread; requests are answered as soon as the source is made. Network
    /// when the port is taken. To be called once.
    Result<GatewayAddresses> start();
    /// Cuts all connections and joins the thread. Does nothing when not running.
    void stop();

    void setFaults(const Faults &faults);
    /// Cuts every connection now, without any farewell.
    void dropConnections();
    /// Connections that come within this time are cut at once.
    void refuseConnections(Duration time);
    /// Sends every WebSocket client the beginning of a frame and cuts the connection.
    void breakFrames();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tapeline
