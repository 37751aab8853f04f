#include "journalload.h"
#include "keptjournal.h"
#include "randomdesk.h"
#include "tradearchive.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString account = u"simulated/Paper"_s;

void run(RandomDesk &desk, int steps)
{
    for (int i = 0; i < steps; ++i)
        desk.step();
}

/// One closed trade with a stop behind it.
void tradeOnce(PaperDesk &desk, const QByteArray &name = "entry")
{
    desk.quote("IBM", "49.99", "50");
    OrderTicket entry = PaperDesk::order(name.constData(), "IBM", "100", "50");
    entry.stopLoss = price("48");
    desk.submit(entry);
    desk.quote("IBM", "52", "52.01");
    const QByteArray exit = name + "-exit";
    desk.submit(PaperDesk::order(exit.constData(), "IBM", "-100", "52"));
}

std::map<TradeKey, TradeRecord> formed(const PaperDesk &desk)
{
    FormedTrades whole;
    whole.follow(desk);
    std::map<TradeKey, TradeRecord> trades;
    for (const auto &[number, trade] : whole.trades)
        trades[trade.record.key] = trade.record;
    return trades;
}

NoteEdit note(const TradeKey &trade, NoteEdit::Kind kind, const QString &text)
{
    NoteEdit edit;
    edit.subject.trade = trade;
    edit.kind = kind;
    edit.text = text;
    return edit;
}

ImportedFill importedFill(int minute, const char *signedQty, const char *at)
{
    ImportedFill fill;
    fill.at = tenOClock() + std::chrono::minutes(minute);
    fill.symbol = u"KO"_s;
    const Qty amount = qty(signedQty);
    fill.side = amount > Qty() ? Side::Buy : Side::Sell;
    fill.qty = amount > Qty() ? amount : -amount;
    fill.price = price(at);
    fill.fee = money("1");
    return fill;
}

Result<ImportOutcome> import(ToldJournal &told, const std::vector<ImportedFill> &fills,
                             bool isTrial = false)
{
    return told.ask<ImportOutcome>(
        [&](QObject *context, const JournalKeeper::Answer<ImportOutcome> &answer) {
            told.keeper.importFills(u"Broker"_s, fills, isTrial, context, answer);
        });
}

} // namespace

class TestJournalKeeper : public QObject
{
    Q_OBJECT

private slots:
    void formsAndStoresTrades()
    {
        KeptJournal journal;
        RandomDesk desk(7, {}, RandomDesk::Market::Jumping);
        run(desk, 600);
        journal.keep(desk);
        const Result<LoadedJournal> before = loadJournal(journal.path()); // formed in memory
        QVERIFY(before);
        ToldJournal told(journal.path());
        QVERIFY(told.waitUntilFormed());
        QVERIFY(told.trades.size() > 5);
        QVERIFY(told.trades == formed(desk));
        QCOMPARE(told.trouble, QString());
        QVERIFY(told.waitUntil([&] { return isStored(journal); }));
        const Result<LoadedJournal> after = loadJournal(journal.path(), { .executions = true });
        QVERIFY(after);
        QVERIFY(before->trades == after->trades);
        for (const TradeRecord &trade : after->trades) {
            QVERIFY(trade == told.trades.at(trade.key));
            QCOMPARE(int(after->executions.at(trade.key).size()), trade.executions);
        }
    }

    void followsWhatIsCommitted()
    {
        KeptJournal journal;
        PaperDesk desk;
        tradeOnce(desk);
        desk.collect();
        journal.keep(desk);
        ToldJournal told(journal.path());
        QVERIFY(told.waitUntilFormed());
        QCOMPARE(told.trades.size(), std::size_t(1));
        const TradeKey first = told.trades.begin()->first;
        desk.quote("IBM", "49.99", "50");
        desk.submit(PaperDesk::order("next", "IBM", "10", "50"));
        journal.keep(desk);
        told.keeper.refresh();
        QVERIFY(told.waitUntil([&] { return told.trades.size() == 2; }));
        QVERIFY(told.trades.rbegin()->second.isOpen());
        ContextLine exit;
        exit.kind = ContextLine::Kind::Exit;
        exit.trade = first.number;
        exit.moment.atr = 1.25;
        journal.addContext(exit);
        told.keeper.refresh();
        QVERIFY(told.waitUntil([&] { return told.trades.at(first).exit.has_value(); }));
        QCOMPARE(told.trades.at(first).exit->atr, std::optional(1.25));
    }

    void goesOnWhereItWas()
    {
        KeptJournal journal;
        RandomDesk desk(11, {}, RandomDesk::Market::Jumping);
        std::size_t before = 0;
        run(desk, 500);
        journal.keep(desk);
        {
            ToldJournal told(journal.path());
            QVERIFY(told.waitUntilFormed());
            QVERIFY(told.waitUntil([&] { return isStored(journal); }));
            before = told.trades.size();
        }
        {
            ToldJournal again(journal.path());
            QVERIFY(again.waitUntilFormed());
            QCOMPARE(again.atOnce, before);
            QCOMPARE(again.changes, 0);
        }
        run(desk, 60);
        journal.keep(desk);
        ToldJournal last(journal.path());
        QVERIFY(last.waitUntilFormed());
        QCOMPARE(last.atOnce, before);
        QVERIFY(last.trades == formed(desk));
        QVERIFY(last.changes < int(last.trades.size())); // only what is new was formed
    }

