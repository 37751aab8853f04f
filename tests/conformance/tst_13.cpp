#include "paperdesk.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 13: a 4:1 split with an open position, working orders and a bracket leaves the
/// value and adjusts the orders.
class TestCase13 : public QObject
{
    Q_OBJECT

private slots:
    void splits()
    {
        PaperDesk desk;
        desk.quote("IBM", "399.90", "400");
        OrderTicket entry = PaperDesk::order("entry", "IBM", "100", "400");
        entry.tif = TimeInForce::Gtc;
        entry.takeProfit = price("450");
        entry.stopLoss = price("380");
        desk.submit(entry);
        QCOMPARE(desk.venue.books().position(u"IBM"_s), qty("100"));
        OrderTicket sale = PaperDesk::order("sale", "IBM", "-50", "440"); // C-13
        sale.tif = TimeInForce::Gtc;
        desk.submit(sale);
        OrderTicket purchase = PaperDesk::order("purchase", "IBM", "10", "360.10");
        purchase.tif = TimeInForce::Gtc;
        desk.submit(purchase);
        const Money equity = desk.venue.account().equity;
        const Money free = desk.venue.account().buyingPower;

        const Timestamp ex = easterntime::at(QDate(2026, 3, 11), 3h);
        desk.advanceTo(ex);
        desk.venue.onSplit(u"IBM"_s, 4, 1, ex);
        desk.now = easterntime::at(QDate(2026, 3, 11), 10h);
        desk.quote("IBM", "99.975", "100");

        QCOMPARE(desk.venue.books().position(u"IBM"_s), qty("400"));
        QCOMPARE(desk.venue.positions().front().cost, money("40000"));
        QCOMPARE(desk.venue.account().equity, equity);
        isAdjusted(desk, u"sale"_s, "200", "110", "");
        isAdjusted(desk, u"purchase"_s, "40", "90.02", ""); // 90.025, in the customer's favour
        QCOMPARE(desk.venue.account().buyingPower - free, money("0.2"));
        const std::vector<QString> children = desk.childrenOf("entry");
        QCOMPARE(children.size(), std::size_t(2));
        for (const QString &child : children) {
            const bool isTarget = desk.venue.broker().ticket(child)->limit.has_value();
            isAdjusted(desk, child, "400", isTarget ? "112.5" : "", isTarget ? "" : "95");
        }
    }

private:
    static void isAdjusted(const PaperDesk &desk, const QString &id, const char *size,
                           const char *limit, const char *stop)
    {
        const std::optional<OrderTicket> ticket = desk.venue.broker().ticket(id);
        QVERIFY(ticket);
        QCOMPARE(ticket->qty, qty(size));
        QCOMPARE(ticket->limit, *limit ? std::optional(price(limit)) : std::nullopt);
        QCOMPARE(ticket->stop, *stop ? std::optional(price(stop)) : std::nullopt);
    }
};

QTEST_APPLESS_MAIN(TestCase13)
#include "tst_13.moc"
