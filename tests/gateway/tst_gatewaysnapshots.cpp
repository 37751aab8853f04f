#include "gatewayfixture.h"

#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString base = u"/v2/snapshot/locale/us/markets/stocks/"_s;

QStringList symbolsOf(const QJsonArray &rows)
{
    QStringList symbols;
    for (const QJsonValue &row : rows)
        symbols.append(row[u"ticker"_s].toString());
    return symbols;
}

} // namespace

/// Stock snapshots: massive-api.md 3.7.
class TestGatewaySnapshots : public QObject
{
    Q_OBJECT

private slots:
    void oneTicker()
    {
        GatewayFixture gateway;
        const auto answer = gateway.get(base + u"tickers/AAA"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.statusText(), u"OK"_s);
        const QJsonObject row = answer.json[u"ticker"_s].toObject();
        QCOMPARE(row[u"ticker"_s].toString(), u"AAA"_s);
        const QJsonObject trade
            = gateway.get(u"/v2/last/trade/AAA"_s).json[u"results"_s].toObject();
        for (const QString &key : { u"p"_s, u"t"_s, u"s"_s, u"ds"_s, u"x"_s, u"i"_s })
            QCOMPARE(row[u"lastTrade"_s][key], trade[key]);
        QVERIFY(row[u"lastTrade"_s].toObject().contains(u"c"_s)); // null when there are none
        const QJsonObject quote = gateway.get(u"/v2/last/nbbo/AAA"_s).json[u"results"_s].toObject();
        for (const QString &key : { u"p"_s, u"P"_s, u"s"_s, u"S"_s, u"t"_s })
            QCOMPARE(row[u"lastQuote"_s][key], quote[key]);
        QCOMPARE(row[u"updated"_s].toInteger(), trade[u"t"_s].toInteger());
        // Of the day so far, the day before and the newest minute
        const QJsonObject today
            = gateway.get(u"/v2/aggs/ticker/AAA/range/1/day/2026-08-13/2026-08-13"_s)
                  .rows()
                  .first()
                  .toObject();
        const QJsonObject previous
            = gateway.get(u"/v2/aggs/ticker/AAA/prev"_s).rows().first().toObject();
        for (const QString &key : { u"o"_s, u"h"_s, u"l"_s, u"c"_s, u"v"_s, u"vw"_s }) {
            QCOMPARE(row[u"day"_s][key], today[key]);
            QCOMPARE(row[u"prevDay"_s][key], previous[key]);
        }
        QCOMPARE(row[u"min"_s][u"t"_s].toInteger(), toMs(GatewayFixture::openingTime() - 1min));
        QCOMPARE(row[u"min"_s][u"av"_s], today[u"v"_s]);
        const double change = trade[u"p"_s].toDouble() - previous[u"c"_s].toDouble();
        QCOMPARE(row[u"todaysChange"_s].toDouble(), change);
        QVERIFY(
            qAbs(row[u"todaysChangePerc"_s].toDouble() - change / previous[u"c"_s].toDouble() * 100)
            < 1e-6);
    }

    void unknownTicker()
    {
        GatewayFixture gateway;
        const auto answer = gateway.get(base + u"tickers/NOSUCH"_s);
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.message(), u"Ticker not found."_s);
    }

    void listedAndAll()
    {
        GatewayFixture gateway;
        const auto all = gateway.get(base + u"tickers"_s);
        QCOMPARE(all.json[u"count"_s].toInteger(), 4);
        QCOMPARE(all.json[u"tickers"_s].toArray().size(), 4);
        // The whole-market form leaves the conditions out, a list of symbols does not
        const auto trade = [](const GatewayFixture::Answer &answer) {
            return answer.json[u"tickers"_s][0][u"lastTrade"_s].toObject();
        };
        QVERIFY(!trade(all).contains(u"c"_s));
        QVERIFY(trade(all).contains(u"ds"_s));
        QVERIFY(trade(gateway.get(base + u"tickers?tickers=AAA"_s)).contains(u"c"_s));
        const auto listed = gateway.get(base + u"tickers?tickers=BRK.B,NOSUCH,AAA,AAA"_s);
        QCOMPARE(symbolsOf(listed.json[u"tickers"_s].toArray()),
                 QStringList({ u"BRK.B"_s, u"AAA"_s }));
        QCOMPARE(listed.json[u"count"_s].toInteger(), 2);
    }

    void movers()
    {
        GatewayFixture gateway;
        const QJsonArray up = gateway.get(base + u"gainers"_s).json[u"tickers"_s].toArray();
        const QJsonArray down = gateway.get(base + u"losers"_s).json[u"tickers"_s].toArray();
        QCOMPARE(up.size() + down.size(), 4); // every fake moves
        double last = 1e9;
        for (const QJsonValue &row : up) {
            QVERIFY(row[u"todaysChangePerc"_s].toDouble() > 0);
            QVERIFY(row[u"todaysChangePerc"_s].toDouble() <= last);
            last = row[u"todaysChangePerc"_s].toDouble();
        }
        last = -1e9;
        for (const QJsonValue &row : down) {
            QVERIFY(row[u"todaysChangePerc"_s].toDouble() < 0);
            QVERIFY(row[u"todaysChangePerc"_s].toDouble() >= last);
            last = row[u"todaysChangePerc"_s].toDouble();
        }
    }

    void planDecidesWhatIsInIt_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("trade");
        QTest::addColumn<bool>("quote");
        QTest::newRow("starter") << u"starter"_s << false << false;
        QTest::newRow("developer") << u"developer"_s << true << false;
        QTest::newRow("advanced") << u"advanced"_s << true << true;
    }
    void planDecidesWhatIsInIt()
    {
        QFETCH(const QString, key);
        QFETCH(const bool, trade);
        QFETCH(const bool, quote);
        GatewayFixture gateway;
        const QJsonObject row
            = gateway.get(base + u"tickers/AAA"_s, key).json[u"ticker"_s].toObject();
        QCOMPARE(row.contains(u"lastTrade"_s), trade);
        QCOMPARE(row.contains(u"lastQuote"_s), quote);
        QVERIFY(row[u"day"_s][u"v"_s].toDouble() > 0);
    }

    void clearedAtHalfPastThree()
    {
        GatewayFixture gateway;
        const auto dayVolume = [&](Duration time) {
            gateway.time->set(easterntime::at({ 2026, 8, 13 }, time));
            return gateway.get(base + u"tickers/AAA"_s).json[u"ticker"_s].toObject();
        };
        const QJsonObject night = dayVolume(3h + 29min); // still yesterday
        QVERIFY(night[u"day"_s][u"v"_s].toDouble() > 0);
        const QJsonObject cleared = dayVolume(3h + 31min);
        QCOMPARE(cleared[u"day"_s][u"v"_s].toDouble(-1), 0.0);
        QCOMPARE(cleared[u"todaysChange"_s].toDouble(-1), 0.0);
        QVERIFY(!cleared.contains(u"lastTrade"_s));
        QVERIFY(cleared[u"prevDay"_s][u"c"_s].toDouble() > 0);
        const QJsonObject early = dayVolume(9h);
        QCOMPARE(early[u"day"_s][u"o"_s].toDouble(-1), 0.0); // zeros before the open
        QVERIFY(early[u"min"_s][u"av"_s].toDouble() > 0);
        QVERIFY(early[u"lastTrade"_s][u"p"_s].toDouble() > 0);
    }
};

QTEST_GUILESS_MAIN(TestGatewaySnapshots)
#include "tst_gatewaysnapshots.moc"
