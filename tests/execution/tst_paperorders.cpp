#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Types, times in force, contingent orders and stops of execution.md A.
class PaperOrdersTest : public QObject
{
    Q_OBJECT

    static constexpr qint64 hour = 3'600'000;
    static constexpr qint64 openMs = -hour / 2; ///< 09:30
    static constexpr qint64 closeMs = 6 * hour; ///< 16:00

    static OrderTicket trailing(const BrokerDesk &desk, qint64 size)
    {
        OrderTicket order = desk.ticket(u"t"_s, Side::Sell, size);
        order.type = OrderType::TrailingStop;
        return order;
    }
    static QString stopOf(const BrokerDesk &desk)
    {
        const std::optional<Price> stop = desk.broker.ticket(u"t"_s)->stop;
        return stop ? stop->toString(2) : QString();
    }
    static OrderTicket bracket(const BrokerDesk &desk, qint64 size)
    {
        OrderTicket order = desk.limit(u"e"_s, Side::Buy, size, "100.00");
        order.stopLoss = BrokerDesk::price("99.00");
        order.takeProfit = BrokerDesk::price("101.00");
        return order;
    }

private slots:
    void a01TrailsByAnAmount()
    {
        BrokerDesk desk;
        desk.trade(0, "10.00", 100);
        OrderTicket order = trailing(desk, 100);
        order.trail = BrokerDesk::price("0.50");
        desk.submit(order, 1);
        QStringList stops;
        qint64 ms = 2;
        for (const char *print : { "10.00", "10.30", "10.10", "10.45", "9.96" }) {
            desk.trade(ms++, print, 100);
            stops += stopOf(desk);
        }
        QCOMPARE(stops.join(u' '), u"9.50 9.80 9.80 9.95 9.95"_s);
        QCOMPARE(desk.standing(u"t"_s), u"accepted"_s);
        desk.trade(ms, "9.95", 100);
        QCOMPARE(desk.standing(u"t"_s), u"triggered"_s);
        desk.quote(ms + 1, "9.90", 100, "9.94", 100);
        QCOMPARE(desk.fills(u"t"_s), u"100@9.9"_s);
        QCOMPARE(desk.broker.illegalSteps(), 0);
    }

    void a02TrailsByAShare()
    {
        BrokerDesk desk;
        desk.trade(0, "20.03", 100);
        OrderTicket order = trailing(desk, 100);
        order.trailPpm = 15'000;
        desk.submit(order, 1);
        QCOMPARE(stopOf(desk), u"19.72"_s);
    }

    void trailingBuyIsTheMirror()
    {
        BrokerDesk desk;
        desk.trade(0, "20.03", 100);
        OrderTicket order = trailing(desk, 100);
        order.side = Side::Buy;
        order.trailPpm = 15'000;
        desk.submit(order, 1);
        QCOMPARE(stopOf(desk), u"20.34"_s); // 20.33045 rounded up
        desk.trade(2, "19.00", 100);
        QCOMPARE(stopOf(desk), u"19.29"_s); // 19.285
        desk.trade(3, "19.20", 100);
        QCOMPARE(stopOf(desk), u"19.29"_s);
    }

    void trailingSleepsUntilItsActivation()
    {
        BrokerDesk desk;
        desk.trade(0, "10.00", 100);
        OrderTicket order = trailing(desk, 100);
        order.trail = BrokerDesk::price("0.10");
        order.activation = BrokerDesk::price("10.50");
        desk.submit(order, 1);
        desk.trade(2, "10.30", 100);
        desk.trade(3, "9.00", 100);
        QCOMPARE(desk.standing(u"t"_s), u"accepted"_s);
        desk.trade(4, "10.50", 100);
        QCOMPARE(stopOf(desk), u"10.40"_s);
        desk.trade(5, "10.40", 100);
        QCOMPARE(desk.standing(u"t"_s), u"triggered"_s);
    }

    void trailingStopLimitTakesItsOffset()
    {
        BrokerDesk desk;
        desk.trade(0, "10.00", 100);
        OrderTicket order = trailing(desk, 100);
        order.type = OrderType::TrailingStopLimit;
        order.trail = BrokerDesk::price("0.50");
        order.limitOffset = BrokerDesk::price("0.05");
        desk.submit(order, 1);
        desk.trade(2, "9.50", 100);
        desk.quote(3, "9.44", 100, "9.46", 100);
        QCOMPARE(desk.fills(u"t"_s), QString());
        desk.quote(4, "9.45", 40, "9.46", 100);
        QCOMPARE(desk.fills(u"t"_s), u"40@9.45"_s);
    }

