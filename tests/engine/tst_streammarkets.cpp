#include "drivenmarket.h"

#include "streaminterest.h"
#include "streamlinks.h"
#include "symbology.h"

#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A desk that looks at a stock, a coin, a currency, an index, a future and an option.
struct ManyMarkets : DrivenMarket
{
    explicit ManyMarkets(const PlanSet &plans = PlanSet::all(Plan::Advanced))
    {
        spec.capabilities = Capabilities(plans);
    }
    explicit ManyMarkets(Duration timeOfDay)
        : DrivenMarket(timeOfDay)
    {
    }

    /// The stream of a market is up.
    void connectMarket(AssetClass market)
    {
        say(market, "connected", "Connected Successfully");
        loop.onStreamState(market, StreamState::Live, {});
        say(market, "auth_success", "authenticated");
    }
    void say(AssetClass market, const QByteArray &word, const QByteArray &message)
    {
        frame(market,
              "[{\"ev\":\"status\",\"status\":\"" + word + "\",\"message\":\"" + message + "\"}]");
    }
    using DrivenMarket::frame;
    void frame(AssetClass market, const QByteArray &json)
    {
        QByteArray bytes = json;
        bytes.reserve(bytes.size() + 64);
        frames.push(bytes, 0, market);
        loop.processFrames();
        pull();
    }
    void coin(Timestamp time, const QByteArray &id, const QByteArray &price)
    {
        frame(AssetClass::Crypto,
              "[{\"ev\":\"XT\",\"pair\":\"BTC-USD\",\"p\":" + price
                  + ",\"s\":0.25,\"c\":[2],\"i\":\"" + id
                  + "\",\"x\":1,\"t\":" + QByteArray::number(toMs(time)) + "}]");
    }
};

QStringList sent(const QSignalSpy &spy, AssetClass market)
{
    QStringList pairs;
    for (const QVariantList &arguments : spy)
        if (arguments.at(0).value<AssetClass>() == market)
            pairs += arguments.at(1).toStringList();
    return pairs;
}

PlanSet only(Product product, Plan plan)
{
    PlanSet plans;
    plans.set(product, plan);
    return plans;
}

} // namespace

