#pragma once

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>

namespace tapeline::test {

/// The service's side of a stream on loopback: greets, takes keys and subscriptions, remembers what
/// it was told, and misbehaves when a test says so.
class FakeStreamService
{
public:
    FakeStreamService()
        : m_server(QStringLiteral("fake"), QWebSocketServer::NonSecureMode)
    {
        QObject::connect(&m_server, &QWebSocketServer::newConnection, &m_server,
                         [this] { accept(); });
        // The sockets are accepted here, so that a test can stop one from being read
        QObject::connect(&m_listener, &QTcpServer::newConnection, &m_server, [this] {
            m_socket = m_listener.nextPendingConnection();
            m_server.handleConnection(m_socket);
        });
        m_listener.listen(QHostAddress::LocalHost);
    }
    ~FakeStreamService() { dropAll(); }

    QUrl base() const
    {
        return QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(m_listener.serverPort()));
    }

    // What it does
    QString goodKey = QStringLiteral("good");
    QString refusal = QStringLiteral("authentication failed");
    bool greets = true;

    // What it saw
    int connections = 0;
    QStringList paths;
    QStringList keys;
    QStringList subscribed; ///< pairs, one entry for each time asked for
    QStringList unsubscribed;
    int subscribeMessages = 0;

    bool isConnected() const { return m_client != nullptr; }
    void send(const QString &frame)
    {
        if (m_client)
            m_client->sendTextMessage(frame);
    }
    void sendStatus(const QString &status, const QString &message)
    {
        send(QStringLiteral(R"([{"ev":"status","status":"%1","message":"%2"}])")
                 .arg(status, message));
    }
    /// Cuts the connection without a word.
    void dropAll()
    {
        if (QWebSocket *client = std::exchange(m_client, nullptr))
            client->abort();
    }
    void stopListening() { m_listener.close(); }
    /// Neither reads nor answers any more, though the connection stays.
    void stall()
    {
        if (m_client)
            m_socket->blockSignals(true);
    }

private:
    void accept()
    {
        QWebSocket *client = m_server.nextPendingConnection();
        ++connections;
        m_client = client;
        client->setParent(&m_server);
        paths += client->requestUrl().path();
        QObject::connect(client, &QWebSocket::textMessageReceived, &m_server,
                         [this](const QString &text) { take(text); });
        QObject::connect(client, &QWebSocket::disconnected, &m_server, [this, client] {
            if (m_client == client)
                m_client = nullptr;
            client->deleteLater();
        });
        if (greets)
            sendStatus(QStringLiteral("connected"), QStringLiteral("Connected Successfully"));
    }

    void take(const QString &text)
    {
        const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
        const QString action = object[QLatin1String("action")].toString();
        const QString params = object[QLatin1String("params")].toString();
        if (action == QLatin1String("auth")) {
            takeKey(params);
        } else if (action == QLatin1String("subscribe")) {
            ++subscribeMessages;
            subscribed += params.split(u',');
        } else if (action == QLatin1String("unsubscribe")) {
            unsubscribed += params.split(u',');
        }
    }

    void takeKey(const QString &key)
    {
        keys += key;
        if (key == goodKey) {
            sendStatus(QStringLiteral("auth_success"), QStringLiteral("authenticated"));
            return;
        }
        sendStatus(QStringLiteral("auth_failed"), refusal);
        if (m_client)
            m_client->flush();
        dropAll();
    }

    QTcpServer m_listener;
    QWebSocketServer m_server;
    QTcpSocket *m_socket = nullptr; ///< of the newest connection
    QWebSocket *m_client = nullptr;
};

} // namespace tapeline::test
