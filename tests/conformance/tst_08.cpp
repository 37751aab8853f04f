#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 8: a reduce-only order larger than the position closes it and ends.
class TestCase08 : public QObject
{
    Q_OBJECT

private slots:
    void closesAndNeverFlips()
    {
        BrokerDesk desk;
        desk.quote(0, "99.98", 500, "100.00", 500);
        desk.submit(desk.ticket(u"in"_s, Side::Buy, 100), 1);
        OrderTicket out = desk.ticket(u"out"_s, Side::Sell, 300);
        out.reduceOnly = true;
        desk.submit(out, 2);
        QCOMPARE(desk.fills(u"out"_s), u"100@99.98"_s);
        QCOMPARE(desk.standing(u"out"_s), u"canceled POSITION_CLOSED"_s);
        QCOMPARE(desk.gate.positions.value(desk.symbol), Qty());
    }
};

QTEST_GUILESS_MAIN(TestCase08)
#include "tst_08.moc"
