#include "entitlements.h"
#include "gatewayfixture.h"
#include "httprouter.h"

#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString minuteBars = u"/v2/aggs/ticker/AAA/range/1/minute/2026-08-12/2026-08-12"_s;

} // namespace

/// Keys, plans, rates and the order of the checks: massive-api.md 1 and 10.3.
class TestGatewayAccess : public QObject
{
    Q_OBJECT

private slots:
    void plan_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QStringList>("allowed"); // plans that get 200
        const QStringList all { u"basic"_s, u"starter"_s, u"developer"_s, u"advanced"_s };
        QTest::newRow("minute bars") << minuteBars << all;
        QTest::newRow("second bars")
            << u"/v2/aggs/ticker/AAA/range/1/second/2026-08-12/2026-08-12"_s << all.mid(1);
        QTest::newRow("prev") << u"/v2/aggs/ticker/AAA/prev"_s << all;
        QTest::newRow("grouped") << u"/v2/aggs/grouped/locale/us/market/stocks/2026-08-12"_s << all;
        QTest::newRow("open-close") << u"/v1/open-close/AAA/2026-08-12"_s << all;
        QTest::newRow("snapshot") << u"/v2/snapshot/locale/us/markets/stocks/tickers/AAA"_s
                                  << all.mid(1);
        QTest::newRow("gainers") << u"/v2/snapshot/locale/us/markets/stocks/gainers"_s
                                 << all.mid(1);
        QTest::newRow("trades") << u"/v3/trades/AAA?limit=1"_s << all.mid(2);
        QTest::newRow("last trade") << u"/v2/last/trade/AAA"_s << all.mid(2);
        QTest::newRow("quotes") << u"/v3/quotes/AAA?limit=1"_s << all.mid(3);
        QTest::newRow("last quote") << u"/v2/last/nbbo/AAA"_s << all.mid(3);
        const QStringList known = all + QStringList { u"noplan"_s };
        QTest::newRow("tickers") << u"/v3/reference/tickers"_s << known;
        QTest::newRow("details") << u"/v3/reference/tickers/AAA"_s << known;
        QTest::newRow("types") << u"/v3/reference/tickers/types"_s << known;
        QTest::newRow("exchanges") << u"/v3/reference/exchanges"_s << known;
        QTest::newRow("conditions") << u"/v3/reference/conditions"_s << known;
        QTest::newRow("status") << u"/v1/marketstatus/now"_s << known;
        QTest::newRow("holidays") << u"/v1/marketstatus/upcoming"_s << known;
    }
    void plan()
    {
        QFETCH(const QString, target);
        QFETCH(const QStringList, allowed);
        GatewayFixture gateway;
        for (const QString &key :
             { u"basic"_s, u"starter"_s, u"developer"_s, u"advanced"_s, u"noplan"_s }) {
            const auto answer = gateway.get(target, key);
            QCOMPARE(answer.status, allowed.contains(key) ? 200 : 403);
            if (answer.status == 403) {
                QCOMPARE(answer.statusText(), u"NOT_AUTHORIZED"_s);
                QCOMPARE(answer.message(),
                         u"You are not entitled to this data. Please upgrade your plan at "
                         "https://massive.com/pricing"_s);
            }
        }
    }

    void keys()
    {
        GatewayFixture gateway;
        const auto none = gateway.get(minuteBars, {});
        QCOMPARE(none.status, 401);
        QCOMPARE(none.statusText(), u"ERROR"_s);
        QCOMPARE(none.error(), u"API Key was not provided"_s);
        const auto unknown = gateway.get(minuteBars, u"stolen"_s);
        QCOMPARE(unknown.status, 401);
        QCOMPARE(unknown.error(), u"Unknown API Key"_s);
        QCOMPARE(gateway.get(minuteBars + u"?apiKey=advanced"_s, {}).status, 200);
        QCOMPARE(gateway.get(minuteBars + u"?apiKey=stolen"_s, {}).status, 401);
    }

    void requestIdIsInHeaderAndBody()
    {
        GatewayFixture gateway;
        const auto first = gateway.get(minuteBars);
        const auto second = gateway.get(minuteBars);
        QCOMPARE(first.json[u"request_id"_s].toString().toUtf8(), first.requestId);
        QCOMPARE(first.requestId.size(), 32);
        QVERIFY(first.requestId != second.requestId);
        QVERIFY(!gateway.get(u"/v1/marketstatus/now"_s).requestId.isEmpty());
    }

    void unknownRoutes()
    {
        GatewayFixture gateway;
        for (const QString &path :
             { u"/"_s, u"/v9/nothing"_s, u"/v2/aggs/ticker/AAA"_s, u"/v3/trades/"_s,
               u"/v2/aggs/ticker/AAA/prev/more"_s,
               u"/v2/snapshot/locale/global/markets/crypto/tickers/X:BTCUSD/book"_s }) {
            const auto answer = gateway.get(path, {});
            QCOMPARE(answer.status, 404); // before the key is looked at
            QCOMPARE(answer.body, "404 page not found");
            QVERIFY(answer.contentType.startsWith("text/plain"));
        }
    }

    void onlyGet()
    {
        GatewayFixture gateway;
        QCOMPARE(gateway.get(minuteBars, u"advanced"_s, "DELETE").status, 405);
    }

    void checksComeInOrder()
    {
        auto time = std::make_shared<FakeMarketTime>();
        time->set(GatewayFixture::openingTime());
        const FakeMarketSource source(time);
        ManualWallClock wall;
        HttpRouter router(source, wall);
        const auto ask = [&](const std::string &target) {
            return router.answer({ "GET", target, "Bearer basic", "id" }).status;
        };
        // Entitlement is looked at before parameters, the rate before both
        QCOMPARE(ask("/v3/trades/AAA?limit=0"), 403);
        QCOMPARE(ask("/v2/aggs/ticker/AAA/range/0/minute/x/y"), 400);
        QCOMPARE(ask("/v1/open-close/AAA/2026-08-08"), 404);
        QCOMPARE(ask("/v1/open-close/AAA/2026-08-12"), 200);
        QCOMPARE(ask("/v1/open-close/AAA/2026-08-12"), 200);
        QCOMPARE(ask("/v3/trades/AAA?limit=0"), 429);
        QCOMPARE(ask("/v9/nothing"), 404);
    }

    void basicRateSlides()
    {
        auto time = std::make_shared<FakeMarketTime>();
        time->set(GatewayFixture::openingTime());
        const FakeMarketSource source(time);
        ManualWallClock wall;
        HttpRouter router(source, wall);
        const auto ask = [&](const std::string &key) {
            return router.answer({ "GET", "/v3/reference/exchanges", "Bearer " + key, "id" });
        };
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(ask("basic").status, 200);
            wall.advance(10s);
        }
        const HttpReply refused = ask("basic"); // 50 s after the first
        QCOMPARE(refused.status, 429);
        QCOMPARE(QByteArray::fromStdString(refused.body),
                 "{\"status\":\"ERROR\",\"request_id\":\"id\",\"error\":\"You've exceeded the "
                 "maximum requests per minute, please wait or upgrade your subscription to "
                 "continue. https://massive.com/pricing\"}");
        QCOMPARE(ask("noplan").status, 200); // counted on its own
        wall.advance(10s);
        QCOMPARE(ask("basic").status, 200); // the first has left the window, the second has not
        QCOMPARE(ask("basic").status, 429);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(ask("starter").status, 200);
    }

    void history_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QDate>("oldest"); // inclusive; invalid is no limit
        QTest::newRow("basic 2 years") << u"basic"_s << QDate(2024, 8, 13);
        QTest::newRow("starter 5 years") << u"starter"_s << QDate(2021, 8, 13);
        QTest::newRow("developer 10 years") << u"developer"_s << QDate(2016, 8, 13);
        QTest::newRow("advanced all") << u"advanced"_s << QDate();
    }
    void history()
    {
        QFETCH(const QString, key);
        QFETCH(const QDate, oldest);
        GatewayFixture gateway;
        const auto ask = [&](QDate date) {
            const QString text = date.toString(Qt::ISODate);
            return gateway.get(u"/v2/aggs/ticker/AAA/range/1/day/"_s + text + u'/' + text, key);
        };
        if (!oldest.isValid()) {
            QCOMPARE(ask(QDate(2005, 1, 4)).status, 200);
            return;
        }
        QCOMPARE(ask(oldest).status, 200);
        const auto refused = ask(oldest.addDays(-1));
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.message().startsWith(u"Your plan doesn't include this data timeframe"_s));
    }

    void basicSeesCompletedSessionsOnly()
    {
        GatewayFixture gateway;
        const auto today = gateway.get(u"/v1/open-close/AAA/2026-08-13"_s, u"basic"_s);
        QCOMPARE(today.status, 403);
        QVERIFY(
            today.message().startsWith(u"Attempted to request today's data before end of day"_s));
        // A range that touches today is refused as well
        QCOMPARE(gateway.get(u"/v2/aggs/ticker/AAA/range/1/day/2026-08-03/2026-08-13"_s, u"basic"_s)
                     .status,
                 403);
        gateway.time->set(easterntime::at({ 2026, 8, 13 }, 20h));
        QCOMPARE(gateway.get(u"/v1/open-close/AAA/2026-08-13"_s, u"basic"_s).status, 200);
    }

    void delayedPlansSeeTheMarketFifteenMinutesBack()
    {
        GatewayFixture gateway;
        const QString today
            = u"/v2/aggs/ticker/AAA/range/1/minute/2026-08-13/2026-08-13?sort=desc"_s;
        const auto live = gateway.get(today);
        QCOMPARE(live.statusText(), u"OK"_s);
        QCOMPARE(live.rows().first()[u"t"_s].toInteger(),
                 toMs(easterntime::at({ 2026, 8, 13 }, 10h + 29min)));
        const auto delayed = gateway.get(today, u"starter"_s);
        QCOMPARE(delayed.statusText(), u"DELAYED"_s);
        QCOMPARE(delayed.rows().first()[u"t"_s].toInteger(),
                 toMs(easterntime::at({ 2026, 8, 13 }, 10h + 14min)));
        const QString recent = QString::number(toMs(GatewayFixture::openingTime() - 5min));
        const auto refused = gateway.get(u"/v2/aggs/ticker/AAA/range/1/minute/%1/%1"_s.arg(recent),
                                         u"developer"_s);
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.message().startsWith(u"Your plan doesn't include this data timeframe"_s));
    }

    void sameRequestSameBytes()
    {
        GatewayFixture first;
        GatewayFixture second;
        const auto normalized = [](GatewayFixture &gateway, const QString &target) {
            auto answer = gateway.get(target);
            return answer.body.replace(answer.requestId, "ID")
                .replace(gateway.addresses.rest.toUtf8(), "BASE");
        };
        for (const QString &target :
             { QString(minuteBars + u"?limit=20"_s), u"/v3/trades/AAA?limit=5"_s,
               u"/v3/quotes/BBB?limit=5"_s, u"/v2/snapshot/locale/us/markets/stocks/tickers"_s,
               u"/v3/reference/tickers?limit=2"_s, u"/v1/marketstatus/now"_s }) {
            const QByteArray bytes = normalized(first, target);
            QCOMPARE(normalized(first, target), bytes);
            QCOMPARE(normalized(second, target), bytes);
        }
    }

    void otherClasses()
    {
        KeyGrant grant;
        grant.stocks = ServedPlan::Advanced;
        grant.currencies = ServedPlan::Starter;
        using namespace entitlements;
        QCOMPARE(classOf(u"O:AAA261218C00150000"), AssetClass::Options);
        QCOMPARE(classOf(u"AAA"), AssetClass::Stocks);
        QVERIFY(allows(grant, AssetClass::Crypto, ServedData::Trades));
        QVERIFY(isRealTime(AssetClass::Crypto, grant.currencies));
        QVERIFY(!allows(grant, AssetClass::Options, ServedData::Snapshots));
        grant.futures = ServedPlan::Developer;
        QVERIFY(allows(grant, AssetClass::Futures, ServedData::Quotes));
        QVERIFY(!isRealTime(AssetClass::Futures, grant.futures));
        QCOMPARE(delayOf(AssetClass::Futures), Duration(10min));
        grant.options = ServedPlan::Developer;
        QVERIFY(allows(grant, AssetClass::Options, ServedData::Trades));
        QVERIFY(!allows(grant, AssetClass::Options, ServedData::Quotes));
    }
};

QTEST_GUILESS_MAIN(TestGatewayAccess)
#include "tst_gatewayaccess.moc"
