#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 11: a stop-limit without a limit price is refused.
class TestCase11 : public QObject
{
    Q_OBJECT

private slots:
    void isRefused()
    {
        BrokerDesk desk;
        desk.quote(0, "100.00", 100, "100.02", 100);
        OrderTicket order = desk.stop(u"s"_s, Side::Sell, 100, "99.00");
        order.type = OrderType::StopLimit;
        desk.submit(order, 1);
        QCOMPARE(desk.standing(u"s"_s), u"rejected PRICE_MISSING"_s);
        QCOMPARE(desk.events.back().reason.numbers, u"needs limit"_s);
    }
};

QTEST_GUILESS_MAIN(TestCase11)
#include "tst_11.moc"
