#include "brokerdesk.h"
#include "ordereventtext.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Orders are a fold of their events: a broker built from the journal goes on as if nothing had
/// happened, behind what is displayed.
class PaperRestoreTest : public QObject
{
    Q_OBJECT

    /// A second desk that knows only the text of the first one's journal, and its positions.
    struct Restarted
    {
        explicit Restarted(BrokerDesk &before, const PaperConfig &config = BrokerDesk::instant())
            : desk(config)
        {
            before.collect();
            std::vector<OrderEvent> journal;
            for (const OrderEvent &event : before.events)
                journal.push_back(*orderEventFromText(orderEventText(event)));
            desk.gate.positions = before.gate.positions;
            desk.sequence = before.sequence;
            desk.broker.restore(journal);
        }
        BrokerDesk desk;
    };

private slots:
    void bracketHalfFilled()
    {
        BrokerDesk before;
        before.quote(0, "99.98", 100, "100.00", 50);
        OrderTicket entry = before.limit(u"e"_s, Side::Buy, 100, "100.00");
        entry.stopLoss = BrokerDesk::price("99.00");
        entry.takeProfit = BrokerDesk::price("101.00");
        before.submit(entry, 1);
        QCOMPARE(before.fills(u"e"_s), u"50@100"_s);
        Restarted after(before);
        BrokerDesk &desk = after.desk;
        QCOMPARE(desk.broker.workingIds().size(), 3u);
        QCOMPARE(desk.broker.ticket(u"e.stop"_s)->qty, Qty::whole(50));
        QCOMPARE(desk.broker.ticket(u"e.target"_s)->qty, Qty::whole(50));
        QCOMPARE(desk.waits(u"e"_s), u"HELD_NO_QUOTE"_s);
        desk.quote(10, "99.98", 100, "100.00", 20);
        QCOMPARE(desk.fills(u"e"_s), u"20@100"_s);
        QCOMPARE(desk.broker.ticket(u"e.stop"_s)->qty, Qty::whole(70));
        desk.broker.cancel(u"e"_s, desk.at(11));
        desk.quote(20, "98.80", 500, "98.90", 1);
        desk.trade(21, "98.90", 100);
        desk.broker.advanceTo(desk.at(22));
        QCOMPARE(desk.fills(u"e.stop"_s), u"70@98.8"_s);
        QCOMPARE(desk.standing(u"e.target"_s), u"canceled OCO"_s);
        QCOMPARE(desk.gate.positions.value(desk.symbol), Qty());
        QCOMPARE(desk.events.front().sequence, before.events.back().sequence + 1);
        QCOMPARE(desk.broker.illegalSteps(), 0);
    }

    void childrenOfAnUnfilledEntryStillWait()
    {
        BrokerDesk before;
        before.quote(0, "100.10", 100, "100.12", 50);
        OrderTicket entry = before.limit(u"e"_s, Side::Buy, 100, "100.00");
        entry.stopLoss = BrokerDesk::price("99.00");
        before.submit(entry, 1);
        Restarted after(before);
        QCOMPARE(after.desk.waits(u"e.stop"_s), u"HELD_PARENT"_s);
        after.desk.broker.cancel(u"e"_s, after.desk.at(2));
        QCOMPARE(after.desk.standing(u"e.stop"_s), u"canceled PARENT"_s);
    }

