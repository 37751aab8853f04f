#include "yahoobars.h"

#include "easterntime.h"
#include "fakehttpserver.h"
#include "splitmix64.h"
#include "yahoodecoder.h"
#include "yahoorest.h"
#include "yahoosymbols.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using tapeline::test::FakeHttpServer;

// The answers here are written by hand in the endpoint's publicly known shape. None was recorded:
// there is no network where these tests were made.

namespace {

Timestamp utc(int year, unsigned month, unsigned day, Duration time = {})
{
    using namespace std::chrono;
    return sys_days(std::chrono::year(year) / month / day) + time;
}

Timestamp newYork(int year, int month, int day, Duration time = {})
{
    return easterntime::at(QDate(year, month, day), time);
}

struct Row
{
    Timestamp at;
    QByteArray open;
    QByteArray high;
    QByteArray low;
    QByteArray close;
    QByteArray volume;
};

QByteArray answer(const QByteArray &symbol, const QList<Row> &rows)
{
    QList<QByteArray> times, opens, highs, lows, closes, volumes;
    for (const Row &row : rows) {
        times += QByteArray::number(toMs(row.at) / 1000);
        opens += row.open;
        highs += row.high;
        lows += row.low;
        closes += row.close;
        volumes += row.volume;
    }
    const auto list = [](const QByteArray &name, const QList<QByteArray> &values) -> QByteArray {
        return "\"" + name + "\":[" + values.join(',') + "]";
    };
    return R"({"chart":{"result":[{"meta":{"currency":"USD","symbol":")" + symbol
        + R"(","exchangeName":"NMS","instrumentType":"EQUITY","regularMarketTime":1709586001,)"
          R"("hasPrePostMarketData":true,"gmtoffset":-18000,"timezone":"EST",)"
          R"("exchangeTimezoneName":"America/New_York","regularMarketPrice":175.10000610351562,)"
          R"("chartPreviousClose":179.66,"priceHint":2,"dataGranularity":"1d","range":""},)"
        + list("timestamp", times)
        + R"(,"events":{"splits":{"1598880600":{"date":1598880600,"numerator":4.0,)"
          R"("denominator":1.0,"splitRatio":"4:1"}}},"indicators":{"quote":[{)"
        + list("high", highs) + "," + list("open", opens) + "," + list("volume", volumes) + ","
        + list("close", closes) + "," + list("low", lows)
        + R"(}],"adjclose":[{"adjclose":[1.0]}]}}],"error":null}})";
}

Row flat(Timestamp at, const QByteArray &price, const QByteArray &volume = "100")
{
    return { at, price, price, price, price, volume };
}

BarQuery query(const QString &symbol, const QString &width, Timestamp from, Timestamp to)
{
    return { symbol, *Timeframe::parse(width), true, { from, to } };
}

BarQuery everything(const QString &symbol, const QString &width)
{
    return query(symbol, width, utc(2000, 1, 1), utc(2030, 1, 1));
}

QString text(Price price)
{
    return price.toString();
}

} // namespace

class TestYahooBars : public QObject
{
    Q_OBJECT

private slots:
    void symbols_data()
    {
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::newRow("stock") << u"AAPL"_s << u"AAPL"_s;
        QTest::newRow("class of shares") << u"BRK.B"_s << u"BRK-B"_s;
        QTest::newRow("preferred") << u"BACpL"_s << u"BAC-PL"_s;
        QTest::newRow("warrant") << u"ACHR.WS"_s << u"ACHR-WT"_s;
        QTest::newRow("unit") << u"ABCD.U"_s << u"ABCD-UN"_s;
        QTest::newRow("coin") << u"X:BTCUSD"_s << u"BTC-USD"_s;
        QTest::newRow("coin in dollars of another kind") << u"X:ETHUSDT"_s << u"ETH-USDT"_s;
        QTest::newRow("currency") << u"C:EURUSD"_s << u"EURUSD=X"_s;
        QTest::newRow("index") << u"I:SPX"_s << u"^GSPC"_s;
        QTest::newRow("unknown index") << u"I:NOSUCH"_s << QString();
        QTest::newRow("right") << u"ABCr"_s << QString();
        QTest::newRow("option") << u"O:SPY251219C00650000"_s << QString();
        QTest::newRow("no symbol") << u"no symbol"_s << QString();
    }

