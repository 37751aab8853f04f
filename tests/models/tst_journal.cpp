#include "fakejournalport.h"
#include "splitmix64.h"

#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp noon = fromMs(1'772'640'000'000);

TradeRecord record(quint64 number, Timestamp openedAt, const QString &account = u"live/A"_s)
{
    TradeRecord trade;
    trade.key = { account, number };
    trade.symbol = u"IBM"_s;
    trade.openedAt = openedAt;
    return trade;
}

JournalUpdate changed(std::vector<TradeRecord> records)
{
    JournalUpdate update;
    update.changed = std::move(records);
    return update;
}

} // namespace

/// The journal as views see it.
class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    /// Whatever comes in whatever order: the same as all of it at once.
    void keepsTradesInOrder()
    {
        for (quint64 seed = 1; seed <= 20; ++seed) {
            SplitMix64 random(seed);
            FakeJournalPort port;
            Journal journal(port);
            std::map<TradeKey, TradeRecord> truth;
            for (int step = 0; step < 40; ++step) {
                JournalUpdate update;
                if (random.below(4) == 0 && !truth.empty()) {
                    auto victim = truth.begin();
                    std::advance(victim, qint64(random.below(truth.size())));
                    update.gone.push_back(victim->first);
                    truth.erase(victim);
                }
                for (quint64 count = random.below(6); count > 0; --count) {
                    TradeRecord trade
                        = record(1 + random.below(60), noon + 1s * qint64(random.below(50)),
                                 random.below(2) ? u"live/A"_s : u"live/B"_s);
                    trade.gross = Money::whole(qint64(random.below(1'000)));
                    truth[trade.key] = trade;
                    std::erase_if(update.changed,
                                  [&](const TradeRecord &other) { return other.key == trade.key; });
                    update.changed.push_back(trade);
                }
                journal.apply(update);
                std::vector<TradeRecord> expected;
                for (const auto &[key, trade] : truth)
                    expected.push_back(trade);
                std::sort(expected.begin(), expected.end(),
                          [](const TradeRecord &a, const TradeRecord &b) {
                              return a.openedAt != b.openedAt ? a.openedAt < b.openedAt
                                                              : a.key < b.key;
                          });
                QVERIFY2(journal.trades() == expected, qPrintable(u"seed %1"_s.arg(seed)));
                for (const auto &[key, trade] : truth)
                    QVERIFY(journal.trade(key) && *journal.trade(key) == trade);
            }
            QVERIFY(!journal.trade({ u"live/C"_s, 1 }));
        }
    }

    void anotherJournalTakesThePlace()
    {
        FakeJournalPort port;
        Journal journal(port);
        journal.apply(changed({ record(1, noon) }));
        QSignalSpy reset(&journal, &Journal::reset);
        JournalUpdate update;
        update.trades = std::make_shared<const std::vector<TradeRecord>>(
            std::vector { record(3, noon + 1h), record(2, noon, u"import/X"_s) });
        TradeNotes notes;
        notes.tags = { u"late"_s };
        update.notes = std::make_shared<const std::map<TradeKey, TradeNotes>>(
            std::map<TradeKey, TradeNotes> { { { u"live/A"_s, 3 }, notes } });
        journal.apply(update);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(journal.trades().front().key.number, 2U);
        QCOMPARE(journal.trades().back().key.number, 3U);
        QVERIFY(!journal.trade({ u"live/A"_s, 1 }));
        QCOMPARE(journal.accounts(), (QStringList { u"import/X"_s, u"live/A"_s }));
        QCOMPARE(journal.tags(), QStringList { u"late"_s });
    }

    void wordsAreListedOnce()
    {
        FakeJournalPort port;
        Journal journal(port);
        for (const auto &[number, tag] :
             { std::pair { 1, u"Gap"_s }, { 2, u"gap"_s }, { 3, u"breakout"_s } }) {
            NoteEdit edit;
            edit.subject.trade = { u"live/A"_s, quint64(number) };
            edit.kind = NoteEdit::Kind::Tags;
            edit.words = { tag };
            journal.edit(edit);
        }
        port.deliver(journal);
        QCOMPARE(journal.tags().size(), 2);
        QCOMPARE(journal.tags().front(), u"breakout"_s);
        QCOMPARE(journal.tags().back().toCaseFolded(), u"gap"_s);
    }

    /// The user's own risk counts before the one from the stop, and can be taken back.
    void riskIsTheUsersFirst()
    {
        FakeJournalPort port;
        Journal journal(port);
        TradeRecord trade = record(1, noon);
        trade.gross = Money::whole(100);
        trade.risk = Money::whole(50);
        journal.apply(changed({ trade }));
        QCOMPARE(journal.multipleOfRisk(trade), std::optional(2.0));
        NoteEdit edit;
        edit.subject.trade = trade.key;
        edit.kind = NoteEdit::Kind::Risk;
        edit.money = Money::whole(200);
        journal.edit(edit);
        port.deliver(journal);
        QCOMPARE(journal.multipleOfRisk(trade), std::optional(0.5));
        edit.money = {};
        journal.edit(edit);
        port.deliver(journal);
        QCOMPARE(journal.multipleOfRisk(trade), std::optional(2.0));
        trade.risk = {};
        QVERIFY(!journal.multipleOfRisk(trade));
    }

    /// What the disk refuses is not lost: it is written when the disk takes it again.
    void refusedEditsAreWrittenLater()
    {
        FakeJournalPort port;
        Journal journal(port);
        port.refusal = Error { Error::Code::Storage, u"the disk is full"_s };
        NoteEdit edit;
        edit.subject.trade = { u"live/A"_s, 1 };
        edit.kind = NoteEdit::Kind::Tags;
        edit.words = { u"early"_s };
        journal.edit(edit);
        edit.words = { u"late"_s };
        journal.edit(edit);
        edit.kind = NoteEdit::Kind::Rating;
        edit.number = 3;
        journal.edit(edit);
        QVERIFY(port.edits.empty());
        port.refusal.reset();
        QTRY_COMPARE(port.edits.size(), std::size_t(2));
        port.deliver(journal);
        QCOMPARE(journal.notes(edit.subject.trade).tags, QStringList { u"late"_s });
        QCOMPARE(journal.notes(edit.subject.trade).rating, 3);
    }

    void refusalsAreTold()
    {
        FakeJournalPort port;
        Journal journal(port);
        QSignalSpy refused(&journal, &Journal::refused);
        port.refusal = Error { Error::Code::Storage, u"the disk is full"_s };
        journal.edit({});
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.front().front().toString(), u"the disk is full"_s);
    }

    void troubleComesAndGoes()
    {
        FakeJournalPort port;
        Journal journal(port);
        QSignalSpy troubled(&journal, &Journal::troubleChanged);
        JournalUpdate update;
        update.trouble = u"the disk is full"_s;
        journal.apply(update);
        journal.apply(update);
        QCOMPARE(troubled.size(), 1);
        update.trouble = QString();
        journal.apply(update);
        QCOMPARE(troubled.size(), 2);
        QVERIFY(journal.trouble().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
