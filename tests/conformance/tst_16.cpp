#include "paperdesk.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 16: a position left in three parts is one round trip, and one win.
class TestCase16 : public QObject
{
    Q_OBJECT

private slots:
    void isOneTrade()
    {
        PaperDesk desk;
        desk.quote("IBM", "49.99", "50");
        desk.submit(PaperDesk::order("entry", "IBM", "300", "50"));
        scaleOut(desk, "first", "52");
        scaleOut(desk, "second", "49"); // a part with a loss
        QCOMPARE(desk.venue.account().trades, 0);
        QVERIFY(!desk.venue.account().winRate());
        scaleOut(desk, "third", "51");
        const AccountFigures figures = desk.venue.account();
        QCOMPARE(figures.trades, 1);
        QCOMPARE(figures.wins, 1);
        QCOMPARE(*figures.winRate(), 1.0);
        QCOMPARE(figures.realized, money("200"));
        const RoundTrip &trip = desk.venue.books().ledger().state().trips.front();
        QCOMPARE(trip.net(), money("200"));
        QCOMPARE(trip.changes, 4);
    }

private:
    static void scaleOut(PaperDesk &desk, const char *id, const char *bid)
    {
        desk.quote("IBM", bid, bid);
        desk.submit(PaperDesk::order(id, "IBM", "-100", bid));
    }
};

QTEST_APPLESS_MAIN(TestCase16)
#include "tst_16.moc"