    void stopSources_data()
    {
        QTest::addColumn<int>("source");
        QTest::addColumn<QString>("events"); // t: print, q: bid/ask
        QTest::addColumn<bool>("triggers");
        const int last = int(TriggerSource::Last);
        const int both = int(TriggerSource::BidAsk);
        const int twice = int(TriggerSource::DoubleLast);
        const int mid = int(TriggerSource::Mid);
        QTest::newRow("last touches") << last << u"t9.90"_s << true;
        QTest::newRow("last above") << last << u"t9.91 q9.80/9.85"_s << false;
        QTest::newRow("bid touches") << both << u"q9.90/10.10"_s << true;
        QTest::newRow("bid above") << both << u"t9.80 q9.91/10.10"_s << false;
        QTest::newRow("one of two") << twice << u"t9.90 t9.95"_s << false;
        QTest::newRow("two in a row") << twice << u"t9.95 t9.90 t9.85"_s << true;
        QTest::newRow("middle") << mid << u"q9.80/10.00"_s << true;
        QTest::newRow("middle above") << mid << u"q9.80/10.02"_s << false;
    }

    void stopSources()
    {
        QFETCH(const int, source);
        QFETCH(const QString, events);
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.02", 100);
        desk.trade(1, "10.01", 100);
        OrderTicket order = desk.stop(u"s"_s, Side::Sell, 10, "9.90");
        order.trigger = TriggerSource(source);
        desk.submit(order, 2);
        qint64 ms = 3;
        for (const QString &event : events.split(u' ')) {
            const QStringList prices = event.sliced(1).split(u'/');
            if (event.startsWith(u't'))
                desk.trade(ms++, prices[0].toLatin1().constData(), 100);
            else
                desk.quote(ms++, prices[0].toLatin1().constData(), 5,
                           prices[1].toLatin1().constData(), 5);
        }
        desk.collect();
        QFETCH(const bool, triggers);
        QCOMPARE(std::ranges::count(desk.events, OrderAction::Trigger, &OrderEvent::action),
                 triggers ? 1 : 0);
    }

    void latePrintsTriggerNothing()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.02", 100);
        desk.submit(desk.stop(u"s"_s, Side::Sell, 10, "9.90"), 1);
        desk.trade(2, "9.80", 100, { 33 }); // sold, out of sequence
        desk.trade(3, "9.80", 100, { condition::averagePrice });
        desk.trade(4, "9.80", 50, { condition::oddLot });
        Trade late;
        late.instrument = desk.id(desk.symbol);
        late.time = desk.at(5);
        late.participantTime = desk.at(-60'000);
        late.price = BrokerDesk::price("9.80");
        late.size = Qty::whole(100);
        late.sequence = 1'000;
        desk.broker.onTrade(late);
        late.sequence = 2; // an old one, again
        late.participantTime = {};
        desk.broker.onTrade(late);
        QCOMPARE(desk.standing(u"s"_s), u"accepted"_s);
        QCOMPARE(desk.waits(u"s"_s), u"WAITS_FOR_TRIGGER"_s);
    }

    void triggerAndExecutionAreTwoSteps()
    {
        BrokerDesk desk { PaperConfig() };
        desk.quote(-100, "10.00", 100, "10.02", 100);
        desk.submit(desk.stop(u"s"_s, Side::Sell, 10, "9.90"), -90);
        desk.trade(0, "9.90", 100);
        QCOMPARE(desk.standing(u"s"_s), u"triggered"_s);
        desk.quote(49, "9.70", 100, "9.75", 100);
        QCOMPARE(desk.fills(u"s"_s), QString());
        desk.broker.advanceTo(desk.at(50));
        QCOMPARE(desk.fills(u"s"_s), u"10@9.7"_s);
    }

