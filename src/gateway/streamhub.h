#pragma once

#include "clocks.h"
#include "faults.h"
#include "streamfeed.h"
#include "streamsession.h"

#include <map>
#include <memory>
#include <vector>

namespace tapeline {

/// The WebSocket side of the server, without a socket: the life of every connection
/// (massive-api.md 6.1 to 6.5 and 10.5 to 10.9) and a feed for each address.
class StreamHub
{
public:
    struct Options
    {
        Duration authTimeout = 30s;
    };

    /// source and wall must outlive the hub; wall times what clients wait for.
    StreamHub(const MarketSource &source, const WallClock &wall, const Options &options);
    ~StreamHub();

    /// A client has connected; it is greeted. The transport must stay until close().
    StreamSession &open(StreamEndpoint endpoint, StreamTransport &transport);
    /// One text frame of a client. What is no JSON object with an action is ignored.
    void receive(StreamSession &session, std::string_view text);
    void close(StreamSession &session);

    /// Sends what became due. To be called every few milliseconds.
    void pump();
    void setFaults(const Faults &faults) { m_faults = faults; }
    std::size_t sessionCount() const { return m_sessions.size(); }

private:
    struct Eviction
    {
        StreamSession *session;
        Duration at;
    };

    StreamFeed &feedOf(const StreamSession &session);
    void authenticate(StreamSession &session, const QString &key);
    void evictOthers(StreamSession &newcomer);
    void subscribe(StreamSession &session, const std::string &pairs);
    void unsubscribe(StreamSession &session, const std::string &pairs);
    /// Whether the pair's channel is outside the key's plan; else it is held from now on.
    bool hold(StreamSession &session, const std::string &pair, std::vector<std::string> &held);
    void endOverdue(Duration now);

    const MarketSource &m_source;
    const WallClock &m_wall;
    Options m_options;
    Faults m_faults;
    std::map<StreamEndpoint, StreamFeed> m_feeds; ///< of every address there is
    std::vector<std::unique_ptr<StreamSession>> m_sessions;
    std::vector<Eviction> m_evictions;
};

} // namespace tapeline
