#include "gatewayfixture.h"
#include "loopbackguard.h"

#include <QTcpSocket>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Sends bytes and returns everything that comes back until the connection ends or falls silent.
QByteArray exchange(const GatewayFixture &gateway, const QByteArray &bytes, bool *closed = nullptr)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(QUrl(gateway.addresses.rest).port()));
    if (!socket.waitForConnected(5'000))
        return {};
    socket.write(bytes);
    QByteArray answer;
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(1'000))
        answer += socket.readAll();
    answer += socket.readAll();
    if (closed)
        *closed = socket.state() != QAbstractSocket::ConnectedState;
    return answer;
}

QByteArray request(const QByteArray &headers, const QByteArray &target = "/v3/reference/exchanges")
{
    return "GET " + target + " HTTP/1.1\r\n" + headers
        + "Authorization: Bearer advanced\r\nConnection: close\r\n\r\n";
}

int statusOf(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}

} // namespace

/// Bytes that no client of good will sends: the server answers or cuts, and goes on.
class TestGatewayHostile : public QObject
{
    Q_OBJECT

private slots:
    void hosts_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        QTest::newRow("address") << QByteArray("Host: 127.0.0.1:8080\r\n") << 200;
        QTest::newRow("name") << QByteArray("Host: LocalHost\r\n") << 200;
        QTest::newRow("IPv6") << QByteArray("Host: [::1]:8080\r\n") << 200;
        QTest::newRow("missing") << QByteArray() << 400;
        QTest::newRow("rebound name") << QByteArray("Host: evil.example:8080\r\n") << 403;
        QTest::newRow("prefix of a name") << QByteArray("Host: localhost.evil.example\r\n") << 403;
        QTest::newRow("own page") << QByteArray(
            "Host: localhost\r\nOrigin: http://localhost:3000\r\n")
                                  << 200;
        QTest::newRow("page of another site")
            << QByteArray("Host: localhost\r\nOrigin: https://evil.example\r\n") << 403;
        QTest::newRow("opaque origin") << QByteArray("Host: localhost\r\nOrigin: null\r\n") << 403;
    }
    void hosts()
    {
        QFETCH(const QByteArray, headers);
        QFETCH(const int, status);
        GatewayFixture gateway;
        QCOMPARE(statusOf(exchange(gateway, request(headers))), status);
        // A socket is guarded the same way
        const QByteArray upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                                   "Sec-WebSocket-Version: 13\r\n"
                                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        QCOMPARE(statusOf(exchange(gateway, request(headers + upgrade, "/stocks"))),
                 status == 200 ? 101 : status);
    }

    void guard()
    {
        QVERIFY(loopbackguard::isLocalHost("127.0.0.1:1"));
        QVERIFY(!loopbackguard::isLocalHost("127.0.0.1:"));
        QVERIFY(!loopbackguard::isLocalHost("127.0.0.1:80x"));
        QVERIFY(!loopbackguard::isLocalHost("127.0.0.1.nip.io"));
        QVERIFY(!loopbackguard::isLocalHost(""));
        QVERIFY(loopbackguard::isLocalOrigin(""));
        QVERIFY(loopbackguard::isLocalOrigin("HTTP://127.0.0.1"));
        QVERIFY(!loopbackguard::isLocalOrigin("ftp://localhost"));
        QVERIFY(!loopbackguard::isLocalOrigin("http://localhost@evil.example"));
    }

    void sizes()
    {
        GatewayFixture gateway;
        const QByteArray header = "Host: localhost\r\nX-Long: " + QByteArray(20'000, 'x') + "\r\n";
        bool closed = false;
        QCOMPARE(statusOf(exchange(gateway, request(header), &closed)), 431);
        QVERIFY(closed);
        const QByteArray target = "/v3/trades/AAA?x=" + QByteArray(20'000, 'y');
        QCOMPARE(statusOf(exchange(gateway, request("Host: localhost\r\n", target))), 431);
        const QByteArray body = "POST /v3/trades/AAA HTTP/1.1\r\nHost: localhost\r\n"
                                "Content-Length: 10000000\r\n\r\n";
        QCOMPARE(statusOf(exchange(gateway, body + QByteArray(1'000, 'z'))), 413);
        QCOMPARE(gateway.get(u"/v3/reference/exchanges"_s).status, 200);
    }

    void garbage()
    {
        GatewayFixture gateway;
        QCOMPARE(statusOf(exchange(gateway, "HELLO\r\n\r\n")), 400);
        QCOMPARE(statusOf(exchange(gateway, "GET / HTTP/9.9\r\n\r\n")), 400);
        SplitMix64 random(42);
        for (int round = 0; round < 60; ++round) {
            QByteArray bytes;
            if (round % 3 == 0)
                bytes = "GET /v2/aggs/ticker/";
            const int size = 1 + static_cast<int>(random.below(300));
            for (int i = 0; i < size; ++i)
                bytes += static_cast<char>(random.below(256));
            if (round % 3 == 1)
                bytes = "GET " + bytes.toPercentEncoding() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            QTcpSocket socket;
            socket.connectToHost(u"127.0.0.1"_s,
                                 static_cast<quint16>(QUrl(gateway.addresses.rest).port()));
            QVERIFY(socket.waitForConnected());
            socket.write(bytes);
            socket.waitForBytesWritten();
            socket.abort();
        }
        QCOMPARE(gateway.get(u"/v3/reference/exchanges"_s).status, 200);
    }

    void strangePaths()
    {
        GatewayFixture gateway;
        for (const QByteArray &target :
             { QByteArray("/v3/trades/%00"), QByteArray("/v3/trades/%"),
               QByteArray("/v3/trades/%zz"), QByteArray("*"),
               QByteArray("http://evil.example/v3/trades/AAA"), QByteArray("//v3/trades/AAA") })
            QCOMPARE(statusOf(exchange(gateway, request("Host: localhost\r\n", target))), 404);
        // Symbols of any bytes are only symbols
        for (const QByteArray &target :
             { QByteArray("/v3/trades/%ff%fe"), QByteArray("/v3/trades/%22%5c%0a"),
               QByteArray("/v2/aggs/ticker/%22/range/1/day/2026-08-03/2026-08-04") }) {
            const QByteArray answer = exchange(gateway, request("Host: localhost\r\n", target));
            QCOMPARE(statusOf(answer), 200);
            const QByteArray body = answer.mid(answer.indexOf("\r\n\r\n") + 4);
            QVERIFY(!QJsonDocument::fromJson(body).isNull());
        }
    }

    void brokenFrames()
    {
        GatewayFixture gateway;
        const QByteArray hello = "GET /stocks HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                                 "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        SplitMix64 random(7);
        for (int round = 0; round < 20; ++round) {
            QByteArray frame;
            for (int i = 0; i < 40; ++i)
                frame += static_cast<char>(random.below(256));
            QTcpSocket socket;
            socket.connectToHost(u"127.0.0.1"_s,
                                 static_cast<quint16>(QUrl(gateway.addresses.rest).port()));
            QVERIFY(socket.waitForConnected());
            socket.write(hello);
            QVERIFY(socket.waitForReadyRead());
            socket.write(frame);
            QVERIFY(socket.waitForBytesWritten());
        }
        // A frame that says it is enormous
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s,
                             static_cast<quint16>(QUrl(gateway.addresses.rest).port()));
        socket.write(hello);
        QVERIFY(socket.waitForReadyRead());
        socket.write(QByteArray("\x81\xff\x00\x00\x00\xff\xff\xff\xff\xff", 10)
                     + QByteArray(4, '\0'));
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(gateway.get(u"/v3/reference/exchanges"_s).status, 200);
    }

    void manyConnections()
    {
        GatewayFixture gateway({ .maxConnections = 8 });
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 20; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(
                u"127.0.0.1"_s, static_cast<quint16>(QUrl(gateway.addresses.rest).port()));
            QVERIFY(sockets.back()->waitForConnected());
        }
        QTRY_COMPARE(std::count_if(sockets.begin(), sockets.end(),
                                   [](const auto &socket) {
                                       return socket->state() == QAbstractSocket::ConnectedState;
                                   }),
                     8);
        sockets.clear();
        QTRY_COMPARE(gateway.get(u"/v3/reference/exchanges"_s).status, 200);
    }

    void idleConnectionsEnd()
    {
        GatewayFixture gateway({ .idleTimeout = 300ms });
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s,
                             static_cast<quint16>(QUrl(gateway.addresses.rest).port()));
        QVERIFY(socket.waitForConnected());
        socket.write("GET / HT"); // and no more
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 5'000);
    }

    /// A connection that is accepted while the server stops does not keep it from stopping.
    void stoppingWhileClientsConnect()
    {
        for (int round = 0; round < 60; ++round) {
            auto gateway = std::make_unique<GatewayFixture>();
            const auto port = static_cast<quint16>(QUrl(gateway->addresses.rest).port());
            std::vector<std::unique_ptr<QTcpSocket>> sockets;
            for (int i = 0; i < 8; ++i) {
                sockets.push_back(std::make_unique<QTcpSocket>());
                sockets.back()->connectToHost(u"127.0.0.1"_s, port);
            }
            sockets[std::size_t(round % 8)]->waitForConnected();
            gateway.reset(); // a hang ends the test by its time limit
        }
    }

    void portInUse()
    {
        GatewayFixture gateway;
        GatewayServer::Options options;
        options.port = static_cast<quint16>(QUrl(gateway.addresses.rest).port());
        GatewayServer second([] { return std::unique_ptr<MarketSource>(); }, options);
        const auto started = second.start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, Error::Code::Network);
    }
};

QTEST_GUILESS_MAIN(TestGatewayHostile)
#include "tst_gatewayhostile.moc"