    void ends_data()
    {
        QTest::addColumn<int>("tif");
        QTest::addColumn<bool>("extended");
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<qint64>("ends");
        const int day = int(TimeInForce::Day);
        QTest::newRow("day") << day << false << u"IBM"_s << closeMs;
        QTest::newRow("day, extended hours") << day << true << u"IBM"_s << closeMs + 4 * hour;
        QTest::newRow("options") << day << false << u"O:IBM261218C00100000"_s << closeMs;
        QTest::newRow("options on SPY")
            << day << false << u"O:SPY261218C00100000"_s << closeMs + hour / 4;
        QTest::newRow("crypto") << day << false << u"X:BTCUSD"_s << 10 * hour; // 00:00 UTC
        QTest::newRow("90 days") << int(TimeInForce::Gtc) << false << u"IBM"_s << 90 * 24 * hour;
        QTest::newRow("until") << int(TimeInForce::Gtd) << false << u"IBM"_s << 5 * hour;
    }

    void ends()
    {
        QFETCH(const int, tif);
        QFETCH(const bool, extended);
        QFETCH(const QString, symbol);
        QFETCH(const qint64, ends);
        BrokerDesk desk;
        desk.symbol = symbol;
        OrderTicket order = desk.limit(u"a"_s, Side::Buy, 10, "10.00");
        order.tif = TimeInForce(tif);
        order.extendedHours = extended;
        if (order.tif == TimeInForce::Gtd)
            order.until = desk.at(5 * hour);
        desk.submit(order, 0);
        desk.broker.advanceTo(desk.at(ends) - Duration(1));
        QCOMPARE(desk.broker.state(u"a"_s), OrderState::Accepted);
        // The event at that very time cannot fill it any more
        desk.quote(ends, "9.90", 100, "9.95", 100);
        QCOMPARE(desk.fills(u"a"_s), QString());
        QCOMPARE(desk.broker.state(u"a"_s), OrderState::Expired);
    }