/// One desk, one connection a market (massive-api.md 6.1).
class TestStreamMarkets : public QObject
{
    Q_OBJECT

private slots:
    void channels_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QStringList>("pairs");
        QTest::addColumn<QString>("barsPair");
        QTest::newRow("stock") << u"BRK.B"_s
                               << QStringList { u"T.BRK.B"_s, u"Q.BRK.B"_s, u"LULD.BRK.B"_s,
                                                u"A.BRK.B"_s, u"AM.BRK.B"_s }
                               << u"T.BRK.B"_s;
        const QString option = u"O:SPY261218C00650000"_s;
        QTest::newRow("option") << option
                                << QStringList { u"T."_s + option, u"Q."_s + option,
                                                 u"A."_s + option, u"AM."_s + option }
                                << QString(u"T."_s + option);
        QTest::newRow("index") << u"I:SPX"_s
                               << QStringList { u"A.I:SPX"_s, u"AM.I:SPX"_s, u"V.I:SPX"_s }
                               << u"A.I:SPX"_s;
        QTest::newRow("currency") << u"C:EURUSD"_s
                                  << QStringList { u"C.EUR/USD"_s, u"CAS.EUR/USD"_s,
                                                   u"CA.EUR/USD"_s }
                                  << u"CAS.EUR/USD"_s;
        QTest::newRow("coin") << u"X:BTCUSD"_s
                              << QStringList { u"XT.BTC-USD"_s, u"XQ.BTC-USD"_s, u"XAS.BTC-USD"_s,
                                               u"XA.BTC-USD"_s }
                              << u"XT.BTC-USD"_s;
        QTest::newRow("future") << u"ESZ6"_s
                                << QStringList { u"T.ESZ6"_s, u"Q.ESZ6"_s, u"A.ESZ6"_s,
                                                 u"AM.ESZ6"_s }
                                << u"T.ESZ6"_s;
    }

    void channels()
    {
        QFETCH(const QString, symbol);
        const Capabilities all(PlanSet::all(Plan::Advanced));
        QTEST(StreamInterest::pairs(symbol, all), "pairs");
        QTEST(StreamInterest::barsPair(symbol, all), "barsPair");
        const AssetClass market = symbology::classOf(symbol);
        for (const QString &pair : StreamInterest::pairs(symbol, all))
            QCOMPARE(StreamInterest::symbolOf(market, pair), symbol);
        // Without trades bars form from seconds, without a stream from nothing
        Capabilities lacking = all;
        lacking.refuse(productOf(market), DataKind::StreamTrades);
        const QString seconds = StreamInterest::barsPair(symbol, lacking).section(u'.', 0, 0);
        QVERIFY(seconds == u"A" || seconds == u"CAS" || seconds == u"XAS");
        QVERIFY(StreamInterest::pairs(symbol, Capabilities()).isEmpty());
    }

    void eachSymbolIsAskedForOnItsMarketsStream()
    {
        ManyMarkets market;
        const QSignalSpy subscribed(&market.loop, &MarketLoop::subscribeRequested);
        market.open();
        for (const QString &symbol : { u"NVDA"_s, u"X:BTCUSD"_s, u"C:EURUSD"_s, u"I:SPX"_s,
                                       u"ESZ6"_s, u"O:SPY261218C00650000"_s })
            market.loop.watch(symbol);
        QVERIFY(sent(subscribed, AssetClass::Stocks).contains(u"T.NVDA"_s));
        QVERIFY(sent(subscribed, AssetClass::Crypto).contains(u"XT.BTC-USD"_s));
        QVERIFY(sent(subscribed, AssetClass::Forex).contains(u"C.EUR/USD"_s));
        QVERIFY(sent(subscribed, AssetClass::Indices).contains(u"V.I:SPX"_s));
        QVERIFY(sent(subscribed, AssetClass::Futures).contains(u"T.ESZ6"_s));
        QVERIFY(sent(subscribed, AssetClass::Options).contains(u"Q.O:SPY261218C00650000"_s));
        // Its figures, in three questions
        QVERIFY(market.isAsked(u"/v2/snapshot/locale/us/markets/stocks"_s));
        QVERIFY(market.isAsked(u"/futures/v1/snapshot"_s));
        QVERIFY(market.isAsked(u"/v3/snapshot"_s));
    }

    void aStreamThatNeverCameShowsNoRealTime()
    {
        ManyMarkets market;
        market.open();
        market.loop.watch(u"X:BTCUSD"_s);
        bool hasFailed = false;
        using enum StreamState;
        for (const StreamState state : { Connecting, WaitingToRetry, Connecting, Authenticating }) {
            hasFailed = hasFailed || state == WaitingToRetry;
            market.loop.onStreamState(AssetClass::Crypto, state, {});
            market.pass(1s);
            QCOMPARE(market.snapshots[u"X:BTCUSD"_s].badge.stale, hasFailed);
        }
        market.connectMarket(AssetClass::Crypto);
        market.pass(1s);
        QVERIFY(!market.snapshots[u"X:BTCUSD"_s].badge.stale);
    }

    void aBreakCountsForItsMarketOnly()
    {
        ManyMarkets market;
        market.open();
        market.loop.openTape(u"NVDA"_s);
        market.loop.openTape(u"X:BTCUSD"_s);
        market.acknowledge({ u"T"_s });
        market.answer(u"/v3/trades/NVDA"_s, DrivenMarket::page());
        market.connectMarket(AssetClass::Crypto);
        market.say(AssetClass::Crypto, "success", "subscribed to: XT.BTC-USD");
        QVERIFY(market.answer(u"/v3/trades/X:BTCUSD"_s, DrivenMarket::page()));
        market.trade(DrivenMarket::at(10h + 1s), 1);
        market.coin(DrivenMarket::at(10h + 1s), "1", "60000.5");
        QCOMPARE(market.prints[u"X:BTCUSD"_s].size(), 1U);

        market.loop.onStreamState(AssetClass::Crypto, StreamState::WaitingToRetry, u"away"_s);
        market.pass(5s);
        QVERIFY(market.snapshots[u"X:BTCUSD"_s].badge.stale);
        QVERIFY(!market.snapshots[u"NVDA"_s].badge.stale);
        QVERIFY(market.status.stream == StreamState::WaitingToRetry);
        QCOMPARE(market.status.detail, u"crypto: away"_s);
        QVERIFY(market.status.streams[std::size_t(AssetClass::Stocks)] == StreamState::Live);

        market.connectMarket(AssetClass::Crypto);
        market.frames.pushGap(5s, AssetClass::Crypto);
        market.loop.processFrames();
        market.say(AssetClass::Crypto, "success", "subscribed to: XT.BTC-USD");
        QVERIFY(market.fail(u"/v3/trades/X:BTCUSD"_s, Error::Code::NotEntitled));
        market.trade(DrivenMarket::at(10h + 7s), 2);
        market.coin(DrivenMarket::at(10h + 7s), "9", "60001.5");
        QVERIFY(market.prints[u"X:BTCUSD"_s].back().afterGap);
        QVERIFY(!market.prints[u"NVDA"_s].back().afterGap);
        QVERIFY(market.status.stream != StreamState::Refused);
    }

    void aRefusalLowersTheProductItIsAbout()
    {
        ManyMarkets market;
        QSignalSpy lowered(&market.loop, &MarketLoop::planTooHigh);
        market.open();
        market.loop.watch(u"X:BTCUSD"_s);
        market.loop.onPlanHasNoStream(AssetClass::Crypto);
        QCOMPARE(lowered.size(), 1);
        const PlanSet plans = lowered.first().first().value<SourceSpec>().capabilities.plans();
        QVERIFY(plans.of(Product::Currencies) == Plan::Basic);
        QVERIFY(plans.of(Product::Stocks) == Plan::Advanced);
    }

    /// The real-time host refuses a delayed plan every channel: the plan below is tried.
    void theRealTimeHostRefusesADelayedPlan()
    {
        ManyMarkets market;
        QSignalSpy lowered(&market.loop, &MarketLoop::planTooHigh);
        market.open();
        market.loop.watch(u"I:SPX"_s);
        market.connectMarket(AssetClass::Indices);
        market.loop.onEntitlementRefused(AssetClass::Indices);
        QTRY_COMPARE_WITH_TIMEOUT(lowered.size(), 1, 5'000);
        const PlanSet plans = lowered.first().first().value<SourceSpec>().capabilities.plans();
        QVERIFY(plans.of(Product::Indices) == Plan::Starter);
        QVERIFY(plans.of(Product::Futures) == Plan::Advanced);
    }

    /// Real time for coins beside an end-of-day plan for stocks.
    void recencyIsTheClasssOwn()
    {
        ManyMarkets market(only(Product::Currencies, Plan::Starter));
        market.loop.setSource(market.spec);
        market.tellTime();
        market.loop.watch(u"NVDA"_s);
        market.loop.openTape(u"X:BTCUSD"_s);
        market.connectMarket(AssetClass::Crypto);
        market.say(AssetClass::Crypto, "success", "subscribed to: XT.BTC-USD");
        market.answer(u"/v3/trades/X:BTCUSD"_s, DrivenMarket::page());
        market.coin(DrivenMarket::at(10h + 1s), "1", "60000.5");
        QVERIFY(market.snapshots[u"X:BTCUSD"_s].badge.recency == Recency::RealTime);
        QVERIFY(market.status.recency == Recency::EndOfDay);
        QCOMPARE(market.snapshots[u"X:BTCUSD"_s].last, *Price::parse(u"60000.5"));
        QVERIFY(market.isAsked(u"/v2/aggs/grouped/locale/us/market/stocks/"_s)); // by the plan
    }

    void currenciesShowTheBid()
    {
        ManyMarkets market;
        market.open();
        market.loop.watch(u"C:EURUSD"_s);
        QVERIFY(market.answer(u"/v3/snapshot"_s,
                              "{\"status\":\"OK\",\"results\":[{\"ticker\":\"C:EURUSD\",\"type\":"
                              "\"fx\",\"last_updated\":"
                                  + QByteArray::number(toNs(DrivenMarket::at(10h)))
                                  + ",\"session\":{\"open\":1.08,\"high\":1.09,\"low\":1.07,"
                                    "\"close\":1.085,\"previous_close\":1.0801}}]}"));
        market.connectMarket(AssetClass::Forex);
        const auto quote = [&](Duration time, const QByteArray &bid, const QByteArray &ask) {
            market.frame(AssetClass::Forex,
                         "[{\"ev\":\"C\",\"p\":\"EUR/USD\",\"x\":\"48\",\"b\":" + bid
                             + ",\"a\":" + ask
                             + ",\"t\":" + QByteArray::number(toMs(DrivenMarket::at(time))) + "}]");
        };
        quote(10h + 1s, "1.08512", "1.08514");
        const InstrumentSnapshot *shown = &market.snapshots[u"C:EURUSD"_s];
        QCOMPARE(shown->last, *Price::parse(u"1.08512"));
        QCOMPARE(shown->previousClose, *Price::parse(u"1.0801"));
        QCOMPARE(shown->high, *Price::parse(u"1.09"));
        quote(10h + 2s, "1.0912", "1.0913");
        shown = &market.snapshots[u"C:EURUSD"_s];
        QCOMPARE(shown->high, *Price::parse(u"1.0912"));
        // A day later by UTC: the sums start again, and the last bid is yesterday's close
        quote(20h + 1s, "1.0900", "1.0901");
        shown = &market.snapshots[u"C:EURUSD"_s];
        QCOMPARE(shown->previousClose, *Price::parse(u"1.0912"));
        QCOMPARE(shown->open, *Price::parse(u"1.09"));
    }

    /// Nothing is traded of it: values tell the last, seconds make the bars.
    void anIndexHasValuesAndSeconds()
    {
        ManyMarkets market;
        market.open();
        market.loop.openTape(u"I:SPX"_s);
        market.connectMarket(AssetClass::Indices);
        market.say(AssetClass::Indices, "success", "subscribed to: A.I:SPX");
        QVERIFY(market.isAsked(u"/v2/aggs/ticker/I:SPX/range/1/second/"_s));
        QVERIFY(market.answer(u"/range/1/second/"_s, DrivenMarket::page()));
        const auto ms
            = [](Duration time) { return QByteArray::number(toMs(DrivenMarket::at(time))); };
        market.frame(AssetClass::Indices,
                     "[{\"ev\":\"V\",\"val\":6712.4,\"T\":\"I:SPX\",\"t\":" + ms(10h + 3s) + "}]");
        QCOMPARE(market.snapshots[u"I:SPX"_s].last, *Price::parse(u"6712.4"));
        market.frame(
            AssetClass::Indices,
            "[{\"ev\":\"A\",\"sym\":\"I:SPX\",\"op\":6700,\"o\":6711,\"h\":6713,\"l\":6710,"
            "\"c\":6712,\"s\":"
                + ms(10h + 1s) + ",\"e\":" + ms(10h + 2s) + "}]");
        // The value is newer than the second that tells of it
        QCOMPARE(market.snapshots[u"I:SPX"_s].last, *Price::parse(u"6712.4"));
        QCOMPARE(market.prints[u"I:SPX"_s].size(), 1U);
        QVERIFY(market.prints[u"I:SPX"_s].back().origin == PrintOrigin::SecondBar);
        QCOMPARE(market.snapshots[u"I:SPX"_s].open, Price::whole(6'700));
    }

    /// Evenings belong to the next day, and dv of their bars is money.
    void futuresHaveTheirOwnDay()
    {
        ManyMarkets market;
        market.open();
        market.loop.openTape(u"ESZ6"_s);
        market.connectMarket(AssetClass::Futures);
        market.say(AssetClass::Futures, "success", "subscribed to: T.ESZ6");
        QVERIFY(market.answer(u"/futures/v1/trades/ESZ6"_s, DrivenMarket::page()));
        const auto trade = [&](Duration time, int number, const QByteArray &price) {
            market.frame(AssetClass::Futures,
                         "[{\"ev\":\"T\",\"sym\":\"ESZ6\",\"p\":" + price
                             + ",\"s\":2,\"t\":" + QByteArray::number(toMs(DrivenMarket::at(time)))
                             + ",\"q\":" + QByteArray::number(number) + "}]");
        };
        trade(16h + 59min, 1, "6718.25");
        trade(18h + 1s, 2, "6720.5");
        const InstrumentSnapshot &shown = market.snapshots[u"ESZ6"_s];
        QCOMPARE(shown.previousClose, *Price::parse(u"6718.25"));
        QCOMPARE(shown.open, *Price::parse(u"6720.5"));
        QCOMPARE(shown.volume, Qty::whole(2));
        trade(20h, 3, "6721"); // numbers go on through the evening
        trade(20h, 3, "6721"); // the same again
        QCOMPARE(market.prints[u"ESZ6"_s].size(), 3U);
    }

    /// In the evening the numbers are still those of the session that began at 18:00.
    void aFutureIsJoinedAgainByItsSessionsNumbers()
    {
        ManyMarkets market(19h);
        market.open();
        market.loop.openTape(u"ESZ6"_s);
        market.connectMarket(AssetClass::Futures);
        market.say(AssetClass::Futures, "success", "subscribed to: T.ESZ6");
        QVERIFY(market.answer(u"/futures/v1/trades/ESZ6"_s, DrivenMarket::page()));
        const auto row = [](Duration time, int number) -> QByteArray {
            return "{\"ticker\":\"ESZ6\",\"timestamp\":"
                + QByteArray::number(toNs(DrivenMarket::at(time)))
                + ",\"price\":6718.25,\"size\":2,\"sequence_number\":" + QByteArray::number(number)
                + "}";
        };
        const auto trade = [&](Duration time, int number) {
            market.frame(AssetClass::Futures,
                         "[{\"ev\":\"T\",\"sym\":\"ESZ6\",\"p\":6718.25,\"s\":2,\"t\":"
                             + QByteArray::number(toMs(DrivenMarket::at(time)))
                             + ",\"q\":" + QByteArray::number(number) + "}]");
        };
        trade(19h + 1s, 41);
        trade(19h + 2s, 42);
        market.loop.onStreamState(AssetClass::Futures, StreamState::WaitingToRetry, {});
        market.pass(5s);
        market.connectMarket(AssetClass::Futures);
        market.frames.pushGap(5s, AssetClass::Futures);
        market.loop.processFrames();
        market.say(AssetClass::Futures, "success", "subscribed to: T.ESZ6");
        // What was seen comes again with what was missed
        QVERIFY(market.answer(
            u"/futures/v1/trades/ESZ6"_s,
            DrivenMarket::page({ row(19h + 1s, 41), row(19h + 2s, 42), row(19h + 4s, 43) })));
        QCOMPARE(market.prints[u"ESZ6"_s].size(), 3U);
        QCOMPARE(market.snapshots[u"ESZ6"_s].volume, Qty::whole(6));
    }

    /// What prints before the service has acknowledged the subscription is fetched, however long
    /// the connection takes.
    void nothingIsAskedBeforeTheStreamIsUp()
    {
        ManyMarkets market;
        market.open();
        market.loop.openTape(u"X:BTCUSD"_s);
        market.pass(4s);
        QVERIFY(!market.isAsked(u"/v3/trades/X:BTCUSD"_s));
        market.connectMarket(AssetClass::Crypto);
        market.say(AssetClass::Crypto, "success", "subscribed to: XT.BTC-USD");
        QVERIFY(market.isAsked(u"/v3/trades/X:BTCUSD"_s));
    }

    void figuresWithoutATimeAreOfNow()
    {
        ManyMarkets market;
        market.open();
        market.loop.openTape(u"ESZ6"_s);
        market.connectMarket(AssetClass::Futures);
        market.say(AssetClass::Futures, "success", "subscribed to: T.ESZ6");
        QVERIFY(market.answer(u"/futures/v1/trades/ESZ6"_s, DrivenMarket::page()));
        QVERIFY(
            market.answer(u"/futures/v1/snapshot"_s,
                          "{\"status\":\"OK\",\"results\":[{\"details\":{\"ticker\":\"ESZ6\"},"
                          "\"session\":{\"open\":6700,\"high\":6720,\"low\":6690,\"close\":6710,"
                          "\"volume\":100,\"previous_settlement\":6695}}]}"));
        market.frame(AssetClass::Futures,
                     "[{\"ev\":\"T\",\"sym\":\"ESZ6\",\"p\":6712,\"s\":2,\"t\":"
                         + QByteArray::number(toMs(DrivenMarket::at(10h + 1s))) + ",\"q\":1}]");
        const InstrumentSnapshot &shown = market.snapshots[u"ESZ6"_s];
        QCOMPARE(shown.previousClose, Price::whole(6'695));
        QCOMPARE(shown.open, Price::whole(6'700));
        QCOMPARE(shown.volume, Qty::whole(102));
    }

    /// Of all symbols asked for together one is not sold: the others go on by snapshots.
    void aSymbolThatIsNotSoldLowersNobodyElse()
    {
        ManyMarkets market;
        market.open();
        market.loop.watch(u"I:XYZ"_s);
        QVERIFY(market.answer(u"/v3/snapshot"_s,
                              "{\"status\":\"OK\",\"results\":[{\"ticker\":\"I:XYZ\",\"error\":"
                              "\"NOT_ENTITLED\",\"message\":\"Not entitled to this ticker.\"}]}"));
        QVERIFY(market.isAsked(u"/v2/aggs/ticker/I:XYZ/range/1/day/"_s));
        market.loop.watch(u"I:SPX"_s);
        QVERIFY(market.isAsked(u"/v3/snapshot"_s));
    }

    void aLateOptionTradeSetsNoPrice()
    {
        const QString symbol = u"O:SPY261218C00650000"_s;
        ManyMarkets market;
        market.open();
        market.loop.openTape(symbol);
        market.connectMarket(AssetClass::Options);
        market.say(AssetClass::Options, "success", "subscribed to: T." + symbol.toLatin1());
        QVERIFY(market.answer(u"/v3/trades/O:"_s, DrivenMarket::page()));
        const auto trade = [&](int number, const QByteArray &price, const QByteArray &condition) {
            market.frame(AssetClass::Options,
                         "[{\"ev\":\"T\",\"sym\":\"" + symbol.toLatin1() + "\",\"x\":302,\"p\":"
                             + price + ",\"s\":4,\"c\":[" + condition + "],\"t\":"
                             + QByteArray::number(toMs(DrivenMarket::at(10h + 1s)) + number)
                             + ",\"q\":" + QByteArray::number(number) + "}]");
        };
        trade(1, "12.35", "227");
        trade(2, "3.10", "202");
        QCOMPARE(market.snapshots[symbol].last, *Price::parse(u"12.35"));
        QCOMPARE(market.snapshots[symbol].volume, Qty::whole(8));
    }

    void theLeastWellIsTold()
    {
        StreamLinks links;
        SessionStatus status;
        links.writeTo(status);
        QVERIFY(status.stream == StreamState::Offline);
        links.set(AssetClass::Stocks, StreamState::Live, {});
        QVERIFY(links.open(AssetClass::Forex));
        QVERIFY(!links.open(AssetClass::Forex));
        QVERIFY(links.isHoped(AssetClass::Forex));
        QVERIFY(!links.isHoped(AssetClass::Futures));
        links.writeTo(status);
        QVERIFY(status.stream == StreamState::Connecting);
        links.set(AssetClass::Forex, StreamState::Refused, u"no"_s);
        links.writeTo(status);
        QVERIFY(status.stream == StreamState::Refused);
        QCOMPARE(status.detail, u"forex: no"_s);
        // What comes and goes is told before what stays
        links.set(AssetClass::Stocks, StreamState::Stale, u"silent"_s);
        links.writeTo(status);
        QVERIFY(status.stream == StreamState::Stale);
        QCOMPARE(status.detail, u"silent"_s);
        QVERIFY(status.streams[std::size_t(AssetClass::Forex)] == StreamState::Refused);

        links.reset(true); // a recording
        links.set(AssetClass::Stocks, StreamState::Live, {});
        QVERIFY(links.of(AssetClass::Crypto).state == StreamState::Live);
        QVERIFY(links.carries(AssetClass::Stocks, AssetClass::Crypto));
    }
};

QTEST_GUILESS_MAIN(TestStreamMarkets)
#include "tst_streammarkets.moc"
