#include "barsdecoder.h"
#include "indicatordecoder.h"
#include "indicators.h"
#include "referencedecoder.h"
#include "routedsandbox.h"
#include "snapshotdecoder.h"
#include "ticksdecoder.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

qint64 newYorkNs(QDate date, Duration time)
{
    return toNs(easterntime::at(date, time));
}

QList<double> column(const QJsonArray &rows, const QString &name)
{
    QList<double> values;
    for (const QJsonValue &row : rows)
        values.append(row[name].toDouble());
    return values;
}

QStringList words(const QJsonArray &rows, const QString &name)
{
    QStringList values;
    for (const QJsonValue &row : rows)
        values.append(row[name].toString());
    return values;
}

} // namespace

/// REST of indices, currencies, coins and futures over the sandbox: massive-api.md 3, 4.1, 5, 10.
class TestClassEndpoints : public QObject
{
    Q_OBJECT

private slots:
    void barsOfEveryClass_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<int>("minutes"); // of 2026-08-12
        QTest::addColumn<bool>("hasVolume");
        QTest::newRow("index") << u"I:SPX"_s << 390 << false;
        QTest::newRow("currency") << u"C:EURUSD"_s << 1440 << true;
        QTest::newRow("coin") << u"X:ETHUSD"_s << 1440 << true;
    }
    void barsOfEveryClass()
    {
        QFETCH(const QString, symbol);
        QFETCH(const int, minutes);
        QFETCH(const bool, hasVolume);
        RoutedSandbox sandbox;
        const QString path = u"/v2/aggs/ticker/%1/range/1/%2/2026-08-12/2026-08-12"_s;
        const auto whole = sandbox.get(path.arg(symbol, u"minute"_s));
        QCOMPARE(whole.status, 200);
        QCOMPARE(whole.rows().size(), minutes);
        QVERIFY(whole.next().isEmpty());
        const QJsonObject first = whole.rows().first().toObject();
        for (const QString &field : { u"v"_s, u"vw"_s, u"n"_s })
            QCOMPARE(first.contains(field), hasVolume);
        int pages = 0;
        QCOMPARE(sandbox.allPages(path.arg(symbol, u"minute"_s) + u"?limit=250"_s, &pages),
                 whole.rows());
        QCOMPARE(pages, (minutes + 249) / 250);
        const auto day = sandbox.get(path.arg(symbol, u"day"_s)).rows().first().toObject();
        const auto highs = column(whole.rows(), u"h"_s);
        QCOMPARE(day[u"h"_s].toDouble(), *std::max_element(highs.begin(), highs.end()));
        if (hasVolume) {
            const auto volumes = column(whole.rows(), u"v"_s);
            const double sum = std::accumulate(volumes.begin(), volumes.end(), 0.0);
            QVERIFY(qAbs(day[u"v"_s].toDouble() / sum - 1) < 1e-9);
        }
        const Result<BarsPage> decoded
            = decodeBars(QByteArrayView(whole.body.data(), qsizetype(whole.body.size())));
        QVERIFY(decoded && decoded->bars.size() == std::size_t(minutes));
        const auto previous
            = sandbox.get(u"/v2/aggs/ticker/%1/prev"_s.arg(symbol)).rows().first().toObject();
        QCOMPARE(previous[u"c"_s], day[u"c"_s]);
        QCOMPARE(previous[u"T"_s].toString(), symbol);
    }

    void groupedDays()
    {
        RoutedSandbox sandbox;
        for (const auto &[market, symbol, count] :
             { std::tuple(u"crypto"_s, u"X:BTCUSD"_s, 3), std::tuple(u"fx"_s, u"C:USDJPY"_s, 2) }) {
            const auto rows
                = sandbox.get(u"/v2/aggs/grouped/locale/global/market/%1/2026-08-12"_s.arg(market))
                      .rows();
            QCOMPARE(rows.size(), count);
            QVERIFY(words(rows, u"T"_s).contains(symbol));
            // The last millisecond of the day
            QCOMPARE(rows.first()[u"t"_s].toInteger() % 86'400'000, 86'399'999);
        }
        const auto saturday = sandbox.get(u"/v2/aggs/grouped/locale/global/market/fx/2026-08-08"_s);
        QVERIFY(!saturday.json.contains(u"results"_s));
        QCOMPARE(
            sandbox.get(u"/v2/aggs/grouped/locale/global/market/crypto/2026-08-08"_s).rows().size(),
            3);
    }

    void openAndClose()
    {
        RoutedSandbox sandbox;
        const auto index = sandbox.get(u"/v1/open-close/I:SPX/2026-08-12"_s).json;
        QVERIFY(index[u"open"_s].toDouble() > 0 && !index.contains(u"volume"_s));
        QCOMPARE(sandbox.get(u"/v1/open-close/I:SPX/2026-08-15"_s).status, 404);
        const auto coin = sandbox.get(u"/v1/open-close/crypto/BTC/USD/2026-08-12"_s);
        QCOMPARE(coin.json[u"symbol"_s].toString(), u"BTC-USD"_s);
        const QJsonArray opening = coin.json[u"openTrades"_s].toArray();
        const QJsonArray closing = coin.json[u"closingTrades"_s].toArray();
        QCOMPARE(opening.size(), 5);
        QCOMPARE(closing.size(), 5);
        QCOMPARE(opening.first()[u"p"_s], coin.json[u"open"_s]);
        QCOMPARE(closing.first()[u"p"_s], coin.json[u"close"_s]);
        const auto decoded = decodeOpenClose(QByteArray::fromStdString(coin.body));
        QVERIFY(decoded);
        QCOMPARE(decoded->date, QDate(2026, 8, 12));
        QCOMPARE(sandbox.get(u"/v1/open-close/crypto/DOGE/USD/2026-08-12"_s).status, 404);
    }

    void tickHistories_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("time");
        QTest::addColumn<bool>("isNew"); // the new-generation form
        QTest::newRow("trades of a coin")
            << u"/v3/trades/X:BTCUSD"_s << u"participant_timestamp"_s << false;
        QTest::newRow("trades of a coin, its name with a dash")
            << u"/v3/trades/X:ETH-USD"_s << u"participant_timestamp"_s << false;
        QTest::newRow("quotes of a currency")
            << u"/v3/quotes/C:EURUSD"_s << u"participant_timestamp"_s << false;
        QTest::newRow("trades of a future")
            << u"/futures/v1/trades/ESU6"_s << u"timestamp"_s << true;
        QTest::newRow("quotes of a future, as older clients ask")
            << u"/futures/vX/quotes/F:ESU6"_s << u"timestamp"_s << true;
    }
    void tickHistories()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, time);
        QFETCH(const bool, isNew);
        RoutedSandbox sandbox;
        const QString range
            = u"timestamp.gte=%1&timestamp.lt=%2"_s.arg(newYorkNs({ 2026, 8, 12 }, 9h + 59min))
                  .arg(newYorkNs({ 2026, 8, 12 }, 10h + 3min));
        const QString order = isNew ? u"sort=timestamp."_s : u"order="_s;
        const auto whole = sandbox.get(path + u"?limit=40000&"_s + range + u'&' + order + u"asc"_s);
        QCOMPARE(whole.status, 200);
        const QJsonArray rows = whole.rows();
        QVERIFY(rows.size() > 100);
        QVERIFY(whole.next().isEmpty());
        QCOMPARE(sandbox.allPages(path + u"?limit=37&"_s + range + u'&' + order + u"asc"_s), rows);
        QJsonArray backwards
            = sandbox.allPages(path + u"?limit=41&"_s + range + u'&' + order + u"desc"_s);
        QCOMPARE(backwards.size(), rows.size());
        QCOMPARE(backwards.first(), rows.last());
        for (qsizetype i = 1; i < rows.size(); ++i)
            QVERIFY(rows[i][time].toInteger() >= rows[i - 1][time].toInteger());
        // The minute bar says the same
        QCOMPARE(sandbox.get(path + u"?limit=999999"_s).status, 400);
        QCOMPARE(sandbox.get(path + u"?timestamp=soon"_s).status, 400);
    }

    /// A minute's bar is made of the trades that the history has of it.
    void barsAreTheirTicks()
    {
        RoutedSandbox sandbox;
        const qint64 from = newYorkNs({ 2026, 8, 12 }, 10h);
        const QString range = u"timestamp.gte=%1&timestamp.lt=%2&limit=40000"_s.arg(from).arg(
            from + 60'000'000'000);
        const auto bar = [&](const QString &symbol) {
            return sandbox
                .get(u"/v2/aggs/ticker/%1/range/1/minute/%2/%2"_s.arg(symbol).arg(from / 1'000'000))
                .rows()
                .first()
                .toObject();
        };
        const auto trades = sandbox.get(u"/v3/trades/X:BTCUSD?order=asc&"_s + range).rows();
        double volume = 0;
        for (const double size : column(trades, u"size"_s))
            volume += size;
        QCOMPARE(bar(u"X:BTCUSD"_s)[u"n"_s].toInteger(), trades.size());
        QVERIFY(qAbs(bar(u"X:BTCUSD"_s)[u"v"_s].toDouble() - volume) < 1e-6);
        QCOMPARE(bar(u"X:BTCUSD"_s)[u"c"_s], trades.last()[u"price"_s]);
        const auto quotes = sandbox.get(u"/v3/quotes/C:EURUSD?order=asc&"_s + range).rows();
        QCOMPARE(bar(u"C:EURUSD"_s)[u"v"_s].toInteger(), quotes.size());
        QCOMPARE(bar(u"C:EURUSD"_s)[u"o"_s], quotes.first()[u"bid_price"_s]);

        const auto prints
            = sandbox.get(u"/futures/v1/trades/ESU6?sort=timestamp.asc&"_s + range).rows();
        const auto future
            = sandbox.get(u"/futures/v1/aggs/ESU6?resolution=1min&window_start=%1"_s.arg(from))
                  .rows()
                  .first()
                  .toObject();
        const auto sizes = column(prints, u"size"_s);
        QCOMPARE(future[u"transactions"_s].toInteger(), prints.size());
        QCOMPARE(future[u"volume"_s].toDouble(), std::accumulate(sizes.begin(), sizes.end(), 0.0));
        QCOMPARE(future[u"open"_s], prints.first()[u"price"_s]);
        QCOMPARE(future[u"close"_s], prints.last()[u"price"_s]);
        const double worth = future[u"dollar_volume"_s].toDouble();
        QVERIFY(
            qAbs(worth / (future[u"volume"_s].toDouble() * 50 * future[u"close"_s].toDouble()) - 1)
            < 0.01);
    }

    void lastOfPairs()
    {
        RoutedSandbox sandbox;
        const auto coin = sandbox.get(u"/v1/last/crypto/BTC/USD"_s).json;
        QCOMPARE(coin[u"symbol"_s].toString(), u"BTC-USD"_s);
        QCOMPARE(coin[u"status"_s].toString(), u"success"_s);
        const auto newest = sandbox.get(u"/v3/trades/X:BTCUSD?limit=1"_s).rows().first();
        QCOMPARE(coin[u"last"_s][u"price"_s], newest[u"price"_s]);
        const auto euro = sandbox.get(u"/v1/last_quote/currencies/EUR/USD"_s).json;
        QCOMPARE(euro[u"symbol"_s].toString(), u"EUR/USD"_s);
        const double bid = euro[u"last"_s][u"bid"_s].toDouble();
        const double ask = euro[u"last"_s][u"ask"_s].toDouble();
        QVERIFY(bid < ask);
        const auto sold = sandbox.get(u"/v1/conversion/EUR/USD?amount=1000&precision=4"_s).json;
        QVERIFY(qAbs(sold[u"converted"_s].toDouble() - 1000 * bid) < 1e-4);
        QCOMPARE(sold[u"symbol"_s].toString(), u"EUR/USD"_s);
        // The way back goes by the reverse pair, which the symbol says (sample 1)
        const auto bought = sandbox.get(u"/v1/conversion/USD/EUR?amount=1000&precision=2"_s).json;
        QCOMPARE(bought[u"symbol"_s].toString(), u"EUR/USD"_s);
        QCOMPARE(bought[u"from"_s].toString(), u"USD"_s);
        QVERIFY(qAbs(bought[u"converted"_s].toDouble() - 1000 / ask) < 0.0051);
        QCOMPARE(sandbox.get(u"/v1/conversion/EUR/USD?precision=9"_s).status, 400);
        QCOMPARE(sandbox.get(u"/v1/conversion/EUR/USD?amount=much"_s).status, 400);
        QCOMPARE(sandbox.get(u"/v1/conversion/EUR/GBP"_s).status, 404);
        QCOMPARE(sandbox.get(u"/v1/last/crypto/DOGE/USD"_s).status, 404);
    }

    void snapshotsOfPairs()
    {
        RoutedSandbox sandbox;
        for (const auto &[market, symbol] :
             { std::pair(u"crypto"_s, u"X:BTCUSD"_s), std::pair(u"forex"_s, u"C:EURUSD"_s) }) {
            const QString base = u"/v2/snapshot/locale/global/markets/"_s + market;
            const auto all = sandbox.get(base + u"/tickers"_s).json[u"tickers"_s].toArray();
            const auto one = sandbox.get(base + u"/tickers/"_s + symbol);
            const QJsonObject row = one.json[u"ticker"_s].toObject();
            QVERIFY(words(all, u"ticker"_s).contains(symbol));
            QVERIFY(all.contains(row));
            const bool isCoin = market == u"crypto"_s;
            QCOMPARE(row.contains(u"lastTrade"_s), isCoin);
            QCOMPARE(row.contains(u"lastQuote"_s), !isCoin);
            QCOMPARE(row[u"day"_s].toObject().contains(u"vw"_s), isCoin);
            const double price
                = row[isCoin ? u"lastTrade"_s : u"lastQuote"_s][isCoin ? u"p"_s : u"b"_s]
                      .toDouble();
            QCOMPARE(row[u"day"_s][u"c"_s].toDouble(), price); // the day ends with it so far
            QCOMPARE(row[u"min"_s][u"c"_s].toDouble(), price);
            QVERIFY(qAbs(row[u"todaysChange"_s].toDouble()
                         - (price - row[u"prevDay"_s][u"c"_s].toDouble()))
                    < 1e-9);
            QVERIFY(decodeStockSnapshots(QByteArray::fromStdString(one.body)));
            QCOMPARE(sandbox.get(base + u"/tickers?tickers=%1,X:NONE,AAPL"_s.arg(symbol))
                         .json[u"tickers"_s]
                         .toArray()
                         .size(),
                     1);
            QCOMPARE(sandbox.get(base + u"/tickers/AAPL"_s).status, 404);
            int movers = 0;
            for (const QString &direction : { u"/gainers"_s, u"/losers"_s })
                for (const QJsonValue &mover :
                     sandbox.get(base + direction).json[u"tickers"_s].toArray()) {
                    QCOMPARE(mover[u"todaysChange"_s].toDouble() > 0, direction == u"/gainers"_s);
                    ++movers;
                }
            QVERIFY(movers <= all.size() && movers > 0);
        }
        // Two endpoints in the stocks' tree do not know them
        QCOMPARE(sandbox.get(u"/v2/snapshot/locale/us/markets/stocks/tickers/X:BTCUSD"_s).status,
                 404);
    }

    void universalSnapshot()
    {
        RoutedSandbox sandbox;
        const auto rows
            = sandbox
                  .get(u"/v3/snapshot?limit=20&ticker.any_of=AAPL,I:SPX,C:EURUSD,X:BTCUSD,NOSUCH"_s)
                  .rows();
        QCOMPARE(words(rows, u"ticker"_s),
                 QStringList({ u"AAPL"_s, u"C:EURUSD"_s, u"I:SPX"_s, u"NOSUCH"_s, u"X:BTCUSD"_s }));
        QCOMPARE(words(rows, u"type"_s),
                 QStringList({ u"stocks"_s, u"fx"_s, u"indices"_s, QString(), u"crypto"_s }));
        QCOMPARE(rows[3][u"error"_s].toString(), u"NOT_FOUND"_s);
        QCOMPARE(rows[3].toObject().size(), 3);
        QCOMPARE(rows[2][u"market_status"_s].toString(), u"regular_trading"_s);
        QVERIFY(rows[2][u"value"_s].toDouble() > 1'000);
        QVERIFY(rows[0][u"last_trade"_s].toObject().contains(u"price"_s));
        QVERIFY(rows[4][u"last_trade"_s].toObject().contains(u"price"_s));
        QVERIFY(rows[1][u"last_quote"_s].toObject().contains(u"midpoint"_s));
        int pages = 0;
        const auto coins = sandbox.allPages(u"/v3/snapshot?type=crypto&limit=2"_s, &pages);
        QCOMPARE(coins.size(), 3);
        QCOMPARE(pages, 2);
        QCOMPARE(sandbox.get(u"/v3/snapshot?limit=251"_s).status, 400);
        QCOMPARE(sandbox.get(u"/v3/snapshot?type=bonds"_s).status, 400);
        const auto contracts
            = sandbox.get(u"/v3/snapshot?type=options&limit=250&ticker.gte=O:SPY"_s).rows();
        QCOMPARE(contracts.size(), 250);
        QVERIFY(contracts[0][u"details"_s].toObject().contains(u"strike_price"_s));
        QCOMPARE(contracts[0][u"type"_s].toString(), u"options"_s);
        const auto fx = sandbox.get(u"/v3/snapshot?type=fx&ticker.gte=C:F"_s).rows();
        QCOMPARE(words(fx, u"ticker"_s), QStringList { u"C:USDJPY"_s });
    }

    void indicesSnapshot()
    {
        RoutedSandbox sandbox;
        const auto rows
            = sandbox.get(u"/v3/snapshot/indices?ticker.any_of=I:SPX,I:VIX,AAPL"_s).rows();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0][u"error"_s].toString(), u"NOT_FOUND"_s); // AAPL is none
        QCOMPARE(rows[1][u"timeframe"_s].toString(), u"REAL-TIME"_s);
        QVERIFY(!rows[1][u"session"_s].toObject().contains(u"volume"_s));
        const auto bars
            = sandbox.get(u"/v2/aggs/ticker/I:SPX/range/1/day/2026-08-12/2026-08-13"_s).rows();
        QCOMPARE(rows[1][u"session"_s][u"previous_close"_s], bars[0][u"c"_s]);
        QCOMPARE(rows[1][u"value"_s], bars[1][u"c"_s]);
        QCOMPARE(sandbox.get(u"/v3/snapshot/indices"_s, u"starter"_s)
                     .rows()
                     .first()[u"timeframe"_s]
                     .toString(),
                 u"DELAYED"_s);
    }

    void indicators_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::newRow("stock") << u"AAPL"_s;
        QTest::newRow("index") << u"I:SPX"_s;
        QTest::newRow("currency") << u"C:EURUSD"_s;
        QTest::newRow("coin") << u"X:SOLUSD"_s;
    }
    void indicators()
    {
        QFETCH(const QString, symbol);
        RoutedSandbox sandbox;
        const auto closes = column(
            sandbox.get(u"/v2/aggs/ticker/%1/range/1/day/2025-06-01/2026-08-12"_s.arg(symbol))
                .rows(),
            u"c"_s);
        const std::vector<double> prices(closes.begin(), closes.end());
        const QString range = u"&timestamp.lte=2026-08-12&limit=3"_s;
        const auto last = [&](const QString &kind, const QString &parameters) {
            return sandbox.get(u"/v1/indicators/%1/%2?%3"_s.arg(kind, symbol, parameters + range));
        };
        const auto sma = last(u"sma"_s, u"window=20"_s);
        QCOMPARE(sma.status, 200);
        const auto own = tapeline::indicators::simpleAverage(prices, 20);
        const QJsonArray values = sma.json[u"results"_s][u"values"_s].toArray();
        QCOMPARE(values.size(), 3);
        QVERIFY(qAbs(values[0][u"value"_s].toDouble() / own.back() - 1) < 1e-8);
        QVERIFY(qAbs(values[2][u"value"_s].toDouble() / own[own.size() - 3] - 1) < 1e-8);
        const auto ema = last(u"ema"_s, u"window=20"_s);
        QVERIFY(qAbs(ema.json[u"results"_s][u"values"_s][0][u"value"_s].toDouble()
                         / tapeline::indicators::exponentialAverage(prices, 20).back()
                     - 1)
                < 1e-5);
        const auto rsi = last(u"rsi"_s, u"window=14"_s);
        QVERIFY(qAbs(rsi.json[u"results"_s][u"values"_s][0][u"value"_s].toDouble()
                     - tapeline::indicators::relativeStrength(prices, 14).back())
                < 1e-5);
        const auto macd = last(u"macd"_s, {});
        const QJsonObject newest = macd.json[u"results"_s][u"values"_s][0].toObject();
        const auto lines = tapeline::indicators::convergence(prices, 12, 26, 9);
        QVERIFY(qAbs(newest[u"value"_s].toDouble() - lines.value.back()) < 1e-4 * prices.back());
        QVERIFY(qAbs(newest[u"histogram"_s].toDouble()
                     - (newest[u"value"_s].toDouble() - newest[u"signal"_s].toDouble()))
                < 1e-8);
        QVERIFY(decodeIndicator(QByteArray::fromStdString(macd.body)));
    }

    /// `adjusted` means for indicators what it means for the bars they are made of.
    void indicatorsOverASplit()
    {
        RoutedSandbox sandbox;
        const QJsonArray splits
            = sandbox
                  .get(
                      u"/v3/reference/splits?execution_date.gte=2015-01-01&execution_date.lt=2026-08-01&limit=1"_s)
                  .rows();
        QVERIFY(!splits.isEmpty());
        const QString symbol = splits[0][u"ticker"_s].toString();
        const QDate executed
            = QDate::fromString(splits[0][u"execution_date"_s].toString(), Qt::ISODate);
        const QString until = executed.addDays(4).toString(Qt::ISODate);
        QList<double> newest;
        for (const QString &adjusted : { u"true"_s, u"false"_s }) {
            const auto closes = column(
                sandbox
                    .get(u"/v2/aggs/ticker/%1/range/1/day/%2/%3?adjusted=%4"_s.arg(
                        symbol, executed.addDays(-60).toString(Qt::ISODate), until, adjusted))
                    .rows(),
                u"c"_s);
            const auto own = tapeline::indicators::simpleAverage(
                std::vector<double>(closes.begin(), closes.end()), 20);
            const QJsonValue results
                = sandbox
                      .get(u"/v1/indicators/sma/%1?window=20&limit=1&timestamp.lte=%2&adjusted=%3"_s
                               .arg(symbol, until, adjusted))
                      .json[u"results"_s];
            newest.append(results[u"values"_s][0][u"value"_s].toDouble());
            QVERIFY(qAbs(newest.last() / own.back() - 1) < 1e-8);
            const QString url = results[u"underlying"_s][u"url"_s].toString();
            QVERIFY(url.contains(u"adjusted="_s + adjusted));
            QCOMPARE(column(sandbox.get(url).rows(), u"c"_s).last(), closes.last());
        }
        QVERIFY(qAbs(newest[0] / newest[1] - 1) > 0.1);
        // Where it is not said, shares are adjusted
        const auto silent = sandbox.get(
            u"/v1/indicators/sma/%1?window=20&limit=1&timestamp.lte=%2"_s.arg(symbol, until));
        QCOMPARE(silent.json[u"results"_s][u"values"_s][0][u"value"_s].toDouble(), newest[0]);
    }

    void indicatorPages()
    {
        RoutedSandbox sandbox;
        for (const QString &order : { u"asc"_s, u"desc"_s }) {
            const QString path
                = u"/v1/indicators/sma/AAPL?window=5&timestamp.gte=2026-06-01&timestamp.lte=2026-08-12&order="_s
                + order;
            const auto whole = sandbox.get(path + u"&limit=500"_s);
            const QJsonArray values = whole.json[u"results"_s][u"values"_s].toArray();
            QCOMPARE(values.size(), 51);
            QVERIFY(whole.next().isEmpty());
            QJsonArray paged;
            int pages = 0;
            for (QString next = path + u"&limit=17"_s; !next.isEmpty(); ++pages) {
                const auto page = sandbox.get(next);
                for (const QJsonValue &row : page.json[u"results"_s][u"values"_s].toArray())
                    paged.append(row);
                next = page.next();
            }
            QCOMPARE(pages, 3);
            QCOMPARE(paged, values);
        }
        QCOMPARE(sandbox.get(u"/v1/indicators/sma/AAPL?window=0"_s).status, 400);
        QCOMPARE(sandbox.get(u"/v1/indicators/sma/AAPL?timespan=second"_s).status, 400);
        QCOMPARE(sandbox.get(u"/v1/indicators/macd/AAPL?short_window=30"_s).status, 400);
        const auto expanded = sandbox.get(
            u"/v1/indicators/sma/AAPL?window=5&limit=2&expand_underlying=true&timestamp.lte=2026-08-12"_s);
        QVERIFY(expanded.json[u"results"_s][u"underlying"_s][u"aggregates"_s].toArray().size()
                >= 6);
    }

    void futuresBars()
    {
        RoutedSandbox sandbox;
        const QString path = u"/futures/v1/aggs/ESU6"_s;
        const auto newest = sandbox.get(path + u"?limit=3"_s);
        QCOMPARE(words(newest.rows(), u"session_end_date"_s),
                 QStringList({ u"2026-08-13"_s, u"2026-08-12"_s, u"2026-08-11"_s }));
        // Labelled with the day before its end (massive-api.md 5.1)
        QCOMPARE(newest.rows()[1][u"window_start"_s].toInteger(),
                 toNs(fromMs(QDateTime(QDate(2026, 8, 11), {}, Qt::UTC).toMSecsSinceEpoch())));
        QVERIFY(newest.rows()[1].toObject().contains(u"settlement_price"_s));
        QVERIFY(!newest.rows()[0].toObject().contains(u"settlement_price"_s)); // not yet
        QVERIFY(!newest.next().isEmpty());
        const auto whole
            = sandbox.get(path + u"?window_start.gte=2026-07-01&sort=window_start.asc"_s).rows();
        int pages = 0;
        QCOMPARE(
            sandbox.allPages(path + u"?window_start.gte=2026-07-01&sort=window_start.asc&limit=7"_s,
                             &pages),
            whole);
        QVERIFY(pages >= 4);
        const auto hours
            = sandbox
                  .get(path + u"?resolution=1hour&window_start=2026-08-12&sort=window_start.asc"_s)
                  .rows();
        QCOMPARE(hours.size(), 23);
        const auto volumes = column(hours, u"volume"_s);
        QCOMPARE(newest.rows()[1][u"volume"_s].toDouble(),
                 std::accumulate(volumes.begin(), volumes.end(), 0.0));
        for (const QJsonValue &hour : hours)
            QCOMPARE(hour[u"session_end_date"_s].toString(), u"2026-08-12"_s);
        QCOMPARE(sandbox.get(path + u"?resolution=60min"_s).status, 400);
        QCOMPARE(sandbox.get(path + u"?resolution=1fortnight"_s).status, 400);
        QCOMPARE(sandbox.get(path + u"?sort=volume.asc"_s).status, 400);
        QCOMPARE(sandbox.get(u"/futures/vX/aggs/F:ESU6?limit=3"_s).rows(), newest.rows());
        const auto none = sandbox.get(u"/futures/v1/aggs/NQU6"_s);
        QCOMPARE(none.status, 200);
        QVERIFY(none.rows().isEmpty() && none.json.contains(u"results"_s));
        QVERIFY(decodeFuturesBars(QByteArray::fromStdString(newest.body)));
        // An expired contract keeps its history
        QVERIFY(sandbox.get(u"/futures/v1/aggs/ESM6?limit=5"_s).rows().size() == 5);
    }

    /// `.gt` of a bar's own start leaves that bar out, in every resolution.
    void futuresBarsBehindABar_data()
    {
        QTest::addColumn<QString>("resolution");
        for (const char *resolution : { "1sec", "15min", "4hour", "1session", "1week", "1month" })
            QTest::newRow(resolution) << QString::fromLatin1(resolution);
    }
    void futuresBarsBehindABar()
    {
        QFETCH(const QString, resolution);
        RoutedSandbox sandbox;
        const QString path = u"/futures/v1/aggs/ESU6?sort=window_start.asc&limit=4&resolution="_s
            + resolution + u"&window_start."_s;
        const QJsonArray rows = sandbox.get(path + u"gte=2026-03-02"_s).rows();
        QCOMPARE(rows.size(), 4);
        const qint64 first = rows[0][u"window_start"_s].toInteger();
        const QJsonArray behind = sandbox.get(path + u"gt=%1"_s.arg(first)).rows();
        QCOMPARE(behind.first(), rows[1]);
        const QJsonArray from = sandbox.get(path + u"gte=%1"_s.arg(first)).rows();
        QCOMPARE(from.first(), rows[0]);
    }

    /// A page's address opens no more to another key than the key may ask for itself.
    void cursorsOfAnotherKey()
    {
        RoutedSandbox sandbox;
        const auto next = [&](const QString &path) { return sandbox.get(path).next(); };
        const QString oldTrades = next(u"/v3/trades/AAPL?timestamp=2010-03-02&order=asc&limit=5"_s);
        QCOMPARE(sandbox.get(oldTrades).rows().size(), 5);
        QCOMPARE(sandbox.get(oldTrades, u"developer"_s).status, 403);
        const QString newTrades = next(u"/v3/trades/AAPL?timestamp.gte=2010-03-02&limit=5"_s);
        const auto delayed = sandbox.get(newTrades, u"developer"_s);
        QCOMPARE(delayed.rows().size(), 5);
        for (const QJsonValue &row : delayed.rows())
            QVERIFY(row[u"sip_timestamp"_s].toInteger() < toNs(sandbox.now - 15min));
        const QString seconds
            = next(u"/futures/v1/aggs/ESU6?resolution=1sec&window_start=2026-08-10&limit=5"_s);
        QCOMPARE(sandbox.get(seconds, u"starter"_s).status, 200);
        QCOMPARE(sandbox.get(seconds, u"basic"_s).status, 403);
        const QString oldBars = next(u"/futures/v1/aggs/ESZ9?sort=window_start.asc&limit=5"_s);
        QCOMPARE(sandbox.get(oldBars).rows().size(), 5);
        QVERIFY(sandbox.get(oldBars, u"developer"_s).rows().isEmpty());
    }

    void futuresLists()
    {
        RoutedSandbox sandbox;
        const auto contracts = sandbox.allPages(
            u"/futures/v1/contracts?product_code=ES&active=true&date=2026-08-13&limit=2"_s);
        QStringList tickers = words(contracts, u"ticker"_s);
        tickers.sort();
        QVERIFY(tickers.contains(u"ESU6"_s) && tickers.contains(u"ESZ6"_s) && tickers.size() >= 4);
        QVERIFY(!tickers.contains(u"ESM6"_s));
        const auto all = sandbox.get(u"/futures/v1/contracts?limit=1000&sort=ticker.desc"_s);
        QVERIFY(words(all.rows(), u"ticker"_s).contains(u"ESM6"_s));
        QCOMPARE(sandbox.get(u"/futures/v1/contracts?sort=last_trade_date.asc"_s).status, 400);
        const auto products
            = sandbox.get(u"/futures/v1/products?product_code.any_of=ES,GC"_s).rows();
        QCOMPARE(products.size(), 2);
        QCOMPARE(column(products, u"unit_of_measure_qty"_s), QList<double>({ 50, 100 }));
        const auto schedule
            = sandbox.get(u"/futures/v1/schedules?product_code=ES&session_end_date=2026-08-12"_s)
                  .rows();
        QCOMPARE(words(schedule, u"event"_s),
                 QStringList({ u"pre_open"_s, u"open"_s, u"close"_s }));
        QCOMPARE(schedule[1][u"timestamp"_s].toString(), u"2026-08-11T22:00:00Z"_s);
        QCOMPARE(schedule[2][u"timestamp"_s].toString(), u"2026-08-12T21:00:00Z"_s);
        const auto week = sandbox.allPages(
            u"/futures/v1/schedules?session_end_date.gte=2026-08-10&session_end_date.lte=2026-08-16"_s);
        QCOMPARE(week.size(), 5 * 2 * 3);
        QCOMPARE(
            sandbox.get(u"/futures/v1/market-status"_s).rows()[0][u"market_event"_s].toString(),
            u"open"_s);
        RoutedSandbox pause(easterntime::at({ 2026, 8, 13 }, 17h + 20min));
        const auto paused = pause.get(u"/futures/v1/market-status"_s).rows()[0];
        QCOMPARE(paused[u"market_event"_s].toString(), u"pause"_s);
        QCOMPARE(paused[u"session_end_date"_s].toString(), u"2026-08-14"_s);
        RoutedSandbox friday(easterntime::at({ 2026, 8, 14 }, 17h + 20min));
        const auto closed = friday.get(u"/futures/v1/market-status"_s).rows()[0];
        QCOMPARE(closed[u"market_event"_s].toString(), u"close"_s);
        QCOMPARE(closed[u"session_end_date"_s].toString(), u"2026-08-17"_s);
        RoutedSandbox weekend(easterntime::at({ 2026, 8, 15 }, 12h));
        QCOMPARE(
            weekend.get(u"/futures/v1/market-status"_s).rows()[0][u"market_event"_s].toString(),
            u"close"_s);
        QCOMPARE(words(sandbox.get(u"/futures/v1/exchanges"_s).rows(), u"mic"_s).size(), 4);
        QVERIFY(decodeExchanges(
            QByteArray::fromStdString(sandbox.get(u"/futures/v1/exchanges"_s).body)));
        QVERIFY(decodeFuturesContracts(QByteArray::fromStdString(all.body)));
    }

    void futuresSnapshot()
    {
        RoutedSandbox sandbox;
        const auto rows = sandbox.get(u"/futures/v1/snapshot?product_code=ES"_s).rows();
        QVERIFY(rows.size() >= 4);
        const auto front = std::find_if(rows.begin(), rows.end(), [](const QJsonValue &row) {
            return row[u"details"_s][u"ticker"_s].toString() == u"ESU6"_s;
        });
        QVERIFY(front != rows.end());
        const QJsonValue row = *front;
        const auto sessions = sandbox.get(u"/futures/v1/aggs/ESU6?limit=2"_s).rows();
        QCOMPARE(row[u"session"_s][u"close"_s], sessions[0][u"close"_s]);
        QCOMPARE(row[u"session"_s][u"previous_settlement"_s], sessions[1][u"settlement_price"_s]);
        const auto trade = sandbox.get(u"/futures/v1/trades/ESU6?limit=1"_s).rows().first();
        QCOMPARE(row[u"last_trade"_s][u"price"_s], trade[u"price"_s]);
        QCOMPARE(row[u"last_trade"_s][u"last_updated"_s], trade[u"timestamp"_s]);
        const auto quote = sandbox.get(u"/futures/v1/quotes/ESU6?limit=1"_s).rows().first();
        QCOMPARE(row[u"last_quote"_s][u"bid"_s], quote[u"bid_price"_s]);
        // Even on Starter, delayed (massive-api.md 1.3)
        const auto starter
            = sandbox.get(u"/futures/v1/snapshot?ticker=ESU6"_s, u"starter"_s).rows().first();
        QCOMPARE(starter[u"last_trade"_s][u"timeframe"_s].toString(), u"DELAYED"_s);
        QVERIFY(starter[u"last_trade"_s][u"last_updated"_s].toInteger()
                < toNs(sandbox.now - 10min));
    }

    void tickersOfEveryMarket()
    {
        RoutedSandbox sandbox;
        const auto of = [&](const QString &market) {
            return words(sandbox.get(u"/v3/reference/tickers?limit=1000&market="_s + market).rows(),
                         u"ticker"_s);
        };
        QCOMPARE(of(u"crypto"_s), QStringList({ u"X:BTCUSD"_s, u"X:ETHUSD"_s, u"X:SOLUSD"_s }));
        QCOMPARE(of(u"fx"_s), QStringList({ u"C:EURUSD"_s, u"C:USDJPY"_s }));
        QCOMPARE(of(u"indices"_s), QStringList({ u"I:NDX"_s, u"I:SPX"_s, u"I:VIX"_s }));
        const auto all = sandbox.allPages(u"/v3/reference/tickers?limit=3"_s);
        QCOMPARE(all.size(), of(u"stocks"_s).size() + 8);
        const auto coin = sandbox.get(u"/v3/reference/tickers/X:BTCUSD"_s).json[u"results"_s];
        QCOMPARE(coin[u"base_currency_symbol"_s].toString(), u"BTC"_s);
        QCOMPARE(coin[u"currency_symbol"_s].toString(), u"USD"_s);
        QCOMPARE(coin[u"locale"_s].toString(), u"global"_s);
        QCOMPARE(sandbox.get(u"/v3/reference/tickers/ESU6"_s).status, 404);
        QCOMPARE(words(sandbox.get(u"/v3/reference/exchanges?asset_class=futures"_s).rows(),
                       u"acronym"_s),
                 QStringList({ u"CBOT"_s, u"COMEX"_s, u"CME"_s, u"NYMEX"_s }));
        QVERIFY(decodeTickers(
            QByteArray::fromStdString(sandbox.get(u"/v3/reference/tickers?market=fx"_s).body)));
    }

    /// massive-api.md 1.3, the table's columns of these classes, plan by plan.
    void plans_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("cheapest"); // the plan from which on it is there
        const QString day = u"/2026-08-10/2026-08-10"_s;
        const QString ticks = u"?timestamp=2026-08-10&limit=1"_s;
        const auto bars = [&](const QString &symbol, const QString &unit) -> QString {
            return u"/v2/aggs/ticker/"_s + symbol + u"/range/1/"_s + unit + day;
        };
        for (const auto &[name, symbol] :
             { std::pair("indices", u"I:SPX"_s), std::pair("forex", u"C:EURUSD"_s),
               std::pair("crypto", u"X:BTCUSD"_s) }) {
            const std::string of(name);
            QTest::newRow((of + ": minute bars").c_str())
                << QString(bars(symbol, u"minute"_s)) << u"basic"_s;
            QTest::newRow((of + ": second bars").c_str())
                << QString(bars(symbol, u"second"_s) + u"?limit=10"_s) << u"starter"_s;
            QTest::newRow((of + ": previous day").c_str())
                << QString(u"/v2/aggs/ticker/"_s + symbol + u"/prev"_s) << u"basic"_s;
            QTest::newRow((of + ": indicators").c_str())
                << QString(u"/v1/indicators/sma/"_s + symbol + u"?timestamp.lte=2026-08-10"_s)
                << u"basic"_s;
            QTest::newRow((of + ": reference").c_str())
                << QString(u"/v3/reference/tickers/"_s + symbol) << u"noplan"_s;
        }
        QTest::newRow("indices: snapshot") << QString(u"/v3/snapshot/indices"_s) << u"starter"_s;
        QTest::newRow("indices: open and close")
            << QString(u"/v1/open-close/I:SPX/2026-08-10"_s) << u"basic"_s;
        const QString global = u"/v2/snapshot/locale/global/markets/"_s;
        QTest::newRow("forex: snapshot") << QString(global + u"forex/tickers"_s) << u"starter"_s;
        QTest::newRow("crypto: snapshot") << QString(global + u"crypto/tickers"_s) << u"starter"_s;
        QTest::newRow("crypto: movers") << QString(global + u"crypto/gainers"_s) << u"starter"_s;
        QTest::newRow("crypto: trades")
            << QString(u"/v3/trades/X:BTCUSD"_s + ticks) << u"starter"_s;
        QTest::newRow("crypto: last trade")
            << QString(u"/v1/last/crypto/BTC/USD"_s) << u"starter"_s;
        QTest::newRow("crypto: open and close")
            << QString(u"/v1/open-close/crypto/BTC/USD/2026-08-10"_s) << u"basic"_s;
        QTest::newRow("crypto: grouped")
            << QString(u"/v2/aggs/grouped/locale/global/market/crypto/2026-08-10"_s) << u"basic"_s;
        QTest::newRow("forex: quotes") << QString(u"/v3/quotes/C:EURUSD"_s + ticks) << u"starter"_s;
        QTest::newRow("forex: last quote")
            << QString(u"/v1/last_quote/currencies/EUR/USD"_s) << u"starter"_s;
        QTest::newRow("forex: conversion") << QString(u"/v1/conversion/EUR/USD"_s) << u"starter"_s;
        QTest::newRow("futures: session bars")
            << QString(u"/futures/v1/aggs/ESU6?window_start=2026-08-10"_s) << u"basic"_s;
        QTest::newRow("futures: second bars")
            << QString(u"/futures/v1/aggs/ESU6?resolution=1sec&window_start=2026-08-10&limit=5"_s)
            << u"starter"_s;
        QTest::newRow("futures: snapshot") << QString(u"/futures/v1/snapshot"_s) << u"starter"_s;
        QTest::newRow("futures: trades")
            << QString(u"/futures/v1/trades/ESU6"_s + ticks) << u"developer"_s;
        QTest::newRow("futures: quotes")
            << QString(u"/futures/v1/quotes/ESU6"_s + ticks) << u"developer"_s;
        QTest::newRow("futures: contracts") << QString(u"/futures/v1/contracts"_s) << u"noplan"_s;
        QTest::newRow("futures: products") << QString(u"/futures/vX/products"_s) << u"noplan"_s;
        QTest::newRow("futures: status") << QString(u"/futures/v1/market-status"_s) << u"noplan"_s;
    }
    void plans()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, cheapest);
        RoutedSandbox sandbox;
        const QStringList plans { u"noplan"_s, u"basic"_s, u"starter"_s, u"developer"_s,
                                  u"advanced"_s };
        for (const QString &plan : plans) {
            const bool isIncluded = plans.indexOf(plan) >= plans.indexOf(cheapest);
            QVERIFY2(sandbox.get(path, plan).status == (isIncluded ? 200 : 403),
                     qPrintable(plan + u' ' + QString::number(sandbox.get(path, plan).status)));
        }
        QCOMPARE(sandbox.get(path, u"stolen"_s).status, 401);
    }

    void universalSnapshotTellsRowByRow()
    {
        RoutedSandbox sandbox;
        QCOMPARE(sandbox.get(u"/v3/snapshot?ticker=X:BTCUSD"_s, u"basic"_s).status, 403);
        QCOMPARE(sandbox.get(u"/v3/snapshot?ticker=X:BTCUSD"_s, u"starter"_s).status, 200);
    }

    /// What a plan sees of the newest data, and how far back.
    void recency()
    {
        RoutedSandbox sandbox;
        const auto newestOf = [&](const QString &key, const QString &path, const QString &field) {
            return sandbox.get(path, key).rows().first()[field].toInteger();
        };
        const QString index
            = u"/v2/aggs/ticker/I:SPX/range/1/minute/2026-08-13/2026-08-13?sort=desc"_s;
        QVERIFY(newestOf(u"advanced"_s, index, u"t"_s) > toMs(sandbox.now - 2min));
        QVERIFY(newestOf(u"starter"_s, index, u"t"_s) < toMs(sandbox.now - 15min));
        QCOMPARE(sandbox.get(index, u"starter"_s).json[u"status"_s].toString(), u"DELAYED"_s);
        QCOMPARE(sandbox.get(index, u"basic"_s).status, 403);
        const QString future = u"/futures/v1/aggs/ESU6?resolution=1min"_s;
        QVERIFY(newestOf(u"advanced"_s, future, u"window_start"_s) > toNs(sandbox.now - 3min));
        const qint64 delayed = newestOf(u"developer"_s, future, u"window_start"_s);
        QVERIFY(delayed < toNs(sandbox.now - 10min) && delayed > toNs(sandbox.now - 14min));
        QVERIFY(newestOf(u"basic"_s, future, u"window_start"_s)
                < newYorkNs({ 2026, 8, 12 }, 17h)); // the session that ended last
        const QString coin = u"/v2/aggs/ticker/X:BTCUSD/range/1/minute/2026-08-13/2026-08-13"_s;
        QCOMPARE(sandbox.get(coin, u"starter"_s).json[u"status"_s].toString(), u"OK"_s);
        QVERIFY(newestOf(u"starter"_s, coin + u"?sort=desc"_s, u"t"_s) > toMs(sandbox.now - 2min));
        QCOMPARE(sandbox.get(coin, u"basic"_s).status, 403); // today in UTC
        const QString old = u"/v2/aggs/ticker/%1/range/1/day/%2/%2"_s;
        QCOMPARE(sandbox.get(old.arg(u"X:BTCUSD"_s, u"2019-05-02"_s), u"basic"_s).status, 403);
        QCOMPARE(sandbox.get(old.arg(u"X:BTCUSD"_s, u"2019-05-02"_s), u"starter"_s).rows().size(),
                 1);
        QCOMPARE(sandbox.get(old.arg(u"I:SPX"_s, u"2022-12-30"_s), u"advanced"_s).status, 403);
        QCOMPARE(sandbox.get(old.arg(u"I:SPX"_s, u"2023-01-03"_s), u"basic"_s).rows().size(), 1);
        const QString expired
            = u"/futures/v1/aggs/ESZ9?window_start.lte=2019-12-01&window_start.gte=2019-11-01"_s;
        QCOMPARE(sandbox.get(expired, u"developer"_s).status, 403);
        QVERIFY(sandbox.get(expired, u"advanced"_s).rows().size() > 15);
    }

    void theSameBytes()
    {
        RoutedSandbox one;
        RoutedSandbox same;
        for (const QString &path :
             { u"/v3/snapshot?limit=250"_s, u"/futures/v1/snapshot"_s,
               u"/v2/snapshot/locale/global/markets/crypto/tickers"_s,
               u"/v3/trades/X:BTCUSD?limit=50"_s, u"/futures/v1/aggs/GCZ6?resolution=5min"_s }) {
            const std::string first = one.get(path).body;
            one.get(u"/v2/aggs/ticker/X:SOLUSD/range/1/minute/2026-06-01/2026-07-01"_s);
            QCOMPARE(one.get(path).body, first);
            QCOMPARE(same.get(path).body, first);
        }
    }

    void answersAreQuick()
    {
        RoutedSandbox sandbox;
        for (const QString &path :
             { u"/v2/aggs/ticker/X:BTCUSD/range/1/minute/2026-08-01/2026-08-12?limit=5000"_s,
               u"/v2/aggs/ticker/C:EURUSD/range/1/day/2025-08-12/2026-08-12"_s,
               u"/v2/aggs/ticker/I:SPX/range/1/minute/2026-07-01/2026-08-12?limit=5000"_s,
               u"/futures/v1/aggs/ESU6?resolution=1min&limit=5000"_s,
               u"/futures/v1/aggs/GCZ6?limit=250"_s }) {
            QElapsedTimer timer;
            timer.start();
            const auto answer = sandbox.get(path);
            qInfo("%d rows in %d ms: %s", int(answer.rows().size()), int(timer.elapsed()),
                  qPrintable(path));
            QVERIFY(timer.elapsed() < 2'000);
        }
    }
};

QTEST_GUILESS_MAIN(TestClassEndpoints)
#include "tst_classendpoints.moc"
