#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 5: a buy far above the displayed size fills what is displayed; the rest works.
class TestCase05 : public QObject
{
    Q_OBJECT

private slots:
    void takesWhatIsDisplayed()
    {
        BrokerDesk desk;
        desk.quote(0, "99.90", 100, "100.10", 100);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 1'000'000), 1);
        QCOMPARE(desk.fills(u"a"_s), u"100@100.1"_s);
        QCOMPARE(desk.standing(u"a"_s), u"partially_filled"_s);
        QCOMPARE(desk.waits(u"a"_s), u"WAITS_FOR_LIQUIDITY"_s);
        QCOMPARE(desk.events.back().leaves, Qty::whole(999'900));
    }
};

QTEST_GUILESS_MAIN(TestCase05)
#include "tst_05.moc"
