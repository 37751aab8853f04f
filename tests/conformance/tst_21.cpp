#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 21: 200 resting orders on quiet symbols do not touch the fill of another.
class TestCase21 : public QObject
{
    Q_OBJECT

private slots:
    void doNotTouchAnotherOrder()
    {
        const auto run = [](int quiet) {
            BrokerDesk desk { PaperConfig() };
            for (int i = 0; i < quiet; ++i) {
                desk.symbol = u"Q"_s + QChar(u'A' + i / 26) + QChar(u'A' + i % 26);
                desk.quote(0, "100.00", 100, "100.02", 100);
                desk.submit(desk.limit(desk.symbol, Side::Buy, 50, "100.00"), 1);
            }
            desk.symbol = u"IBM"_s;
            desk.quote(10, "100.00", 100, "100.02", 100);
            desk.submit(desk.limit(u"a"_s, Side::Buy, 50, "100.00"), 11);
            desk.trade(200, "100.00", 120);
            desk.trade(210, "100.00", 80);
            desk.collect();
            QStringList lines;
            for (const OrderEvent &event : desk.events)
                if (event.id == u"a")
                    lines += QString::number(toNs(event.at)) + u' ' + event.lastQty.toString();
            return lines;
        };
        const QStringList alone = run(0);
        QCOMPARE(alone.size(), 4); // sent, accepted, 20, 30
        QCOMPARE(run(200), alone);
    }

    void costNextToNothing()
    {
        const auto seconds = [](int quiet) {
            BrokerDesk desk;
            for (int i = 0; i < quiet; ++i) {
                desk.symbol = u"Q"_s + QChar(u'A' + i / 26) + QChar(u'A' + i % 26);
                desk.quote(0, "100.00", 100, "100.02", 100);
                desk.submit(desk.limit(desk.symbol, Side::Buy, 50, "99.00"), 1);
            }
            desk.symbol = u"IBM"_s;
            QElapsedTimer timer;
            timer.start();
            for (int i = 0; i < 20'000; ++i)
                desk.quote(10 + i, "100.00", 100 + i % 7, "100.02", 100);
            return double(timer.nsecsElapsed());
        };
        // The best of a few on a busy machine; the orders elsewhere must not be looked at
        double alone = seconds(0);
        double among = seconds(200);
        for (int i = 0; i < 4; ++i) {
            alone = std::min(alone, seconds(0));
            among = std::min(among, seconds(200));
        }
        QVERIFY2(among < 3 * alone, qPrintable(u"%1 times as long"_s.arg(among / alone)));
    }
};

QTEST_GUILESS_MAIN(TestCase21)
#include "tst_21.moc"
