#include "heldsandbox.h"

#include "easterntime.h"

#include <QtTest>

#include <set>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 8, 13);
const Timestamp morning = easterntime::at(today, 10h + 30min + 17s) + 500ms;
constexpr StreamEndpoint realTime { AssetClass::Options, false };
constexpr StreamEndpoint delayed { AssetClass::Options, true };

/// Moves the market on in steps of a pump and sends what became due.
void play(HeldSandbox &market, Duration length, Duration step = 50ms)
{
    for (Duration done {}; done < length; done += step) {
        market.wall.advance(step);
        market.hub.pump();
    }
}

/// Some contracts of an expiration, by their symbols.
std::vector<std::string> contracts(HeldSandbox &market, int count)
{
    const QJsonArray rows
        = market
              .get("/v3/reference/options/contracts?underlying_ticker=SPY&limit=1000"
                   "&expiration_date.lte=2026-08-21&strike_price.gte=640&strike_price.lte=690")
              .rows();
    std::vector<std::string> symbols;
    for (int i = 0; i < count && i < rows.size(); ++i)
        symbols.push_back(rows.at(i)["ticker"_L1].toString().toStdString());
    return symbols;
}

std::string joined(const std::string &channel, const std::vector<std::string> &symbols)
{
    std::string pairs;
    for (const std::string &symbol : symbols)
        pairs += (pairs.empty() ? "" : ",") + channel + '.' + symbol;
    return pairs;
}

} // namespace

/// The options stream: massive-api.md 6.10.
class TestGatewayOptionStream : public QObject
{
    Q_OBJECT

private slots:
    void snapshotIsTheLastOnTheStream();
    void everyTradeOfTheChains();
    void barsAreTheRestBars();
    void entitlementByPlan_data();
    void entitlementByPlan();
    void quotesOfAThousandContracts();
    void keepsUp();
};

/// What REST says at an instant is what the stream said last.
void TestGatewayOptionStream::snapshotIsTheLastOnTheStream()
{
    HeldSandbox market(morning);
    const std::vector<std::string> symbols = contracts(market, 150);
    HubClient client(market.hub, realTime);
    client.say("auth", "advanced");
    client.say("subscribe", joined("Q", symbols) + ',' + joined("T", symbols));
    QCOMPARE(client.messagesOf("success"_L1).size(), qsizetype(2 * symbols.size()));
    market.hub.pump();
    play(market, 70s);
    int trades = 0;
    for (const std::string &symbol : symbols) {
        QJsonObject quote;
        QJsonObject trade;
        for (const QJsonObject &event : client.objects) {
            if (event["sym"_L1].toString().toStdString() != symbol)
                continue;
            (event["ev"_L1].toString() == "Q"_L1 ? quote : trade) = event;
        }
        const QJsonObject row = market.get("/v3/snapshot/options/SPY/" + symbol).result();
        QVERIFY(!quote.isEmpty()); // sizes are new once a minute
        QCOMPARE(row["last_quote"_L1]["bid"_L1], quote["bp"_L1]);
        QCOMPARE(row["last_quote"_L1]["ask"_L1], quote["ap"_L1]);
        QCOMPARE(row["last_quote"_L1]["bid_size"_L1], quote["bs"_L1]);
        QCOMPARE(row["last_quote"_L1]["ask_exchange"_L1], quote["ax"_L1]);
        QCOMPARE(row["last_quote"_L1]["last_updated"_L1].toInteger() / 1'000'000,
                 quote["t"_L1].toInteger());
        if (trade.isEmpty())
            continue;
        ++trades;
        QCOMPARE(row["last_trade"_L1]["price"_L1], trade["p"_L1]);
        QCOMPARE(row["last_trade"_L1]["size"_L1], trade["s"_L1]);
        QCOMPARE(row["last_trade"_L1]["sip_timestamp"_L1].toInteger() / 1'000'000,
                 trade["t"_L1].toInteger());
        QVERIFY(!trade.contains("i"_L1) && !trade.contains("z"_L1) && !trade.contains("ds"_L1));
    }
    QVERIFY(trades > 10);
}

