#include "easterntime.h"
#include "heldsandbox.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 8, 13);
const Timestamp morning = easterntime::at(today, 10h + 30min + 17s);

/// Moves the market on in steps of a pump and sends what became due.
void play(HeldSandbox &market, Duration length, Duration step = 100ms)
{
    for (Duration done {}; done < length; done += step) {
        market.wall.advance(step);
        market.hub.pump();
    }
}

struct TickCase
{
    StreamEndpoint endpoint;
    const char *channel; ///< as it is sent
    const char *pair; ///< as it is subscribed to
    const char *rest; ///< the history's path and order
    const char *time; ///< the row's
    const char *sentPrice;
    const char *restPrice;
};

struct BarCase
{
    StreamEndpoint endpoint;
    const char *channel;
    const char *pair;
    const char *rest; ///< with %1 and %2 for its range, in milliseconds or nanoseconds
    bool isFutures = false;
};

} // namespace

Q_DECLARE_METATYPE(TickCase)
Q_DECLARE_METATYPE(BarCase)
Q_DECLARE_METATYPE(tapeline::StreamEndpoint)

/// The streams of indices, currencies, coins and futures: massive-api.md 6.11 to 6.15.
class TestClassStreams : public QObject
{
    Q_OBJECT

private slots:
    void ticksAreTheHistorys_data()
    {
        QTest::addColumn<TickCase>("is");
        QTest::newRow("trades of a coin") << TickCase {
            { AssetClass::Crypto },  "XT", "XT.BTC-USD", "/v3/trades/X:BTCUSD?order=asc",
            "participant_timestamp", "p",  "price"
        };
        QTest::newRow("quotes of a currency, its name with a dash") << TickCase {
            { AssetClass::Forex },   "C", "C.EUR-USD", "/v3/quotes/C:EURUSD?order=asc",
            "participant_timestamp", "b", "bid_price"
        };
        QTest::newRow("trades of a future")
            << TickCase { { AssetClass::Futures },
                          "T",
                          "T.ESU6",
                          "/futures/v1/trades/ESU6?sort=timestamp.asc",
                          "timestamp",
                          "p",
                          "price" };
        QTest::newRow("quotes of a future, its name as older clients write it")
            << TickCase { { AssetClass::Futures, false, "XCME" },
                          "Q",
                          "Q.F:ESU6",
                          "/futures/v1/quotes/ESU6?sort=timestamp.asc",
                          "timestamp",
                          "ap",
                          "ask_price" };
    }
    void ticksAreTheHistorys()
    {
        QFETCH(const TickCase, is);
        HeldSandbox market(morning);
        HubClient client(market.hub, is.endpoint);
        client.say("auth", "advanced");
        client.say("subscribe", is.pair);
        QCOMPARE(client.messagesOf("success"_L1).size(), 1);
        market.hub.pump();
        play(market, 20s);
        const QJsonArray rows = market
                                    .get(std::string(is.rest) + "&limit=40000&timestamp.gte="
                                         + std::to_string(toNs(morning)) + "&timestamp.lt="
                                         + std::to_string(toNs(market.clock->now())))
                                    .rows();
        const QList<QJsonObject> sent = client.eventsOf(QLatin1String(is.channel));
        QVERIFY(rows.size() > 10);
        QCOMPARE(sent.size(), rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QCOMPARE(sent[i][QLatin1String(is.sentPrice)], rows[i][QLatin1String(is.restPrice)]);
            QCOMPARE(sent[i]["t"_L1].toInteger(),
                     rows[i][QLatin1String(is.time)].toInteger() / 1'000'000);
        }
    }

