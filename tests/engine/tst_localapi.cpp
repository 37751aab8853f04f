#include "drivenmarket.h"
#include "journaldatabase.h"
#include "localpaper.h"
#include "ordertext.h"
#include "paperserver.h"
#include "papertext.h"
#include "pulledpaper.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QWebSocket>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString token = u"0123456789abcdef"_s;
const QString paper = u"Paper"_s;
const QString root = u"/api/v1/paper/"_s;

struct Answer
{
    int status = 0;
    QByteArray body;
    QJsonObject json;
    QString error() const { return json["error"_L1].toString(); }
    QString text(const char *name) const { return json[QLatin1String(name)].toString(); }
};

/// Asks one server over its socket.
class Client
{
public:
    explicit Client(quint16 listening = 0)
        : port(listening)
    {
    }
    quint16 port;

    Answer ask(const QByteArray &method, const QString &path, const QByteArray &body = {},
               const QString &key = token)
    {
        QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2%3"_s.arg(port).arg(root, path)));
        request.setTransferTimeout(20'000);
        if (!key.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + key.toUtf8());
        const std::unique_ptr<QNetworkReply> reply(
            m_network.sendCustomRequest(request, method, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(20'000);
        const QByteArray answered = reply->readAll();
        return { reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), answered,
                 QJsonDocument::fromJson(answered).object() };
    }
    Answer get(const QString &path) { return ask("GET", path); }
    Answer post(const QByteArray &body, const QString &path = u"order"_s)
    {
        return ask("POST", path, body);
    }
    Answer remove(const QString &id) { return ask("DELETE", u"order?id="_s + id); }

    /// The bytes of a request as they are; the first line of the answer.
    QByteArray raw(const QByteArray &request) const
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, port);
        socket.write(request);
        QByteArray answered;
        (void)QTest::qWaitFor(
            [&] {
                answered += socket.readAll();
                return answered.contains("\r\n");
            },
            10'000);
        return answered.left(answered.indexOf('\r'));
    }

private:
    QNetworkAccessManager m_network;
};

/// A listener to events.
struct Listener
{
    explicit Listener(quint16 port, const QString &said = token)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [this](const QString &line) {
                             lines.append(QJsonDocument::fromJson(line.toUtf8()).object());
                         });
        QObject::connect(&socket, &QWebSocket::connected, &socket, [this, said] {
            if (!said.isEmpty())
                socket.sendTextMessage(said);
        });
        QObject::connect(&socket, &QWebSocket::disconnected, &socket, [this] { closed = true; });
        socket.open(QUrl(u"ws://127.0.0.1:%1%2events"_s.arg(port).arg(root)));
    }
    bool isListening()
    {
        return QTest::qWaitFor(
            [this] { return !lines.isEmpty() && lines.front()["listening"_L1].toBool(); }, 10'000);
    }
    /// "entry submit submitted", oldest first.
    QStringList events() const
    {
        QStringList texts;
        for (const QJsonObject &line : lines)
            if (const QJsonObject event = line["event"_L1].toObject(); !event.isEmpty())
                texts << event["id"_L1].toString() + u' ' + event["action"_L1].toString();
        return texts;
    }

    QWebSocket socket;
    QList<QJsonObject> lines;
    bool closed = false;
};

/// A market that the test speaks for, its paper accounts, and the API over them.
struct ServedMarket : DrivenMarket
{
    explicit ServedMarket(const QString &journal, PaperServer::Options options = {})
        : server(local, token, options)
    {
        outbox.setTap([this](const PaperUpdate &update) { local.onUpdate(update); });
        QObject::connect(
            loop.paper(), &PaperTrading::worldOpened, loop.paper(),
            [this](const QString &path, const QString &world) { local.setWorld(path, world); });
        loop.paper()->setJournal(journal);
        client.port = server.start().value_or(0);
        open();
        quoteNow(100, 101);
        (void)QTest::qWaitFor([this] { return !local.standing()->accounts.empty(); }, 10'000);
    }
    void quoteNow(int bid, int ask) { quote(wall.utc(), bid, ask, 500); }
    /// Until an order stands so.
    bool reached(const QString &id, const QString &state)
    {
        return QTest::qWaitFor(
            [&] { return client.get(u"order?id="_s + id).text("state") == state; }, 10'000);
    }
    /// What the window would see, once it is on the disk.
    PaperAccountView view()
    {
        PulledPaper pulled;
        pulled.absorb(outbox.take());
        tick();
        (void)QTest::qWaitFor(
            [&] {
                PaperUpdate update = outbox.take();
                const bool isNew = update.accounts.has_value();
                pulled.absorb(std::move(update));
                return isNew;
            },
            10'000);
        return pulled.account() ? *pulled.account() : PaperAccountView();
    }
    void buy()
    {
        client.post(R"({"id":"entry","symbol":"NVDA","side":"buy","qty":"100"})");
        pass(1s);
        quoteNow(100, 101);
    }

    LocalPaper local { loop };
    PaperServer server;
    Client client;
};

/// Accounts that the test speaks for; nothing becomes of commands.
struct SilentPaper : PaperSource
{
    std::shared_ptr<const PaperStanding> standing() const override
    {
        PaperStanding standing;
        standing.accounts.emplace_back().name = paper;
        return std::make_shared<PaperStanding>(standing);
    }
    Result<std::vector<OrderEvent>> events(const QString &, quint64) const override
    {
        return std::vector<OrderEvent>();
    }
    void submit(const QString &, const OrderTicket &) override { }
    void cancel(const QString &, const QString &) override { }
    void setListener(Listener own) override { tell = std::move(own); }

    Listener tell;
};

PaperReport report(quint64 sequence, const QString &padding = {})
{
    OrderEvent event;
    event.sequence = sequence;
    event.id = u"a"_s;
    event.reason.numbers = padding;
    return { paper, event };
}

} // namespace

class TestLocalApi : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    /// Answered once it is on the disk, with the id that one chose or was given.
    void ordersAreTaken()
    {
        ServedMarket market(path());
        const Answer chosen
            = market.client.post(R"({"id":"x","symbol":"NVDA","side":"buy","qty":"10",)"
                                 R"("type":"limit","limit":"90"})");
        QCOMPARE(chosen.status, 202);
        QCOMPARE(chosen.text("id"), u"x"_s);
        QCOMPARE(chosen.text("account"), paper);
        QCOMPARE(chosen.text("state"), u"submitted"_s);
        QVERIFY(isKept(u"x"_s));
        const Answer given = market.client.post(R"({"symbol":"NVDA","side":"buy","qty":"10"})");
        QCOMPARE(given.status, 202);
        QVERIFY(isKept(given.text("id")));
        QVERIFY(given.text("id") != u"x"_s);
        market.pass(1s);
        QVERIFY(market.reached(u"x"_s, u"accepted"_s));
        market.view();
        const Answer working = market.client.get(u"order"_s);
        QCOMPARE(working.status, 200);
        const QJsonObject row = working.json["orders"_L1].toArray().first().toObject();
        QCOMPARE(row["id"_L1].toString(), u"x"_s);
        const Result<OrderTicket> ticket = ticketFromJson(row["order"_L1].toObject());
        QVERIFY(ticket && ticket->limit == Price::whole(90));
        QCOMPARE(row["leaves"_L1].toString(), u"10"_s);
    }

    void ordersAreTakenBack()
    {
        ServedMarket market(path());
        market.client.post(R"({"id":"x","symbol":"NVDA","side":"buy","qty":"10",)"
                           R"("type":"limit","limit":"90"})");
        market.pass(1s);
        QVERIFY(market.reached(u"x"_s, u"accepted"_s));
        const Answer taken = market.client.remove(u"x"_s);
        QCOMPARE(taken.status, 202);
        QCOMPARE(taken.text("state"), u"pending_cancel"_s);
        market.pass(1s);
        QVERIFY(market.reached(u"x"_s, u"canceled"_s));
        QCOMPARE(market.client.remove(u"x"_s).status, 409);
        const Answer unknown = market.client.remove(u"nothing"_s);
        QCOMPARE(unknown.status, 404);
        QCOMPARE(unknown.text("reason"), u"ORDER_NOT_FOUND"_s);
        QCOMPARE(market.client.ask("DELETE", u"order"_s).status, 400);
    }

    void refusalsSayWhy()
    {
        ServedMarket market(path());
        const QByteArray order = R"({"id":"x","symbol":"NVDA","side":"buy","qty":"10",)"
                                 R"("type":"limit","limit":"90"})";
        QCOMPARE(market.client.post(order).status, 202);
        const Answer again = market.client.post(order);
        QCOMPARE(again.status, 409);
        QCOMPARE(again.text("reason"), u"DUPLICATE_ID"_s);
        market.pass(1s);
        QVERIFY(market.reached(u"x"_s, u"accepted"_s)); // the first one is as it was
        const Answer large
            = market.client.post(R"({"id":"l","symbol":"NVDA","side":"buy","qty":"100000"})");
        QCOMPARE(large.status, 422);
        QCOMPARE(large.text("reason"), u"INSUFFICIENT_BUYING_POWER"_s);
        QVERIFY(large.error().contains(u"available"_s));
        const Answer none = market.client.post(R"({"id":"n","symbol":"NVDA","side":"buy"})");
        QCOMPARE(none.status, 422); // rejected at once: not "submitted"
        QCOMPARE(none.text("reason"), u"QTY_ZERO"_s);
    }

    void figuresAreTheAccounts()
    {
        ServedMarket market(path());
        market.buy();
        QVERIFY(market.reached(u"entry"_s, u"filled"_s));
        market.quoteNow(104, 106);
        const PaperAccountView view = market.view();
        const Answer told = market.client.get(u"portfolio"_s);
        QCOMPARE(told.status, 200);
        QCOMPARE(told.text("cash"), view.figures.cash.toString());
        QCOMPARE(told.text("equity"), view.figures.equity.toString());
        QCOMPARE(told.text("equity"), u"100300"_s);
        QCOMPARE(told.text("unrealized"), view.figures.unrealized.toString());
        QCOMPARE(told.text("buying_power"), view.figures.buyingPower.toString());
        QCOMPARE(told.text("day_profit"), view.dayProfit.toString());
        const QJsonObject row = told.json["positions"_L1].toArray().first().toObject();
        QCOMPARE(row["symbol"_L1].toString(), u"NVDA"_s);
        QCOMPARE(row["qty"_L1].toString(), view.positions.front().qty.toString());
        QCOMPARE(row["value"_L1].toString(), view.positions.front().value.toString());
        QCOMPARE(market.client.get(u"portfolio?account=Paper"_s).body, told.body);
        QCOMPARE(market.client.get(u"portfolio?account=Nobody"_s).status, 404);
        QCOMPARE(market.client.get(u"trades?account=Nobody"_s).status, 404);
        QCOMPARE(market.client.post("{}", u"order?account=Nobody"_s).status, 404);
    }

    void tradesAreListed()
    {
        ServedMarket market(path());
        market.buy();
        QVERIFY(market.reached(u"entry"_s, u"filled"_s));
        market.client.post(R"({"id":"exit","symbol":"NVDA","side":"sell","qty":"40"})");
        market.pass(1s);
        market.quoteNow(100, 101);
        QVERIFY(market.reached(u"exit"_s, u"filled"_s));
        const QJsonArray trades = market.client.get(u"trades"_s).json["trades"_L1].toArray();
        QCOMPARE(trades.size(), 2);
        const QJsonObject first = trades[0].toObject();
        QCOMPARE(first["symbol"_L1].toString(), u"NVDA"_s);
        QCOMPARE(first["side"_L1].toString(), u"buy"_s);
        QCOMPARE(first["qty"_L1].toString(), u"100"_s);
        QCOMPARE(first["price"_L1].toString(), u"101"_s);
        QCOMPARE(trades[1].toObject()["id"_L1].toString(), u"exit"_s);
        const auto idsOf = [&market](const QString &query) {
            QStringList ids;
            for (const QJsonValue &trade :
                 market.client.get(u"trades?"_s + query).json["trades"_L1].toArray())
                ids << trade["id"_L1].toString();
            return ids;
        };
        QCOMPARE(idsOf(u"limit=1"_s), QStringList { u"exit"_s });
        QCOMPARE(idsOf(u"after=0&limit=1"_s), QStringList { u"entry"_s });
        QCOMPARE(idsOf(u"after=%1"_s.arg(first["seq"_L1].toInt())), QStringList { u"exit"_s });
        QCOMPARE(market.client.get(u"trades?limit=0"_s).status, 400);
        QCOMPARE(market.client.get(u"trades?after=x"_s).status, 400);
        QCOMPARE(market.client.get(u"order?id=nothing"_s).status, 404);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no JSON") << QByteArray("{\"id\":") << u"The body is not JSON"_s;
        QTest::newRow("empty") << QByteArray() << u"The body is not JSON"_s;
        QTest::newRow("list") << QByteArray("[]") << u"The body is not an order"_s;
        QTest::newRow("no side") << QByteArray(R"({"qty":"1"})") << u"The order has no \"side\""_s;
        QTest::newRow("side") << QByteArray(R"({"side":"up"})") << u"The order cannot be read"_s;
        QTest::newRow("number") << QByteArray(R"({"side":"buy","qty":1})")
                                << u"The order cannot be read"_s;
        QTest::newRow("word") << QByteArray(R"({"side":"buy","quantity":"1"})")
                              << u"The order has an unknown field \"quantity\""_s;
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, sentence);
        ServedMarket market(path());
        const Answer answer = market.client.post(body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.error().left(sentence.size()), sentence);
    }