    void formsMoreThanAStepWithoutTellingItAgain()
    {
        KeptJournal journal;
        WrittenBooks books;
        for (int i = 0; i < 1'500; ++i)
            QVERIFY(books.fill("A", i % 2 == 0 ? "10" : "-10", "5"));
        keepBooks(journal, books, 0);
        const std::size_t kept = books.events.size();
        {
            ToldJournal told(journal.path());
            QVERIFY(told.waitUntilFormed());
            QCOMPARE(told.trades.size(), std::size_t(750));
            QVERIFY(told.waitUntil([&] { return isStored(journal); }));
        }
        ToldJournal told(journal.path());
        QVERIFY(told.waitUntilFormed());
        QCOMPARE(told.changes, 0);
        QVERIFY(books.fill("B", "10", "5"));
        keepBooks(journal, books, kept);
        told.keeper.refresh();
        QVERIFY(told.waitUntil([&] { return told.trades.size() == 751; }));
        QCOMPARE(told.changes, 1);
        QVERIFY(told.waitUntil([&] { return isStored(journal); }));
    }

    void formsAnewAfterOtherRules()
    {
        KeptJournal journal;
        PaperDesk desk;
        tradeOnce(desk);
        journal.keep(desk);
        TradeKey key;
        {
            ToldJournal told(journal.path());
            QVERIFY(told.waitUntilFormed());
            key = told.trades.begin()->first;
            QVERIFY(told.edit(note(key, NoteEdit::Kind::Text, u"patient"_s)));
        }
        {
            TradeArchive archive;
            QVERIFY(archive.open(journal.path()));
            FormedTrade other { archive.trades()->front(), {} };
            other.record.gross = money("-1");
            QVERIFY(archive.store(account, { desk.books.size(), 0, TradeBuilder::version + 1 },
                                  std::vector { other }));
        }
        ToldJournal told(journal.path());
        QVERIFY(told.waitUntilFormed());
        QVERIFY(told.waitUntil([&] { return told.trades == formed(desk); }));
        QCOMPARE(told.notes.at(key).text, u"patient"_s);
        QVERIFY(told.waitUntil([&] { return isStored(journal); }));
    }

    void editsComeBack()
    {
        KeptJournal journal;
        PaperDesk desk;
        tradeOnce(desk);
        journal.keep(desk);
        ToldJournal told(journal.path());
        QVERIFY(told.waitUntilFormed());
        const TradeKey key = told.trades.begin()->first;
        QVERIFY(told.edit(note(key, NoteEdit::Kind::Setup, u"Breakout"_s)));
        QVERIFY(told.waitUntil([&] { return told.notes.contains(key); }));
        QCOMPARE(told.notes.at(key).setup, u"Breakout"_s);
        NoteEdit rating = note(key, NoteEdit::Kind::Rating, {});
        rating.number = 9;
        const Result<void> refused = told.edit(rating);
        QVERIFY(!refused);
        QVERIFY(!refused.error().detail.isEmpty());
        NoteEdit plan;
        plan.subject.trade.account = account;
        plan.subject.day = QDate(2026, 3, 10);
        plan.kind = NoteEdit::Kind::Plan;
        plan.text = u"two trades at most"_s;
        QVERIFY(told.edit(plan));
        QVERIFY(told.waitUntil([&] { return told.days.contains(plan.subject); }));
        const auto found = told.ask<std::vector<NoteSubject>>([&](QObject *context, auto answer) {
            told.keeper.search(u"break"_s, context, answer);
        });
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t(1));
        QCOMPARE(found->front().trade, key);
    }

    void loadsOrdersOfATrade()
    {
        KeptJournal journal;
        PaperDesk desk;
        tradeOnce(desk, "first");
        tradeOnce(desk, "second");
        journal.keep(desk);
        ToldJournal told(journal.path());
        QVERIFY(told.waitUntilFormed());
        QVERIFY(told.waitUntil([&] { return isStored(journal); }));
        const auto detail = told.ask<TradeDetail>([&](QObject *context, auto answer) {
            told.keeper.load(told.trades.begin()->first, context, answer);
        });
        QVERIFY(detail);
        QCOMPARE(detail->executions.size(), std::size_t(2));
        std::set<QString> orders;
        for (const OrderEvent &event : detail->orders)
            orders.insert(event.id);
        QVERIFY(orders.contains(u"first"_s) && orders.contains(u"first-exit"_s));
        QCOMPARE(orders.size(), std::size_t(3)); // and the stop that came with it
        for (const QString &order : orders)
            QVERIFY(order.startsWith(u"first"_s));
    }