    /// Two spellings are one subscription: each event comes once, and either ends it.
    void spellingsAreOneSubscription_data()
    {
        QTest::addColumn<StreamEndpoint>("endpoint");
        QTest::addColumn<QString>("channel");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::newRow("future") << StreamEndpoint { AssetClass::Futures } << u"T"_s << u"T.ESU6"_s
                                << u"T.F:ESU6"_s;
        QTest::newRow("coin") << StreamEndpoint { AssetClass::Crypto } << u"XT"_s << u"XT.BTC-USD"_s
                              << u"XT.X:BTCUSD"_s;
        QTest::newRow("currency") << StreamEndpoint { AssetClass::Forex } << u"C"_s
                                  << u"C.EUR/USD"_s << u"C.C:EURUSD"_s;
        QTest::newRow("currency, with a dash")
            << StreamEndpoint { AssetClass::Forex } << u"C"_s << u"C.EUR-USD"_s << u"C.C:EUR-USD"_s;
    }
    void spellingsAreOneSubscription()
    {
        QFETCH(const StreamEndpoint, endpoint);
        QFETCH(const QString, channel);
        QFETCH(const QString, one);
        QFETCH(const QString, other);
        HeldSandbox market(morning);
        HubClient both(market.hub, endpoint);
        both.say("auth", "advanced");
        both.say("subscribe", one.toStdString() + "," + other.toStdString());
        QCOMPARE(both.messagesOf("success"_L1).size(), 1);
        market.hub.pump();
        play(market, 10s);
        const QByteArray event = channel.toLatin1();
        const QList<QJsonObject> events = both.eventsOf(QLatin1String(event));
        QVERIFY(events.size() > 5);
        QVERIFY(std::adjacent_find(events.begin(), events.end()) == events.end());
        both.say("unsubscribe", other.toStdString());
        play(market, 10s);
        QCOMPARE(both.eventsOf(QLatin1String(event)).size(), events.size());
    }

    void barsAreRests_data()
    {
        QTest::addColumn<BarCase>("is");
        QTest::newRow("seconds of a coin")
            << BarCase { { AssetClass::Crypto },
                         "XAS",
                         "XAS.BTC-USD",
                         "/v2/aggs/ticker/X:BTCUSD/range/1/second/%1/%2" };
        QTest::newRow("minutes of a coin")
            << BarCase { { AssetClass::Crypto },
                         "XA",
                         "XA.BTC-USD",
                         "/v2/aggs/ticker/X:BTCUSD/range/1/minute/%1/%2" };
        QTest::newRow("seconds of a currency")
            << BarCase { { AssetClass::Forex },
                         "CAS",
                         "CAS.USD/JPY",
                         "/v2/aggs/ticker/C:USDJPY/range/1/second/%1/%2" };
        QTest::newRow("minutes of a currency")
            << BarCase { { AssetClass::Forex },
                         "CA",
                         "CA.USD/JPY",
                         "/v2/aggs/ticker/C:USDJPY/range/1/minute/%1/%2" };
        QTest::newRow("seconds of an index") << BarCase {
            { AssetClass::Indices }, "A", "A.I:SPX", "/v2/aggs/ticker/I:SPX/range/1/second/%1/%2"
        };
        QTest::newRow("minutes of an index, delayed")
            << BarCase { { AssetClass::Indices, true },
                         "AM",
                         "AM.I:SPX",
                         "/v2/aggs/ticker/I:SPX/range/1/minute/%1/%2" };
        QTest::newRow("seconds of a future")
            << BarCase { { AssetClass::Futures },
                         "A",
                         "A.ESU6",
                         "/futures/v1/aggs/"
                         "ESU6?resolution=1sec&sort=window_start.asc&window_start.gte=%1&window_"
                         "start.lte=%2",
                         true };
        QTest::newRow("minutes of a future, delayed")
            << BarCase { { AssetClass::Futures, true },
                         "AM",
                         "AM.ESU6",
                         "/futures/v1/aggs/"
                         "ESU6?resolution=1min&sort=window_start.asc&window_start.gte=%1&window_"
                         "start.lte=%2",
                         true };
    }
    void barsAreRests()
    {
        QFETCH(const BarCase, is);
        HeldSandbox market(morning);
        HubClient client(market.hub, is.endpoint);
        client.say("auth", "advanced");
        client.say("subscribe", is.pair);
        market.hub.pump();
        play(market, 130s, 200ms);
        const QList<QJsonObject> sent = client.eventsOf(QLatin1String(is.channel));
        QVERIFY(sent.size() >= 2);
        const qint64 unit = is.isFutures ? 1'000'000 : 1;
        const QJsonArray rows = market
                                    .get(QString::fromLatin1(is.rest)
                                             .arg(sent.first()["s"_L1].toInteger() * unit)
                                             .arg(sent.last()["s"_L1].toInteger() * unit)
                                             .toStdString())
                                    .rows();
        QCOMPARE(sent.size(), rows.size());
        const auto numeric = [](const QJsonValue &value) {
            return value.isString() ? value.toString().toDouble() : value.toDouble();
        };
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const auto of = [&](const char *stream, const char *bars, const char *future) {
                const QJsonValue row = rows[i][QLatin1String(is.isFutures ? future : bars)];
                return qAbs(numeric(sent[i][QLatin1String(stream)]) - row.toDouble()) < 1e-6;
            };
            QVERIFY(of("o", "o", "open") && of("h", "h", "high") && of("l", "l", "low"));
            QVERIFY(of("c", "c", "close") && of("v", "v", "volume"));
            QVERIFY(!is.isFutures || of("dv", "", "dollar_volume"));
            QCOMPARE(sent[i]["o"_L1].isString(), is.isFutures); // as the live feed has them
            QVERIFY(sent[i]["e"_L1].toInteger() - sent[i]["s"_L1].toInteger() >= 1'000);
        }
    }

