#include "paperdesk.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 24: what is edited after the fact (a stop, the account's name) leaves the P/L,
/// and the planned risk keeps its history. Notes and tags of trades are the journal's.
class TestCase24 : public QObject
{
    Q_OBJECT

private slots:
    void movedStopLeavesTheBooks()
    {
        PaperDesk desk;
        enter(desk);
        const std::string before = ledgerStateText(desk.venue.books().ledger().state());
        const AccountFigures figures = desk.venue.account();
        const QString stop = stopOf(desk);
        OrderReplace change;
        change.id = stop;
        change.stop = price("49");
        desk.now += 1s;
        desk.venue.replace(change, desk.now);
        desk.advanceTo(desk.now + 1s);
        QCOMPARE(desk.venue.broker().ticket(stop)->stop, std::optional(price("49")));
        QCOMPARE(ledgerStateText(desk.venue.books().ledger().state()), before);
        QCOMPARE(desk.venue.account().realized, figures.realized);
        QCOMPARE(desk.venue.account().unrealized, figures.unrealized);
        QCOMPARE(stopsOver(desk, stop), (QList { price("48"), price("49") }));
        QCOMPARE(plannedStop(desk), price("48"));
    }

    void renamedAccountKeepsItsProfit()
    {
        PaperDesk desk;
        enter(desk);
        desk.quote("IBM", "52", "52");
        desk.submit(PaperDesk::order("exit", "IBM", "-100", "52"));
        const AccountFigures before = desk.venue.account();
        AccountSettings settings = desk.venue.books().settings();
        settings.name = u"Renamed"_s;
        QCOMPARE(desk.venue.books().configure(settings, desk.now).code, ReasonCode::None);
        const AccountFigures after = desk.venue.account();
        QCOMPARE(before.realized, money("200"));
        QCOMPARE(after.realized, before.realized);
        QCOMPARE(after.equity, before.equity);
        QCOMPARE(after.wins, before.wins);
        QCOMPARE(desk.venue.books().ledger().state().trips.front().strategy, u"breakout"_s);
    }

private:
    static void enter(PaperDesk &desk)
    {
        desk.quote("IBM", "49.99", "50");
        OrderTicket entry = PaperDesk::order("entry", "IBM", "100", "50");
        entry.strategy = u"breakout"_s;
        entry.stopLoss = price("48");
        desk.submit(entry);
    }

    static QString stopOf(const PaperDesk &desk) { return desk.childrenOf("entry").front(); }

    /// Every stop the order has had, as the journal tells.
    static QList<Price> stopsOver(const PaperDesk &desk, const QString &id)
    {
        QList<Price> stops;
        for (const OrderEvent &event : desk.events) {
            if (event.id == id && event.ticket && event.ticket->stop
                && (stops.isEmpty() || stops.last() != *event.ticket->stop))
                stops << *event.ticket->stop;
        }
        return stops;
    }

    static Price plannedStop(const PaperDesk &desk)
    {
        for (const OrderEvent &event : desk.events) {
            if (event.id == u"entry"_s && event.ticket)
                return event.ticket->stopLoss.value_or(Price());
        }
        return {};
    }
};

QTEST_APPLESS_MAIN(TestCase24)
#include "tst_24.moc"
