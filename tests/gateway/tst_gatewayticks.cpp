#include "gatewayfixture.h"

#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Trades, quotes, last trade and last quote: massive-api.md 3.5 and 3.6.
class TestGatewayTicks : public QObject
{
    Q_OBJECT

private slots:
    void newestFirstByDefault()
    {
        GatewayFixture gateway;
        const auto answer = gateway.get(u"/v3/trades/AAA"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.rows().size(), 1'000);
        QVERIFY(!answer.next().isEmpty());
        const QJsonObject newest = answer.rows().first().toObject();
        QCOMPARE(newest[u"sip_timestamp"_s].toInteger(),
                 toNs(GatewayFixture::openingTime() - 1s + 200ms + 345'678ns));
        QCOMPARE(newest[u"sequence_number"_s].toInteger(), 377'992);
        QCOMPARE(newest[u"exchange"_s].toInteger(), 12);
        QCOMPARE(newest[u"tape"_s].toInteger(), 3);
        QCOMPARE(newest[u"id"_s].toString(), u"37799"_s);
        QCOMPARE(newest[u"decimal_size"_s].toString(), u"500.0"_s);
        QVERIFY(!newest.contains(u"conditions"_s)); // absent when none
        QVERIFY(!newest.contains(u"trf_id"_s));
    }

    void numbersAreExact()
    {
        GatewayFixture gateway;
        const auto answer = gateway.get(u"/v3/trades/AAA?limit=1"_s);
        const qint64 time = toNs(GatewayFixture::openingTime() - 1s + 200ms + 345'678ns);
        const QByteArray expected = "\"sip_timestamp\":" + QByteArray::number(time) + ',';
        QVERIFY(answer.body.contains(expected));
    }

    void conditionsAndFacilities()
    {
        GatewayFixture gateway;
        const Timestamp start = easterntime::at({ 2026, 8, 12 }, 5h);
        const auto rows
            = gateway.get(u"/v3/trades/AAA?order=asc&limit=100&timestamp.gte=%1"_s.arg(toNs(start)))
                  .rows();
        QCOMPARE(rows.size(), 100);
        for (const QJsonValue &row : rows) {
            const qint64 second = row[u"sequence_number"_s].toInteger() / 10;
            const QJsonArray conditions = row[u"conditions"_s].toArray();
            QCOMPARE(conditions.contains(37), second % 7 == 0);
            QVERIFY(conditions.contains(12));
            QCOMPARE(row[u"exchange"_s].toInteger() == 4, second % 11 == 0);
            QCOMPARE(row[u"trf_id"_s].toInteger(-1), second % 11 == 0 ? 202 : -1);
        }
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("rows");
        // Seconds 0 to 9 of a minute hold ten trades at .200345678
        const qint64 base = toNs(easterntime::at({ 2026, 8, 12 }, 11h) + 200ms + 345'678ns);
        const auto at = [base](int second) { return base + second * 1'000'000'000LL; };
        const QString window = u"timestamp.gte=%1&timestamp.lt=%2"_s.arg(at(0)).arg(at(10));
        QTest::newRow("half open") << window << 10;
        QTest::newRow("gt leaves out its instant")
            << u"timestamp.gt=%1&timestamp.lt=%2"_s.arg(at(0)).arg(at(10)) << 9;
        QTest::newRow("lte includes its instant")
            << u"timestamp.gte=%1&timestamp.lte=%2"_s.arg(at(0)).arg(at(10)) << 11;
        QTest::newRow("one instant") << u"timestamp=%1"_s.arg(at(3)) << 1;
        QTest::newRow("a Sunday") << u"timestamp=2026-08-09"_s << 0;
        QTest::newRow("the whole date") << u"timestamp=2026-08-12"_s << 50'000;
        QTest::newRow("after a date") << u"timestamp.gt=2026-08-12&timestamp.lt=%1"_s.arg(
            toNs(easterntime::at({ 2026, 8, 13 }, 4h + 10s)))
                                      << 10;
        QTest::newRow("contradiction")
            << u"timestamp.gt=%1&timestamp.lt=%2"_s.arg(at(5)).arg(at(1)) << 0;
    }
    void filters()
    {
        QFETCH(const QString, filter);
        QFETCH(const int, rows);
        GatewayFixture gateway;
        const auto answer = gateway.get(u"/v3/trades/AAA?limit=50000&"_s + filter);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.rows().size(), rows);
        QVERIFY(answer.json[u"results"_s].isArray());
    }

    void pagesEqualOneBigPage_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("order");
        QTest::addColumn<int>("burst"); // many quotes at one instant
        for (const QString &order : { u"asc"_s, u"desc"_s }) {
            QTest::addRow("trades %s", qPrintable(order)) << u"/v3/trades/AAA"_s << order << 1;
            QTest::addRow("quotes %s", qPrintable(order)) << u"/v3/quotes/BBB"_s << order << 1;
            QTest::addRow("quotes of one instant %s", qPrintable(order))
                << u"/v3/quotes/BBB"_s << order << 25;
        }
    }
    void pagesEqualOneBigPage()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, order);
        QFETCH(const int, burst);
        GatewayFixture gateway({}, burst);
        const Timestamp start = easterntime::at({ 2026, 8, 12 }, 9h + 59min);
        const QString target = path
            + u"?order=%1&timestamp.gte=%2&timestamp.lt=%3&limit="_s.arg(order)
                  .arg(toNs(start))
                  .arg(toNs(start + 2min));
        const auto whole = gateway.get(target + u"50000"_s);
        QVERIFY(whole.next().isEmpty());
        QVERIFY(whole.rows().size() >= 60);
        int pages = 0;
        QCOMPARE(gateway.allPages(target + u"7"_s, &pages), whole.rows());
        QCOMPARE(pages, (whole.rows().size() + 6) / 7);
    }

    void cursors()
    {
        GatewayFixture gateway;
        const QString next = gateway.get(u"/v3/trades/AAA?limit=3"_s).next();
        QVERIFY(next.startsWith(gateway.addresses.rest + u"/v3/trades/AAA?cursor="_s));
        QCOMPARE(gateway.get(next).rows().size(), 3);
        QString foreign = next;
        foreign.replace(u"/AAA"_s, u"/BBB"_s);
        QCOMPARE(gateway.get(foreign).status, 400);
        foreign = next;
        foreign.replace(u"/trades/"_s, u"/quotes/"_s);
        QCOMPARE(gateway.get(foreign).status, 400);
        QCOMPARE(gateway.get(u"/v3/trades/AAA?cursor=bm9uc2Vuc2U"_s).status, 400);
        QCOMPARE(gateway.get(u"/v3/trades/AAA?cursor="_s).status, 400);
    }

    void badParameters()
    {
        GatewayFixture gateway;
        for (const QString &query :
             { u"limit=50001"_s, u"limit=0"_s, u"limit=x"_s, u"order=up"_s, u"sort=price"_s,
               u"timestamp=never"_s, u"timestamp.gte=2026-02-30"_s, u"timestamp.lt=-5"_s }) {
            const auto answer = gateway.get(u"/v3/trades/AAA?"_s + query);
            QCOMPARE(answer.status, 400);
            QVERIFY(!answer.error().isEmpty());
        }
    }

    void unknownSymbols()
    {
        GatewayFixture gateway;
        const auto list = gateway.get(u"/v3/trades/NOSUCH"_s);
        QCOMPARE(list.status, 200);
        QVERIFY(list.rows().isEmpty());
        for (const QString &path : { u"/v2/last/trade/NOSUCH"_s, u"/v2/last/nbbo/NOSUCH"_s }) {
            QCOMPARE(gateway.get(path).status, 404);
            QCOMPARE(gateway.get(path).message(), u"Ticker not found."_s);
        }
    }

    void quoteRows()
    {
        GatewayFixture gateway;
        const QJsonObject quote
            = gateway.get(u"/v3/quotes/AAA?limit=1"_s).rows().first().toObject();
        QVERIFY(quote[u"ask_price"_s].toDouble() > quote[u"bid_price"_s].toDouble());
        QCOMPARE(quote[u"bid_size"_s].toDouble(), 200.0);
        QCOMPARE(quote[u"ask_size"_s].toDouble(), 300.0);
        QCOMPARE(quote[u"bid_exchange"_s].toInteger(), 12);
        QCOMPARE(quote[u"ask_exchange"_s].toInteger(), 19);
        QCOMPARE(quote[u"sequence_number"_s].toInteger(), 377'991);
    }

    void lastTradeAndQuoteAreTheNewest()
    {
        GatewayFixture gateway;
        const QJsonObject newest
            = gateway.get(u"/v3/trades/AAA?limit=1"_s).rows().first().toObject();
        const auto last = gateway.get(u"/v2/last/trade/AAA"_s);
        const QJsonObject trade = last.json[u"results"_s].toObject();
        QCOMPARE(last.statusText(), u"OK"_s);
        QCOMPARE(trade[u"T"_s].toString(), u"AAA"_s);
        QCOMPARE(trade[u"p"_s], newest[u"price"_s]);
        QCOMPARE(trade[u"t"_s], newest[u"sip_timestamp"_s]);
        QCOMPARE(trade[u"y"_s], newest[u"participant_timestamp"_s]);
        QCOMPARE(trade[u"ds"_s], newest[u"decimal_size"_s]);
        QCOMPARE(trade[u"i"_s], newest[u"id"_s]);
        const QJsonObject quote
            = gateway.get(u"/v3/quotes/AAA?limit=1"_s).rows().first().toObject();
        const QJsonObject nbbo = gateway.get(u"/v2/last/nbbo/AAA"_s).json[u"results"_s].toObject();
        QCOMPARE(nbbo[u"p"_s], quote[u"bid_price"_s]);
        QCOMPARE(nbbo[u"P"_s], quote[u"ask_price"_s]);
        QCOMPARE(nbbo[u"s"_s], quote[u"bid_size"_s]);
        QCOMPARE(nbbo[u"S"_s], quote[u"ask_size"_s]);
        QCOMPARE(nbbo[u"x"_s], quote[u"bid_exchange"_s]);
        QCOMPARE(nbbo[u"X"_s], quote[u"ask_exchange"_s]);
        QCOMPARE(nbbo[u"t"_s], quote[u"sip_timestamp"_s]);
    }

    void delayedPlansGetOlderTicks()
    {
        GatewayFixture gateway;
        const auto delayed = gateway.get(u"/v3/trades/AAA?limit=1"_s, u"developer"_s);
        QCOMPARE(delayed.statusText(), u"DELAYED"_s);
        QCOMPARE(delayed.rows().first()[u"sip_timestamp"_s].toInteger(),
                 toNs(GatewayFixture::openingTime() - 15min - 1s + 200ms + 345'678ns));
        const auto last = gateway.get(u"/v2/last/trade/AAA"_s, u"developer"_s);
        QCOMPARE(last.statusText(), u"OK"_s);
        QCOMPARE(last.json[u"results"_s][u"t"_s], delayed.rows().first()[u"sip_timestamp"_s]);
        const auto tooNew = gateway.get(
            u"/v3/trades/AAA?timestamp.gte=%1"_s.arg(toNs(GatewayFixture::openingTime() - 1min)),
            u"developer"_s);
        QCOMPARE(tooNew.status, 403);
    }
};

QTEST_GUILESS_MAIN(TestGatewayTicks)
#include "tst_gatewayticks.moc"