    /// Every value, and what the snapshot says at the end is the stream's last.
    void valuesOfIndices()
    {
        HeldSandbox market(morning);
        HubClient client(market.hub, { AssetClass::Indices });
        client.say("auth", "advanced");
        client.say("subscribe", "V.*");
        market.hub.pump();
        play(market, 15s);
        QMap<QString, QJsonObject> last;
        for (const QJsonObject &value : client.eventsOf("V"_L1))
            last[value["T"_L1].toString()] = value;
        QCOMPARE(last.size(), 3);
        const QJsonArray rows = market.get("/v3/snapshot/indices").rows();
        QCOMPARE(rows.size(), 3);
        for (const QJsonValue &row : rows) {
            const QJsonObject value = last[row["ticker"_L1].toString()];
            QCOMPARE(row["value"_L1], value["val"_L1]);
            QCOMPARE(row["last_updated"_L1].toInteger() / 1'000'000, value["t"_L1].toInteger());
        }
    }

    void snapshotsOfPairsAreTheStreamsLast()
    {
        HeldSandbox market(morning);
        HubClient coins(market.hub, { AssetClass::Crypto });
        coins.say("auth", "starter");
        coins.say("subscribe", "XT.*");
        HubClient currencies(market.hub, { AssetClass::Forex });
        currencies.say("auth", "starter");
        currencies.say("subscribe", "C.*");
        market.hub.pump();
        play(market, 60s);
        QMap<QString, QJsonObject> last;
        for (const QJsonObject &trade : coins.eventsOf("XT"_L1))
            last["X:"_L1 + trade["pair"_L1].toString().remove(u'-')] = trade;
        for (const QJsonObject &quote : currencies.eventsOf("C"_L1))
            last["C:"_L1 + quote["p"_L1].toString().remove(u'/')] = quote;
        QCOMPARE(last.size(), 5);
        for (const char *kind : { "crypto", "forex" }) {
            const QJsonArray rows
                = market.get("/v2/snapshot/locale/global/markets/" + std::string(kind) + "/tickers")
                      .json["tickers"_L1]
                      .toArray();
            for (const QJsonValue &row : rows) {
                const QJsonObject sent = last[row["ticker"_L1].toString()];
                const bool isCoin = sent.contains("r"_L1);
                const QJsonValue told = row[isCoin ? "lastTrade"_L1 : "lastQuote"_L1];
                QCOMPARE(told["t"_L1], sent["t"_L1]);
                QCOMPARE(told[isCoin ? "p"_L1 : "b"_L1], sent[isCoin ? "p"_L1 : "b"_L1]);
            }
        }
    }

    /// An exchange group carries only its own products.
    void groupsOfFutures()
    {
        HeldSandbox market(morning);
        const auto symbols = [&](std::string_view venue) {
            HubClient client(market.hub, { AssetClass::Futures, false, venue });
            client.say("auth", "advanced");
            client.say("subscribe", "T.*,T.GCZ6");
            market.hub.pump();
            play(market, 20s);
            QSet<QString> roots;
            for (const QJsonObject &trade : client.eventsOf("T"_L1))
                roots.insert(trade["sym"_L1].toString().first(2));
            return roots;
        };
        QCOMPARE(symbols(""), QSet<QString>({ u"ES"_s, u"GC"_s }));
        QCOMPARE(symbols("XCME"), QSet<QString> { u"ES"_s });
        QCOMPARE(symbols("XCEC"), QSet<QString> { u"GC"_s });
        QCOMPARE(symbols("XNYM"), QSet<QString>());
        QVERIFY(!streamchannels::endpointOf("/futures/eurex"));
        QVERIFY(!streamchannels::endpointOf("/delayed/forex"));
        QVERIFY(!streamchannels::endpointOf("/delayed/crypto"));
        QCOMPARE(streamchannels::endpointOf("/delayed/futures/comex")->venue, "XCEC");
    }