    void exitsCoverAnEntryThatWasEnlarged()
    {
        BrokerDesk before;
        before.quote(0, "99.98", 100, "100.00", 30);
        OrderTicket entry = before.limit(u"e"_s, Side::Buy, 100, "100.00");
        entry.stopLoss = BrokerDesk::price("99.00");
        before.submit(entry, 1);
        before.broker.replace({ .id = u"e"_s, .qty = Qty::whole(200) }, before.at(2));
        Restarted after(before);
        after.desk.quote(10, "99.98", 100, "100.00", 1'000);
        QCOMPARE(after.desk.fills(u"e"_s), u"170@100"_s);
        QCOMPARE(after.desk.broker.ticket(u"e.stop"_s)->qty, Qty::whole(200));
    }

    void waitingExitKeepsItsOwnSize()
    {
        BrokerDesk before;
        before.quote(0, "99.98", 100, "100.10", 30);
        OrderTicket entry = before.limit(u"e"_s, Side::Buy, 100, "100.00");
        entry.stopLoss = BrokerDesk::price("99.00");
        before.submit(entry, 1);
        before.broker.replace({ .id = u"e.stop"_s, .qty = Qty::whole(40) }, before.at(2));
        Restarted after(before);
        after.desk.quote(10, "99.98", 100, "100.00", 1'000);
        QCOMPARE(after.desk.broker.ticket(u"e.stop"_s)->qty, Qty::whole(40));
    }

    void changedOrdersTakeTheirNewPlace()
    {
        BrokerDesk before;
        before.quote(0, "100.00", 100, "100.02", 100);
        before.submit(before.limit(u"a"_s, Side::Buy, 50, "99.99"), 1);
        before.submit(before.limit(u"b"_s, Side::Buy, 50, "100.00"), 2);
        before.broker.replace({ .id = u"a"_s, .limit = BrokerDesk::price("100.00") }, before.at(3));
        Restarted after(before);
        BrokerDesk &desk = after.desk;
        desk.quote(10, "100.00", 10, "100.02", 100);
        desk.trade(11, "100.00", 40);
        QCOMPARE(desk.fills(u"b"_s), u"30@100"_s);
        QCOMPARE(desk.fills(u"a"_s), QString());
    }

    void queuesAnew()
    {
        BrokerDesk before;
        before.quote(0, "100.00", 100, "100.02", 100);
        before.submit(before.limit(u"a"_s, Side::Buy, 50, "100.00"), 1);
        before.trade(2, "100.00", 90);
        Restarted after(before);
        BrokerDesk &desk = after.desk;
        desk.quote(10, "100.00", 80, "100.02", 100);
        QCOMPARE(desk.broker.whyNotYet(u"a"_s).numbers, u"80 ahead at 100.00"_s);
        desk.quote(11, "99.90", 80, "99.95", 100); // it had rested: its limit is its price
        QCOMPARE(desk.fills(u"a"_s), u"50@100"_s);
    }

    void marketOrderKeepsItsCollarAndItsMinute()
    {
        BrokerDesk before;
        before.quote(0, "10.00", 100, "10.02", 100);
        before.submit(before.ticket(u"m"_s, Side::Buy, 500), 1);
        QCOMPARE(before.fills(u"m"_s), u"100@10.02"_s);
        Restarted after(before);
        BrokerDesk &desk = after.desk;
        desk.quote(100, "10.50", 100, "10.60", 400); // beyond 4 % above 10.02
        QCOMPARE(desk.fills(u"m"_s), QString());
        QCOMPARE(desk.waits(u"m"_s), u"WAITS_FOR_BAND"_s);
        desk.broker.advanceTo(desk.at(60'000));
        QVERIFY(desk.events.empty());
        desk.broker.advanceTo(desk.at(60'001));
        QCOMPARE(desk.standing(u"m"_s), u"canceled NO_LIQUIDITY"_s);
    }

    void whatRestsSinceYesterdayStillRests()
    {
        BrokerDesk before;
        OrderTicket order = before.limit(u"a"_s, Side::Buy, 50, "100.00");
        order.tif = TimeInForce::Gtc;
        before.submit(order, -3'600'000); // before the open
        QCOMPARE(before.standing(u"a"_s), u"accepted HELD_SESSION"_s);
        before.quote(0, "100.00", 100, "100.02", 100);
        QCOMPARE(before.standing(u"a"_s), u"accepted"_s);
        Restarted after(before);
        after.desk.quote(10, "99.90", 80, "99.95", 100);
        QCOMPARE(after.desk.fills(u"a"_s), u"50@100"_s); // a resting order's price is its limit
    }

    /// The market was silent when it came: it takes at the quoted price once it speaks.
    void whatCameInSilenceStillTakes()
    {
        BrokerDesk before;
        before.quote(0, "100.00", 100, "100.02", 100);
        before.submit(before.limit(u"a"_s, Side::Buy, 50, "100.05"), 120'000);
        QCOMPARE(before.standing(u"a"_s), u"accepted"_s);
        QCOMPARE(before.waits(u"a"_s), u"HELD_STALE"_s);
        Restarted after(before);
        after.desk.quote(130'000, "99.90", 80, "99.95", 100);
        QCOMPARE(after.desk.fills(u"a"_s), u"50@99.95"_s);
    }

    void trailingStopKeepsItsLevel()
    {
        BrokerDesk before;
        before.trade(0, "10.00", 100);
        OrderTicket order = before.ticket(u"t"_s, Side::Sell, 100);
        order.type = OrderType::TrailingStop;
        order.trail = BrokerDesk::price("0.50");
        before.submit(order, 1);
        before.trade(2, "10.45", 100);
        Restarted after(before);
        after.desk.trade(10, "10.00", 100);
        QCOMPARE(after.desk.broker.ticket(u"t"_s)->stop, BrokerDesk::price("9.95"));
        after.desk.trade(11, "9.95", 100);
        QCOMPARE(after.desk.standing(u"t"_s), u"triggered"_s);
    }

    void whatWasUnderWayArrives()
    {
        const PaperConfig slow;
        BrokerDesk before(slow);
        before.quote(0, "100.00", 100, "100.02", 100);
        before.submit(before.limit(u"working"_s, Side::Buy, 50, "99.00"), 1);
        before.submit(before.limit(u"changed"_s, Side::Buy, 50, "99.00"), 1);
        before.broker.advanceTo(before.at(100));
        before.submit(before.limit(u"sent"_s, Side::Buy, 50, "99.00"), 101);
        before.broker.cancel(u"working"_s, before.at(102));
        before.broker.replace({ .id = u"changed"_s, .limit = BrokerDesk::price("99.50") },
                              before.at(103));
        Restarted after(before, slow);
        BrokerDesk &desk = after.desk;
        QCOMPARE(desk.broker.state(u"sent"_s), OrderState::Submitted);
        QCOMPARE(desk.broker.state(u"working"_s), OrderState::PendingCancel);
        desk.broker.advanceTo(desk.at(153));
        QCOMPARE(desk.broker.state(u"sent"_s), OrderState::Accepted);
        QCOMPARE(desk.standing(u"working"_s), u"canceled USER_CANCEL"_s);
        QCOMPARE(desk.broker.ticket(u"changed"_s)->limit, BrokerDesk::price("99.50"));
        QCOMPARE(desk.broker.state(u"changed"_s), OrderState::Accepted);
    }

    void whatEndedMeanwhileEnds()
    {
        BrokerDesk before;
        before.submit(before.limit(u"day"_s, Side::Buy, 50, "99.00"), 1);
        Restarted after(before);
        after.desk.quote(24 * 3'600'000, "98.00", 100, "98.02", 100); // the next day
        QCOMPARE(after.desk.fills(u"day"_s), QString());
        QCOMPARE(after.desk.standing(u"day"_s), u"expired END_OF_DAY"_s);
    }

    void commissionMinimumIsNotChargedTwice()
    {
        PaperConfig config = BrokerDesk::instant();
        config.commission = *CommissionModel::parse(u"per_share:0.005,1.00,1");
        BrokerDesk before(config);
        before.quote(0, "10.00", 100, "10.02", 60);
        before.submit(before.ticket(u"a"_s, Side::Buy, 100), 1);
        QCOMPARE(before.gate.fees, Money::whole(1));
        Restarted after(before, config);
        after.desk.quote(10, "10.00", 100, "10.02", 60);
        QCOMPARE(after.desk.fills(u"a"_s), u"40@10.02"_s);
        QCOMPARE(after.desk.gate.fees, Money());
    }

    void idsStayUsed()
    {
        BrokerDesk before;
        before.quote(0, "10.00", 100, "10.02", 60);
        before.submit(before.ticket(u"a"_s, Side::Buy, 10), 1);
        Restarted after(before);
        after.desk.submit(after.desk.ticket(u"a"_s, Side::Buy, 10), 10);
        QCOMPARE(after.desk.standing(u"a"_s), u"filled DUPLICATE_ID"_s);
        QVERIFY(after.desk.broker.workingIds().empty());
    }

    void secondOrderOfAnIdUnderWayEndsNothing()
    {
        const PaperConfig slow;
        BrokerDesk before(slow);
        before.quote(0, "10.00", 100, "10.02", 60);
        before.submit(before.ticket(u"a"_s, Side::Buy, 100), 1);
        before.submit(before.ticket(u"a"_s, Side::Buy, 100), 2);
        QCOMPARE(before.standing(u"a"_s), u"submitted DUPLICATE_ID"_s);
        before.broker.advanceTo(before.at(60));
        QCOMPARE(before.fills(u"a"_s), u"60@10.02"_s);
        Restarted after(before, slow);
        QCOMPARE(after.desk.broker.state(u"a"_s), OrderState::PartiallyFilled);
        after.desk.quote(70, "10.00", 100, "10.02", 60);
        QCOMPARE(after.desk.fills(u"a"_s), u"40@10.02"_s);
    }

    void splitOrdersComeBackSplit()
    {
        BrokerDesk before;
        before.quote(0, "399.98", 100, "400.00", 5);
        OrderTicket entry = before.limit(u"e"_s, Side::Buy, 10, "400.00");
        entry.stopLoss = BrokerDesk::price("380.00");
        before.submit(entry, 1);
        before.broker.onSplit(before.symbol, 4, 1, before.at(2));
        before.gate.positions[before.symbol] = Qty::whole(20);
        Restarted after(before);
        BrokerDesk &desk = after.desk;
        QCOMPARE(desk.broker.ticket(u"e.stop"_s)->qty, Qty::whole(20));
        desk.quote(10, "99.98", 100, "100.00", 500);
        QCOMPARE(desk.fills(u"e"_s), u"20@100"_s); // the rest of the entry in new shares
        QCOMPARE(desk.broker.ticket(u"e.stop"_s)->qty, Qty::whole(40));
    }
};

QTEST_GUILESS_MAIN(PaperRestoreTest)
#include "tst_paperrestore.moc"
