#include "embeddedmarket.h"
#include "gatewayfixture.h"
#include "streamdecoder.h"

#include <QtTest>

#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp saturday = fromMs(1'786'766'400'000); // 2026-08-15 00:00 Eastern

EmbeddedMarket::Options options(bool legacy, quint64 seed = 1)
{
    EmbeddedMarket::Options options;
    options.seed = seed;
    options.speed = 20;
    options.start = saturday;
    options.legacy = legacy;
    return options;
}

/// A running market and one client of its crypto stream, whose frames are decoded as a desk does.
class CryptoClient
{
public:
    explicit CryptoClient(const EmbeddedMarket::Options &marketOptions)
        : market(marketOptions)
        , started(market.start())
        , client(market.wsBase().toString() + u"/crypto"_s)
        , m_decoder(symbols, AssetClass::Crypto)
    {
        QObject::connect(&client.socket, &QWebSocket::textMessageReceived, &client.socket,
                         [this](const QString &frame) {
                             if (!m_decoder.decode(frame.toUtf8(), batch))
                                 ++broken;
                         });
    }

    bool subscribe(const QString &pairs, const QString &key = u"starter"_s)
    {
        return started && client.login(key) && client.subscribe(pairs);
    }
    bool waitForBooks(std::size_t count)
    {
        return QTest::qWaitFor([&] { return batch.depths.size() >= count; }, 20'000);
    }
    /// By the time from which it was in force.
    std::map<Timestamp, DepthUpdate> books() const
    {
        std::map<Timestamp, DepthUpdate> found;
        for (const DepthUpdate &book : batch.depths)
            found[book.time] = book;
        return found;
    }

    struct Answer
    {
        int status = 0;
        QByteArray body;
        QJsonObject json;
    };
    Answer get(const QString &path, const QString &key = u"starter"_s)
    {
        QNetworkRequest request(QUrl(market.restBase().toString() + path));
        if (!key.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + key.toUtf8());
        const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(20'000);
        const QByteArray body = reply->readAll();
        return { reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), body,
                 QJsonDocument::fromJson(body).object() };
    }

    EmbeddedMarket market;
    Result<void> started;
    StreamClient client;
    SymbolTable symbols;
    EventBatch batch;
    int broken = 0;

private:
    StreamDecoder m_decoder;
    QNetworkAccessManager m_network;
};

const QString bookPath = u"/v2/snapshot/locale/global/markets/crypto/tickers/%1/book"_s;

/// A side of the snapshot as levels of the venue.
std::vector<BookLevel> levelsOf(const QJsonValue &side, const QString &venue)
{
    std::vector<BookLevel> levels;
    for (const QJsonValue &level : side.toArray())
        levels.push_back({ Price::fromDouble(level[u"p"].toDouble()),
                           Qty::fromDouble(level[u"x"][venue].toDouble()) });
    return levels;
}

} // namespace

/// The crypto stream of the simulated market, at a weekend, and the books that the service has
/// retired (massive-api.md 3.8, 6.13, 10.15).
class TestGatewayCrypto : public QObject
{
    Q_OBJECT

private slots:
    void withoutLegacyBooksAreUnknown()
    {
        CryptoClient crypto(options(false));
        QVERIFY(crypto.subscribe(u"XL2.BTC-USD,XL2.*,XT.BTC-USD,XT.DOGE-USD"_s));
        QCOMPARE(crypto.client.messagesOf(u"success"_s),
                 QStringList({ u"subscribed to: XT.BTC-USD"_s, u"subscribed to: XT.DOGE-USD"_s }));
        QVERIFY(crypto.client.messagesOf(u"error"_s).isEmpty());
        QTRY_VERIFY(crypto.batch.events.size() > 20);
        QVERIFY(crypto.batch.depths.empty());
        const CryptoClient::Answer answer = crypto.get(bookPath.arg(u"X:BTCUSD"_s));
        QCOMPARE(answer.status, 404);
        QVERIFY(answer.json.isEmpty());
    }

    void tradesQuotesAndBooksBelongTogether()
    {
        CryptoClient crypto(options(true));
        QVERIFY(crypto.subscribe(u"XT.BTC-USD,XQ.BTC-USD,XL2.BTC-USD"_s));
        QCOMPARE(crypto.client.messagesOf(u"success"_s).size(), 3);
        QVERIFY(crypto.waitForBooks(200));
        QCOMPARE(crypto.broken, 0);
        QCOMPARE(crypto.batch.invalid, 0);
        QCOMPARE(crypto.batch.unknown, 0);
        const auto books = crypto.books();
        QCOMPARE(books.size(), crypto.batch.depths.size()); // none twice
        int compared = 0;
        int trades = 0;
        std::map<quint16, Quote> quotes;
        for (const MarketEvent &event : crypto.batch.events) {
            if (const auto *trade = std::get_if<Trade>(&event)) {
                const auto quote = quotes.find(trade->exchange);
                ++trades;
                QCOMPARE(crypto.symbols.symbol(trade->instrument), u"X:BTCUSD"_s);
                if (quote != quotes.end())
                    QVERIFY(trade->price == quote->second.bid || trade->price == quote->second.ask);
                continue;
            }
            const Quote &quote = std::get<Quote>(event);
            quotes[quote.bidExchange] = quote;
            const auto book = books.find(quote.time);
            if (quote.bidExchange != 1 || book == books.end())
                continue;
            ++compared;
            QCOMPARE(book->second.bids.front(), (BookLevel { quote.bid, quote.bidSize }));
            QCOMPARE(book->second.asks.front(), (BookLevel { quote.ask, quote.askSize }));
        }
        QVERIFY(compared > 30);
        QVERIFY(trades > 20);
        QCOMPARE(quotes.size(), std::size_t(3));
        for (const auto &[time, book] : books)
            QVERIFY(book.bids.size() == 100 && book.asks.size() == 100 && book.exchange == 1);
    }

