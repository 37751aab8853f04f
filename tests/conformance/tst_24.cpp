#include "keptjournal.h"
#include "paperdesk.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 24: what is edited after the fact (a stop, the account's name) leaves the P/L,
/// and the planned risk keeps its history. So do notes and tags of a trade.
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

    void writtenNotesLeaveTheTrade()
    {
        PaperDesk desk;
        enter(desk);
        OrderReplace change;
        change.id = stopOf(desk);
        change.stop = price("49");
        desk.venue.replace(change, desk.now += 1s);
        desk.advanceTo(desk.now + 1s);
        desk.quote("IBM", "52", "52");
        desk.submit(PaperDesk::order("exit", "IBM", "-100", "52"));
        KeptJournal file;
        file.keep(desk);
        ToldJournal told(file.path());
        QVERIFY(told.waitUntilFormed());
        QCOMPARE(told.trades.size(), std::size_t(1));
        const TradeRecord before = told.trades.begin()->second;
        QCOMPARE(before.net(), money("200"));
        QCOMPARE(before.stop, std::optional(price("48"))); // not where it was moved to
        QCOMPARE(before.risk, std::optional(money("200")));

        NoteEdit note;
        note.subject.trade = before.key;
        note.text = u"held too long"_s;
        QVERIFY(told.edit(note));
        NoteEdit tags = note;
        tags.kind = NoteEdit::Kind::Tags;
        tags.words = { u"gap"_s };
        QVERIFY(told.edit(tags));
        QVERIFY(told.edit(riskOf(before.key, "300")));
        QVERIFY(told.edit(riskOf(before.key, "400")));
        const auto detail = told.ask<TradeDetail>(
            [&](QObject *context, auto answer) { told.keeper.load(before.key, context, answer); });
        QVERIFY(detail);
        QVERIFY(told.trades.begin()->second == before);
        QCOMPARE(told.notes.at(before.key).risk, std::optional(money("400")));
        QStringList risks;
        for (const NoteRevision &revision : detail->revisions)
            if (revision.edit.kind == NoteEdit::Kind::Risk)
                risks << revision.edit.money->toString();
        QCOMPARE(risks, (QStringList { u"300"_s, u"400"_s }));
        ToldJournal again(file.path()); // and after a restart
        QVERIFY(again.waitUntilFormed());
        QVERIFY(again.trades.begin()->second == before);
    }

private:
    static NoteEdit riskOf(const TradeKey &trade, const char *risk)
    {
        NoteEdit edit;
        edit.subject.trade = trade;
        edit.kind = NoteEdit::Kind::Risk;
        edit.money = money(risk);
        return edit;
    }

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

QTEST_GUILESS_MAIN(TestCase24)
#include "tst_24.moc"
