#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 4: a market sell without a quote waits, whatever the slippage.
class TestCase04 : public QObject
{
    Q_OBJECT

private slots:
    void waitsForAQuote()
    {
        PaperConfig config = BrokerDesk::instant();
        config.slippage = *SlippageModel::parse(u"ticks:3");
        BrokerDesk desk(config);
        desk.trade(0, "0.0002", 100);
        desk.submit(desk.ticket(u"a"_s, Side::Sell, 100), 1);
        QCOMPARE(desk.fills(u"a"_s), QString());
        QCOMPARE(desk.waits(u"a"_s), u"HELD_NO_QUOTE"_s);
        desk.quote(2, "0", 0, "0.0002", 100);
        QCOMPARE(desk.fills(u"a"_s), QString());
        // Two ticks above nothing: three ticks of slippage stop at one, within the collar
        desk.quote(3, "0.0002", 100, "0.0002", 100);
        desk.collect();
        for (const OrderEvent &event : desk.events)
            QVERIFY(event.lastQty == Qty() || event.lastPrice > Price());
        QCOMPARE(desk.broker.state(u"a"_s), OrderState::Filled);
    }
};

QTEST_GUILESS_MAIN(TestCase04)
#include "tst_04.moc"