    void unsubscribedPairsStop()
    {
        CryptoClient crypto(options(true));
        QVERIFY(crypto.subscribe(u"XQ.BTC-USD,XL2.BTC-USD"_s));
        QVERIFY(crypto.waitForBooks(3));
        crypto.client.send(u"unsubscribe"_s, u"XL2.BTC-USD"_s);
        QTRY_COMPARE(crypto.client.messagesOf(u"success"_s).last(),
                     u"unsubscribed to: XL2.BTC-USD"_s);
        const std::size_t books = crypto.batch.depths.size();
        const std::size_t events = crypto.batch.events.size();
        QTRY_VERIFY(crypto.batch.events.size() > events + 30);
        QCOMPARE(crypto.batch.depths.size(), books);
    }

    void theSnapshotIsTheStreamsBook()
    {
        CryptoClient crypto(options(true));
        QVERIFY(crypto.subscribe(u"XL2.BTC-USD"_s));
        QVERIFY(crypto.waitForBooks(5));
        for (int round = 0; round < 5; ++round) {
            const CryptoClient::Answer answer = crypto.get(bookPath.arg(u"X:BTCUSD"_s));
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.json[u"status"].toString(), u"OK"_s);
            const QJsonObject data = answer.json[u"data"].toObject();
            const Timestamp updated = fromMs(data[u"updated"].toInteger());
            QTRY_VERIFY(crypto.books().contains(updated));
            const DepthUpdate book = crypto.books().at(updated);
            QCOMPARE(data[u"ticker"].toString(), u"X:BTCUSD"_s);
            QCOMPARE(levelsOf(data[u"bids"], u"1"_s), book.bids);
            QCOMPARE(levelsOf(data[u"asks"], u"1"_s), book.asks);
            QCOMPARE(Price::fromDouble(data[u"spread"].toDouble()),
                     book.asks.front().price - book.bids.front().price);
            Qty bids;
            for (const BookLevel &level : book.bids)
                bids += level.size;
            QCOMPARE(Qty::fromDouble(data[u"bidCount"].toDouble()), bids);
        }
    }

    /// massive-api.md 1.3: Currencies Starter has all of crypto, Basic end-of-day bars only.
    void keysAndSymbols()
    {
        CryptoClient crypto(options(true));
        QVERIFY(crypto.client.waitForStatus(u"connected"_s));
        crypto.client.send(u"auth"_s, u"basic"_s);
        QVERIFY(crypto.client.waitForStatus(u"auth_failed"_s));
        const QString book = bookPath.arg(u"X:BTCUSD"_s);
        QCOMPARE(crypto.get(book, {}).status, 401);
        QCOMPARE(crypto.get(book, u"stolen"_s).status, 401);
        QCOMPARE(crypto.get(book, u"basic"_s).status, 403);
        QCOMPARE(crypto.get(bookPath.arg(u"X:DOGEUSD"_s)).status, 404);
        QVERIFY(!crypto.get(bookPath.arg(u"X:DOGEUSD"_s)).json.isEmpty()); // a missing symbol
    }

    /// Retired or not: what has no such channel is silent.
    void otherStreamsHaveNoBooks()
    {
        CryptoClient crypto(options(true));
        StreamClient stocks(crypto.market.wsBase().toString() + u"/stocks"_s);
        QVERIFY(stocks.login(u"advanced"_s));
        QVERIFY(stocks.subscribe(u"XL2.BTC-USD,XT.BTC-USD,T.SPY"_s));
        QCOMPARE(stocks.messagesOf(u"success"_s), QStringList { u"subscribed to: T.SPY"_s });
    }

    void theSameSeedSendsTheSame()
    {
        CryptoClient one(options(true));
        CryptoClient same(options(true));
        CryptoClient other(options(true, 2));
        for (CryptoClient *client : { &one, &same, &other }) {
            QVERIFY(client->subscribe(u"XL2.BTC-USD"_s));
            QVERIFY(client->waitForBooks(100));
        }
        int compared = 0;
        const auto books = one.books();
        for (const auto &[time, book] : same.books()) {
            const auto found = books.find(time);
            if (found == books.end())
                continue;
            ++compared;
            QVERIFY(found->second.bids == book.bids && found->second.asks == book.asks);
        }
        for (const auto &[time, book] : other.books())
            if (const auto found = books.find(time); found != books.end())
                QVERIFY(found->second.bids != book.bids);
        QVERIFY2(compared > 20, qPrintable(QString::number(compared)));
    }
};

QTEST_GUILESS_MAIN(TestGatewayCrypto)
#include "tst_gatewaycrypto.moc"
