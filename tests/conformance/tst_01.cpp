#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 1: a market buy fills at the ask, not at the last price.
class TestCase01 : public QObject
{
    Q_OBJECT

private slots:
    void fillsAtTheAsk()
    {
        BrokerDesk desk;
        desk.quote(0, "98.00", 100, "102.00", 100);
        desk.trade(1, "100.00", 100);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 100), 2);
        QCOMPARE(desk.fills(u"a"_s), u"100@102"_s);
        QCOMPARE(desk.evidence(u"a"_s).ask, BrokerDesk::price("102.00"));
    }
};

QTEST_GUILESS_MAIN(TestCase01)
#include "tst_01.moc"
