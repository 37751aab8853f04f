#include "drivenmarket.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString symbol = u"NVDA"_s;
constexpr quint64 chart = 1;
const Timeframe day(1, TimeUnit::Day);

/// A chart that is joined to the stream; the service has answered everything that it asked for.
void openJoined(DrivenMarket &market, Timeframe timeframe)
{
    market.loop.openChart(chart, symbol, timeframe);
    market.acknowledge({ u"T"_s, u"Q"_s, u"A"_s, u"AM"_s });
    market.answer(u"/v3/trades/"_s, DrivenMarket::page());
    while (market.answer(
        u"/v2/aggs/"_s, DrivenMarket::page({ DrivenMarket::barRow(DrivenMarket::at(9h + 30min)) })))
        ;
}

} // namespace

/// The market thread's work, step by step.
class TestMarketLoop : public QObject
{
    Q_OBJECT

private slots:
    /// The closing cross comes while the trades of a break are being fetched, or is among those.
    void aCrossThatWaitedIsInTheDay_data()
    {
        QTest::addColumn<bool>("fetched");
        QTest::newRow("from the stream") << false;
        QTest::newRow("fetched") << true;
    }

    void aCrossThatWaitedIsInTheDay()
    {
        QFETCH(const bool, fetched);
        DrivenMarket market(15h + 59min + 30s);
        market.open();
        openJoined(market, day);
        market.trade(DrivenMarket::at(15h + 59min + 31s), 1);
        const Qty before = market.charts[chart].rbegin()->second.volume;
        const Timestamp cross = DrivenMarket::at(16h + 500ms);

        market.breakFor(31s);
        market.acknowledge({ u"T"_s });
        QByteArrayList rows;
        if (fetched)
            rows << DrivenMarket::tradeRow(cross, 2, 101, 9'000, "8");
        else
            market.trade(cross, 2, 101, 9'000, "8");
        QVERIFY(market.answer(u"/v3/trades/"_s, DrivenMarket::page(rows)));
        const Candle today = market.charts[chart].rbegin()->second;
        QCOMPARE(today.volume, before + Qty::whole(9'000));
        QCOMPARE(today.close, Price::whole(101));
    }

    void aHoleIsMarkedUntilItIsFilled_data()
    {
        QTest::addColumn<QString>("timeframe");
        QTest::addColumn<Duration>("marked");
        QTest::newRow("1m") << u"1m"_s << Duration(10h + 40min);
        QTest::newRow("5m") << u"5m"_s << Duration(10h + 40min);
        QTest::newRow("1h") << u"1h"_s << Duration(10h);
        QTest::newRow("1D") << u"1D"_s << Duration(0h);
    }

    /// Away for longer than is made good trade by trade, and the minutes cannot be had either.
    void aHoleIsMarkedUntilItIsFilled()
    {
        QFETCH(const QString, timeframe);
        QFETCH(const Duration, marked);
        DrivenMarket market(10h + 4min + 50s);
        market.open();
        openJoined(market, *Timeframe::parse(timeframe));
        market.pass(20s);
        market.trade(DrivenMarket::at(10h + 5min + 5s), 1);
        market.bar("AM", DrivenMarket::at(10h + 4min));
        market.breakFor(35min);
        market.acknowledge({ u"T"_s });
        QVERIFY(market.happened(ConnectionEvent::Kind::GapRemains));
        market.trade(DrivenMarket::at(10h + 40min + 12s), 900);
        market.pass(52s);
        market.bar("AM", DrivenMarket::at(10h + 40min));
        market.failAll();
        const std::vector<Timestamp> hole { DrivenMarket::at(marked) };
        QCOMPARE(market.gaps[chart], hole);
        market.pass(60s);
        QVERIFY(market.isAsked(u"range/1/minute/"_s));
        market.failAll();
        QCOMPARE(market.gaps[chart], hole);

        // The service answers: twenty of the minutes had trades, the others none
        market.pass(60s);
        QByteArrayList rows;
        for (int minute = 5; minute < 25; ++minute)
            rows << DrivenMarket::barRow(DrivenMarket::at(10h + std::chrono::minutes(minute)));
        QVERIFY(market.answer(u"range/1/minute/"_s, DrivenMarket::page(rows)));
        QVERIFY(market.gaps[chart].empty());
    }

    /// A recording may hold nothing else, and the status says that it streams.
    void booksAreMessagesToo()
    {
        DrivenMarket market;
        market.spec.source = DataSource::Replay;
        market.loop.setSource(market.spec);
        market.pass(2s);
        QCOMPARE(market.status.messagesPerSecond, 0.0);
        for (int i = 0; i < 10; ++i)
            market.frame(
                "[{\"ev\":\"XL2\",\"pair\":\"BTC-USD\",\"b\":[[100,1]],\"a\":[[101,1]],\"t\":"
                + QByteArray::number(toMs(DrivenMarket::at(10h)) + i) + ",\"x\":1}]");
        market.pass(2s);
        QCOMPARE(market.status.messagesPerSecond, 5.0);
    }

    /// In a connection that held, a question that fails leaves no mark, of whatever bars it is.
    void questionsThatFailMarkNothing()
    {
        DrivenMarket market(10h + 10min + 50s);
        market.open();
        openJoined(market, Timeframe());
        for (int minute = 0; minute < 20; ++minute) {
            market.trade(market.wall.utc(), quint64(minute + 1));
            market.pass(60s);
            market.failAll();
        }
        QVERIFY(market.happened(ConnectionEvent::Kind::RequestFailed));
        QVERIFY(market.gaps[chart].empty());
    }

    // --- books

    /// Of what is retired, only where the source still has it.
    void depthIsSubscribedWhereItIs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("hasDepth");
        QTest::addColumn<int>("asked");
        QTest::newRow("a service without") << u"X:BTCUSD"_s << false << 0;
        QTest::newRow("a source with depth") << u"X:BTCUSD"_s << true << 1;
        QTest::newRow("a stock") << u"NVDA"_s << true << 0;
    }
    void depthIsSubscribedWhereItIs()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, hasDepth);
        QFETCH(const int, asked);
        DrivenMarket market;
        market.spec.hasDepth = hasDepth;
        market.loop.openBook(1, name, 1s); // before there is a source
        const QSignalSpy subscribed(&market.loop, &MarketLoop::subscribeRequested);
        const QSignalSpy unsubscribed(&market.loop, &MarketLoop::unsubscribeRequested);
        const auto depth = [](const QSignalSpy &spy) {
            int count = 0;
            for (const QVariantList &arguments : spy)
                count += int(arguments.at(1).toStringList().count(u"XL2.BTC-USD"_s));
            return count;
        };
        market.open();
        QCOMPARE(depth(subscribed), asked);
        market.loop.openBook(2, name, 1s);
        QCOMPARE(depth(subscribed), 2 * asked); // the provider counts them
        market.loop.closeBook(1);
        market.loop.closeBook(2);
        QCOMPARE(depth(unsubscribed), 2 * asked);
    }

    /// A frame that cannot be read is a gap of the books, too.
    void whatIsLostOfTheStreamIsMarkedInABook()
    {
        DrivenMarket market;
        market.open();
        market.loop.openBook(1, symbol, 1s);
        market.quote(DrivenMarket::at(10h), 99, 100);
        market.frame("{");
        market.quote(DrivenMarket::at(10h + 1s), 99, 100);
        QCOMPARE(market.bookColumns[1].size(), 2U);
        QVERIFY(!market.bookColumns[1].begin()->second.afterGap);
        QVERIFY(market.bookColumns[1].rbegin()->second.afterGap);
    }

    // --- the connection

    /// The connection is lost before the acknowledgements that follow a refusal.
    void aRefusalIsNotJudgedWithoutConnection()
    {
        DrivenMarket market;
        market.open();
        market.loop.watch(symbol);
        market.loop.onEntitlementRefused(AssetClass::Stocks);
        market.breakFor(1s);
        market.acknowledge({ u"T"_s, u"A"_s, u"AM"_s });
        QTest::qWait(2'300);
        market.tick();
        QVERIFY(!market.happened(ConnectionEvent::Kind::PlanLacks));
        QVERIFY(market.status.capabilities.has(Product::Stocks, DataKind::StreamQuotes));
    }

    /// The frames of a connection may be read before its state is told.
    void acknowledgementsMayComeEarly()
    {
        DrivenMarket market(10h, Plan::Developer);
        market.loop.setSource(market.spec);
        market.tellTime();
        market.loop.watch(symbol);
        market.sayStatus("connected", "Connected Successfully");
        market.acknowledge({ u"T"_s, u"A"_s, u"AM"_s });
        market.loop.onStreamState(AssetClass::Stocks, StreamState::Connecting, {});
        market.loop.onStreamState(AssetClass::Stocks, StreamState::Authenticating, {});
        market.loop.onStreamState(AssetClass::Stocks, StreamState::Live, {});
        market.loop.onEntitlementRefused(AssetClass::Stocks);
        QTest::qWait(2'300);
        market.tick();
        QVERIFY(!market.happened(ConnectionEvent::Kind::PlanLacks));
    }

    /// A service that does not answer holds nothing up for long.
    void anAnswerThatDoesNotComeHoldsNothingUp()
    {
        DrivenMarket market;
        market.open();
        market.loop.watch(symbol);
        market.acknowledge({ u"T"_s });
        market.trade(market.wall.utc(), 1, 100);
        market.loop.openTape(symbol);
        QVERIFY(market.isAsked(u"/v3/trades/"_s));
        market.trade(market.wall.utc() + 1s, 2, 105);
        market.pass(4s);
        QCOMPARE(market.snapshots[symbol].last, Price::whole(100));
        market.pass(1s);
        QCOMPARE(market.snapshots[symbol].last, Price::whole(105));
        QVERIFY(!market.isAsked(u"/v3/trades/"_s));
        market.trade(market.wall.utc(), 3, 106);
        QCOMPARE(market.prints[symbol].back().trade.price, Price::whole(106));
        QCOMPARE(marks(market), 0); // the stream held: nothing is missing
    }

    /// Away for more than half a day: what was asked before is not waited for any more.
    void aVeryLongBreakBeginsAnew()
    {
        DrivenMarket market(4h + 10min);
        market.open();
        openJoined(market, Timeframe());
        market.trade(market.wall.utc(), 1);
        market.breakFor(10s);
        market.acknowledge({ u"T"_s });
        QVERIFY(market.isAsked(u"/v3/trades/"_s));
        market.wall.advance(13h);
        market.sayStatus("connected", "Connected Successfully");
        market.frames.pushGap(13h);
        market.loop.processFrames();
        QVERIFY(!market.isAsked(u"/v3/trades/"_s));
        market.acknowledge({ u"T"_s });
        QVERIFY(market.answer(u"/v3/trades/"_s, DrivenMarket::page()));
        QVERIFY(market.answer(u"range/1/minute/"_s, DrivenMarket::page()));
        const Timestamp minute = Timeframe().windowStart(market.wall.utc());
        market.trade(market.wall.utc(), 900);
        QCOMPARE(market.charts[chart].size(), std::size_t(1));
        QCOMPARE(market.charts[chart].begin()->first, minute);
    }

    void aRefusedKeyIsNotAskedWithAgain_data()
    {
        QTest::addColumn<Error::Code>("error");
        QTest::newRow("key") << Error::Code::Unauthorized;
        QTest::newRow("plan") << Error::Code::NotEntitled;
    }

    void aRefusedKeyIsNotAskedWithAgain()
    {
        QFETCH(const Error::Code, error);
        DrivenMarket market;
        market.open();
        openJoined(market, Timeframe());
        for (int minute = 0; minute < 3; ++minute) {
            market.trade(market.wall.utc(), quint64(minute + 1));
            market.pass(60s);
            market.failAll(error);
        }
        market.trade(market.wall.utc(), 10);
        market.pass(60s);
        QVERIFY(!market.isAsked(u"/v2/aggs/"_s));
    }

    /// The bar under way waits for its earlier minutes; when they fail they are asked for again.
    void aWindowUnderWayIsTakenOverInTheEnd()
    {
        DrivenMarket market(10h + 33min);
        market.open();
        market.loop.openChart(chart, symbol, *Timeframe::parse(u"1h"));
        market.acknowledge({ u"T"_s, u"AM"_s });
        market.answer(u"/v3/trades/"_s, DrivenMarket::page());
        QVERIFY(market.answer(
            u"range/1/hour/"_s,
            DrivenMarket::page({ DrivenMarket::barRow(DrivenMarket::at(10h), 100, 50) })));
        QVERIFY(market.fail(u"range/1/minute/"_s));
        market.trade(market.wall.utc(), 1, 120);
        QCOMPARE(market.charts[chart].at(DrivenMarket::at(10h)).close, Price::whole(100));
        market.pass(5s);
        QVERIFY(market.answer(
            u"range/1/minute/"_s,
            DrivenMarket::page({ DrivenMarket::barRow(DrivenMarket::at(10h + 1min), 100, 50) })));
        const Candle bar = market.charts[chart].at(DrivenMarket::at(10h));
        QCOMPARE(bar.close, Price::whole(120));
        QCOMPARE(bar.volume, Qty::whole(150));
    }

    void aChartThatClosesWaitsForNothing()
    {
        DrivenMarket market(10h + 33min);
        market.open();
        market.loop.openChart(chart, symbol, Timeframe(1, TimeUnit::Week));
        market.acknowledge({ u"T"_s });
        market.answer(u"/v3/trades/"_s, DrivenMarket::page());
        QVERIFY(market.isAsked(u"range/1/minute/"_s) && market.isAsked(u"range/1/day/"_s));
        market.loop.closeChart(chart);
        QVERIFY(!market.isAsked(u"/v2/aggs/ticker/"_s));
    }

    // --- what the service knows

    void aStartWithoutNetworkRecovers_data()
    {
        QTest::addColumn<Plan>("plan");
        QTest::newRow("Advanced") << Plan::Advanced;
        QTest::newRow("Basic") << Plan::Basic;
    }

    /// Every question is asked again until it is answered, in growing steps.
    void aStartWithoutNetworkRecovers()
    {
        QFETCH(const Plan, plan);
        DrivenMarket market(11h, plan);
        market.loop.watch(symbol);
        market.loop.setSource(market.spec);
        int asked = 0;
        for (int second = 0; second < 120; ++second) {
            asked += int(market.asked.size());
            market.failAll();
            market.pass(1s);
        }
        QVERIFY2(asked > 10 && asked < 60, qPrintable(QString::number(asked)));
        for (int second = 0; second < 120; ++second) {
            market.tellTime(1h);
            market.answer(u"upcoming"_s, "[]");
            market.answer(u"tickers?"_s, DrivenMarket::page());
            market.answer(u"snapshot"_s,
                          R"({"tickers":[{"ticker":"NVDA","updated":1773154800000000000,
                          "day":{"o":9,"h":9,"l":9,"c":9,"v":5},"prevDay":{"o":8,"h":8,"l":8,"c":8,"v":1}}]})");
            market.answer(
                u"2026-03-09"_s,
                R"({"results":[{"T":"NVDA","o":9,"h":9,"l":9,"c":9,"v":5,"t":1773086400000}]})");
            market.answer(
                u"2026-03-06"_s,
                R"({"results":[{"T":"NVDA","o":8,"h":8,"l":8,"c":8,"v":1,"t":1772830800000}]})");
            market.pass(1s);
        }
        QCOMPARE(market.snapshots[symbol].previousClose, Price::whole(8));
        QCOMPARE(market.snapshots[symbol].last, Price::whole(9));
        QVERIFY(market.status.marketTime - market.wall.utc() > 59min);
    }