    /// Before anything is looked at.
    void strangersAreKeptOut()
    {
        ServedMarket market(path());
        for (const QString &key :
             QStringList { QString(), u"wrong"_s, token.chopped(1), token + u'0' }) {
            const Answer answer = market.client.ask("GET", u"portfolio"_s, {}, key);
            QCOMPARE(answer.status, 401);
            QVERIFY(!answer.error().isEmpty());
        }
        const QByteArray head = "GET /api/v1/paper/portfolio HTTP/1.1\r\n";
        const QByteArray own = "X-Tapeline-Token: " + token.toLatin1() + "\r\n";
        const Client &client = market.client;
        QCOMPARE(client.raw(head + own + "Host: 127.0.0.1\r\n\r\n"), "HTTP/1.1 200 OK");
        QCOMPARE(client.raw(head + own + "Host: evil.test\r\n\r\n"), "HTTP/1.1 403 Forbidden");
        QCOMPARE(client.raw(head + own + "\r\n"), "HTTP/1.1 400 Bad Request");
        QCOMPARE(client.raw(head + own + "Host: localhost\r\nOrigin: https://evil.test\r\n\r\n"),
                 "HTTP/1.1 403 Forbidden");
        QCOMPARE(
            client.raw(head + own + "Host: localhost\r\nOrigin: http://localhost:3000\r\n\r\n"),
            "HTTP/1.1 200 OK");
        QCOMPARE(client.raw("nonsense\r\n\r\n"), "HTTP/1.1 400 Bad Request");
        QCOMPARE(
            client.raw(head + "Host: localhost\r\nX-Long: " + QByteArray(20'000, 'x') + "\r\n\r\n"),
            "HTTP/1.1 431 Request Header Fields Too Large");
        QCOMPARE(client.raw("POST /api/v1/paper/order HTTP/1.1\r\nHost: localhost\r\n" + own
                            + "Content-Length: 100000\r\n\r\n" + QByteArray(100'000, ' ')),
                 "HTTP/1.1 413 Payload Too Large");
    }

    void otherAddressesAreNone()
    {
        ServedMarket market(path());
        QCOMPARE(market.client.get(u"nothing"_s).status, 404);
        QCOMPARE(market.client.ask("PUT", u"order"_s).status, 405);
        QCOMPARE(market.client.ask("POST", u"portfolio"_s, "{}").status, 405);
        QCOMPARE(market.client.get(u"events"_s).status, 426);
    }

    /// The token first; then all that happens, in its order.
    void eventsAreTold()
    {
        ServedMarket market(path());
        Listener listener(market.client.port);
        QVERIFY(listener.isListening());
        market.buy();
        QVERIFY(market.reached(u"entry"_s, u"filled"_s));
        market.client.post(R"({"id":"rest","symbol":"NVDA","side":"buy","qty":"10",)"
                           R"("type":"limit","limit":"90"})");
        market.pass(1s);
        QVERIFY(market.reached(u"rest"_s, u"accepted"_s));
        market.client.remove(u"rest"_s);
        market.pass(1s);
        QVERIFY(market.reached(u"rest"_s, u"canceled"_s));
        const QStringList expected { u"entry submit"_s, u"entry accept"_s, u"entry fill_all"_s,
                                     u"rest submit"_s,  u"rest accept"_s,  u"rest request_cancel"_s,
                                     u"rest cancel"_s };
        QTRY_COMPARE_WITH_TIMEOUT(listener.events().size(), expected.size(), 10'000);
        QCOMPARE(listener.events(), expected);
        QCOMPARE(listener.lines[1]["account"_L1].toString(), paper);
        QVERIFY(!listener.closed);
    }

    void listenersWithoutTheTokenAreSentAway()
    {
        SilentPaper source;
        PaperServer::Options options;
        options.authTimeout = 100ms;
        PaperServer server(source, token, options);
        const quint16 port = server.start().value_or(0);
        Listener wrong(port, u"wrong"_s);
        QTRY_VERIFY_WITH_TIMEOUT(wrong.closed, 10'000);
        QCOMPARE(wrong.socket.closeReason(), u"the token is wrong"_s);
        Listener silent(port, {});
        QTRY_VERIFY_WITH_TIMEOUT(silent.closed, 10'000);
        QCOMPARE(silent.socket.closeReason(), u"the token did not come"_s);
        QVERIFY(wrong.lines.isEmpty() && silent.lines.isEmpty());
    }

    /// One that does not read is sent away with a reason; the others miss nothing.
    void slowListenersAreSentAway()
    {
        SilentPaper source;
        PaperServer::Options options;
        options.closeTimeout = 60s;
        PaperServer server(source, token, options);
        const quint16 port = server.start().value_or(0);
        Listener quick(port);
        QVERIFY(quick.isListening());
        QTcpSocket slow;
        slow.setReadBufferSize(1'024);
        slow.connectToHost(u"127.0.0.1"_s, port);
        slow.write("GET /api/v1/paper/events HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                   "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                   "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nX-Tapeline-Token: "
                   + token.toLatin1() + "\r\n\r\n");
        QTRY_VERIFY_WITH_TIMEOUT(slow.bytesAvailable() > 100, 10'000);
        const QString padding(600'000, u'x');
        constexpr int lines = 50; // more than what systems buffer
        for (int line = 1; line <= lines; ++line) {
            source.tell({ report(quint64(line), padding) });
            QTRY_COMPARE_WITH_TIMEOUT(quick.lines.size(), line + 1, 10'000);
        }
        QVERIFY(!quick.closed);
        slow.setReadBufferSize(0);
        QByteArray end;
        QTRY_VERIFY_WITH_TIMEOUT((end = QByteArray(end + slow.readAll()).right(200))
                                     .contains("too slow: events were waiting"),
                                 30'000);
        const Answer next = Client(port).get(u"order"_s);
        QCOMPARE(next.status, 200);
    }

    /// An order that never gets to the disk is not acknowledged.
    void nothingIsAcknowledgedBeforeItIsKept()
    {
        SilentPaper source;
        PaperServer::Options options;
        options.answerTimeout = 300ms;
        PaperServer server(source, token, options);
        Client client(server.start().value_or(0));
        const Answer late = client.post(R"({"id":"x","symbol":"NVDA","side":"buy","qty":"1"})");
        QCOMPARE(late.status, 504);
        QVERIFY(late.error().contains(u"not on the disk yet"_s));
        QCOMPARE(client.get(u"order"_s).status, 200); // and the connection goes on
    }

    void askersAreLimited()
    {
        SilentPaper source;
        PaperServer::Options options;
        options.requestsPerSecond = 2;
        PaperServer server(source, token, options);
        Client client(server.start().value_or(0));
        QList<int> statuses;
        for (int i = 0; i < 12 && !statuses.contains(429); ++i)
            statuses << client.get(u"order"_s).status;
        QCOMPARE(statuses.first(), 200);
        QVERIFY(statuses.contains(429));
        QVERIFY(QTest::qWaitFor([&] { return client.get(u"order"_s).status == 200; }, 10'000));
    }

    /// On the desk's own engine, with its threads.
    void theSessionSwitchesIt()
    {
        DeskSession session;
        PulledPaper pulled(session);
        QSignalSpy changed(&session, &DeskSession::localApiChanged);
        session.setJournal(path());
        session.setLocalApi(DeskSession::LocalApi { 0, token });
        QCOMPARE(changed.size(), 1);
        Client client(changed.last()[0].value<quint16>());
        QVERIFY(client.port != 0);
        QCOMPARE(client.get(u"portfolio"_s).status, 503); // no market is open
        QVERIFY(session.openSimulated(1, 5));
        QTRY_VERIFY_WITH_TIMEOUT(pulled.account(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(client.get(u"portfolio"_s).status, 200, 10'000);
        QCOMPARE(client.get(u"portfolio"_s).text("equity"), u"100000"_s);
        QCOMPARE(client.post(R"({"id":"a","symbol":"AAPL","side":"buy","qty":"5"})").status, 202);
        QTRY_VERIFY_WITH_TIMEOUT(pulled.find(u"a"_s, OrderState::Filled), 30'000);
        QCOMPARE(client.get(u"order?id=a"_s).text("state"), u"filled"_s);

        session.setLocalApi({});
        QCOMPARE(changed.last()[0].value<quint16>(), quint16(0));
        QVERIFY(changed.last()[1].toString().isEmpty());
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, client.port);
        QVERIFY(!socket.waitForConnected(2'000));
        QCOMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
    }

    void aPortInUseIsNamed()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        DeskSession session;
        QSignalSpy changed(&session, &DeskSession::localApiChanged);
        session.setLocalApi(DeskSession::LocalApi { other.serverPort(), token });
        QCOMPARE(changed.last()[0].value<quint16>(), quint16(0));
        QCOMPARE(
            changed.last()[1].toString(),
            u"Port %1 is used by another program; choose another one."_s.arg(other.serverPort()));
    }

private:
    QString path() const { return m_dir->filePath(u"journal.db"_s); }
    bool isKept(const QString &id) const
    {
        JournalDatabase journal;
        if (!journal.open(path(), JournalDatabase::Access::ReadOnly))
            return false;
        const auto lines
            = journal.lines(u"live/Paper"_s, u"orders"_s).value_or(std::vector<JournalLine>());
        return std::ranges::any_of(lines, [&id](const JournalLine &line) {
            return line.body.contains(QByteArray("\"id\":\"" + id.toLatin1() + '"'));
        });
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestLocalApi)
#include "tst_localapi.moc"