    void symbols()
    {
        QFETCH(const QString, ours);
        QFETCH(const QString, theirs);
        QCOMPARE(yahooSymbol(ours).value_or(QString()), theirs);
    }

    void coverage_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QString>("width");
        QTest::addColumn<int>("days"); // -1 nothing, 0 all
        QTest::newRow("minutes") << u"AAPL"_s << u"1m"_s << 29;
        QTest::newRow("five minutes") << u"AAPL"_s << u"5m"_s << 59;
        QTest::newRow("three minutes") << u"AAPL"_s << u"3m"_s << -1;
        QTest::newRow("seconds") << u"AAPL"_s << u"1s"_s << -1;
        QTest::newRow("hours from halves") << u"AAPL"_s << u"1h"_s << 59;
        QTest::newRow("hours of a pair") << u"X:BTCUSD"_s << u"1h"_s << 729;
        QTest::newRow("days") << u"AAPL"_s << u"1D"_s << 0;
        QTest::newRow("weeks") << u"C:EURUSD"_s << u"1W"_s << 0;
        QTest::newRow("two days") << u"AAPL"_s << u"2D"_s << -1;
        QTest::newRow("years") << u"AAPL"_s << u"1Y"_s << -1;
        QTest::newRow("option") << u"O:SPY251219C00650000"_s << u"1D"_s << -1;
    }

    void coverage()
    {
        QFETCH(const QString, symbol);
        QFETCH(const QString, width);
        QFETCH(const int, days);
        const Timestamp now = utc(2024, 3, 5, 15h);
        const BarQuery asked = everything(symbol, width);
        const TimeRange covered = YahooBars().coverage(asked, now);
        if (days < 0)
            QVERIFY(covered.isEmpty());
        else
            QCOMPARE(
                covered,
                (TimeRange { days == 0 ? asked.range.from : now - std::chrono::days(days), now }));
    }

    void nothingUnadjustedOfStocks()
    {
        BarQuery asked = everything(u"AAPL"_s, u"1D"_s);
        asked.adjusted = false;
        QVERIFY(YahooBars().coverage(asked, utc(2024, 3, 5)).isEmpty());
        asked.symbol = u"X:BTCUSD"_s;
        QVERIFY(!YahooBars().coverage(asked, utc(2024, 3, 5)).isEmpty());
    }

    void asksAsTheEndpointIsKnown()
    {
        const YahooBars source;
        const BarSource::Question days = source.question(
            query(u"BRK.B"_s, u"1D"_s, utc(2024, 3, 4, 15h), newYork(2024, 3, 6)));
        QCOMPARE(days.path, u"/v8/finance/chart/BRK-B"_s);
        QCOMPARE(days.query.toString(),
                 u"period1=1709528400&period2=1709701200&interval=1d&"
                 "includePrePost=false&events=div,splits"_s);
        const BarSource::Question hours
            = source.question(query(u"AAPL"_s, u"1h"_s, newYork(2024, 3, 4), newYork(2024, 3, 6)));
        QCOMPARE(hours.query.queryItemValue(u"interval"_s), u"30m"_s);
        QCOMPARE(hours.query.queryItemValue(u"includePrePost"_s), u"true"_s);
    }

    void minutesByTheWeek()
    {
        const YahooBars source;
        const BarQuery month
            = query(u"AAPL"_s, u"1m"_s, utc(2024, 3, 4, 14h), utc(2024, 4, 1, 20h));
        const std::vector<BarQuery> parts = source.portions(month);
        QVERIFY(parts.size() == 5);
        Timestamp at = month.range.from;
        for (const BarQuery &part : parts) {
            QCOMPARE(part.range.from, at);
            QVERIFY(part.range.length() <= std::chrono::days(7));
            at = part.range.to;
        }
        QCOMPARE(at, month.range.to);
        QCOMPARE(source.portions(everything(u"AAPL"_s, u"5m"_s)).size(), std::size_t(1));
    }

    void daysStartAtMidnight()
    {
        const BarQuery asked = query(u"AAPL"_s, u"1D"_s, newYork(2024, 3, 1), newYork(2024, 3, 6));
        // The Monday after the clocks' change is not in it; rows open at 9:30
        const QByteArray body = answer(
            "AAPL",
            { flat(newYork(2024, 2, 29, 9h + 30min), "1"),
              { newYork(2024, 3, 1, 9h + 30min), "179.55000305175781", "180.52999877929688",
                "177.3800048828125", "179.66000366210938", "73488000" },
              { newYork(2024, 3, 4, 9h + 30min), "null", "null", "null", "null", "null" },
              { newYork(2024, 3, 5, 9h + 30min), "170.75999450683594", "172.03999328613281",
                "169.6199951171875", "170.1199951171875", "95132400" } });
        const Result<BarsPage> page = YahooBars().decode(asked, body);
        QVERIFY(page);
        QCOMPARE(page->symbol, u"AAPL"_s);
        QVERIFY(page->adjusted);
        QCOMPARE(page->invalid, 0);
        QCOMPARE(page->bars.size(), std::size_t(2));
        QCOMPARE(page->bars[0].start, newYork(2024, 3, 1));
        QCOMPARE(text(page->bars[0].open), u"179.55"_s);
        QCOMPARE(text(page->bars[0].high), u"180.53"_s);
        QCOMPARE(text(page->bars[0].low), u"177.38"_s);
        QCOMPARE(text(page->bars[0].close), u"179.66"_s);
        QCOMPARE(page->bars[0].volume, Qty::whole(73488000));
        QCOMPARE(page->bars[1].start, newYork(2024, 3, 5));
    }

    void theLiveRowReplacesItsDay()
    {
        const BarQuery asked = query(u"AAPL"_s, u"1D"_s, newYork(2024, 3, 1), newYork(2024, 3, 6));
        const QByteArray body = answer("AAPL",
                                       { flat(newYork(2024, 3, 5, 9h + 30min), "170", "500"),
                                         flat(newYork(2024, 3, 5, 11h + 7s), "171", "900") });
        const Result<BarsPage> page = YahooBars().decode(asked, body);
        QVERIFY(page);
        QCOMPARE(page->bars.size(), std::size_t(1));
        QCOMPARE(page->bars[0].start, newYork(2024, 3, 5));
        QCOMPARE(text(page->bars[0].close), u"171"_s);
        QCOMPARE(page->bars[0].volume, Qty::whole(900));
    }

    void theLiveRowEndsItsWeek()
    {
        const BarQuery asked
            = query(u"AAPL"_s, u"1W"_s, newYork(2024, 2, 25), newYork(2024, 3, 10));
        const QByteArray body
            = answer("AAPL",
                     { flat(newYork(2024, 2, 26), "180"),
                       { newYork(2024, 3, 4), "176", "177", "170", "171", "1000" },
                       { newYork(2024, 3, 6, 12h), "171", "172", "169", "169.5", "300" } });
        const Result<BarsPage> page = YahooBars().decode(asked, body);
        QVERIFY(page);
        QCOMPARE(page->bars.size(), std::size_t(2));
        const Candle &week = page->bars[1];
        QCOMPARE(week.start, newYork(2024, 3, 3)); // ours begin on Sunday
        QCOMPARE(text(week.open), u"176"_s);
        QCOMPARE(text(week.high), u"177"_s);
        QCOMPARE(text(week.low), u"169"_s);
        QCOMPARE(text(week.close), u"169.5"_s);
        QCOMPARE(week.volume, Qty::whole(1300));
    }

    void hoursAreMadeOfHalves()
    {
        const Timestamp day = newYork(2024, 3, 5);
        const BarQuery asked = query(u"AAPL"_s, u"1h"_s, day, day + 24h);
        const QByteArray body = answer("AAPL",
                                       { flat(day + 9h, "10"), flat(day + 9h + 30min, "12"),
                                         flat(day + 10h, "11"), flat(day + 11h + 30min, "9") });
        const Result<BarsPage> page = YahooBars().decode(asked, body);
        QVERIFY(page);
        QCOMPARE(page->bars.size(), std::size_t(3));
        QCOMPARE(page->bars[0].start, day + 9h);
        QCOMPARE(text(page->bars[0].high), u"12"_s);
        QCOMPARE(page->bars[0].volume, Qty::whole(200));
        QCOMPARE(page->bars[2].start, day + 11h);
    }

    void daysOfCurrenciesBeginInLondon()
    {
        const BarQuery asked = query(u"C:EURUSD"_s, u"1D"_s, utc(2024, 1, 1), utc(2024, 12, 31));
        const QByteArray body = answer("EURUSD=X",
                                       { flat(utc(2024, 1, 9), "1.0952"),
                                         flat(utc(2024, 7, 8, 23h), "1.0821273326873779", "0") });
        const Result<BarsPage> page = YahooBars().decode(asked, body);
        QVERIFY(page);
        QCOMPARE(page->bars[0].start, utc(2024, 1, 9));
        QCOMPARE(page->bars[1].start, utc(2024, 7, 9));
        QCOMPARE(text(page->bars[1].close), u"1.082127"_s);
    }

    void pricesLoseTheirNoise_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<int>("assetClass");
        QTest::addColumn<QString>("read");
        const int stock = int(AssetClass::Stocks);
        const int coin = int(AssetClass::Crypto);
        QTest::newRow("dollars") << QByteArray("181.17999267578125") << stock << u"181.18"_s;
        QTest::newRow("thousands") << QByteArray("4512.33984375") << stock << u"4512.34"_s;
        QTest::newRow("ten thousands") << QByteArray("12588.8603515625") << stock << u"12588.86"_s;
        QTest::newRow("cents") << QByteArray("0.12340000271797180") << stock << u"0.1234"_s;
        QTest::newRow("a coin") << QByteArray("0.00001234000023") << coin << u"0.00001234"_s;
        QTest::newRow("tiny") << QByteArray("1.234e-8") << coin << u"0.0000000123"_s;
        QTest::newRow("bitcoin") << QByteArray("68330.4140625") << coin << u"68330.41"_s;
    }

    void pricesLoseTheirNoise()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const int, assetClass);
        QFETCH(const QString, read);
        const Result<BarsPage> page
            = decodeYahooRows(answer("A", { flat(utc(2024, 1, 9), sent) }), AssetClass(assetClass));
        QVERIFY(page);
        QCOMPARE(text(page->bars[0].close), read);
    }

    void coinsHaveNoVolume()
    {
        const QByteArray body
            = answer("BTC-USD", { flat(utc(2024, 1, 9), "46000", "39821290674") });
        QCOMPARE(decodeYahooRows(body, AssetClass::Crypto)->bars[0].volume, Qty());
    }

    void brokenRowsAreCounted()
    {
        const Timestamp day = newYork(2024, 3, 5);
        const BarQuery asked = query(u"AAPL"_s, u"5m"_s, day, day + 24h);
        const QByteArray body = answer("AAPL",
                                       { flat(day + 10h, "10"),
                                         { day + 10h + 5min, "10", "null", "10", "10", "1" },
                                         flat(day + 10h + 10min, "0"),
                                         flat(day + 10h + 15min, "11"),
                                         flat(day + 10h + 15min, "12"),
                                         flat(day + 10h, "13"),
                                         flat(day + 10h + 20min, "14") });
        const Result<BarsPage> page = YahooBars().decode(asked, body);
        QVERIFY(page);
        QCOMPARE(page->bars.size(), std::size_t(3));
        QCOMPARE(text(page->bars[1].close), u"11"_s);
        QCOMPARE(page->invalid, 4);
    }

    void nothingInTheRange()
    {
        const QByteArray body = R"({"chart":{"result":[{"meta":{"symbol":"AAPL"},)"
                                R"("indicators":{"quote":[{}],"adjclose":[{}]}}],"error":null}})";
        const Result<BarsPage> page = YahooBars().decode(everything(u"AAPL"_s, u"1D"_s), body);
        QVERIFY(page);
        QVERIFY(page->bars.empty());
    }

    void whatIsNoChart_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("html") << QByteArray("<html><body>Will be right back...</body></html>");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("null") << QByteArray(R"({"chart":{"result":null,"error":null}})");
        QTest::newRow("no result") << QByteArray(R"({"chart":{"result":[],"error":null}})");
        QTest::newRow("another symbol") << answer("MSFT", { flat(utc(2024, 1, 9), "1") });
        QTest::newRow("no prices") << QByteArray(
            R"({"chart":{"result":[{"meta":{"symbol":"AAPL"},"timestamp":[1709586000],)"
            R"("indicators":{"quote":[]}}]}})");
        QTest::newRow("short list") << QByteArray(
            R"({"chart":{"result":[{"meta":{"symbol":"AAPL"},"timestamp":[1709586000,1709586060],)"
            R"("indicators":{"quote":[{"open":[1],"high":[1,1],"low":[1,1],"close":[1,1]}]}}]}})");
        QTest::newRow("words") << answer("AAPL", { flat(utc(2024, 1, 9), "\"a lot\"") });
    }

    void whatIsNoChart()
    {
        QFETCH(const QByteArray, body);
        const Result<BarsPage> page = YahooBars().decode(everything(u"AAPL"_s, u"1D"_s), body);
        QVERIFY(!page);
        QCOMPARE(page.error().code, Error::Code::Malformed);
        QVERIFY(page.error().detail.startsWith("Yahoo Finance's answer"_L1));
    }

    void failures_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        using Code = Error::Code;
        const QByteArray unknown = R"({"chart":{"result":null,"error":{"code":"Not Found",)"
                                   R"("description":"No data found, symbol may be delisted"}}})";
        const QByteArray tooOld
            = R"({"chart":{"result":null,"error":{"code":"Unprocessable Entity","description":)"
              R"("1m data not available. The requested range must be within the last 30 days."}}})";
        const QByteArray crumb = R"({"finance":{"result":null,"error":{"code":"Unauthorized",)"
                                 R"("description":"Invalid Crumb"}}})";
        const QByteArray html = "<html>...</html>";
        QTest::newRow("unknown") << 404 << unknown << int(Code::NotFound) << u"does not know"_s;
        QTest::newRow("too old") << 422 << tooOld << int(Code::Rejected) << u"last 30 days"_s;
        QTest::newRow("crumb") << 401 << crumb << int(Code::Rejected) << u"does not let"_s;
        QTest::newRow("refused") << 401 << html << int(Code::Rejected) << u"does not let"_s;
        QTest::newRow("forbidden") << 403 << html << int(Code::Rejected) << u"does not let"_s;
        QTest::newRow("no route") << 404 << html << int(Code::NotFound) << u"nothing under"_s;
        QTest::newRow("too often") << 429 << QByteArray("Too Many Requests\r\n")
                                   << int(Code::RateLimited) << u"too often"_s;
        QTest::newRow("outage") << 502 << html << int(Code::Network) << u"trouble (HTTP 502)"_s;
        QTest::newRow("silence") << 0 << QByteArray() << int(Code::Network) << u"not answer"_s;
    }

    void failures()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const int, code);
        QFETCH(const QString, says);
        const Error error = YahooBars().failure(status, body);
        QCOMPARE(int(error.code), code);
        QVERIFY2(error.detail.contains(says), qPrintable(error.detail));
        QVERIFY(error.detail.startsWith("Yahoo Finance "_L1));
    }

    void anErrorThatCameAsASuccess()
    {
        const Result<BarsPage> page = YahooBars().decode(
            everything(u"NOSUCH"_s, u"1D"_s),
            R"({"chart":{"result":null,"error":{"code":"Not Found","description":"No data"}}})");
        QVERIFY(!page);
        QCOMPARE(page.error().code, Error::Code::NotFound);
    }

    void theLastPrice()
    {
        const QByteArray body = answer("AAPL", {});
        const Result<YahooLast> last = decodeYahooLast(body, AssetClass::Stocks);
        QVERIFY(last);
        QCOMPARE(
            *last,
            (YahooLast { u"AAPL"_s, u"USD"_s, *Price::parse(u"175.1"), fromMs(1709586001000) }));
        QVERIFY(!decodeYahooLast(R"({"chart":{"result":[{"meta":{"symbol":"AAPL"}}]}})",
                                 AssetClass::Stocks));
    }

    void barsSettle()
    {
        const Timestamp at = newYork(2024, 3, 5, 10h + 7min);
        const auto settled = [&](const QString &width) {
            return YahooBars().settledUntil(everything(u"AAPL"_s, width), at);
        };
        QCOMPARE(settled(u"1m"_s), newYork(2024, 3, 5, 9h + 37min));
        QCOMPARE(settled(u"1D"_s), newYork(2024, 3, 5));
        QCOMPARE(settled(u"1W"_s), newYork(2024, 3, 3));
    }

    /// Whatever arrives, bars ascend, lie in the range that was asked for and have prices.
    void damagedAnswers()
    {
        const Timestamp day = newYork(2024, 3, 5);
        const BarQuery asked = query(u"AAPL"_s, u"5m"_s, day, day + 24h);
        QList<Row> rows;
        for (int i = 0; i < 12; ++i)
            rows += flat(day + 10h + i * 5min, QByteArray::number(100 + i) + ".1799926757");
        const QByteArray whole = answer("AAPL", rows);
        SplitMix64 draws(11);
        int read = 0;
        for (int round = 0; round < 20'000; ++round) {
            const Result<BarsPage> page = YahooBars().decode(asked, damaged(whole, draws));
            read += page ? 1 : 0;
            QVERIFY(!page || isSound(page->bars, asked.range));
        }
        QVERIFY2(read > 1000 && read < 19'000, qPrintable(QString::number(read)));
    }

    void noKeyGoesToYahoo()
    {
        FakeHttpServer server;
        QCOMPARE(yahoorest::defaultBase().scheme(), u"https"_s);
        const std::unique_ptr<MassiveRest> rest = yahoorest::make(nullptr, server.base());
        QList<RestReply> replies;
        connect(rest.get(), &RestProvider::finished, rest.get(),
                [&](const RestReply &reply) { replies += reply; });
        const BarSource::Question question = YahooBars().question(everything(u"I:SPX"_s, u"1D"_s));
        rest->get({ .id = 1, .path = question.path, .query = question.query });
        QTRY_COMPARE(replies.size(), 1);
        QVERIFY(replies.front().ok);
        const auto &request = server.requests().front();
        QVERIFY(request.target.startsWith("/v8/finance/chart/%5EGSPC?period1="_L1));
        QVERIFY(!request.target.contains("key"_L1, Qt::CaseInsensitive));
        for (auto header = request.headers.begin(); header != request.headers.end(); ++header)
            QVERIFY2(header.key() != "authorization" && header.key() != "cookie",
                     header.key().constData());
    }

private:
    static QByteArray damaged(QByteArray body, SplitMix64 &draws)
    {
        static const QByteArray pieces[] {
            "null", "-1", "1e99", "[", "}", ",", "\"", "0", "NaN", "{}", "1709586000000", "\\u0000"
        };
        for (quint64 count = 1 + draws.below(3); count > 0; --count) {
            const qsizetype at = qsizetype(draws.below(quint64(body.size())));
            const qsizetype length = qsizetype(draws.below(9));
            switch (draws.below(4)) {
            case 0:
                body.replace(at, length, pieces[draws.below(std::size(pieces))]);
                break;
            case 1:
                body[at] = char(draws.below(256));
                break;
            case 2:
                body.remove(at, length);
                break;
            default:
                body.insert(at, body.mid(qsizetype(draws.below(quint64(body.size()))), length));
            }
        }
        return body;
    }

    static bool isSound(const std::vector<Candle> &bars, const TimeRange &range)
    {
        Timestamp last = Timestamp::min();
        for (const Candle &bar : bars) {
            if (bar.start <= last || !range.contains(bar.start) || bar.open <= Price()
                || bar.high <= Price() || bar.low <= Price() || bar.close <= Price()
                || bar.volume < Qty())
                return false;
            last = bar.start;
        }
        return true;
    }
};

QTEST_GUILESS_MAIN(TestYahooBars)
#include "tst_yahoobars.moc"