/// A wildcard brings what REST has of each contract, in the order of time.
void TestGatewayOptionStream::everyTradeOfTheChains()
{
    HeldSandbox market(morning);
    HubClient client(market.hub, realTime);
    client.say("auth", "advanced");
    client.say("subscribe", "T.*");
    market.hub.pump();
    const Timestamp from = market.source.now();
    play(market, 20s);
    const QList<QJsonObject> trades = client.eventsOf("T"_L1);
    QVERIFY(trades.size() > 30);
    std::map<QString, int> counts;
    qint64 before = 0;
    for (const QJsonObject &trade : trades) {
        QVERIFY(trade["t"_L1].toInteger() >= before);
        before = trade["t"_L1].toInteger();
        QVERIFY(fromMs(before) >= from && fromMs(before) < market.source.now());
        ++counts[trade["sym"_L1].toString()];
    }
    std::set<QString> roots;
    for (const auto &[symbol, count] : counts) {
        roots.insert(symbol.mid(2, symbol.size() - 17));
        const auto rest = market.get("/v3/trades/" + symbol.toStdString() + "?timestamp.gte="
                                     + std::to_string(toNs(from)) + "&limit=1000");
        QCOMPARE(int(rest.rows().size()), count);
    }
    QVERIFY(roots.contains(u"SPY"_s) && roots.size() >= 3);
    QVERIFY(client.eventsOf("Q"_L1).isEmpty());
}

void TestGatewayOptionStream::barsAreTheRestBars()
{
    HeldSandbox market(morning);
    const std::vector<std::string> symbols = contracts(market, 25);
    HubClient named(market.hub, realTime);
    named.say("auth", "advanced");
    named.say("subscribe", joined("A", symbols) + ',' + joined("AM", symbols));
    market.hub.pump();
    play(market, 125s, 250ms);
    const QList<QJsonObject> minutes = named.eventsOf("AM"_L1);
    QVERIFY(!minutes.isEmpty());
    QVERIFY(!named.eventsOf("A"_L1).isEmpty());
    for (const QLatin1String channel : { "A"_L1, "AM"_L1 }) {
        for (const QJsonObject &bar : named.eventsOf(channel)) {
            const std::string start = std::to_string(bar["s"_L1].toInteger());
            const auto rest = market.get("/v2/aggs/ticker/" + bar["sym"_L1].toString().toStdString()
                                         + "/range/1/" + (channel == "A"_L1 ? "second/" : "minute/")
                                         + start + '/' + start);
            const QJsonObject same = rest.rows().at(0).toObject();
            for (const QLatin1String key : { "o"_L1, "h"_L1, "l"_L1, "c"_L1, "v"_L1, "vw"_L1 })
                QCOMPARE(bar[key], same[key]);
            QVERIFY(!bar.contains("dv"_L1) && !bar.contains("otc"_L1));
            QVERIFY(bar["av"_L1].toInteger() >= bar["v"_L1].toInteger());
            QCOMPARE(bar["e"_L1].toInteger() - bar["s"_L1].toInteger(),
                     channel == "A"_L1 ? 1'000 : 60'000);
        }
    }
}

void TestGatewayOptionStream::entitlementByPlan_data()
{
    QTest::addColumn<QString>("plan");
    QTest::addColumn<bool>("isDelayed");
    QTest::addColumn<QString>("granted"); // channels, "-" when the stream is refused
    QTest::newRow("basic") << u"basic"_s << false << u"-"_s;
    QTest::newRow("basic, delayed") << u"basic"_s << true << u"-"_s;
    QTest::newRow("noplan") << u"noplan"_s << false << u"-"_s;
    QTest::newRow("starter") << u"starter"_s << false << u""_s;
    QTest::newRow("starter, delayed") << u"starter"_s << true << u"A AM"_s;
    QTest::newRow("developer") << u"developer"_s << false << u""_s;
    QTest::newRow("developer, delayed") << u"developer"_s << true << u"T A AM"_s;
    QTest::newRow("advanced") << u"advanced"_s << false << u"T Q A AM"_s;
    QTest::newRow("advanced, delayed") << u"advanced"_s << true << u"T A AM"_s;
}

