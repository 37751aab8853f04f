#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 18: an odd-lot print through the level fires no stop on the last price.
class TestCase18 : public QObject
{
    Q_OBJECT

private slots:
    void firesNoStop()
    {
        BrokerDesk desk;
        desk.quote(0, "100.00", 100, "100.02", 100);
        desk.submit(desk.stop(u"s"_s, Side::Sell, 100, "99.00"), 1);
        desk.trade(2, "98.90", 40, { condition::oddLot });
        QCOMPARE(desk.standing(u"s"_s), u"accepted"_s);
        QCOMPARE(desk.waits(u"s"_s), u"WAITS_FOR_TRIGGER"_s);
        desk.trade(3, "98.90", 100);
        QCOMPARE(desk.standing(u"s"_s), u"triggered"_s);
    }
};

QTEST_GUILESS_MAIN(TestCase18)
#include "tst_18.moc"