    /// The machine slept: the market went on, whatever the monotonic clock says.
    void afterSleepTheTimeIsAskedAgain()
    {
        DrivenMarket market(10h, Plan::Developer);
        market.open();
        market.wall.suspend(2h);
        market.tick();
        QCOMPARE(market.status.marketTime, market.wall.utc());
        QVERIFY(market.isAsked(u"marketstatus/now"_s));
        market.fail(u"marketstatus/now"_s);
        market.pass(10s);
        market.tellTime();
        market.tick();
        QCOMPARE(market.status.marketTime, market.wall.utc());
        market.pass(61min);
        QVERIFY(market.isAsked(u"marketstatus/now"_s)); // and every hour
    }

    // --- the tape

    /// What could not be fetched is marked on the tape, once, whatever the break met.
    void aTapeWithAHoleSaysSo_data()
    {
        QTest::addColumn<Duration>("length");
        QTest::addColumn<bool>("served"); // what is asked for
        QTest::addColumn<int>("marked");
        QTest::newRow("short, made good") << Duration(40s) << true << 0;
        QTest::newRow("short, and no answer") << Duration(40s) << false << 1;
        QTest::newRow("long") << Duration(31min) << true << 1;
        QTest::newRow("very long") << Duration(13h) << true << 1;
    }

