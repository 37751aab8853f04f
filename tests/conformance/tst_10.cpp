#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 10: an old print outside the range of the day fills nothing and says why.
class TestCase10 : public QObject
{
    Q_OBJECT

private slots:
    void oldPrintsFillNothing()
    {
        BrokerDesk desk;
        desk.quote(0, "100.00", 100, "100.02", 100);
        desk.trade(1, "100.01", 100);
        desk.submit(desk.limit(u"limit"_s, Side::Buy, 100, "99.00"), 2);
        desk.submit(desk.stop(u"stop"_s, Side::Sell, 100, "99.00"), 2);
        Trade old;
        old.instrument = desk.id(desk.symbol);
        old.time = desk.at(3);
        old.participantTime = desk.at(-3'600'000);
        old.price = BrokerDesk::price("95.00");
        old.size = Qty::whole(1'000);
        old.sequence = 100;
        desk.broker.onTrade(old);
        desk.trade(4, "95.00", 1'000, { 32 }); // sold, out of sequence
        old.time = desk.at(-3'600'000); // a record of an hour ago
        old.participantTime = {};
        desk.broker.onTrade(old);
        QCOMPARE(desk.fills(u"limit"_s), QString());
        QCOMPARE(desk.waits(u"limit"_s), u"WAITS_FOR_LIMIT"_s);
        QCOMPARE(desk.broker.whyNotYet(u"limit"_s).numbers,
                 u"limit 99.00, bid 100.00 x 100, ask 100.02 x 100"_s);
        QCOMPARE(desk.standing(u"stop"_s), u"accepted"_s);
        QCOMPARE(desk.broker.whyNotYet(u"stop"_s).numbers, u"stop 99.00, last 100.01"_s);
    }
};

QTEST_GUILESS_MAIN(TestCase10)
#include "tst_10.moc"
