#pragma once

#include "streamchannels.h"

#include <QString>

#include <bitset>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>

namespace tapeline {

/// The socket below a stream, as the stream sees it.
class StreamTransport
{
public:
    virtual ~StreamTransport() = default;
    virtual void send(std::shared_ptr<const std::string> frame) = 0;
    /// Closes with code 1008 behind what was sent.
    virtual void closeForPolicy() = 0;
    /// Cuts the TCP connection behind what was sent, without a close frame.
    virtual void dropWhenSent() = 0;
};

/// One client of a stream: who it is, what it holds, and the frame that is being filled for it.
class StreamSession
{
public:
    enum class State : quint8 { AwaitingKey, Ready, Ended };

    static constexpr std::size_t objectsPerFrame = 200;

    StreamSession(StreamTransport &transport, StreamEndpoint endpoint, Duration openedAt)
        : m_transport(transport)
        , m_endpoint(endpoint)
        , m_openedAt(openedAt)
    {
    }

    const StreamEndpoint &endpoint() const { return m_endpoint; }
    AssetClass market() const { return m_endpoint.market; }
    bool isDelayed() const { return m_endpoint.delayed; }
    Duration openedAt() const { return m_openedAt; }

    State state() const { return m_state; }
    const QString &key() const { return m_key; }
    const KeyGrant &grant() const { return m_grant; }
    void admit(const QString &key, const KeyGrant &grant);

    /// Holds a pair, as "T.AAPL"; false when it is held already.
    bool hold(const std::string &pair, StreamKind kind);
    /// Gives a pair up; false when it was not held.
    bool release(const std::string &pair, StreamKind kind);
    bool isHeld(const std::string &pair) const { return m_pairs.contains(pair); }
    std::size_t pairCount() const { return m_pairs.size(); }
    /// How many of the pairs are quotes.
    std::size_t quotePairCount() const { return m_quotePairs; }
    bool holdsAll(StreamKind kind) const { return m_wildcards[static_cast<std::size_t>(kind)]; }
    void setHoldsAll(StreamKind kind, bool holds)
    {
        m_wildcards[static_cast<std::size_t>(kind)] = holds;
    }

    /// Adds an object to the frame; sends it when it is full.
    void append(std::string_view object);
    /// Sends what has been collected.
    void flush();
    /// Sends one status object as a frame of its own, behind everything collected.
    void sendStatus(std::string_view status, std::string_view message);
    /// The same, and then ends the connection: without a close frame, or with 1008.
    void refuse(std::string_view status, std::string_view message);
    void closeForPolicy(std::string_view status, std::string_view message);

private:
    StreamTransport &m_transport;
    StreamEndpoint m_endpoint;
    Duration m_openedAt;
    State m_state = State::AwaitingKey;
    QString m_key;
    KeyGrant m_grant;
    std::unordered_set<std::string> m_pairs;
    std::size_t m_quotePairs = 0;
    std::bitset<streamKinds> m_wildcards;
    std::string m_frame;
    std::size_t m_objects = 0;
};

} // namespace tapeline
