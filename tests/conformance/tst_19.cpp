#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 19: a quote crossed for 300 ms: nothing fills until it is sane.
class TestCase19 : public QObject
{
    Q_OBJECT

private slots:
    void nothingFillsUntilSane()
    {
        BrokerDesk desk;
        desk.quote(0, "100.00", 100, "100.02", 100);
        desk.submit(desk.limit(u"rests"_s, Side::Buy, 10, "99.99"), 1);
        desk.quote(2, "100.10", 100, "99.95", 100); // crossed
        desk.submit(desk.ticket(u"market"_s, Side::Buy, 10), 3);
        desk.trade(4, "99.90", 500);
        desk.quote(200, "100.10", 100, "99.96", 100); // still crossed
        QCOMPARE(desk.fills(u"rests"_s), QString());
        QCOMPARE(desk.fills(u"market"_s), QString());
        QCOMPARE(desk.waits(u"market"_s), u"HELD_CROSSED"_s);
        desk.quote(302, "100.00", 100, "100.02", 100);
        QCOMPARE(desk.fills(u"market"_s), u"10@100.02"_s);
        QCOMPARE(desk.fills(u"rests"_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestCase19)
#include "tst_19.moc"
