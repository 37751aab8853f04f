#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// The worked vectors of execution.md B.3 to B.5.
class PaperFillsTest : public QObject
{
    Q_OBJECT

private slots:
    void b01WaitsForDisplayedSize()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 500, "10.02", 300);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 500), 10);
        QCOMPARE(desk.fills(u"a"_s), u"300@10.02"_s);
        QCOMPARE(desk.waits(u"a"_s), u"WAITS_FOR_LIQUIDITY"_s);
        desk.quote(20, "10.00", 500, "10.02", 300);
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.quote(30, "10.00", 500, "10.02", 350);
        QCOMPARE(desk.fills(u"a"_s), u"50@10.02"_s);
        desk.quote(40, "10.00", 500, "10.02", 200);
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.quote(50, "10.00", 500, "10.03", 100);
        QCOMPARE(desk.fills(u"a"_s), u"100@10.03"_s);
        desk.quote(60, "10.00", 500, "10.02", 400);
        QCOMPARE(desk.fills(u"a"_s), u"50@10.02"_s);
        QCOMPARE(desk.standing(u"a"_s), u"filled"_s);
        QCOMPARE(desk.gate.cost, Money::whole(5011));
        // 350 of the last quote are left
        desk.submit(desk.ticket(u"b"_s, Side::Buy, 400), 70);
        QCOMPARE(desk.fills(u"b"_s), u"350@10.02"_s);
    }

    void rest_data()
    {
        QTest::addColumn<int>("policy");
        QTest::addColumn<int>("tif");
        QTest::addColumn<QString>("fills");
        QTest::addColumn<QString>("standing");
        const int wait = int(RestPolicy::Wait);
        const int day = int(TimeInForce::Day);
        QTest::newRow("B-02") << int(RestPolicy::Slip) << day << u"300@10.02 200@10.03"_s
                              << u"filled"_s;
        QTest::newRow("B-03") << int(RestPolicy::All) << day << u"500@10.02"_s << u"filled"_s;
        QTest::newRow("B-04") << wait << int(TimeInForce::Ioc) << u"300@10.02"_s
                              << u"canceled IOC"_s;
        QTest::newRow("B-05") << wait << int(TimeInForce::Fok) << QString() << u"canceled FOK"_s;
        QTest::newRow("cancel") << int(RestPolicy::Cancel) << day << u"300@10.02"_s
                                << u"canceled NO_LIQUIDITY"_s;
    }

    void rest()
    {
        QFETCH(const int, policy);
        QFETCH(const int, tif);
        PaperConfig config = BrokerDesk::instant();
        config.rest = RestPolicy(policy);
        BrokerDesk desk(config);
        desk.quote(0, "10.00", 500, "10.02", 300);
        OrderTicket order = desk.ticket(u"a"_s, Side::Buy, 500);
        order.tif = TimeInForce(tif);
        desk.submit(order, 10);
        QTEST(desk.fills(u"a"_s), "fills");
        QTEST(desk.standing(u"a"_s), "standing");
    }

    void queue_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("prints"); // price x size, b: the buyer came
        QTest::addColumn<QString>("fills");
        const int queue = int(FillMode::Queue);
        const int through = int(FillMode::Through);
        const int touch = int(FillMode::Touch);
        QTest::newRow("B-09") << queue << u"100x80 100x30 100x50"_s << u"10@100 40@100"_s;
        QTest::newRow("B-10") << queue << u"99.99x20"_s << u"20@100"_s;
        QTest::newRow("B-12") << queue << u"100x500b"_s << QString();
        QTest::newRow("B-13") << through << u"100x80 100x30 100x50"_s << QString();
        QTest::newRow("through the price fills the strict mode")
            << through << u"99.99x20"_s << u"20@100"_s;
        QTest::newRow("a touch fills the generous mode")
            << touch << u"100x30b 100x80"_s << u"30@100 20@100"_s;
    }

    void queue()
    {
        QFETCH(const int, mode);
        QFETCH(const QString, prints);
        PaperConfig config = BrokerDesk::instant();
        config.mode = FillMode(mode);
        BrokerDesk desk(config);
        // Only crypto's own flag makes a buyer of a print at the bid
        if (prints.contains(u'b'))
            desk.symbol = u"X:BTCUSD"_s;
        desk.quote(0, "100.00", 100, "100.02", 100);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 50, "100.00"), 10);
        qint64 ms = 20;
        for (QString print : prints.split(u' ')) {
            const TradeConditions buyer
                = print.endsWith(u'b') ? TradeConditions { 2 } : TradeConditions {};
            const QStringList parts = print.remove(u'b').split(u'x');
            desk.trade(ms++, parts[0].toLatin1().constData(), parts[1].toLongLong(), buyer);
        }
        QTEST(desk.fills(u"a"_s), "fills");
    }

    void b11OppositeQuoteCrossesTheLimit()
    {
        BrokerDesk desk;
        desk.quote(0, "100.00", 100, "100.02", 100);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 50, "100.00"), 10);
        QCOMPARE(desk.waits(u"a"_s), u"WAITS_IN_QUEUE"_s);
        QCOMPARE(desk.broker.whyNotYet(u"a"_s).numbers, u"100 ahead at 100.00"_s);
        desk.quote(20, "99.97", 100, "99.99", 25);
        QCOMPARE(desk.fills(u"a"_s), u"25@100"_s);
        QCOMPARE(desk.evidence(u"a"_s).rule, FillRule::QuoteCrossed);
    }
};

QTEST_GUILESS_MAIN(PaperFillsTest)
#include "tst_paperfills.moc"
