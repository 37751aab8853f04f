#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 6: a short bracket: the price runs through the stop.
class TestCase06 : public QObject
{
    Q_OBJECT

private slots:
    void stopFiresOnceAndThePositionIsFlat()
    {
        BrokerDesk desk { PaperConfig() };
        desk.quote(0, "100.00", 100, "100.02", 100);
        OrderTicket entry = desk.limit(u"e"_s, Side::Sell, 100, "100.00");
        entry.stopLoss = BrokerDesk::price("100.01");
        entry.takeProfit = BrokerDesk::price("99.99");
        desk.submit(entry, 1);
        desk.broker.advanceTo(desk.at(51));
        QCOMPARE(desk.fills(u"e"_s), u"100@100"_s);
        QCOMPARE(desk.gate.positions.value(desk.symbol), Qty::whole(-100));
        desk.quote(60, "100.50", 500, "100.52", 500);
        desk.trade(70, "100.52", 100);
        desk.trade(80, "100.60", 100);
        desk.trade(90, "101.00", 100);
        desk.broker.advanceTo(desk.at(500));
        QCOMPARE(desk.fills(u"e.stop"_s), u"100@100.52"_s);
        QCOMPARE(desk.standing(u"e.target"_s), u"canceled OCO"_s);
        QCOMPARE(desk.gate.positions.value(desk.symbol), Qty());
        QCOMPARE(std::ranges::count(desk.events, OrderAction::Trigger, &OrderEvent::action), 1);
        QVERIFY(desk.broker.workingIds().empty());
    }
};

QTEST_GUILESS_MAIN(TestCase06)
#include "tst_06.moc"