    void aTapeWithAHoleSaysSo()
    {
        QFETCH(const Duration, length);
        QFETCH(const bool, served);
        QFETCH(const int, marked);
        DrivenMarket market(4h + 10min + 50s);
        market.open();
        market.loop.openTape(symbol);
        market.acknowledge({ u"T"_s });
        market.answer(u"/v3/trades/"_s, DrivenMarket::page());
        market.trade(market.wall.utc(), 1);
        market.breakFor(length);
        market.acknowledge({ u"T"_s });
        const Timestamp missed = market.wall.utc() - 1s;
        market.trade(market.wall.utc(), 900);
        if (served)
            market.answer(u"/v3/trades/"_s,
                          DrivenMarket::page({ DrivenMarket::tradeRow(missed, 800) }));
        else
            market.fail(u"/v3/trades/"_s);
        market.trade(market.wall.utc() + 1s, 901);
        QCOMPARE(marks(market), marked);
    }

    /// A symbol that is only watched when the stream breaks off, and shown later.
    void aTapeThatOpensLaterShowsTheHole()
    {
        DrivenMarket market;
        market.open();
        market.loop.watch(symbol);
        market.acknowledge({ u"T"_s });
        market.trade(market.wall.utc(), 1);
        market.breakFor(5min);
        market.acknowledge({ u"T"_s });
        market.trade(market.wall.utc(), 900);
        market.loop.openTape(symbol);
        market.answer(u"/v3/trades/"_s, DrivenMarket::page());
        market.pull();
        QCOMPARE(market.prints[symbol].size(), std::size_t(2));
        QVERIFY(market.prints[symbol].back().afterGap);
    }

