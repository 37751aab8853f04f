#pragma once

#include "papersource.h"
#include "result.h"
#include "timestamp.h"

#include <QString>

#include <memory>

namespace tapeline {

/// The local API: the paper accounts for programs on this computer, over HTTP and as a WebSocket
/// of order events, on one loopback port and a thread of its own. Every request needs the token;
/// bodies, headers, times, rates and connections are bounded; requests that name another host or
/// come from a web page of another site are refused.
///
///   GET /api/v1/paper/portfolio, GET /api/v1/paper/trades, GET|POST|DELETE /api/v1/paper/order,
///   WebSocket /api/v1/paper/events
class PaperServer
{
public:
    struct Options
    {
        quint16 port = 0; ///< 0 picks a free one
        Duration idleTimeout = 60s; ///< of an HTTP connection without a request
        Duration authTimeout = 10s; ///< of a WebSocket without the token
        Duration answerTimeout = 5s; ///< of a command
        Duration closeTimeout = 5s; ///< of a listener that is sent away
        std::size_t maxConnections = 64;
        std::size_t requestsPerSecond = 100;
        std::size_t maxWaitingBytes = 1 << 20; ///< behind one slow listener
    };

    /// source must outlive it.
    PaperServer(PaperSource &source, const QString &token, const Options &options);
    /// Cuts all connections and joins the thread.
    ~PaperServer();

    /// Listens and starts the thread; the port. Network when it is taken. To be called once.
    Result<quint16> start();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tapeline
