#pragma once

#include "feedframes.h"

#include <QUrl>

#include <atomic>
#include <memory>

class QTcpSocket;
class QThread;

namespace tapeline {

/// The stream half of the service, for measuring: one client may log in and subscribe to anything,
/// then frames made beforehand come as fast as it takes them, or at a steady rate. Nothing is
/// encoded or looked up on the way, so the client is what is measured. On a thread of its own.
class FloodServer
{
public:
    struct Plan
    {
        qint64 messages = 1'000'000;
        double perSecond = 0; ///< 0: as fast as the client takes them
    };

    /// feed's frames are sent over and over, each message with a sequence number of its own and the
    /// time that has passed since the first.
    FloodServer(FeedFrames feed, Plan plan);
    ~FloodServer();

    /// For the stream: "/stocks" follows.
    QUrl base() const;
    /// All that was sent; rises while the client takes it.
    qint64 sent() const { return m_sent; }
    qint64 tradesSent() const { return m_trades; }
    bool isDone() const { return m_done; }

private:
    void serve(QTcpSocket &socket);
    bool greet(QTcpSocket &socket);
    void flood(QTcpSocket &socket);

    FeedFrames m_feed;
    const Plan m_plan;
    std::atomic<quint16> m_port = 0;
    std::atomic<qint64> m_sent = 0;
    std::atomic<qint64> m_trades = 0;
    std::atomic<bool> m_done = false;
    std::atomic<bool> m_stopped = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace tapeline
