#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 22: an order on a market whose quotes froze stays, and says why.
class TestCase22 : public QObject
{
    Q_OBJECT

private slots:
    void staysWorkingAndSaysWhy()
    {
        BrokerDesk desk;
        desk.quote(0, "100.00", 100, "100.02", 100);
        desk.submit(desk.limit(u"limit"_s, Side::Buy, 50, "99.90"), 1);
        desk.submit(desk.ticket(u"market"_s, Side::Buy, 10), 300'000);
        desk.broker.advanceTo(desk.at(600'000));
        QCOMPARE(desk.broker.state(u"market"_s), OrderState::Accepted);
        QCOMPARE(desk.waits(u"market"_s), u"HELD_STALE"_s);
        QCOMPARE(desk.broker.whyNotYet(u"market"_s).numbers, u"the last quote is 600 s old"_s);
        QCOMPARE(desk.broker.state(u"limit"_s), OrderState::Accepted);
        QVERIFY(
            desk.broker.whyNotYet(u"limit"_s).numbers.endsWith(u"the last quote is 600 s old"_s));
        desk.broker.onFeedDown(desk.at(600'001));
        QCOMPARE(desk.broker.whyNotYet(u"limit"_s).numbers, u"the feed is down"_s);
    }
};

QTEST_GUILESS_MAIN(TestCase22)
#include "tst_22.moc"
