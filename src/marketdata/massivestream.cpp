#include "massivestream.h"

#include "keysafety.h"
#include "statusframe.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QWebSocket>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcStream, "tapeline.stream")

constexpr qsizetype sparePadding = 64; // what frameReceived() promises
constexpr quint64 largestFrame = 64 * 1024 * 1024; // wildcard options pass 16 MB
constexpr qsizetype pairsPerMessage = 500;
constexpr auto watchesPerPing = 4;

QUrl withMarket(QUrl base, const QString &market)
{
    QString path = base.path();
    if (!path.endsWith(u'/'))
        path += u'/';
    base.setPath(path + market);
    return base;
}

} // namespace

MassiveStream::MassiveStream(const QUrl &base, const QString &market, const QString &key,
                             const WallClock *wall, QObject *parent)
    : StreamProvider(parent)
    , m_wall(wall ? *wall : m_systemWall)
    , m_url(withMarket(base, market))
    , m_key(key)
    , m_retryDelay(m_timings.firstRetry, m_timings.longestRetry, m_timings.seed)
    , m_evictedDelay(m_timings.evictedWait, m_timings.longestEvictedWait, m_timings.seed)
{
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &MassiveStream::connectNow);
    connect(&m_watchTimer, &QTimer::timeout, this, &MassiveStream::watch);
}

MassiveStream::~MassiveStream()
{
    dropSocket();
}

void MassiveStream::setTimings(const Timings &timings)
{
    m_timings = timings;
    m_retryDelay = RetryDelay(timings.firstRetry, timings.longestRetry, timings.seed);
    m_evictedDelay = RetryDelay(timings.evictedWait, timings.longestEvictedWait, timings.seed);
}

void MassiveStream::start()
{
    if (m_wanted)
        return;
    m_wanted = true;
    connectNow();
}

void MassiveStream::stop()
{
    m_wanted = false;
    m_retryTimer.stop();
    if (m_socket) {
        m_socket->close(); // tells the service, without waiting for its answer
        m_socket->flush();
    }
    dropSocket();
    m_lostAtUtcNs = 0;
    setState(StreamState::Offline);
}

void MassiveStream::subscribe(const QStringList &pairs)
{
    const QStringList fresh = m_subscriptions.add(pairs);
    if (isUp())
        sendPairs("subscribe"_L1, fresh);
}

void MassiveStream::unsubscribe(const QStringList &pairs)
{
    const QStringList gone = m_subscriptions.remove(pairs);
    if (isUp())
        sendPairs("unsubscribe"_L1, gone);
}

// --- the connection
// -------------------------------------------------------------------------------

void MassiveStream::connectNow()
{
    if (!keysafety::mayCarryKey(m_url)) {
        refuse(keysafety::refusal(m_url));
        return;
    }
    dropSocket();
    m_connectedAt = m_lastByte = m_lastPing = m_wall.monotonic();
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingFrameSize(largestFrame);
    m_socket->setMaxAllowedIncomingMessageSize(largestFrame);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &MassiveStream::onFrame);
    connect(m_socket, &QWebSocket::textFrameReceived, this, [this](const QString &, bool isLast) {
        if (!isLast) // the last one comes again as a message
            noteByte();
    });
    connect(m_socket, &QWebSocket::pong, this, &MassiveStream::noteByte);
    // A failed attempt and a lost connection both end here, whatever error came before
    connect(m_socket, &QWebSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState)
            lose(m_socket->errorString());
    });
    m_watchTimer.start(std::chrono::ceil<std::chrono::milliseconds>(m_timings.pingAfter)
                       / watchesPerPing);
    setState(StreamState::Connecting);
    m_socket->open(m_url);
}

/// Forgets the socket without hearing from it again.
void MassiveStream::dropSocket()
{
    m_watchTimer.stop();
    if (!m_socket)
        return;
    QWebSocket *socket = std::exchange(m_socket, nullptr);
    disconnect(socket, nullptr, this, nullptr);
    socket->abort();
    socket->deleteLater();
}

void MassiveStream::retryAfter(Duration wait, StreamState state, const QString &detail)
{
    if (isUp())
        m_lostAtUtcNs = m_lastByteUtcNs;
    dropSocket();
    m_retryWait = wait;
    m_retryTimer.start(std::chrono::ceil<std::chrono::milliseconds>(wait));
    emit retryPlanned(toNs(m_wall.utc() + wait));
    setState(state, detail);
}

