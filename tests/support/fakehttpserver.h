#pragma once

#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace tapeline::test {

struct HttpRequest
{
    QString target; ///< path and query as sent
    QHash<QByteArray, QByteArray> headers {}; ///< names in lower case
};

struct HttpResponse
{
    int status = 200;
    QByteArray body = "{\"status\":\"OK\"}";
    QList<QPair<QByteArray, QByteArray>> headers {};
    bool silent = false; ///< never answers
    bool truncated = false; ///< promises more than it sends, then hangs up
};

/// A small HTTP server on loopback whose answers a test decides, and which remembers what was
/// asked.
class FakeHttpServer
{
public:
    using Request = HttpRequest;
    using Response = HttpResponse;
    using Handler = std::function<Response(const Request &)>;

    explicit FakeHttpServer(Handler handler = [](const Request &) { return Response(); })
        : m_handler(std::move(handler))
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
        m_server.listen(QHostAddress::LocalHost);
    }

    QUrl base() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
    }
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    const QList<Request> &requests() const { return m_requests; }
    QStringList targets() const
    {
        QStringList out;
        for (const Request &request : m_requests)
            out += request.target;
        return out;
    }
    int aborted() const { return m_aborted; } ///< connections closed before their answer

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            socket->setProperty("waiting", false);
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server,
                             [this, socket] { read(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, &m_server, [this, socket] {
                m_aborted += socket->property("waiting").toBool() ? 1 : 0;
                socket->deleteLater();
            });
        }
    }

    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        buffer += socket->readAll();
        for (qsizetype end = buffer.indexOf("\r\n\r\n"); end >= 0;
             end = buffer.indexOf("\r\n\r\n")) {
            const QByteArray head = buffer.left(end);
            buffer.remove(0, end + 4);
            answer(socket, parse(head));
        }
    }

    static Request parse(const QByteArray &head)
    {
        Request request;
        const QList<QByteArray> lines = head.split('\n');
        request.target = QString::fromLatin1(lines.first().split(' ').value(1));
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        return request;
    }

    void answer(QTcpSocket *socket, const Request &request)
    {
        m_requests += request;
        const Response response = m_handler(request);
        socket->setProperty("waiting", response.silent);
        if (response.silent)
            return;
        QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + " X\r\n";
        for (const auto &[name, value] : response.headers)
            head += name + ": " + value + "\r\n";
        const qsizetype promised = response.body.size() + (response.truncated ? 100 : 0);
        head += "Content-Length: " + QByteArray::number(promised) + "\r\n\r\n";
        socket->write(head + response.body);
        if (response.truncated)
            socket->disconnectFromHost();
    }

    Handler m_handler;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<Request> m_requests;
    int m_aborted = 0;
    QTcpServer m_server;
};

} // namespace tapeline::test
