#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 15: a spread with one leg unquoted: nothing fills.
class TestCase15 : public QObject
{
    Q_OBJECT

private slots:
    void nothingFills()
    {
        const QString near = u"O:SPY261218C00100000"_s;
        const QString far = u"O:SPY261218C00105000"_s;
        BrokerDesk desk;
        desk.quoteOf(near, 0, "2.90", 10, "3.10", 10);
        OrderTicket spread = desk.ticket(u"s"_s, Side::Buy, 1);
        spread.symbol.clear();
        spread.legs = { { near, Side::Buy, 1 }, { far, Side::Sell, 1 } };
        desk.submit(spread, 1);
        desk.quoteOf(far, 2, "0", 0, "1.25", 10); // no bid to sell to
        desk.quoteOf(near, 3, "2.90", 10, "3.00", 10);
        desk.collect();
        QVERIFY(desk.gate.executions.empty());
        QCOMPARE(desk.waits(u"s"_s), u"HELD_NO_QUOTE"_s);
        QCOMPARE(desk.broker.whyNotYet(u"s"_s).numbers, u"no quote of "_s + far);
        desk.quoteOf(far, 4, "1.15", 10, "1.25", 10);
        QCOMPARE(desk.fills(u"s"_s), u"1@3 1@1.15"_s);
    }
};

QTEST_GUILESS_MAIN(TestCase15)
#include "tst_15.moc"