void MassiveStream::lose(const QString &reason)
{
    if (!m_wanted)
        return;
    if (isUp() && m_wall.monotonic() - m_connectedAt >= m_timings.lastingAfter)
        m_retryDelay.reset();
    const Duration wait = m_retryDelay.next();
    qCInfo(lcStream) << "no connection:" << reason;
    const QString detail = isUp() ? u"The connection was lost: %1."_s : u"No connection: %1."_s;
    retryAfter(wait, StreamState::WaitingToRetry, detail.arg(reason));
}

void MassiveStream::refuse(const QString &reason)
{
    dropSocket();
    m_retryTimer.stop();
    setState(StreamState::Refused, reason);
}

void MassiveStream::beEvicted(const QString &message)
{
    qCInfo(lcStream) << "evicted:" << message;
    if (isUp() && m_wall.monotonic() - m_connectedAt >= m_timings.longestEvictedWait)
        m_evictedDelay.reset();
    retryAfter(m_evictedDelay.next(), StreamState::Evicted, message);
}

// --- what comes in
// --------------------------------------------------------------------------------

void MassiveStream::onFrame(const QString &text)
{
    noteByte();
    QByteArray frame = text.toUtf8();
    frame.reserve(frame.size() + sparePadding);
    for (const StreamStatus &status : statusesIn(frame))
        onStatus(status);
    emit frameReceived(frame, m_lastByteUtcNs);
}

void MassiveStream::onStatus(const StreamStatus &status)
{
    if (!m_socket)
        return; // an earlier status of the same frame has ended the connection
    if (status.status == "connected"_L1) {
        sendKey();
        setState(StreamState::Authenticating);
    } else if (status.status == "auth_success"_L1) {
        onLive();
    } else if (status.status == "auth_failed"_L1) {
        if (status.message.startsWith("Your plan"_L1, Qt::CaseInsensitive))
            emit planHasNoStream();
        refuse(status.message);
    } else if (status.status == "auth_timeout"_L1) {
        lose(status.message);
    } else if (status.status == "max_connections"_L1) {
        beEvicted(status.message);
    } else if (status.status == "error"_L1) {
        qCWarning(lcStream) << "the service says:" << status.message;
        if (status.message.contains("not authorized"_L1))
            emit entitlementRefused(status.message);
    }
}

void MassiveStream::onLive()
{
    m_connectedAt = m_wall.monotonic();
    setState(StreamState::Live);
    if (const qint64 lostAt = std::exchange(m_lostAtUtcNs, 0))
        emit gapDetected(lostAt, toNs(m_wall.utc()));
    sendPairs("subscribe"_L1, m_subscriptions.pairs());
}

void MassiveStream::noteByte()
{
    m_lastByte = m_wall.monotonic();
    m_lastByteUtcNs = toNs(m_wall.utc());
    if (m_state == StreamState::Stale)
        setState(StreamState::Live);
}

// --- silence
// --------------------------------------------------------------------------------------

void MassiveStream::watch()
{
    const Duration now = m_wall.monotonic();
    if (isUp())
        watchSilence(now);
    else
        watchHandshake(now);
}

void MassiveStream::watchHandshake(Duration now)
{
    if (now - m_connectedAt >= m_timings.connectWithin)
        lose(u"the service did not answer"_s);
}

void MassiveStream::watchSilence(Duration now)
{
    const Duration silence = now - m_lastByte;
    if (silence >= m_timings.deadAfter) {
        lose(u"nothing came for %1 s"_s.arg(std::chrono::duration<double>(silence).count(), 0, 'f',
                                            0));
        return;
    }
    if (silence >= m_timings.staleAfter)
        setState(StreamState::Stale, u"Nothing has come from the service."_s);
    if (silence >= m_timings.pingAfter && now - m_lastPing >= m_timings.pingAfter) {
        m_lastPing = now;
        m_socket->ping();
    }
}

// --- what goes out
// --------------------------------------------------------------------------------

void MassiveStream::sendKey()
{
    sendObject("auth"_L1, m_key);
}

void MassiveStream::sendPairs(QLatin1String action, const QStringList &pairs)
{
    for (qsizetype from = 0; from < pairs.size(); from += pairsPerMessage)
        sendObject(action, pairs.mid(from, pairsPerMessage).join(u','));
}

void MassiveStream::sendObject(QLatin1String action, const QString &params)
{
    const QJsonObject object { { u"action"_s, QString(action) }, { u"params"_s, params } };
    m_socket->sendTextMessage(
        QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void MassiveStream::setState(StreamState state, const QString &detail)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged(state, detail);
}

} // namespace tapeline