    /// massive-api.md 1.3 and 6.15: each plan, channel and host.
    void channelsByPlan_data()
    {
        QTest::addColumn<StreamEndpoint>("endpoint");
        QTest::addColumn<QString>("pairs");
        QTest::addColumn<QString>("plan");
        QTest::addColumn<QString>("held"); // what is acknowledged
        QTest::addColumn<bool>("isRefused"); // whether "not authorized" was said
        const auto row = [](const char *name, StreamEndpoint endpoint, const char *pairs,
                            const char *plan, const char *held, bool isRefused) {
            QTest::newRow(name) << endpoint << QString::fromLatin1(pairs)
                                << QString::fromLatin1(plan) << QString::fromLatin1(held)
                                << isRefused;
        };
        const StreamEndpoint futures { AssetClass::Futures };
        const StreamEndpoint lateFutures { AssetClass::Futures, true };
        const char *all = "T.ESU6,Q.ESU6,A.ESU6,AM.ESU6,FMV.ESU6";
        row("futures, starter, real time", futures, all, "starter", "", true);
        row("futures, starter", lateFutures, all, "starter", "A.ESU6 AM.ESU6", true);
        row("futures, developer", lateFutures, all, "developer", "T.ESU6 Q.ESU6 A.ESU6 AM.ESU6",
            true);
        row("futures, advanced", futures, "T.ESU6,Q.ESU6,A.ESU6,AM.ESU6", "advanced",
            "T.ESU6 Q.ESU6 A.ESU6 AM.ESU6", false);
        row("futures, advanced, delayed", lateFutures, "Q.ESU6", "advanced", "Q.ESU6", false);
        const StreamEndpoint indices { AssetClass::Indices };
        const StreamEndpoint lateIndices { AssetClass::Indices, true };
        row("indices, starter, real time", indices, "V.I:SPX", "starter", "", true);
        row("indices, starter", lateIndices, "V.I:SPX,A.I:SPX,AM.*", "starter",
            "V.I:SPX A.I:SPX AM.*", false);
        row("indices, advanced", indices, "V.I:SPX,A.I:SPX,AM.*,T.I:SPX", "advanced",
            "V.I:SPX A.I:SPX AM.*", false); // nobody trades an index: silence
        row("forex, starter", { AssetClass::Forex }, "C.EUR/USD,CA.*,CAS.USD/JPY,C.EUR-USD",
            "starter", "C.EUR/USD CA.* CAS.USD/JPY", false);
        row("crypto, starter", { AssetClass::Crypto }, "XT.BTC-USD,XQ.*,XA.*,XAS.*,XL2.*",
            "starter", "XT.BTC-USD XQ.* XA.* XAS.*", false);
    }
    void channelsByPlan()
    {
        QFETCH(const StreamEndpoint, endpoint);
        QFETCH(const QString, pairs);
        QFETCH(const QString, plan);
        QFETCH(const QString, held);
        QFETCH(const bool, isRefused);
        HeldSandbox market(morning);
        HubClient client(market.hub, endpoint);
        client.say("auth", plan.toStdString());
        client.say("subscribe", pairs.toStdString());
        QStringList acknowledged = client.messagesOf("success"_L1);
        for (QString &message : acknowledged)
            message.remove(u"subscribed to: "_s);
        QCOMPARE(acknowledged.join(u' '), held);
        QCOMPARE(client.messagesOf("error"_L1).size(), isRefused ? 1 : 0);
        for (const char *key : { "basic", "noplan" }) {
            HubClient poor(market.hub, endpoint);
            poor.say("auth", key);
            QCOMPARE(poor.messagesOf("auth_failed"_L1).size(), 1);
            QVERIFY(poor.ended);
        }
    }

    void delayedFuturesAreTenMinutesLate()
    {
        HeldSandbox market(morning);
        HubClient client(market.hub, { AssetClass::Futures, true });
        client.say("auth", "developer");
        client.say("subscribe", "T.ESU6");
        market.hub.pump();
        play(market, 10s);
        const QList<QJsonObject> trades = client.eventsOf("T"_L1);
        QVERIFY(trades.size() > 5);
        for (const QJsonObject &trade : trades) {
            const Duration age = market.clock->now() - fromMs(trade["t"_L1].toInteger());
            QVERIFY(age > 10min - 1s && age < 10min + 11s);
        }
    }
};

QTEST_GUILESS_MAIN(TestClassStreams)
#include "tst_classstreams.moc"
