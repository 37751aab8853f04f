#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 3: a sell stop triggers on the last price and fills at the bid.
class TestCase03 : public QObject
{
    Q_OBJECT

private slots:
    void fillsAtTheBid()
    {
        BrokerDesk desk { PaperConfig() };
        desk.quote(0, "97.00", 100, "99.50", 100);
        desk.submit(desk.stop(u"s"_s, Side::Sell, 100, "99.00"), 1);
        desk.trade(100, "99.00", 100);
        QCOMPARE(desk.standing(u"s"_s), u"triggered"_s);
        desk.broker.advanceTo(desk.at(150));
        QCOMPARE(desk.fills(u"s"_s), u"100@97"_s);
    }

    void lastAtTheStopBeforeItComes()
    {
        BrokerDesk desk;
        desk.quote(0, "97.00", 100, "99.50", 100);
        desk.trade(1, "99.00", 100);
        desk.submit(desk.stop(u"s"_s, Side::Sell, 100, "99.00"), 2);
        desk.broker.advanceTo(desk.at(3));
        QCOMPARE(desk.fills(u"s"_s), u"100@97"_s);
    }
};

QTEST_GUILESS_MAIN(TestCase03)
#include "tst_03.moc"
