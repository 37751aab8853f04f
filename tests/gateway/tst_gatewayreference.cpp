#include "gatewayfixture.h"

#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList symbolsOf(const QJsonArray &rows)
{
    QStringList symbols;
    for (const QJsonValue &row : rows)
        symbols.append(row[u"ticker"_s].toString());
    return symbols;
}

} // namespace

/// Tickers, details, small lists, market status: massive-api.md 4.1 to 4.5 and 8.
class TestGatewayReference : public QObject
{
    Q_OBJECT

private slots:
    void tickerRow()
    {
        GatewayFixture gateway;
        const auto answer = gateway.get(u"/v3/reference/tickers?ticker=BRK.B"_s);
        QCOMPARE(answer.json[u"count"_s].toInteger(), 1);
        const QJsonObject row = answer.rows().first().toObject();
        QCOMPARE(row[u"ticker"_s].toString(), u"BRK.B"_s);
        QCOMPARE(row[u"name"_s].toString(), u"Berkshire Fake"_s);
        QCOMPARE(row[u"market"_s].toString(), u"stocks"_s);
        QCOMPARE(row[u"locale"_s].toString(), u"us"_s);
        QCOMPARE(row[u"primary_exchange"_s].toString(), u"XNYS"_s);
        QCOMPARE(row[u"type"_s].toString(), u"CS"_s);
        QCOMPARE(row[u"active"_s].toBool(), true);
        QCOMPARE(row[u"currency_name"_s].toString(), u"usd"_s);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("symbols");
        const QStringList all { u"AAA"_s, u"BBB"_s, u"BRK.B"_s, u"ETFX"_s };
        QTest::newRow("none") << QString() << all;
        QTest::newRow("descending") << u"order=desc"_s << QStringList(all.crbegin(), all.crend());
        QTest::newRow("type") << u"type=ETF"_s << QStringList { u"ETFX"_s };
        QTest::newRow("exchange") << u"exchange=XNYS"_s << QStringList { u"AAA"_s, u"BRK.B"_s };
        QTest::newRow("market") << u"market=crypto"_s << QStringList();
        QTest::newRow("search in names")
            << u"search=fake"_s << QStringList { u"BRK.B"_s, u"ETFX"_s };
        QTest::newRow("search every word") << u"search=fake+index"_s << QStringList { u"ETFX"_s };
        QTest::newRow("search in symbols") << u"search=brk"_s << QStringList { u"BRK.B"_s };
        QTest::newRow("range") << u"ticker.gte=BBB&ticker.lt=ETFX"_s
                               << QStringList { u"BBB"_s, u"BRK.B"_s };
        QTest::newRow("case counts") << u"ticker=aaa"_s << QStringList();
        QTest::newRow("inactive") << u"active=false"_s << QStringList();
        QTest::newRow("as of a date") << u"date=2008-01-02"_s << QStringList { u"AAA"_s, u"BBB"_s };
        QTest::newRow("sorted by name")
            << u"sort=name"_s << QStringList { u"AAA"_s, u"BRK.B"_s, u"BBB"_s, u"ETFX"_s };
        QTest::newRow("sorted by type, then symbol")
            << u"sort=type&order=desc"_s
            << QStringList { u"ETFX"_s, u"BRK.B"_s, u"BBB"_s, u"AAA"_s };
    }
    void filters()
    {
        QFETCH(const QString, query);
        QFETCH(const QStringList, symbols);
        GatewayFixture gateway;
        const QString target = u"/v3/reference/tickers?"_s + query;
        const auto answer = gateway.get(target);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.json[u"results"_s].isArray());
        QCOMPARE(symbolsOf(answer.rows()), symbols);
        // One a page gives the same rows, whatever the filter
        int pages = 0;
        QCOMPARE(symbolsOf(gateway.allPages(target + u"&limit=1"_s, &pages)), symbols);
        QCOMPARE(pages, std::max<qsizetype>(1, symbols.size()));
    }

    void badParameters()
    {
        GatewayFixture gateway;
        for (const QString &query : { u"limit=1001"_s, u"limit=0"_s, u"order=up"_s, u"sort=price"_s,
                                      u"market=moon"_s, u"date=soon"_s, u"cursor=abc"_s })
            QCOMPARE(gateway.get(u"/v3/reference/tickers?"_s + query).status, 400);
        for (const QString &target :
             { u"/v3/reference/exchanges?asset_class=houses"_s,
               u"/v3/reference/exchanges?locale=moon"_s,
               u"/v3/reference/conditions?asset_class=houses"_s,
               u"/v3/reference/conditions?data_type=news"_s, u"/v3/reference/conditions?sip=X"_s,
               u"/v3/reference/conditions?limit=1001"_s, u"/v3/reference/conditions?cursor=abc"_s,
               u"/v3/reference/tickers/types?asset_class=houses"_s })
            QCOMPARE(gateway.get(target).status, 400);
    }

    void cursorHoldsNoKey()
    {
        GatewayFixture gateway;
        const QString next
            = gateway.get(u"/v3/reference/tickers?limit=1&apiKey=advanced"_s, {}).next();
        QVERIFY(!next.isEmpty());
        const QByteArray cursor
            = QByteArray::fromBase64(next.section(u'=', 1).toUtf8(), QByteArray::Base64UrlEncoding);
        QVERIFY(!cursor.contains("advanced"));
    }

    void details()
    {
        GatewayFixture gateway;
        const QJsonObject row
            = gateway.get(u"/v3/reference/tickers/BRK.B"_s).json[u"results"_s].toObject();
        QCOMPARE(row[u"ticker"_s].toString(), u"BRK.B"_s);
        QCOMPARE(row[u"ticker_root"_s].toString(), u"BRK"_s);
        QCOMPARE(row[u"ticker_suffix"_s].toString(), u"B"_s);
        QCOMPARE(row[u"description"_s].toString(), u"A \"fake\""_s);
        QCOMPARE(row[u"list_date"_s].toString(), u"2010-06-01"_s);
        QCOMPARE(row[u"share_class_shares_outstanding"_s].toDouble(), 1'000'000.0);
        QVERIFY(row[u"market_cap"_s].toDouble() > 100'000'000);
        QVERIFY(!row.contains(u"last_updated_utc"_s));
        const auto unknown = gateway.get(u"/v3/reference/tickers/NOSUCH"_s);
        QCOMPARE(unknown.status, 404);
        QCOMPARE(unknown.message(), u"Ticker not found."_s);
        QCOMPARE(gateway.get(u"/v3/reference/tickers/BRK.B?date=2009-01-02"_s).status, 404);
        QCOMPARE(gateway.get(u"/v3/reference/tickers/BRK%2EB"_s).status, 200);
    }

    void lists()
    {
        GatewayFixture gateway;
        const QJsonArray types = gateway.get(u"/v3/reference/tickers/types"_s).rows();
        QCOMPARE(types.size(), 25);
        QCOMPARE(types.first()[u"code"_s].toString(), u"CS"_s);
        const QJsonArray exchanges
            = gateway.get(u"/v3/reference/exchanges?asset_class=stocks"_s).rows();
        const auto nasdaq = std::find_if(exchanges.begin(), exchanges.end(), [](const auto &row) {
            return row[u"id"_s].toInteger() == 12;
        });
        QVERIFY(nasdaq != exchanges.end());
        QCOMPARE((*nasdaq)[u"mic"_s].toString(), u"XNAS"_s);
        QCOMPARE((*nasdaq)[u"participant_id"_s].toString(), u"T"_s);
        QCOMPARE((*nasdaq)[u"asset_class"_s].toString(), u"stocks"_s);
        QVERIFY(gateway.get(u"/v3/reference/exchanges"_s).rows().size() > exchanges.size());
    }

    void conditions()
    {
        GatewayFixture gateway;
        const QString target = u"/v3/reference/conditions?asset_class=stocks"_s;
        QCOMPARE(gateway.get(target).rows().size(), 10); // the default limit
        const QJsonArray all = gateway.get(target + u"&limit=1000"_s).rows();
        QCOMPARE(gateway.allPages(target), all);
        for (const QJsonValue &row : all) {
            const qint64 id = row[u"id"_s].toInteger();
            const QJsonValue rules = row[u"update_rules"_s][u"consolidated"_s];
            // massive-api.md 8.3: exactly 15, 16 and 38 do not count in volume
            QCOMPARE(rules[u"updates_volume"_s].toBool(), id != 15 && id != 16 && id != 38);
            if (id == 37) {
                QCOMPARE(rules[u"updates_high_low"_s].toBool(true), false);
                QCOMPARE(rules[u"updates_open_close"_s].toBool(true), false);
                QCOMPARE(row[u"sip_mapping"_s][u"UTP"_s].toString(), u"I"_s);
            }
            QVERIFY(row[u"data_types"_s].toArray().contains(u"trade"_s));
        }
        QCOMPARE(gateway.get(target + u"&id=14"_s).rows().size(), 1);
        QVERIFY(gateway.get(u"/v3/reference/conditions?asset_class=crypto"_s).rows().isEmpty());
    }

    void marketStatus_data()
    {
        QTest::addColumn<Duration>("time");
        QTest::addColumn<QString>("market");
        QTest::newRow("night") << Duration(3h) << u"closed"_s;
        QTest::newRow("early") << Duration(4h) << u"extended-hours"_s;
        QTest::newRow("open") << Duration(9h + 30min) << u"open"_s;
        QTest::newRow("late") << Duration(16h) << u"extended-hours"_s;
        QTest::newRow("evening") << Duration(20h) << u"closed"_s;
    }
    void marketStatus()
    {
        QFETCH(const Duration, time);
        QFETCH(const QString, market);
        GatewayFixture gateway({}, 1, easterntime::at({ 2026, 8, 13 }, time));
        const QJsonObject now = gateway.get(u"/v1/marketstatus/now"_s).json;
        QCOMPARE(now[u"market"_s].toString(), market);
        QCOMPARE(now[u"exchanges"_s][u"nyse"_s].toString(), market);
        QCOMPARE(now[u"earlyHours"_s].toBool(), time == Duration(4h));
        QCOMPARE(now[u"afterHours"_s].toBool(), time == Duration(16h));
        QCOMPARE(now[u"currencies"_s][u"crypto"_s].toString(), u"open"_s);
        QVERIFY(now[u"serverTime"_s].toString().endsWith(u"-04:00"_s));
        const auto shown = QDateTime::fromString(now[u"serverTime"_s].toString(), Qt::ISODate);
        QCOMPARE(shown.toMSecsSinceEpoch(), toMs(gateway.time->now()));
        QVERIFY(!now.contains(u"status"_s)); // no envelope
        QVERIFY(!now.contains(u"request_id"_s));
    }

    void holidays()
    {
        GatewayFixture gateway;
        const QByteArray body = gateway.get(u"/v1/marketstatus/upcoming"_s).body;
        const QJsonArray rows = QJsonDocument::fromJson(body).array();
        const auto rowOf = [&](const QString &date, const QString &exchange) {
            for (const QJsonValue &row : rows)
                if (row[u"date"_s].toString() == date && row[u"exchange"_s].toString() == exchange)
                    return row.toObject();
            return QJsonObject();
        };
        const QJsonObject labor = rowOf(u"2026-09-07"_s, u"NYSE"_s);
        QCOMPARE(labor[u"status"_s].toString(), u"closed"_s);
        QVERIFY(labor[u"name"_s].toString().contains(u"Labor"_s));
        QVERIFY(!labor.contains(u"open"_s));
        const QJsonObject friday = rowOf(u"2026-11-27"_s, u"NASDAQ"_s);
        QCOMPARE(friday[u"status"_s].toString(), u"early-close"_s);
        QCOMPARE(friday[u"open"_s].toString(), u"2026-11-27T14:30:00.000Z"_s);
        QCOMPARE(friday[u"close"_s].toString(), u"2026-11-27T18:00:00.000Z"_s);
        QVERIFY(!rowOf(u"2026-11-26"_s, u"OTC"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGatewayReference)
#include "tst_gatewayreference.moc"
