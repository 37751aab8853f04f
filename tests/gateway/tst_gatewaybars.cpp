#include "barwindows.h"
#include "gatewayfixture.h"

#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

qint64 easternMs(QDate date, Duration time = 0ns)
{
    return toMs(easterntime::at(date, time));
}

QString range(const QString &width, const QString &from, const QString &to,
              const QString &symbol = u"AAA"_s)
{
    return u"/v2/aggs/ticker/%1/range/%2/%3/%4"_s.arg(symbol, width, from, to);
}

} // namespace

/// Bars, prev, grouped, open-close: massive-api.md 3.1 to 3.4.
class TestGatewayBars : public QObject
{
    Q_OBJECT

private slots:
    void envelope()
    {
        GatewayFixture gateway;
        const auto answer = gateway.get(range(u"1/minute"_s, u"2026-08-12"_s, u"2026-08-12"_s));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.contentType.startsWith("application/json"));
        const QJsonObject &json = answer.json;
        QCOMPARE(json[u"ticker"_s].toString(), u"AAA"_s);
        QCOMPARE(json[u"adjusted"_s].toBool(), true);
        QCOMPARE(json[u"queryCount"_s].toInteger(), 960);
        QCOMPARE(json[u"resultsCount"_s].toInteger(), 960);
        QCOMPARE(json[u"count"_s].toInteger(), 960);
        QVERIFY(!json.contains(u"next_url"_s));
        const QJsonObject first = answer.rows().first().toObject();
        QCOMPARE(first[u"t"_s].toInteger(), easternMs({ 2026, 8, 12 }, 4h));
        for (const QString &key : { u"o"_s, u"h"_s, u"l"_s, u"c"_s, u"v"_s, u"vw"_s, u"n"_s })
            QVERIFY2(first[key].isDouble(), qPrintable(key));
        QVERIFY(!first.contains(u"otc"_s));
        QCOMPARE(
            gateway
                .get(range(u"1/minute"_s, u"2026-08-12"_s, u"2026-08-12"_s) + u"?adjusted=false"_s)
                .json[u"adjusted"_s]
                .toBool(true),
            false);
    }

    void barsAreTheirTrades()
    {
        GatewayFixture gateway;
        const auto bars = gateway.get(range(u"1/minute"_s, u"2026-08-12"_s, u"2026-08-12"_s));
        const Timestamp start = easterntime::at({ 2026, 8, 12 }, 11h);
        const auto trades = gateway.get(
            u"/v3/trades/AAA?order=asc&timestamp.gte=%1&timestamp.lt=%2"_s.arg(toNs(start))
                .arg(toNs(start + 1min)));
        double volume = 0;
        double high = 0;
        for (const QJsonValue &trade : trades.rows()) {
            volume += trade[u"size"_s].toDouble();
            if (!trade[u"conditions"_s].toArray().contains(37))
                high = std::max(high, trade[u"price"_s].toDouble());
        }
        const auto rows = bars.rows();
        const auto bar = std::find_if(rows.begin(), rows.end(), [&](const QJsonValue &row) {
            return row[u"t"_s].toInteger() == toMs(start);
        });
        QVERIFY(bar != rows.end());
        QCOMPARE((*bar)[u"v"_s].toDouble(), volume);
        QCOMPARE((*bar)[u"h"_s].toDouble(), high);
        QCOMPARE((*bar)[u"n"_s].toInteger(), qint64(trades.rows().size()));
    }

    void windows_data()
    {
        QTest::addColumn<QString>("width");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QList<qint64>>("starts");
        QTest::newRow("seconds") << u"30/second"_s
                                 << QString::number(easternMs({ 2026, 8, 12 }, 11h + 5s))
                                 << QString::number(easternMs({ 2026, 8, 12 }, 11h + 31s))
                                 << QList<qint64> { easternMs({ 2026, 8, 12 }, 11h),
                                                    easternMs({ 2026, 8, 12 }, 11h + 30s) };
        QTest::newRow("hours snapped out to whole ones")
            << u"1/hour"_s << QString::number(easternMs({ 2026, 8, 12 }, 10h + 59min))
            << QString::number(easternMs({ 2026, 8, 12 }, 11h + 1min))
            << QList<qint64> { easternMs({ 2026, 8, 12 }, 10h), easternMs({ 2026, 8, 12 }, 11h) };
        QTest::newRow("days, the last one forming")
            << u"1/day"_s << u"2026-08-11"_s << u"2026-08-16"_s
            << QList<qint64> { easternMs({ 2026, 8, 11 }), easternMs({ 2026, 8, 12 }),
                               easternMs({ 2026, 8, 13 }) };
        QTest::newRow("weeks begin on Sunday")
            << u"1/week"_s << u"2026-08-05"_s << u"2026-08-12"_s
            << QList<qint64> { easternMs({ 2026, 8, 2 }), easternMs({ 2026, 8, 9 }) };
        QTest::newRow("months") << u"1/month"_s << u"2026-07-30"_s << u"2026-08-03"_s
                                << QList<qint64> { easternMs({ 2026, 7, 1 }),
                                                   easternMs({ 2026, 8, 1 }) };
        QTest::newRow("quarter") << u"1/quarter"_s << u"2026-08-03"_s << u"2026-08-03"_s
                                 << QList<qint64> { easternMs({ 2026, 7, 1 }) };
        QTest::newRow("day over the change of clocks")
            << u"1/day"_s << u"2026-03-06"_s << u"2026-03-09"_s
            << QList<qint64> { easternMs({ 2026, 3, 6 }), easternMs({ 2026, 3, 9 }) };
    }
    void windows()
    {
        QFETCH(const QString, width);
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const QList<qint64>, starts);
        GatewayFixture gateway;
        const auto rows = gateway.get(range(width, from, to)).rows();
        QList<qint64> found;
        for (const QJsonValue &row : rows)
            found.append(row[u"t"_s].toInteger());
        QCOMPARE(found, starts);
    }

    void limitCountsBaseBars()
    {
        GatewayFixture gateway;
        const QString target = range(u"1/hour"_s, u"2026-08-12"_s, u"2026-08-12"_s);
        const auto two = gateway.get(target + u"?limit=120"_s);
        QCOMPARE(two.rows().size(), 2);
        QCOMPARE(two.json[u"queryCount"_s].toInteger(), 120);
        QVERIFY(!two.next().isEmpty());
        // The third hour is cut by the limit and left to the next page
        const auto cut = gateway.get(target + u"?limit=150"_s);
        QCOMPARE(cut.rows().size(), 2);
        QVERIFY(cut.next().contains(
            u"/range/1/hour/%1/2026-08-12?cursor="_s.arg(easternMs({ 2026, 8, 12 }, 6h))));
        // Smaller than one window: paging must still get on
        const auto small = gateway.get(target + u"?limit=10"_s);
        QCOMPARE(small.rows().size(), 1);
        QCOMPARE(gateway.allPages(target + u"?limit=10"_s).size(), 16);
    }

    void pagesEqualOneBigPage_data()
    {
        QTest::addColumn<QString>("width");
        QTest::addColumn<QString>("options");
        for (const QString &sort : { u"asc"_s, u"desc"_s }) {
            QTest::addRow("minutes %s", qPrintable(sort)) << u"1/minute"_s << sort;
            QTest::addRow("7 minutes %s", qPrintable(sort)) << u"7/minute"_s << sort;
            QTest::addRow("hours %s", qPrintable(sort)) << u"1/hour"_s << sort;
            QTest::addRow("5 hours %s", qPrintable(sort)) << u"5/hour"_s << sort;
            QTest::addRow("days %s", qPrintable(sort)) << u"1/day"_s << sort;
            QTest::addRow("weeks %s", qPrintable(sort)) << u"1/week"_s << sort;
        }
    }
    void pagesEqualOneBigPage()
    {
        QFETCH(const QString, width);
        QFETCH(const QString, options);
        GatewayFixture gateway;
        const bool daily = width.endsWith(u"day") || width.endsWith(u"week");
        const QString target
            = range(width, daily ? u"2026-06-24"_s : u"2026-08-06"_s, u"2026-08-11"_s) + u"?sort="_s
            + options;
        const auto whole = gateway.get(target + u"&limit=50000"_s);
        QVERIFY(whole.next().isEmpty());
        QVERIFY(whole.rows().size() > 3);
        int pages = 0;
        const QJsonArray paged
            = gateway.allPages(target + (daily ? u"&limit=7"_s : u"&limit=700"_s), &pages);
        QVERIFY(pages > 1);
        QCOMPARE(paged, whole.rows());
        QVERIFY(gateway.get(target).json[u"next_url"_s].toString().contains(u"apiKey"_s) == false);
    }

    void nextUrlIsItsOwnBase()
    {
        GatewayFixture gateway;
        const QString next
            = gateway.get(range(u"1/minute"_s, u"2026-08-12"_s, u"2026-08-12"_s) + u"?limit=10"_s)
                  .next();
        QVERIFY(next.startsWith(gateway.addresses.rest + u"/v2/aggs/"_s));
        QVERIFY(!next.contains(u"advanced"_s));
        // Bound to its query: another symbol, another start, a touched cursor
        QString other = next;
        other.replace(u"ticker/AAA"_s, u"ticker/BBB"_s);
        QCOMPARE(gateway.get(other).status, 400);
        QCOMPARE(gateway.get(next + u'x').status, 400);
        QCOMPARE(gateway.get(next.section(u'=', 0, 0) + u"=bogus"_s).status, 400);
        QCOMPARE(gateway.get(next).status, 200);
    }

    void provisionalLastBar()
    {
        GatewayFixture gateway;
        gateway.time->advance(20s);
        const QString target
            = range(u"1/minute"_s, u"2026-08-13"_s, u"2026-08-13"_s) + u"?sort=desc&limit=1"_s;
        const QJsonValue early = gateway.get(target).rows().first();
        QCOMPARE(early[u"t"_s].toInteger(), toMs(GatewayFixture::openingTime()));
        QCOMPARE(early[u"n"_s].toInteger(), 20);
        gateway.time->advance(20s);
        const QJsonValue late = gateway.get(target).rows().first();
        QCOMPARE(late[u"t"_s], early[u"t"_s]);
        QCOMPARE(late[u"n"_s].toInteger(), 40);
    }

    void nothingIsNotAnError()
    {
        GatewayFixture gateway;
        for (const QString &target :
             { range(u"1/minute"_s, u"2026-08-09"_s, u"2026-08-09"_s), // a Sunday
               range(u"1/day"_s, u"2027-01-04"_s, u"2027-02-01"_s), // the future
               range(u"1/day"_s, u"2026-08-03"_s, u"2026-08-07"_s, u"NOSUCH"_s) }) {
            const auto answer = gateway.get(target);
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.json[u"resultsCount"_s].toInteger(-1), 0);
            QCOMPARE(answer.json[u"queryCount"_s].toInteger(-1), 0);
            QVERIFY(!answer.json.contains(u"results"_s));
            QVERIFY(answer.next().isEmpty());
        }
    }

    void badParameters_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("error");
        const QString day = u"2026-08-12"_s;
        QTest::newRow("from") << range(u"1/minute"_s, u"yesterday"_s, day)
                              << u"Could not parse the time parameter: 'from'. Use YYYY-MM-DD or "
                                 "Unix MS Timestamps"_s;
        QTest::newRow("to") << range(u"1/minute"_s, day, u"2026-13-01"_s)
                            << u"Could not parse the time parameter: 'to'. Use YYYY-MM-DD or Unix "
                               "MS Timestamps"_s;
        QTest::newRow("from in nanoseconds")
            << range(u"1/minute"_s, u"1786629600000000000"_s, day)
            << u"Could not parse the time parameter: 'from'. Use YYYY-MM-DD or Unix MS Timestamps"_s;
        QTest::newRow("reversed") << range(
            u"1/minute"_s, day,
            u"2026-08-11"_s) << u"The parameter 'to' cannot be a time that occurs before 'from'"_s;
        const auto rule = [](const QString &name, const QString &tag) {
            return u"Field validation for '%1' failed on the '%2' tag"_s.arg(name, tag);
        };
        QTest::newRow("multiplier 0")
            << range(u"0/minute"_s, day, day) << rule(u"multiplier"_s, u"min"_s);
        QTest::newRow("multiplier x")
            << range(u"x/minute"_s, day, day) << rule(u"multiplier"_s, u"min"_s);
        QTest::newRow("multiplier too wide")
            << range(u"1000/year"_s, day, day) << rule(u"multiplier"_s, u"max"_s);
        QTest::newRow("timespan") << range(u"1/fortnight"_s, day, day)
                                  << rule(u"timespan"_s, u"oneof"_s);
        QTest::newRow("limit above the maximum")
            << range(u"1/minute"_s, day, day) + u"?limit=50001"_s << rule(u"limit"_s, u"max"_s);
        QTest::newRow("limit 0") << range(u"1/minute"_s, day, day) + u"?limit=0"_s
                                 << rule(u"limit"_s, u"min"_s);
        QTest::newRow("sort") << range(u"1/minute"_s, day, day) + u"?sort=up"_s
                              << rule(u"sort"_s, u"oneof"_s);
    }
    void badParameters()
    {
        QFETCH(const QString, target);
        QFETCH(const QString, error);
        GatewayFixture gateway;
        const auto answer = gateway.get(target);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.statusText(), u"ERROR"_s);
        QCOMPARE(answer.error(), error);
    }

    void dailyAnswersAgree()
    {
        GatewayFixture gateway;
        const auto day = gateway.get(range(u"1/day"_s, u"2026-08-12"_s, u"2026-08-12"_s))
                             .rows()
                             .first()
                             .toObject();
        const auto prev = gateway.get(u"/v2/aggs/ticker/AAA/prev"_s);
        const auto grouped = gateway.get(u"/v2/aggs/grouped/locale/us/market/stocks/2026-08-12"_s);
        const auto openClose = gateway.get(u"/v1/open-close/AAA/2026-08-12"_s).json;
        const QJsonObject before = prev.rows().first().toObject();
        const QJsonObject group = grouped.rows().first().toObject();
        QCOMPARE(grouped.rows().size(), 4);
        QVERIFY(!grouped.json.contains(u"ticker"_s));
        QCOMPARE(before[u"T"_s].toString(), u"AAA"_s);
        QCOMPARE(group, before);
        // Stamped at the session's end, day bars at its start
        QCOMPARE(before[u"t"_s].toInteger(), easternMs({ 2026, 8, 12 }, 16h));
        QCOMPARE(day[u"t"_s].toInteger(), easternMs({ 2026, 8, 12 }));
        for (const QString &key : { u"o"_s, u"h"_s, u"l"_s, u"c"_s, u"v"_s, u"n"_s, u"vw"_s })
            QCOMPARE(before[key], day[key]);
        QCOMPARE(openClose[u"open"_s], day[u"o"_s]);
        QCOMPARE(openClose[u"high"_s], day[u"h"_s]);
        QCOMPARE(openClose[u"low"_s], day[u"l"_s]);
        QCOMPARE(openClose[u"close"_s], day[u"c"_s]);
        QCOMPARE(openClose[u"volume"_s], day[u"v"_s]);
        QCOMPARE(openClose[u"from"_s].toString(), u"2026-08-12"_s);
        QCOMPARE(openClose[u"symbol"_s].toString(), u"AAA"_s);
        QVERIFY(openClose[u"preMarket"_s].isDouble());
        QVERIFY(openClose[u"afterHours"_s].isDouble());
    }

    void dayVolumeIsMinutesPlusTheClosingCross()
    {
        GatewayFixture gateway;
        double minutes = 0;
        for (const QJsonValue &row :
             gateway.get(range(u"1/minute"_s, u"2026-08-12"_s, u"2026-08-12"_s)).rows())
            minutes += row[u"v"_s].toDouble();
        const double day = gateway.get(range(u"1/day"_s, u"2026-08-12"_s, u"2026-08-12"_s))
                               .rows()
                               .first()[u"v"_s]
                               .toDouble();
        QCOMPARE(day, minutes + 50'000);
    }

    void daysWithoutASession()
    {
        GatewayFixture gateway;
        const auto none = gateway.get(u"/v1/open-close/AAA/2026-08-09"_s);
        QCOMPARE(none.status, 404);
        QCOMPARE(none.statusText(), u"NOT_FOUND"_s);
        QCOMPARE(none.message(), u"Data not found."_s);
        QCOMPARE(gateway.get(u"/v1/open-close/AAA/someday"_s).status, 400);
        const auto grouped = gateway.get(u"/v2/aggs/grouped/locale/us/market/stocks/2026-08-09"_s);
        QCOMPARE(grouped.json[u"resultsCount"_s].toInteger(-1), 0);
        QVERIFY(!grouped.json.contains(u"results"_s));
        // On Monday the previous day is Friday
        gateway.time->set(easterntime::at({ 2026, 8, 17 }, 9h));
        QCOMPARE(gateway.get(u"/v2/aggs/ticker/AAA/prev"_s).rows().first()[u"t"_s].toInteger(),
                 easternMs({ 2026, 8, 14 }, 16h));
        QVERIFY(!gateway.get(u"/v2/aggs/ticker/NOSUCH/prev"_s).json.contains(u"results"_s));
    }

    void windowsWithoutAPriceAreLeftOut()
    {
        const auto bar = [](Duration offset, bool priced) {
            Candle candle;
            candle.start = easterntime::at({ 2026, 8, 12 }, 11h) + offset;
            candle.open = candle.high = candle.low = candle.close = Price::whole(5);
            candle.volume = Qty::whole(10);
            candle.vwap = 5;
            candle.tradeCount = 1;
            candle.hasPrices = priced;
            return candle;
        };
        const std::vector<Candle> base { bar(0min, false), bar(1min, true), bar(5min, false) };
        const auto rolled
            = barwindows::rollUp(base, Timeframe(5, TimeUnit::Minute), AssetClass::Stocks);
        QCOMPARE(rolled.size(), std::size_t(1));
        QCOMPARE(rolled.front().volume, Qty::whole(20));
        QCOMPARE(rolled.front().open, Price::whole(5));
        QVERIFY(barwindows::rollUp(base, Timeframe(), AssetClass::Stocks).size() == 1);
    }
};

QTEST_GUILESS_MAIN(TestGatewayBars)
#include "tst_gatewaybars.moc"