    /// The stream breaks off while the first trades are being fetched.
    void aBreakDuringTheFirstJoin_data()
    {
        QTest::addColumn<bool>("served");
        QTest::newRow("served") << true;
        QTest::newRow("not served") << false;
    }

    void aBreakDuringTheFirstJoin()
    {
        QFETCH(const bool, served);
        DrivenMarket market(10h + 58s);
        market.open();
        market.loop.openTape(symbol);
        market.acknowledge({ u"T"_s });
        market.trade(market.wall.utc(), 10);
        market.breakFor(3s);
        market.acknowledge({ u"T"_s });
        market.trade(market.wall.utc(), 30);
        QByteArrayList rows;
        for (int i = 0; i < 30; ++i)
            rows << DrivenMarket::tradeRow(DrivenMarket::at(10h + 49s + std::chrono::seconds(i)),
                                           quint64(i + 1));
        QCOMPARE(market.queryOf(u"/v3/trades/"_s).queryItemValue(u"timestamp.gte"_s),
                 QString::number(toNs(DrivenMarket::at(10h)))); // not from the later minute
        if (served)
            QVERIFY(market.answer(u"/v3/trades/"_s, DrivenMarket::page(rows)));
        else
            market.fail(u"/v3/trades/"_s);
        QCOMPARE(market.prints[symbol].size(), std::size_t(served ? 30 : 2));
        QCOMPARE(marks(market), served ? 0 : 1);
    }

