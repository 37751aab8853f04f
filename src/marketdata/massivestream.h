#pragma once

#include "clocks.h"
#include "marketevent.h"
#include "retrydelay.h"
#include "streamprovider.h"
#include "subscriptionset.h"

#include <QTimer>
#include <QUrl>

class QWebSocket;

namespace tapeline {

/// One market of the service's stream (massive-api.md section 6), or of anything that speaks like
/// it: one connection, kept up for ever.
///
/// A ping goes out after a second of silence; Stale when nothing came for three, given up after
/// thirty. A lost connection is tried again after 1 s to 60 s, all pairs are subscribed anew, and
/// the time in between is reported as a gap. A refused key or a plan without stream ends it
/// (Refused). When another program takes the connection (max_connections) it
/// waits a minute before it takes it back, twice as long the next time, up to a quarter of an hour;
/// only a connection that lasted longer than that makes the waits short again, so that two programs
/// do not evict each other for ever.
///
/// The key is sent over TLS, or to this machine; else the stream is Refused with a sentence that
/// says so. Market data is handed on untouched. Made anywhere, moved to the feed thread, and used
/// there.
class MassiveStream : public StreamProvider
{
    Q_OBJECT

public:
    /// Durations that tests shorten, and the seed of the jitter.
    struct Timings
    {
        Duration pingAfter = 1s;
        Duration staleAfter = 3s;
        Duration deadAfter = 30s;
        Duration connectWithin = 30s; ///< until the service has accepted the key
        Duration firstRetry = 1s;
        Duration longestRetry = 60s;
        Duration evictedWait = 60s; ///< the first
        Duration longestEvictedWait = 16min;
        Duration lastingAfter = 60s; ///< of a live connection, to start the waits over
        quint64 seed = 1;
    };

    /// base without the market: "wss://socket.massive.com"; market: "stocks", "options",
    /// "futures/cme", ... wall must outlive the provider; the system's when null.
    MassiveStream(const QUrl &base, const QString &market, const QString &key,
                  const WallClock *wall = nullptr, QObject *parent = nullptr);
    ~MassiveStream() override;

    /// Before start().
    void setTimings(const Timings &timings);
    StreamState state() const { return m_state; }
    /// The wait that was last taken before a new attempt.
    Duration retryWait() const { return m_retryWait; }

public slots:
    void start() override;
    void stop() override;
    void subscribe(const QStringList &pairs) override;
    void unsubscribe(const QStringList &pairs) override;

private:
    void connectNow();
    void dropSocket();
    void retryAfter(Duration wait, StreamState state, const QString &detail);
    void lose(const QString &reason);
    void refuse(const QString &reason);
    void beEvicted(const QString &message);

    void onFrame(const QString &text);
    void onStatus(const StreamStatus &status);
    void onLive();
    void noteByte();
    void watch();
    void watchHandshake(Duration now);
    void watchSilence(Duration now);

    void sendKey();
    void sendPairs(QLatin1String action, const QStringList &pairs);
    void sendObject(QLatin1String action, const QString &params);
    void setState(StreamState state, const QString &detail = {});
    bool isUp() const { return m_state == StreamState::Live || m_state == StreamState::Stale; }

    SystemWallClock m_systemWall;
    const WallClock &m_wall;
    const QUrl m_url;
    const QString m_key;
    Timings m_timings;
    RetryDelay m_retryDelay;
    RetryDelay m_evictedDelay;
    SubscriptionSet m_subscriptions;
    StreamState m_state = StreamState::Offline;
    Duration m_retryWait {};
    bool m_wanted = false; ///< between start() and stop()
    QWebSocket *m_socket = nullptr; ///< child; null between connections
    QTimer m_retryTimer { this };
    QTimer m_watchTimer { this }; ///< while there is a socket
    Duration m_connectedAt {}; ///< when the attempt began, then when it went live; monotonic, as
                               ///< are these two
    Duration m_lastByte {};
    Duration m_lastPing {};
    qint64 m_lastByteUtcNs = 0;
    qint64 m_lostAtUtcNs = 0; ///< of the last live connection; 0 when there is no gap to tell of
};

} // namespace tapeline
