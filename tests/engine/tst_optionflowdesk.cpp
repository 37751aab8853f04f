#include "drivenoptions.h"

#include "desksession.h"

#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString call = DrivenOptions::contract();
constexpr Duration ten = 10h;

/// The pairs that a signal named, of the options stream.
QStringList pairsOf(const QSignalSpy &spy)
{
    QStringList pairs;
    for (const QVariantList &arguments : spy)
        if (arguments.at(0).value<AssetClass>() == AssetClass::Options)
            pairs += arguments.at(1).toStringList();
    return pairs;
}

Timestamp at(Duration afterTen)
{
    return DrivenMarket::at(ten + afterTen);
}

Price price(const char *text)
{
    return *Price::parse(QString::fromLatin1(text));
}

} // namespace

/// The options flow as the views of a desk see it, between a stream and a service that the test
/// speaks for.
class TestOptionFlowDesk : public QObject
{
    Q_OBJECT

private slots:
    void whatIsAskedForByPlan_data()
    {
        QTest::addColumn<int>("plan");
        QTest::addColumn<bool>("trades");
        QTest::addColumn<bool>("quotes");
        QTest::newRow("Basic has no stream") << int(Plan::Basic) << false << false;
        QTest::newRow("Starter has no trades") << int(Plan::Starter) << false << false;
        QTest::newRow("Developer has trades") << int(Plan::Developer) << true << false;
        QTest::newRow("Advanced has quotes for their sides") << int(Plan::Advanced) << true << true;
    }
    void whatIsAskedForByPlan()
    {
        QFETCH(const int, plan);
        QFETCH(const bool, trades);
        QFETCH(const bool, quotes);
        DrivenOptions market { Plan(plan) };
        const QSignalSpy asked(&market.loop, &MarketLoop::subscribeRequested);
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s });
        QCOMPARE(pairsOf(asked).contains(u"T.*"_s), trades);
        market.optionFrame(DrivenOptions::optionTrade(call, at(1s), 1, "2.5"));
        market.pass(1s);
        QCOMPARE(pairsOf(asked).contains(u"Q."_s + call), quotes);
        QCOMPARE(market.flow().size(), std::size_t(trades ? 1 : 0));
        if (!trades)
            return;
        QVERIFY(market.flow().front().side == PrintSide::Unknown);
        QVERIFY(market.optionBadge.recency
                == (plan == int(Plan::Advanced) ? Recency::RealTime : Recency::Delayed));
    }

    void theUnderlyingIsWatched()
    {
        DrivenOptions market;
        const QSignalSpy asked(&market.loop, &MarketLoop::subscribeRequested);
        const QSignalSpy released(&market.loop, &MarketLoop::unsubscribeRequested);
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"NVDA"_s });
        bool isWatched = false;
        for (const QVariantList &arguments : asked)
            isWatched = isWatched || arguments.at(1).toStringList().contains(u"T.NVDA"_s);
        QVERIFY(isWatched);
        market.trade(at(1s), 1, 180);
        market.optionFrame(
            DrivenOptions::optionTrade(DrivenOptions::contract(u"NVDA"_s), at(2s), 1, "2.5"));
        QCOMPARE(market.flow().at(0).spot, Price::whole(180));
        market.loop.closeOptionFlow(1);
        QVERIFY(pairsOf(released).contains(u"T.*"_s));
        QVERIFY(released.back().at(1).toStringList().contains(u"T.NVDA"_s));
    }

    void aPrintSaysWhatItIs()
    {
        DrivenOptions market;
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s, u"I:SPX"_s });
        market.optionFrame(
            DrivenOptions::optionTrade(call, at(1s), 7, "12.35", 40, "232", 316) + ','
            + DrivenOptions::optionTrade(DrivenOptions::contract(u"SPXW"_s, 6500, u'P'), at(2s), 1,
                                         "8.5", 3, "231"));
        QCOMPARE(market.flow().size(), 2U);
        const OptionFlowPrint &first = market.flow().at(0);
        QCOMPARE(first.contract->symbol, call);
        QCOMPARE(first.contract->terms.underlying, u"SPY"_s);
        QVERIFY(first.contract->terms.right == OptionRight::Call);
        QCOMPARE(first.contract->terms.strike, Price::whole(650));
        QCOMPARE(first.contract->terms.expiry, QDate(2026, 3, 20));
        QCOMPARE(first.price, price("12.35"));
        QCOMPARE(first.size, Qty::whole(40));
        QCOMPARE(first.premium(), 12.35 * 40 * 100);
        QCOMPARE(int(first.exchange), 316);
        QVERIFY(first.form.multiLeg && !first.form.isAlone());
        const OptionFlowPrint &second = market.flow().at(1);
        QCOMPARE(second.contract->terms.underlying, u"I:SPX"_s); // weeklies have their own root
        QVERIFY(second.contract->terms.right == OptionRight::Put && second.form.floor);
    }

    void theSideIsByTheQuoteInForce_data()
    {
        QTest::addColumn<QByteArray>("price");
        QTest::addColumn<int>("side");
        QTest::newRow("above the ask") << QByteArray("12.5") << int(PrintSide::AboveAsk);
        QTest::newRow("at the ask") << QByteArray("12.4") << int(PrintSide::AtAsk);
        QTest::newRow("the middle counts up") << QByteArray("12.3") << int(PrintSide::BetweenUpper);
        QTest::newRow("below the middle") << QByteArray("12.25") << int(PrintSide::BetweenLower);
        QTest::newRow("at the bid") << QByteArray("12.2") << int(PrintSide::AtBid);
        QTest::newRow("below the bid") << QByteArray("12.1") << int(PrintSide::BelowBid);
    }
    void theSideIsByTheQuoteInForce()
    {
        QFETCH(const QByteArray, price);
        QFETCH(const int, side);
        DrivenOptions market;
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s });
        const auto quote = [](Duration time, const char *bid, const char *ask) {
            return DrivenOptions::optionQuote(call, at(time), bid, ask);
        };
        market.optionFrame(quote(1s, "12.0", "12.1") + ',' + quote(2s, "12.2", "12.4") + ','
                           + DrivenOptions::optionTrade(call, at(3s), 1, price) + ','
                           + quote(4s, "12.1", "12.2"));
        QCOMPARE(int(market.flow().at(0).side), side);
        QVERIFY(market.flow().at(0).basis == SideBasis::Quote);
        QCOMPARE(market.flow().at(0).bid, ::price("12.2"));
        QCOMPARE(market.flow().at(0).ask, ::price("12.4"));
    }

    /// A side that is guessed would be worse than none.
    void whereNoQuoteIsKnownTheSideIsNot()
    {
        DrivenOptions market;
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s });
        const auto trade = [&](Duration time, quint64 sequence, const char *conditions = "209") {
            market.optionFrame(
                DrivenOptions::optionTrade(call, at(time), sequence, "12.4", 1, conditions));
            return market.flow().back();
        };
        QVERIFY(trade(1s, 1).side == PrintSide::Unknown);
        market.optionFrame(DrivenOptions::optionQuote(call, at(2s), "12.2", "12.4"));
        QVERIFY(trade(3s, 2, "204").side == PrintSide::Unknown); // late: at another quote
        QVERIFY(trade(4s, 3).side == PrintSide::AtAsk);
        market.optionFrame(DrivenOptions::optionQuote(call, at(5s), "0", "12.4"));
        QVERIFY(trade(6s, 4).side == PrintSide::Unknown); // of one side
        QVERIFY(trade(6s, 4).basis == SideBasis::None);
        // Nobody keeps it up to date but who asked for it
        const QString other = DrivenOptions::contract(u"SPY"_s, 660);
        market.optionFrame(DrivenOptions::optionQuote(other, at(7s), "2.2", "2.4"));
        market.optionFrame(DrivenOptions::optionTrade(other, at(7s + 61s), 1, "2.4"));
        QVERIFY(market.flow().back().side == PrintSide::Unknown);
        market.pass(1s); // now its quotes are asked for
        market.optionFrame(DrivenOptions::optionTrade(other, at(7s + 90s), 2, "2.4"));
        QVERIFY(market.flow().back().side == PrintSide::AtAsk);
    }

    /// execution.md D.5: three of one side within 50 ms at two prices or exchanges.
    void printsOfASweepKnowEachOther()
    {
        DrivenOptions market;
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s });
        const auto trade
            = [](Duration time, quint64 sequence, int venue, const char *conditions = "209") {
                  return DrivenOptions::optionTrade(call, at(time), sequence, "12.4", 5, conditions,
                                                    venue);
              };
        market.optionFrame(DrivenOptions::optionQuote(call, at(1s), "12.2", "12.4") + ','
                           + trade(2s, 1, 302) + ',' + trade(2s + 10ms, 2, 316, "232") + ','
                           + trade(2s + 20ms, 3, 316) + ',' + trade(2s + 30ms, 4, 302) + ','
                           + trade(3s, 5, 302) + ',' + trade(4s, 6, 302, "219"));
        const std::vector<OptionFlowPrint> &prints = market.flow();
        QCOMPARE(prints.size(), 6U);
        QVERIFY(prints[0].group != 0 && prints[0].sweepPrints == 0);
        QCOMPARE(prints[1].group, quint64(0)); // the leg of a package is none
        QCOMPARE(prints[2].group, prints[0].group);
        QCOMPARE(prints[3].group, prints[0].group);
        QCOMPARE(prints[3].sweepPrints, 3);
        QVERIFY(prints[4].group != prints[0].group && prints[4].sweepPrints == 0);
        QVERIFY(prints[5].form.sweep); // as its condition says
    }

    void whatNobodyWantsIsDropped()
    {
        DrivenOptions market;
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s });
        market.optionFrame(DrivenOptions::optionTrade(call, at(1s), 1, "1"));
        market.pass(1s);
        const std::size_t known = market.snapshots.size();
        for (int i = 0; i < 200; ++i) {
            QByteArrayList trades;
            for (int strike = 1; strike <= 50; ++strike)
                trades << DrivenOptions::optionTrade(
                    DrivenOptions::contract(u"QQQ"_s, 50 * i + strike), at(2s), 1, "1");
            market.optionFrame(trades.join(','));
        }
        QCOMPARE(market.flow().size(), 1U);
        QCOMPARE(market.snapshots.size(), known); // the hub has never heard of them
        market.pass(1s);
        QVERIFY(market.status.messagesPerSecond > 1'000); // but they came
    }

    void aContractOnScreenKeepsItsTape()
    {
        DrivenOptions market;
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s });
        market.loop.openTape(call);
        market.acknowledgeOptions("T." + call.toLatin1());
        market.answer(u"/v3/trades"_s, DrivenMarket::page());
        const QString foreign = DrivenOptions::contract(u"QQQ"_s, 500);
        market.loop.openTape(foreign);
        market.acknowledgeOptions("T." + foreign.toLatin1());
        market.answer(u"/v3/trades"_s, DrivenMarket::page());
        market.optionFrame(DrivenOptions::optionQuote(call, at(1s), "2.4", "2.5") + ','
                           + DrivenOptions::optionTrade(call, at(2s), 1, "2.5") + ','
                           + DrivenOptions::optionTrade(foreign, at(3s), 1, "4"));
        QCOMPARE(market.prints[call].size(), 1U);
        QVERIFY(market.prints[call].front().side == PrintSide::AtAsk);
        QCOMPARE(market.prints[foreign].size(), 1U);
        QCOMPARE(market.flow().size(), 1U);
        QVERIFY(market.flow().front().side == PrintSide::AtAsk);
    }

    void aPrintThatComesTwiceCountsOnce()
    {
        DrivenOptions market;
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s });
        for (const quint64 sequence : { 5, 5, 7, 6 })
            market.optionFrame(DrivenOptions::optionTrade(call, at(1s), sequence, "2.5"));
        QCOMPARE(market.flow().size(), 2U); // numbers grow
        market.optionFrame(DrivenOptions::optionTrade(call, at(24h), 1, "2.5"));
        QCOMPARE(market.flow().size(), 3U); // with each day from the start
        market.optionFrame(DrivenOptions::optionTrade(call, at(24h), 0, "2.5") + ','
                           + DrivenOptions::optionTrade(call, at(24h), 0, "2.5"));
        QCOMPARE(market.flow().size(), 5U); // without a number nothing can be told
    }

    void aGapMarksTheNextPrint_data()
    {
        QTest::addColumn<bool>("isBroken");
        QTest::newRow("the stream was away") << false;
        QTest::newRow("a frame could not be read") << true;
    }
    void aGapMarksTheNextPrint()
    {
        QFETCH(const bool, isBroken);
        DrivenOptions market;
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s });
        market.optionFrame(DrivenOptions::optionQuote(call, at(1s), "2.4", "2.5") + ','
                           + DrivenOptions::optionTrade(call, at(2s), 1, "2.5"));
        if (isBroken) {
            market.optionFrame("{\"ev\":");
        } else {
            market.frames.pushGap(5s, AssetClass::Options);
            market.loop.processFrames();
        }
        for (const quint64 sequence : { 2, 3 })
            market.optionFrame(DrivenOptions::optionTrade(call, at(9s), sequence, "2.5"));
        QCOMPARE(market.flow().size(), 3U);
        QVERIFY(!market.flow()[0].afterGap && market.flow()[1].afterGap);
        QVERIFY(!market.flow()[2].afterGap);
        QVERIFY(market.flow()[1].side == PrintSide::Unknown); // the quote may be another by now
    }

    /// One of stocks says nothing of options.
    void anothersGapDoesNot()
    {
        DrivenOptions market;
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s });
        market.frames.pushGap(5s, AssetClass::Stocks);
        market.loop.processFrames();
        market.optionFrame(DrivenOptions::optionTrade(call, at(2s), 1, "2.5"));
        QVERIFY(!market.flow().front().afterGap);
    }

    void viewsOfTheirOwnUnderlyings()
    {
        DrivenOptions market;
        const QSignalSpy asked(&market.loop, &MarketLoop::subscribeRequested);
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s });
        market.loop.openOptionFlow(2, { u"QQQ"_s, u"SPY"_s });
        const QString qqq = DrivenOptions::contract(u"QQQ"_s, 500);
        market.optionFrame(DrivenOptions::optionTrade(call, at(1s), 1, "2.5") + ','
                           + DrivenOptions::optionTrade(qqq, at(2s), 1, "4"));
        QCOMPARE(market.flow(1).size(), 1U);
        QCOMPARE(market.flow(2).size(), 2U);
        market.loop.openOptionFlow(3, { u"QQQ"_s }); // what there is
        market.pull();
        QCOMPARE(market.flow(3).size(), 1U);
        market.loop.openOptionFlow(1, { u"QQQ"_s }); // opened anew
        market.pull();
        QCOMPARE(market.flow(1).size(), 1U);
        QCOMPARE(market.flow(1).front().contract->symbol, qqq);
        market.loop.closeOptionFlow(2);
        market.optionFrame(DrivenOptions::optionTrade(call, at(3s), 2, "2.5"));
        QCOMPARE(market.flow(1).size(), 1U);
        QCOMPARE(pairsOf(asked).count(u"T.*"_s), 1);
    }

    void aNewSourceBeginsAnew()
    {
        DrivenOptions market;
        const QSignalSpy asked(&market.loop, &MarketLoop::subscribeRequested);
        market.loop.openOptionFlow(1, { u"SPY"_s }); // before there is one
        QVERIFY(pairsOf(asked).isEmpty());
        market.openWithOptions();
        QCOMPARE(pairsOf(asked).count(u"T.*"_s), 1);
        market.optionFrame(DrivenOptions::optionTrade(call, at(1s), 5, "2.5"));
        QCOMPARE(market.flow().size(), 1U);
        market.openWithOptions();
        QVERIFY(market.flow().empty());
        QCOMPARE(pairsOf(asked).count(u"T.*"_s), 2);
        market.optionFrame(DrivenOptions::optionTrade(call, at(1s), 5, "2.5"));
        QCOMPARE(market.flow().size(), 1U); // the number is another market's
    }

    /// The delayed host refuses trades: the plan is not what was chosen.
    void aRefusalOfTradesEndsIt()
    {
        DrivenOptions market(Plan::Developer);
        const QSignalSpy released(&market.loop, &MarketLoop::unsubscribeRequested);
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s });
        market.loop.onEntitlementRefused(AssetClass::Options);
        QTRY_VERIFY_WITH_TIMEOUT(pairsOf(released).contains(u"T.*"_s), 5'000);
        market.tick();
        QVERIFY(!market.status.capabilities.has(Product::Options, DataKind::StreamTrades));
        QVERIFY(market.status.capabilities.has(Product::Options, DataKind::StreamBars));
    }

    /// The real-time one refuses a delayed plan everything.
    void theRealTimeHostMeansALowerPlan()
    {
        DrivenOptions market;
        QSignalSpy lowered(&market.loop, &MarketLoop::planTooHigh);
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s });
        market.loop.onEntitlementRefused(AssetClass::Options);
        QTRY_COMPARE_WITH_TIMEOUT(lowered.size(), 1, 5'000);
        const PlanSet plans = lowered.front().front().value<SourceSpec>().capabilities.plans();
        QVERIFY(plans.of(Product::Options) == Plan::Developer);
        QVERIFY(plans.of(Product::Stocks) == Plan::Advanced);
    }

    /// Trades are there, quotes are not: what was acknowledged stays.
    void aRefusalOfQuotesLeavesTheTrades()
    {
        DrivenOptions market;
        const QSignalSpy released(&market.loop, &MarketLoop::unsubscribeRequested);
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s });
        market.loop.watch(call);
        market.acknowledgeOptions("T.*");
        market.acknowledgeOptions("A." + call.toLatin1());
        market.loop.onEntitlementRefused(AssetClass::Options);
        const auto has = [&market](DataKind kind) {
            market.tick();
            return market.status.capabilities.has(Product::Options, kind);
        };
        QTRY_VERIFY_WITH_TIMEOUT(!has(DataKind::StreamQuotes), 5'000);
        QVERIFY(has(DataKind::StreamTrades));
        QVERIFY(!pairsOf(released).contains(u"T.*"_s));
    }

    void quotesGoToWhatTradesMost()
    {
        DrivenOptions market;
        const QSignalSpy asked(&market.loop, &MarketLoop::subscribeRequested);
        const QSignalSpy released(&market.loop, &MarketLoop::unsubscribeRequested);
        market.openWithOptions();
        market.loop.openOptionFlow(1, { u"SPY"_s });
        const auto quoted = [](const QSignalSpy &spy) {
            return pairsOf(spy).filter(QRegularExpression(u"^Q\\."_s));
        };
        for (int strike = 1; strike <= OptionFlowDesk::mostQuoted + 10; ++strike)
            market.optionFrame(DrivenOptions::optionTrade(DrivenOptions::contract(u"SPY"_s, strike),
                                                          at(std::chrono::milliseconds(strike)), 1,
                                                          "1"));
        market.pass(1s);
        QCOMPARE(int(quoted(asked).size()), OptionFlowDesk::mostQuoted);
        QVERIFY(!quoted(asked).contains(u"Q."_s + DrivenOptions::contract(u"SPY"_s, 1)));
        const QString late = DrivenOptions::contract(u"SPY"_s, 999);
        market.optionFrame(DrivenOptions::optionTrade(late, at(30min), 1, "1"));
        market.pass(1s); // all others have been silent for long
        QCOMPARE(int(quoted(released).size()), OptionFlowDesk::mostQuoted);
        QCOMPARE(quoted(asked).back(), u"Q."_s + late);
        market.loop.closeOptionFlow(1);
        QVERIFY(quoted(released).contains(u"Q."_s + late));
    }

    /// A recording plays all that it holds on one stream.
    void aRecordingsFlow()
    {
        DrivenOptions market;
        const QSignalSpy asked(&market.loop, &MarketLoop::subscribeRequested);
        market.spec.source = DataSource::Replay;
        market.loop.openOptionFlow(1, { u"SPY"_s });
        market.loop.setSource(market.spec);
        market.pull();
        market.frame('[' + DrivenOptions::optionQuote(call, at(1s), "2.4", "2.5") + ','
                     + DrivenOptions::optionTrade(call, at(2s), 1, "2.4") + ','
                     + DrivenOptions::optionTrade(DrivenOptions::contract(u"QQQ"_s), at(2s), 1, "2")
                     + ']');
        QCOMPARE(market.flow().size(), 1U);
        QVERIFY(market.flow().front().side == PrintSide::AtBid);
        QVERIFY(!pairsOf(asked).contains(u"T.*"_s));
        QVERIFY(market.optionBadge.source == DataSource::Replay);
    }

    /// A window that does not look keeps the newest, and is told how many it missed.
    void aStalledWindowIsToldWhatItMissed()
    {
        PublishedState published([] {});
        const auto contract = std::make_shared<const FlowContract>();
        const auto publish = [&](int count, bool reset = false) {
            OptionFlowUpdate update;
            update.flow = 1;
            update.reset = reset;
            update.prints.resize(std::size_t(count));
            for (OptionFlowPrint &print : update.prints)
                print.contract = contract;
            MarketUpdate all;
            all.optionFlows.push_back(std::move(update));
            published.publish(std::move(all));
        };
        const int batch = 7'000;
        for (int i = 0; i < 10; ++i)
            publish(batch, i == 0);
        const MarketUpdate taken = published.take();
        QCOMPARE(taken.optionFlows.size(), 1U);
        const OptionFlowUpdate &update = taken.optionFlows.front();
        QVERIFY(update.reset);
        QVERIFY(update.prints.size() <= PublishedState::optionPrintLimit);
        QCOMPARE(update.prints.size() + update.skipped, std::size_t(10 * batch));
        publish(1);
        publish(2, true); // forgets what came before it
        QCOMPARE(published.take().optionFlows.front().prints.size(), 2U);
    }

    /// Over the sandbox's own sockets.
    void theSimulatedMarketsFlow()
    {
        DeskSession session;
        PulledDesk desk(session);
        QVERIFY(session.openSimulated(1, 20));
        const quint64 id = session.openOptionFlow({ u"SPY"_s });
        const auto sided = [&] {
            return std::ranges::count_if(desk.optionPrints[id], [](const OptionFlowPrint &print) {
                return print.side != PrintSide::Unknown;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(desk.optionPrints[id].size() > 30 && sided() > 3, 14'000);
        for (const OptionFlowPrint &print : desk.optionPrints[id]) {
            QCOMPARE(print.contract->terms.underlying, u"SPY"_s);
            QVERIFY(print.price > Price() && print.size > Qty());
            QVERIFY(!print.afterGap);
        }
        QVERIFY(desk.optionPrints[id].back().spot > Price());
        QVERIFY(desk.optionBadge.source == DataSource::Simulated);
    }
};

QTEST_GUILESS_MAIN(TestOptionFlowDesk)

#include "tst_optionflowdesk.moc"