    void aFrameThatCannotBeReadLeavesAMark()
    {
        DrivenMarket market;
        market.open();
        market.loop.openTape(symbol);
        market.acknowledge({ u"T"_s });
        market.answer(u"/v3/trades/"_s, DrivenMarket::page());
        market.trade(market.wall.utc(), 1);
        market.frame("[{\"ev\":\"T\",\"sym\":\"NVDA\"");
        market.trade(market.wall.utc(), 3);
        market.trade(market.wall.utc(), 4);
        QCOMPARE(marks(market), 1);
        QVERIFY(market.prints[symbol][1].afterGap);
    }

    /// A plan without trades: its tape is made of bars of seconds.
    void secondsThatWereMissedAreOnTheTape_data() { aBreakDuringTheFirstJoin_data(); }

    void secondsThatWereMissedAreOnTheTape()
    {
        QFETCH(const bool, served);
        DrivenMarket market(10h + 20min, Plan::Starter);
        market.open();
        market.loop.openTape(symbol);
        market.acknowledge({ u"A"_s, u"AM"_s });
        market.answer(u"range/1/second/"_s, DrivenMarket::page());
        const auto second
            = [](int i) { return DrivenMarket::at(10h + 5min + std::chrono::seconds(i)); };
        market.bar("A", second(0));
        market.breakFor(20s);
        market.failAll();
        market.acknowledge({ u"A"_s });
        market.bar("A", second(20));
        market.bar("A", second(21));
        QByteArrayList rows;
        for (int i = -2; i <= 20; ++i)
            rows << DrivenMarket::barRow(second(i));
        if (served)
            QVERIFY(market.answer(u"range/1/second/"_s, DrivenMarket::page(rows)));
        else
            market.fail(u"range/1/second/"_s);
        QCOMPARE(market.prints[symbol].size(), std::size_t(served ? 22 : 3));
        QCOMPARE(marks(market), served ? 0 : 1);
        QVERIFY(std::is_sorted(
            market.prints[symbol].begin(), market.prints[symbol].end(),
            [](const TapePrint &a, const TapePrint &b) { return a.trade.time < b.trade.time; }));
    }

    void secondsThatFailMarkNoMinutes()
    {
        DrivenMarket market(10h + 10min + 50s);
        market.open();
        openJoined(market, Timeframe());
        market.trade(market.wall.utc(), 1);
        market.breakFor(20s);
        market.acknowledge({ u"T"_s });
        market.failAll();
        market.pass(60s);
        QCOMPARE(market.gaps[chart].size(), std::size_t(1));
        QVERIFY(market.answer(u"range/1/minute/"_s, DrivenMarket::page()));
        QVERIFY(market.fail(u"range/1/second/"_s));
        QVERIFY(market.gaps[chart].empty());
    }

private:
    static int marks(const DrivenMarket &market)
    {
        const auto &prints = market.prints.at(symbol);
        return int(std::count_if(prints.begin(), prints.end(),
                                 [](const TapePrint &print) { return print.afterGap; }));
    }
};

QTEST_GUILESS_MAIN(TestMarketLoop)
#include "tst_marketloop.moc"
