#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 2: a buy limit above the market fills at the market.
class TestCase02 : public QObject
{
    Q_OBJECT

private slots:
    void fillsAtTheAskNotAtItsLimit()
    {
        BrokerDesk desk;
        desk.quote(0, "99.90", 100, "100.10", 60);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 100, "105.00"), 1);
        QCOMPARE(desk.fills(u"a"_s), u"60@100.1"_s);
        desk.quote(2, "100.00", 100, "100.20", 100);
        QCOMPARE(desk.fills(u"a"_s), u"40@100.2"_s);
    }
};

QTEST_GUILESS_MAIN(TestCase02)
#include "tst_02.moc"
