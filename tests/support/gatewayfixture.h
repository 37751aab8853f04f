#pragma once

#include "fakemarketsource.h"
#include "gatewayserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

namespace tapeline {

/// A served fake market for one test: 2026-08-13 (a Thursday) 10:30:00 Eastern, held still.
class GatewayFixture
{
public:
    static Timestamp openingTime() { return easterntime::at({ 2026, 8, 13 }, 10h + 30min); }

    /// start: what its clock shows before the server's thread first looks at it.
    explicit GatewayFixture(GatewayServer::Options options = {}, int burst = 1,
                            Timestamp start = openingTime())
        : time(std::make_shared<FakeMarketTime>())
        , server(
              [clock = time, burst] {
                  auto source = std::make_unique<FakeMarketSource>(clock);
                  source->setBurst(burst);
                  return source;
              },
              options)
    {
        time->set(start);
        const Result<GatewayAddresses> started = server.start();
        if (started)
            addresses = *started;
    }

    struct Answer
    {
        int status = 0;
        QByteArray body;
        QByteArray requestId; ///< the header
        QByteArray contentType;
        QByteArray location; ///< of a redirect
        QJsonObject json;
        QJsonArray rows() const { return json[QLatin1String("results")].toArray(); }
        QString error() const { return json[QLatin1String("error")].toString(); }
        QString message() const { return json[QLatin1String("message")].toString(); }
        QString statusText() const { return json[QLatin1String("status")].toString(); }
        QString next() const { return json[QLatin1String("next_url")].toString(); }
    };

    /// GETs a path, or a whole next_url, with a key as bearer token (none when empty).
    Answer get(const QString &target, const QString &key = QStringLiteral("advanced"),
               const QByteArray &method = "GET", const QByteArray &body = {})
    {
        QNetworkRequest request(
            QUrl(target.startsWith(QLatin1Char('/')) ? addresses.rest + target : target));
        request.setTransferTimeout(20'000);
        if (!key.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + key.toUtf8());
        const std::unique_ptr<QNetworkReply> reply(
            network.sendCustomRequest(request, method, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(20'000);
        Answer answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.body = reply->readAll();
        answer.requestId = reply->rawHeader("x-request-id");
        answer.contentType = reply->rawHeader("content-type");
        answer.location = reply->rawHeader("location");
        answer.json = QJsonDocument::fromJson(answer.body).object();
        return answer;
    }

    /// Follows next_url to the end; all rows in order.
    QJsonArray allPages(const QString &target, int *pages = nullptr)
    {
        QJsonArray rows;
        QString next = target;
        int count = 0;
        while (!next.isEmpty() && count < 10'000) {
            const Answer page = get(next);
            const QJsonArray part = page.rows();
            for (const QJsonValue &row : part)
                rows.append(row);
            next = page.next();
            ++count;
        }
        if (pages)
            *pages = count;
        return rows;
    }

    std::shared_ptr<FakeMarketTime> time;
    GatewayServer server;
    GatewayAddresses addresses;
    QNetworkAccessManager network;
};

/// A WebSocket client that keeps every object it was sent.
class StreamClient
{
public:
    explicit StreamClient(const QString &address)
    {
        QObject::connect(
            &socket, &QWebSocket::textMessageReceived, &socket, [this](const QString &frame) {
                const QJsonArray array = QJsonDocument::fromJson(frame.toUtf8()).array();
                frames.append(array);
                for (const QJsonValue &object : array)
                    objects.append(object.toObject());
            });
        QObject::connect(&socket, &QWebSocket::disconnected, &socket, [this] { closed = true; });
        socket.open(QUrl(address));
    }

    void send(const QString &action, const QString &params)
    {
        const QJsonObject message { { QStringLiteral("action"), action },
                                    { QStringLiteral("params"), params } };
        socket.sendTextMessage(
            QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
    }

    /// Connects with a key; false when the greeting or the welcome does not come.
    bool login(const QString &key)
    {
        if (!waitForStatus(QStringLiteral("connected")))
            return false;
        send(QStringLiteral("auth"), key);
        return waitForStatus(QStringLiteral("auth_success"));
    }
    bool subscribe(const QString &pairs)
    {
        send(QStringLiteral("subscribe"), pairs);
        return waitForStatus(QStringLiteral("success"));
    }

    bool waitForStatus(const QString &status, int timeout = 5'000)
    {
        return QTest::qWaitFor([&] { return !messagesOf(status).isEmpty(); }, timeout);
    }
    QStringList messagesOf(const QString &status) const
    {
        QStringList messages;
        for (const QJsonObject &object : objects)
            if (object[QLatin1String("status")].toString() == status)
                messages.append(object[QLatin1String("message")].toString());
        return messages;
    }
    QList<QJsonObject> eventsOf(const QString &event) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject &object : objects)
            if (object[QLatin1String("ev")].toString() == event)
                found.append(object);
        return found;
    }

    QWebSocket socket;
    QList<QJsonArray> frames;
    QList<QJsonObject> objects;
    bool closed = false;
};

} // namespace tapeline