    void marketOrdersWaitForTheOpen()
    {
        BrokerDesk desk;
        const qint64 early = openMs - hour;
        desk.quote(early, "10.00", 100, "10.02", 100);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 10), early + 1);
        QCOMPARE(desk.standing(u"a"_s), u"accepted HELD_SESSION"_s);
        desk.quote(early + 2, "10.00", 100, "10.02", 100);
        desk.quote(openMs, "10.00", 100, "10.03", 100);
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.trade(openMs + 500, "10.04", 5'000, { condition::openingPrint });
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.quote(openMs + 600, "10.00", 100, "10.05", 100);
        QCOMPARE(desk.fills(u"a"_s), u"10@10.05"_s);
    }

    void marketOrdersGoFiveSecondsAfterASilentOpen()
    {
        BrokerDesk desk;
        desk.quote(openMs - 100, "10.00", 100, "10.02", 100);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 10), openMs - 10);
        desk.quote(openMs + 4'999, "10.00", 100, "10.02", 100);
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.quote(openMs + 5'000, "10.00", 100, "10.03", 100);
        QCOMPARE(desk.fills(u"a"_s), u"10@10.03"_s);
    }

    void limitOrdersJoinTheOpeningCross()
    {
        BrokerDesk desk;
        desk.tape = 1;
        desk.quote(openMs - 100, "10.00", 100, "10.02", 100);
        desk.submit(desk.limit(u"in"_s, Side::Buy, 10, "10.05"), openMs - 10);
        desk.submit(desk.limit(u"out"_s, Side::Buy, 10, "10.03"), openMs - 10);
        desk.trade(openMs + 3, "10.02", 5'000, { condition::officialOpen }); // another exchange's
        QCOMPARE(desk.fills(u"in"_s), QString());
        desk.exchange = 10;
        desk.trade(openMs + 5, "10.04", 5'000, { condition::officialOpen });
        QCOMPARE(desk.fills(u"in"_s), u"10@10.04"_s);
        QCOMPARE(desk.evidence(u"in"_s).rule, FillRule::Auction);
        QCOMPARE(desk.fills(u"out"_s), QString());
    }

    void auctionCutOffs_data()
    {
        QTest::addColumn<int>("tif");
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("standing");
        const int opg = int(TimeInForce::Opg);
        const int cls = int(TimeInForce::Cls);
        const qint64 evening = -15 * hour; // 19:00 of the day before
        const QString taken = u"accepted HELD_AUCTION"_s;
        const QString late = u"rejected AUCTION_CUTOFF"_s;
        QTest::newRow("open, before 19:00") << opg << evening - 1 << late;
        QTest::newRow("open, from 19:00") << opg << evening << taken;
        QTest::newRow("open, until 09:28") << opg << openMs - 120'001 << taken;
        QTest::newRow("open, 09:28") << opg << openMs - 120'000 << late;
        QTest::newRow("open, in the session") << opg << hour << late;
        QTest::newRow("close, until 15:50") << cls << closeMs - 600'001 << taken;
        QTest::newRow("close, 15:50") << cls << closeMs - 600'000 << late;
    }

    void auctionCutOffs()
    {
        QFETCH(const int, tif);
        QFETCH(const qint64, ms);
        BrokerDesk desk;
        OrderTicket order = desk.ticket(u"a"_s, Side::Buy, 10);
        order.tif = TimeInForce(tif);
        desk.submit(order, ms);
        QTEST(desk.standing(u"a"_s), "standing");
    }

    void closingOrdersCannotBeTakenBackLate()
    {
        BrokerDesk desk;
        OrderTicket order = desk.ticket(u"a"_s, Side::Buy, 10);
        order.tif = TimeInForce::Cls;
        desk.submit(order, 0);
        desk.broker.cancel(u"a"_s, desk.at(closeMs - 600'000));
        QCOMPARE(desk.standing(u"a"_s), u"accepted TOO_LATE_TO_CANCEL"_s);
        desk.broker.cancel(u"a"_s, desk.at(closeMs - 600'000));
        QCOMPARE(desk.broker.state(u"a"_s), OrderState::Accepted);
    }

    void closingOrdersForTomorrowCanBeTakenBackTonight()
    {
        BrokerDesk desk;
        OrderTicket order = desk.ticket(u"a"_s, Side::Buy, 10);
        order.tif = TimeInForce::Cls;
        desk.submit(order, closeMs + hour);
        desk.broker.cancel(u"a"_s, desk.at(closeMs + 2 * hour));
        QCOMPARE(desk.standing(u"a"_s), u"canceled USER_CANCEL"_s);
    }

    void lateCancelOfAnOrderOnItsWayLeavesItWorking()
    {
        BrokerDesk desk { PaperConfig() };
        OrderTicket order = desk.ticket(u"a"_s, Side::Buy, 10);
        order.tif = TimeInForce::Cls;
        desk.submit(order, closeMs - 600'080);
        desk.broker.cancel(u"a"_s, desk.at(closeMs - 600'040));
        desk.broker.advanceTo(desk.at(closeMs - 599'900));
        QCOMPARE(desk.broker.state(u"a"_s), OrderState::Accepted);
        QCOMPARE(desk.broker.illegalSteps(), 0);
    }

    void earlyCloseMovesEverything()
    {
        BrokerDesk desk;
        desk.start = easterntime::at(QDate(2026, 11, 27), std::chrono::hours(10));
        desk.submit(desk.limit(u"a"_s, Side::Buy, 10, "10.00"), 0);
        OrderTicket close = desk.ticket(u"c"_s, Side::Buy, 10);
        close.tif = TimeInForce::Cls;
        desk.submit(close, 3 * hour - 600'001);
        QCOMPARE(desk.standing(u"c"_s), u"accepted HELD_AUCTION"_s);
        desk.broker.advanceTo(desk.at(3 * hour));
        QCOMPARE(desk.standing(u"a"_s), u"expired END_OF_DAY"_s);
    }

    void childrenGrowWithTheEntry()
    {
        BrokerDesk desk;
        desk.quote(0, "99.98", 100, "100.00", 30);
        desk.submit(bracket(desk, 100), 1);
        QCOMPARE(desk.fills(u"e"_s), u"30@100"_s);
        QCOMPARE(desk.broker.ticket(u"e.stop"_s)->qty, Qty::whole(30));
        QCOMPARE(desk.broker.ticket(u"e.target"_s)->qty, Qty::whole(30));
        desk.quote(2, "99.98", 100, "100.00", 100);
        QCOMPARE(desk.broker.ticket(u"e.stop"_s)->qty, Qty::whole(100));
        QCOMPARE(desk.waits(u"e.stop"_s), u"WAITS_FOR_TRIGGER"_s);
        QCOMPARE(desk.broker.illegalSteps(), 0);
    }

    /// A target that waited for its entry rests from then on: it fills at its limit, like any other
    /// that the market goes past.
    void targetsRestFromTheEntryOn()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.02", 100);
        OrderTicket entry = desk.ticket(u"e"_s, Side::Buy, 10);
        entry.takeProfit = BrokerDesk::price("10.05");
        desk.submit(entry, 1);
        desk.quote(20, "10.07", 100, "10.08", 100);
        QCOMPARE(desk.fills(u"e.target"_s), u"10@10.05"_s);
        QCOMPARE(desk.evidence(u"e.target"_s).rule, FillRule::QuoteCrossed);
    }

    void exitsCoverAnEntryThatChanged_data()
    {
        QTest::addColumn<qint64>("filledBefore");
        QTest::addColumn<qint64>("size");
        QTest::newRow("more, before any fill") << qint64(0) << qint64(200);
        QTest::newRow("less, before any fill") << qint64(0) << qint64(60);
        QTest::newRow("more, after a part") << qint64(30) << qint64(200);
        QTest::newRow("less, after a part") << qint64(30) << qint64(60);
    }

    void exitsCoverAnEntryThatChanged()
    {
        QFETCH(const qint64, filledBefore);
        QFETCH(const qint64, size);
        BrokerDesk desk;
        desk.quote(0, "99.98", 100, filledBefore > 0 ? "100.00" : "100.10", 30);
        desk.submit(bracket(desk, 100), 1);
        desk.broker.replace({ .id = u"e"_s, .qty = Qty::whole(size) }, desk.at(2));
        const Qty waiting = Qty::whole(filledBefore > 0 ? filledBefore : size);
        QCOMPARE(desk.broker.ticket(u"e.stop"_s)->qty, waiting);
        desk.quote(3, "99.98", 100, "100.00", 1'000);
        QCOMPARE(desk.broker.state(u"e"_s), OrderState::Filled);
        QCOMPARE(desk.broker.ticket(u"e.stop"_s)->qty, Qty::whole(size));
        QCOMPARE(desk.broker.ticket(u"e.target"_s)->qty, Qty::whole(size));
        QCOMPARE(desk.broker.illegalSteps(), 0);
    }

    void exitOfAPartStaysThatPart()
    {
        BrokerDesk desk;
        desk.quote(0, "99.98", 100, "100.10", 30);
        desk.submit(desk.limit(u"e"_s, Side::Buy, 100, "100.00"), 1);
        OrderTicket exit = desk.limit(u"x"_s, Side::Sell, 40, "101.00");
        exit.parent = u"e"_s;
        exit.reduceOnly = true;
        desk.submit(exit, 2);
        desk.broker.replace({ .id = u"e"_s, .qty = Qty::whole(200) }, desk.at(3));
        desk.quote(4, "99.98", 100, "100.00", 1'000);
        QCOMPARE(desk.broker.ticket(u"x"_s)->qty, Qty::whole(40));
    }

    void stopThatIsReachedWhenItsEntryFillsTriggers()
    {
        BrokerDesk desk;
        desk.quote(0, "99.98", 100, "100.10", 100);
        desk.submit(bracket(desk, 100), 1);
        desk.trade(2, "98.90", 100);
        desk.broker.advanceTo(desk.at(3));
        QCOMPARE(desk.fills(u"e"_s), u"100@100"_s);
        QCOMPARE(desk.fills(u"e.stop"_s), u"100@99.98"_s); // by the quote in force
    }

    void exitsShareOneQuantity()
    {
        BrokerDesk desk;
        desk.quote(0, "99.98", 100, "100.00", 100);
        desk.submit(bracket(desk, 100), 1);
        desk.quote(2, "101.00", 40, "101.02", 100);
        QCOMPARE(desk.fills(u"e.target"_s), u"40@101"_s);
        QCOMPARE(desk.broker.ticket(u"e.stop"_s)->qty, Qty::whole(60));
        desk.trade(3, "98.90", 100);
        desk.quote(4, "98.80", 100, "98.90", 100);
        QCOMPARE(desk.fills(u"e.stop"_s), u"60@98.8"_s);
        QCOMPARE(desk.standing(u"e.target"_s), u"canceled OCO"_s);
        QCOMPARE(desk.gate.positions.value(desk.symbol), Qty());
    }

    void completeExitEndsTheRestOfTheEntry()
    {
        BrokerDesk desk;
        desk.quote(0, "99.98", 100, "100.00", 30);
        desk.submit(bracket(desk, 100), 1);
        desk.quote(2, "101.00", 40, "101.02", 100);
        QCOMPARE(desk.fills(u"e.target"_s), u"30@101"_s);
        QCOMPARE(desk.standing(u"e.stop"_s), u"canceled OCO"_s);
        QCOMPARE(desk.standing(u"e"_s), u"canceled OCO"_s);
        QCOMPARE(desk.gate.positions.value(desk.symbol), Qty());
    }

    void childrenEndWithAnUnfilledParent()
    {
        BrokerDesk desk;
        desk.quote(0, "100.10", 100, "100.12", 30);
        desk.submit(bracket(desk, 100), 1);
        QCOMPARE(desk.waits(u"e.target"_s), u"HELD_PARENT"_s);
        QCOMPARE(desk.gate.holds[u"e.target"_s], Qty());
        desk.broker.cancel(u"e"_s, desk.at(2));
        QCOMPARE(desk.standing(u"e"_s), u"canceled USER_CANCEL"_s);
        QCOMPARE(desk.standing(u"e.target"_s), u"canceled PARENT"_s);
        QCOMPARE(desk.standing(u"e.stop"_s), u"canceled PARENT"_s);
    }

    void exitsEndWithThePosition()
    {
        BrokerDesk desk;
        desk.quote(0, "99.98", 200, "100.00", 100);
        desk.submit(bracket(desk, 100), 1);
        desk.submit(desk.ticket(u"out"_s, Side::Sell, 100), 2);
        QCOMPARE(desk.fills(u"out"_s), u"100@99.98"_s);
        QCOMPARE(desk.standing(u"e.stop"_s), u"canceled POSITION_CLOSED"_s);
        QCOMPARE(desk.standing(u"e.target"_s), u"canceled POSITION_CLOSED"_s);
    }

    void oneCancelsTheOther()
    {
        BrokerDesk desk;
        desk.quote(0, "100.00", 30, "100.02", 100);
        OrderTicket up = desk.limit(u"up"_s, Side::Sell, 50, "101.00");
        OrderTicket down = desk.limit(u"down"_s, Side::Sell, 50, "100.00");
        up.oco = down.oco = u"pair"_s;
        desk.submit(up, 1);
        desk.submit(down, 2);
        QCOMPARE(desk.fills(u"down"_s), u"30@100"_s);
        QCOMPARE(desk.broker.ticket(u"up"_s)->qty, Qty::whole(20));
        desk.quote(3, "100.05", 30, "100.07", 100);
        QCOMPARE(desk.fills(u"down"_s), u"20@100.05"_s);
        QCOMPARE(desk.standing(u"up"_s), u"canceled OCO"_s);
    }

    void whatIsBeingCancelledCrossesNothing()
    {
        BrokerDesk desk { PaperConfig() };
        desk.quote(0, "100.00", 100, "100.02", 40);
        desk.submit(desk.limit(u"buy"_s, Side::Buy, 100, "100.02"), 1);
        desk.broker.advanceTo(desk.at(500));
        QCOMPARE(desk.broker.state(u"buy"_s), OrderState::PartiallyFilled);
        desk.submit(desk.ticket(u"early"_s, Side::Sell, 10), 501);
        desk.broker.advanceTo(desk.at(1'000));
        QCOMPARE(desk.broker.state(u"early"_s), OrderState::Rejected);
        desk.broker.cancel(u"buy"_s, desk.at(1'001));
        desk.submit(desk.ticket(u"flat"_s, Side::Sell, 40), 1'001);
        desk.broker.advanceTo(desk.at(1'500));
        QCOMPARE(desk.broker.state(u"buy"_s), OrderState::Canceled);
        QCOMPARE(desk.fills(u"flat"_s), u"40@100"_s);
    }

    void sharedQuantityChangesOnTheWay()
    {
        PaperConfig slow;
        slow.refuseWashCross = false;
        BrokerDesk desk(slow);
        desk.quote(0, "100.00", 30, "100.02", 100);
        OrderTicket up = desk.limit(u"up"_s, Side::Sell, 50, "101.00");
        OrderTicket down = desk.limit(u"down"_s, Side::Sell, 50, "100.00");
        up.oco = down.oco = u"pair"_s;
        desk.submit(down, 1);
        desk.submit(up, 40);
        desk.broker.advanceTo(desk.at(90));
        desk.collect();
        const OrderEvent &accepted = desk.events.back();
        QCOMPARE(accepted.id, u"up"_s);
        QCOMPARE(accepted.action, OrderAction::Accept);
        QCOMPARE(accepted.leaves, Qty::whole(20));
        QCOMPARE(accepted.ticket->qty, Qty::whole(20)); // so that the journal adds up
    }

    void replaceMovesAndKeepsPlaces()
    {
        BrokerDesk desk;
        desk.quote(0, "100.00", 100, "100.02", 100);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 50, "100.00"), 1);
        desk.trade(2, "100.00", 60);
        const auto ahead = [&] { return desk.broker.whyNotYet(u"a"_s).numbers; };
        QCOMPARE(ahead(), u"40 ahead at 100.00"_s);
        desk.broker.replace({ .id = u"a"_s, .qty = Qty::whole(40) }, desk.at(3));
        QCOMPARE(ahead(), u"40 ahead at 100.00"_s); // less of it keeps its place
        desk.broker.replace({ .id = u"a"_s, .qty = Qty::whole(60) }, desk.at(4));
        QCOMPARE(ahead(), u"100 ahead at 100.00"_s);
        desk.broker.replace({ .id = u"a"_s, .limit = BrokerDesk::price("100.02") }, desk.at(5));
        QCOMPARE(desk.fills(u"a"_s), u"60@100.02"_s);
        desk.broker.replace({ .id = u"a"_s, .qty = Qty::whole(90) }, desk.at(6));
        QCOMPARE(desk.standing(u"a"_s), u"filled ORDER_CLOSED"_s);
        QCOMPARE(desk.broker.illegalSteps(), 0);
    }

    void replaceIsChecked_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("standing");
        QTest::newRow("to what is filled")
            << u"qty"_s << u"30"_s << u"partially_filled BAD_REPLACE"_s;
        QTest::newRow("above it") << u"qty"_s << u"31"_s << u"partially_filled"_s;
        QTest::newRow("off the tick")
            << u"limit"_s << u"100.001"_s << u"partially_filled PRICE_NOT_TICK"_s;
        QTest::newRow("nothing") << u"limit"_s << u"0"_s << u"partially_filled PRICE_NONPOSITIVE"_s;
        QTest::newRow("a stop it has not")
            << u"stop"_s << u"90"_s << u"partially_filled BAD_COMBINATION"_s;
    }

    void replaceIsChecked()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, value);
        BrokerDesk desk;
        desk.quote(0, "99.98", 100, "100.00", 30);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 50, "100.00"), 1);
        OrderReplace change { .id = u"a"_s };
        if (field == u"qty")
            change.qty = *Qty::parse(value);
        else if (field == u"limit")
            change.limit = *Price::parse(value);
        else
            change.stop = *Price::parse(value);
        desk.broker.replace(change, desk.at(2));
        QTEST(desk.standing(u"a"_s), "standing");
        QCOMPARE(desk.gate.holds[u"a"_s], desk.broker.ticket(u"a"_s)->qty - Qty::whole(30));
    }

    void triggeredStopChangesItsLimitOnly()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.02", 100);
        OrderTicket order = desk.stop(u"s"_s, Side::Sell, 10, "9.90");
        order.type = OrderType::StopLimit;
        order.limit = BrokerDesk::price("9.90");
        desk.submit(order, 1);
        desk.quote(2, "9.80", 100, "9.82", 100);
        desk.trade(3, "9.85", 100);
        desk.broker.replace({ .id = u"s"_s, .stop = BrokerDesk::price("9.70") }, desk.at(4));
        QCOMPARE(desk.standing(u"s"_s), u"triggered BAD_REPLACE"_s);
        desk.broker.replace({ .id = u"s"_s, .qty = Qty::whole(20) }, desk.at(4));
        QCOMPARE(desk.standing(u"s"_s), u"triggered BAD_REPLACE"_s);
        desk.broker.replace({ .id = u"s"_s, .limit = BrokerDesk::price("9.805") }, desk.at(4));
        QCOMPARE(desk.standing(u"s"_s), u"triggered PRICE_NOT_TICK"_s);
        desk.broker.replace({ .id = u"s"_s, .limit = BrokerDesk::price("9.80") }, desk.at(5));
        QCOMPARE(desk.fills(u"s"_s), u"10@9.8"_s);
    }

    void triggeredTrailingStopLimitChangesItsLimit()
    {
        BrokerDesk desk;
        desk.trade(0, "10.00", 100);
        OrderTicket order = trailing(desk, 10);
        order.type = OrderType::TrailingStopLimit;
        order.trail = BrokerDesk::price("0.50");
        order.limitOffset = BrokerDesk::price("0.05");
        desk.submit(order, 1);
        desk.trade(2, "9.50", 100);
        desk.quote(3, "9.40", 100, "9.46", 100);
        desk.broker.replace({ .id = u"t"_s, .limit = BrokerDesk::price("9.40") }, desk.at(4));
        QCOMPARE(desk.fills(u"t"_s), u"10@9.4"_s);
    }

    void trailingStopIsNotMovedByHand()
    {
        BrokerDesk desk;
        desk.trade(0, "10.00", 100);
        OrderTicket order = trailing(desk, 10);
        order.trail = BrokerDesk::price("0.50");
        desk.submit(order, 1);
        desk.broker.replace({ .id = u"t"_s, .stop = BrokerDesk::price("9.00") }, desk.at(2));
        QCOMPARE(desk.standing(u"t"_s), u"accepted BAD_COMBINATION"_s);
        QCOMPARE(stopOf(desk), u"9.50"_s);
        desk.broker.replace({ .id = u"t"_s, .trail = BrokerDesk::price("0.30") }, desk.at(3));
        QCOMPARE(stopOf(desk), u"9.70"_s);
    }

    void replaceKeepsTheBracketsLevelsInOrder_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("stop");
        QTest::addColumn<bool>("taken");
        QTest::newRow("entry below its stop") << u"e"_s << u"98.99"_s << QString() << false;
        QTest::newRow("entry above it") << u"e"_s << u"99.01"_s << QString() << true;
        QTest::newRow("stop above the entry") << u"e.stop"_s << QString() << u"100.01"_s << false;
        QTest::newRow("stop below it") << u"e.stop"_s << QString() << u"99.99"_s << true;
        QTest::newRow("target at the entry") << u"e.target"_s << u"100.00"_s << QString() << false;
        QTest::newRow("target above it") << u"e.target"_s << u"100.01"_s << QString() << true;
    }

    void replaceKeepsTheBracketsLevelsInOrder()
    {
        QFETCH(const QString, id);
        QFETCH(const QString, limit);
        QFETCH(const QString, stop);
        QFETCH(const bool, taken);
        BrokerDesk desk;
        desk.quote(0, "100.10", 100, "100.12", 30);
        desk.submit(bracket(desk, 100), 1);
        OrderReplace change { .id = id };
        if (!limit.isEmpty())
            change.limit = *Price::parse(limit);
        if (!stop.isEmpty())
            change.stop = *Price::parse(stop);
        desk.broker.replace(change, desk.at(2));
        QCOMPARE(desk.standing(id), taken ? u"accepted"_s : u"accepted BRACKET_GEOMETRY"_s);
    }

    /// A stop may go beyond the price of an entry that is done.
    void exitsMoveFreelyOnceTheyWork()
    {
        BrokerDesk desk;
        desk.quote(0, "99.98", 100, "100.00", 100);
        desk.submit(bracket(desk, 100), 1);
        desk.trade(2, "100.50", 100);
        desk.broker.replace({ .id = u"e.stop"_s, .stop = BrokerDesk::price("100.20") }, desk.at(3));
        QCOMPARE(desk.standing(u"e.stop"_s), u"accepted"_s);
    }

    void replaceMayNotCrossOwnOrders()
    {
        BrokerDesk desk;
        desk.quote(0, "99.98", 100, "100.02", 100);
        desk.submit(desk.limit(u"sell"_s, Side::Sell, 10, "100.05"), 1);
        desk.submit(desk.limit(u"buy"_s, Side::Buy, 10, "99.90"), 2);
        desk.broker.replace({ .id = u"buy"_s, .limit = BrokerDesk::price("100.05") }, desk.at(3));
        QCOMPARE(desk.standing(u"buy"_s), u"accepted WASH_CROSS"_s);
    }
};

QTEST_GUILESS_MAIN(PaperOrdersTest)
#include "tst_paperorders.moc"