void TestGatewayOptionStream::entitlementByPlan()
{
    QFETCH(const QString, plan);
    QFETCH(const bool, isDelayed);
    QFETCH(const QString, granted);
    HeldSandbox market(morning);
    HubClient client(market.hub, isDelayed ? delayed : realTime);
    client.say("auth", plan.toStdString());
    if (granted == u"-"_s) {
        QCOMPARE(client.messagesOf("auth_failed"_L1).size(), 1);
        QVERIFY(client.ended);
        return;
    }
    const QStringList wanted = granted.split(u' ', Qt::SkipEmptyParts);
    for (const QString &channel : { u"T"_s, u"Q"_s, u"A"_s, u"AM"_s }) {
        client.objects.clear();
        client.say("subscribe", channel.toStdString() + ".O:SPY270115C00600000");
        QCOMPARE(client.messagesOf("success"_L1).size(), wanted.contains(channel) ? 1 : 0);
        QCOMPARE(client.messagesOf("error"_L1),
                 wanted.contains(channel) ? QStringList {} : QStringList { u"not authorized"_s });
    }
}

void TestGatewayOptionStream::quotesOfAThousandContracts()
{
    HeldSandbox market(morning);
    HubClient client(market.hub, realTime);
    client.say("auth", "advanced");
    client.objects.clear();
    client.say("subscribe", "Q.*");
    QCOMPARE(client.messagesOf("error"_L1).size(), 1);
    QCOMPARE(client.messagesOf("success"_L1).size(), 0);
    const QJsonArray rows
        = market.allPages("/v3/reference/options/contracts?underlying_ticker=AAPL&limit=1000");
    std::vector<std::string> symbols;
    for (const QJsonValue &row : rows)
        symbols.push_back(row["ticker"_L1].toString().toStdString());
    QVERIFY(symbols.size() > 1'002);
    symbols.resize(1'002);
    client.objects.clear();
    client.say("subscribe", joined("Q", symbols));
    QCOMPARE(client.messagesOf("success"_L1).size(), 1'000);
    QCOMPARE(client.messagesOf("error"_L1).size(), 1);
    // Whoever gives one up may have another; trades have no such bound
    client.say("unsubscribe", "Q." + symbols.front());
    client.objects.clear();
    client.say("subscribe", "Q." + symbols.back() + ",T.*");
    QCOMPARE(client.messagesOf("success"_L1).size(), 2);
    QVERIFY(client.messagesOf("error"_L1).isEmpty());
    // Full again; giving up what is not held makes no room
    client.objects.clear();
    client.say("unsubscribe", "Q.O:SPY270115C00600000");
    client.say("subscribe", "Q." + symbols.front());
    QCOMPARE(client.messagesOf("error"_L1).size(), 1);
}

/// Everything of every chain, and the quotes of a thousand contracts, take a small part of the time
/// they happen in.
void TestGatewayOptionStream::keepsUp()
{
    HeldSandbox market(morning);
    HubClient client(market.hub, realTime);
    client.say("auth", "advanced");
    std::vector<std::string> symbols = contracts(market, 1'000);
    client.say("subscribe", joined("Q", symbols) + ",T.*,A.*,AM.*");
    market.hub.pump();
    play(market, 2s, 20ms); // the rolls of the day are made
    QElapsedTimer timer;
    timer.start();
    play(market, 10s, 20ms);
    const qint64 spent = timer.elapsed();
    qInfo("10 s of %d quotes, trades and bars took %lld ms", int(symbols.size()),
          static_cast<long long>(spent));
    QVERIFY2(spent < 5'000, qPrintable(QString::number(spent)));
    QVERIFY(client.eventsOf("Q"_L1).size() > 1'000);
}

QTEST_GUILESS_MAIN(TestGatewayOptionStream)
#include "tst_gatewayoptionstream.moc"
