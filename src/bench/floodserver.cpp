#include "floodserver.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

namespace tapeline {

namespace {

constexpr int patienceMs = 10'000;
constexpr qint64 mostUnsent = 4 * 1024 * 1024;
constexpr qsizetype blockBytes = 64 * 1024; // written at once where nothing is paced

/// A text frame as a server writes it: final, unmasked (RFC 6455, 5.2).
void appendFrame(QByteArray &out, QByteArrayView payload)
{
    out += char(0x81);
    const quint64 size = quint64(payload.size());
    if (size < 126) {
        out += char(size);
    } else if (size < 65'536) {
        out += char(126);
        out += char(size >> 8);
        out += char(size);
    } else {
        out += char(127);
        for (int shift = 56; shift >= 0; shift -= 8)
            out += char(size >> shift);
    }
    out.append(payload);
}

QByteArray acceptKey(const QByteArray &request)
{
    const QByteArray name("sec-websocket-key:");
    const qsizetype from = request.toLower().indexOf(name) + name.size();
    QByteArray key = request.mid(from, request.indexOf('\r', from) - from).trimmed();
    key += "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64();
}

QByteArray statusFrame(const char *status, const char *message)
{
    QByteArray payload(R"([{"ev":"status","status":")");
    payload.append(status).append(R"(","message":")").append(message).append(R"("}])");
    QByteArray out;
    appendFrame(out, payload);
    return out;
}

} // namespace

FloodServer::FloodServer(FeedFrames feed, Plan plan)
    : m_feed(std::move(feed))
    , m_plan(plan)
{
    QSemaphore listens;
    m_thread.reset(QThread::create([this, &listens] {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port = server.serverPort();
        listens.release();
        while (!m_stopped) {
            if (server.waitForNewConnection(100))
                serve(*std::unique_ptr<QTcpSocket>(server.nextPendingConnection()));
        }
    }));
    m_thread->start();
    listens.acquire();
}

FloodServer::~FloodServer()
{
    m_stopped = true;
    m_thread->wait();
}

QUrl FloodServer::base() const
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(m_port.load()));
}

void FloodServer::serve(QTcpSocket &socket)
{
    if (greet(socket))
        flood(socket);
    m_done = true;
    while (!m_stopped && socket.state() == QTcpSocket::ConnectedState)
        socket.waitForReadyRead(50);
}

/// The handshake, then whatever comes first is the key and what comes next a subscription.
bool FloodServer::greet(QTcpSocket &socket)
{
    QByteArray request;
    while (!request.endsWith("\r\n\r\n")) {
        if (m_stopped || !socket.waitForReadyRead(patienceMs))
            return false;
        request += socket.readAll();
    }
    socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 "Sec-WebSocket-Accept: "
                 + acceptKey(request) + "\r\n\r\n");
    socket.write(statusFrame("connected", "Connected Successfully"));
    socket.flush();
    if (!socket.waitForReadyRead(patienceMs))
        return false;
    socket.readAll();
    socket.write(statusFrame("auth_success", "authenticated"));
    socket.flush();
    if (!socket.waitForReadyRead(patienceMs))
        return false;
    socket.readAll();
    return true;
}

void FloodServer::flood(QTcpSocket &socket)
{
    QElapsedTimer clock;
    clock.start();
    QByteArray out;
    qint64 timeMs = FeedFrames::firstMs;
    std::size_t next = 0;
    while (!m_stopped && socket.state() == QTcpSocket::ConnectedState && m_sent < m_plan.messages) {
        FeedFrames::Frame &frame = m_feed.frames[next];
        next = (next + 1) % m_feed.frames.size();
        if (out.isEmpty())
            timeMs = FeedFrames::firstMs + clock.elapsed();
        frame.restamp(m_sent, timeMs);
        appendFrame(out, frame.bytes);
        m_sent += frame.messages;
        m_trades += frame.trades;
        if (m_plan.perSecond == 0 && out.size() < blockBytes && m_sent < m_plan.messages)
            continue;
        socket.write(out);
        out.resize(0);
        if (socket.bytesToWrite() > mostUnsent && !socket.waitForBytesWritten(patienceMs))
            return;
        while (m_plan.perSecond > 0 && !m_stopped
               && double(m_sent) > m_plan.perSecond * double(clock.nsecsElapsed()) / 1e9) {
            socket.flush();
            QThread::usleep(200);
        }
    }
    while (!m_stopped && socket.bytesToWrite() > 0 && socket.waitForBytesWritten(patienceMs)) { }
}

} // namespace tapeline