    void importsAllOrNothing()
    {
        KeptJournal journal;
        ToldJournal told(journal.path());
        QVERIFY(told.waitUntil([&] { return told.isOpen; }));
        const std::vector<ImportedFill> fills { importedFill(0, "100", "60"),
                                                importedFill(5, "-100", "61") };
        const Result<ImportOutcome> trial = import(told, fills, true);
        QVERIFY(trial);
        QCOMPARE(trial->fresh, 2);
        QCOMPARE(trial->trades, 1);
        QCOMPARE(trial->net, money("98"));
        QVERIFY(loadJournal(journal.path())->trades.empty());
        QVERIFY(import(told, fills));
        QVERIFY(told.waitUntil([&] { return told.trades.size() == 1; }));
        QCOMPARE(told.trades.begin()->first.account, u"import/Broker"_s);
        const Result<ImportOutcome> again = import(told, fills);
        QVERIFY(again);
        QCOMPARE(again->fresh, 0);
        QCOMPARE(again->duplicates, 2);
        std::vector<ImportedFill> bad { importedFill(6, "10", "60"), importedFill(7, "5", "60") };
        bad[1].multiplier = 100; // of the same symbol
        const Result<ImportOutcome> refused = import(told, bad);
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains(u"KO"_s));
        QVERIFY(import(told, { importedFill(-5, "50", "59") })); // before all others
        QVERIFY(told.waitUntil([&] { return told.trades.begin()->second.isOpen(); }));
        QCOMPARE(told.trades.size(), std::size_t(1));
        QCOMPARE(told.trades.begin()->second.size, qty("150"));
    }

    void damagedAccountIsToldOthersAreFormed()
    {
        KeptJournal journal;
        PaperDesk desk;
        tradeOnce(desk);
        journal.write({ { u"simulated/Broken"_s, keptevents::bookStream, 1, tenOClock(), "{" } });
        journal.keep(desk);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be formed"_s));
        ToldJournal told(journal.path());
        QVERIFY(told.waitUntilFormed());
        QVERIFY(told.waitUntil([&] { return told.trades.size() == 1; }));
        QVERIFY2(told.trouble.contains(u"simulated/Broken"_s), qPrintable(told.trouble));
        QCOMPARE(loadJournal(journal.path())->troubles.size(), 1);
    }

    void refusesWhileNothingIsOpen()
    {
        QTemporaryDir folder;
        ToldJournal told(folder.filePath(u"none.db"_s));
        QVERIFY(told.waitUntil([&] { return !told.trouble.isEmpty(); }));
        const Result<void> refused
            = told.edit(note({ account, 1 }, NoteEdit::Kind::Text, u"lost"_s));
        QVERIFY(!refused);
        QVERIFY(!refused.error().detail.isEmpty());
    }

    void nobodyIsAnsweredWhoIsGone()
    {
        KeptJournal journal;
        ToldJournal told(journal.path());
        bool isAnswered = false;
        {
            QObject asker;
            told.keeper.search(u"x"_s, &asker, [&](const auto &) { isAnswered = true; });
        }
        QVERIFY(told.waitUntil([&] { return told.isOpen; }));
        QVERIFY(told.edit(note({ account, 1 }, NoteEdit::Kind::Text, u"after it"_s)));
        QVERIFY(!isAnswered);
    }

    void followsAWriterAtWork()
    {
        KeptJournal journal;
        RandomDesk desk(23, {}, RandomDesk::Market::Jumping);
        run(desk, 20);
        journal.keep(desk);
        ToldJournal told(journal.path());
        for (int i = 0; i < 60; ++i) {
            run(desk, 10);
            journal.keep(desk);
            told.keeper.refresh();
            told.take();
        }
        const std::map<TradeKey, TradeRecord> whole = formed(desk);
        QVERIFY(told.waitUntil([&] { return told.trades == whole; }));
        QVERIFY(told.waitUntil([&] { return isStored(journal); }));
        QVERIFY(formedOf(*loadJournal(journal.path())) == whole);
    }

private:
    static void keepBooks(KeptJournal &journal, const WrittenBooks &books, std::size_t from)
    {
        std::vector<JournalLine> lines;
        for (std::size_t i = from; i < books.events.size(); ++i)
            lines.push_back({ account, keptevents::bookStream, books.events[i].sequence,
                              books.events[i].at,
                              QByteArray::fromStdString(ledgerEventText(books.events[i])) });
        journal.write(std::move(lines));
    }

    static bool isStored(const KeptJournal &journal)
    {
        JournalDatabase database;
        TradeArchive archive;
        if (!database.open(journal.path(), JournalDatabase::Access::ReadOnly)
            || !archive.open(journal.path(), TradeArchive::Access::ReadOnly))
            return false;
        return isBuilt(database, archive, account).value_or(false);
    }

    static std::map<TradeKey, TradeRecord> formedOf(const LoadedJournal &loaded)
    {
        std::map<TradeKey, TradeRecord> trades;
        for (const TradeRecord &trade : loaded.trades)
            trades[trade.key] = trade;
        return trades;
    }
};

QTEST_GUILESS_MAIN(TestJournalKeeper)
#include "tst_journalkeeper.moc"
