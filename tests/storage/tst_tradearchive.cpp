#include "fulldisk.h"
#include "journalsamples.h"
#include "oldjournal.h"
#include "tradearchive.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <sys/syscall.h>
#include <unistd.h>

namespace {
int syncFailure = 0; ///< errno of a disk that fails when all has to be on it; 0: it does not
}

/// In the place of the system's.
extern "C" int fsync(int file)
{
    if (syncFailure == 0)
        return int(syscall(SYS_fsync, file));
    errno = syncFailure;
    return -1;
}
#endif

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString paper = u"simulated/Paper"_s;
const TradeKey first { paper, 4 };
const TradeKey second { paper, 9 };
const Timestamp now = fromNs(1'795'012'890'125'000'000); // 2026-11-18 14:41:30.125 UTC

TradeRecord trade(const TradeKey &key, const QString &symbol = u"AAPL"_s)
{
    TradeRecord record;
    record.key = key;
    record.symbol = symbol;
    record.symbols = QStringList { symbol };
    record.size = Qty::whole(100);
    record.openedAt = now;
    return record;
}

NoteEdit edit(NoteEdit::Kind kind, const QString &text = {}, const TradeKey &key = first)
{
    return { .subject = { key }, .kind = kind, .text = text };
}

NoteEdit words(NoteEdit::Kind kind, const QStringList &all, const TradeKey &key = first)
{
    return { .subject = { key }, .kind = kind, .words = all };
}

NoteSubject day(const QString &account = paper)
{
    return { { account, 0 }, QDate(2026, 11, 18) };
}

bool writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Everything a record can have.
FormedTrade fullTrade()
{
    FormedTrade formed { journalSamples(1).trades.front(), {} };
    TradeRecord &record = formed.record;
    record.key = first;
    record.closedAt = record.openedAt + 90s;
    record.symbols = { u"SPY"_s, u"O:SPY261218P00640000"_s };
    record.structure = u"iron_condor"_s;
    record.strategy = u"breakout"_s;
    record.stop = Price::fromUnits(1);
    record.risk = Money::fromUnits(7);
    record.worst = Money::fromUnits(-9'223'372'036'854'775'807);
    record.best = Money::fromUnits(9'223'372'036'854'775'807);
    record.isExcursionRough = true;
    record.exitPrice = Price::fromUnits(-3);
    record.archive = 2;
    record.exit = record.entry;
    record.exit->bid.reset();
    record.exit->cvd.reset();
    record.exit->atr = 0.1 + 0.2; // not a round number
    for (int i = 0; i < 12; ++i)
        formed.executions.push_back({ .sequence = quint64(4 + i),
                                      .kind = TradeExecution::Kind(i % 6),
                                      .at = now + i * 1ns,
                                      .symbol = u"SPY"_s,
                                      .side = Side(i % 2),
                                      .qty = Qty::fromUnits(i + 1),
                                      .price = Price::fromUnits(i - 5),
                                      .fee = Money::fromUnits(-i),
                                      .realized = Money::fromUnits(i),
                                      .order = i % 2 ? u"o-1"_s : QString(),
                                      .orderEvent = quint64(i) });
    formed.executions.front().slippage = Price::fromUnits(-1);
    record.executions = 12;
    return formed;
}

} // namespace

class TestTradeArchive : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_archive.reset();
        m_journal.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        m_journal = std::make_unique<JournalDatabase>();
        QVERIFY(m_journal->open(path()));
        reopen();
    }

    void aTradeComesBackAsItWas()
    {
        const FormedTrade formed = fullTrade();
        store({ formed });
        reopen();
        QCOMPARE(*m_archive->trades(), std::vector { formed.record });
        QCOMPARE(*m_archive->executions(first), formed.executions);
    }

    void sampleTradesComeBackByTheirKeys()
    {
        JournalSamples samples = journalSamples(300);
        std::vector<FormedTrade> formed;
        for (const TradeRecord &record : samples.trades)
            formed.push_back({ record, {} });
        store(formed);
        std::ranges::sort(samples.trades,
                          [](const TradeRecord &a, const TradeRecord &b) { return a.key < b.key; });
        QCOMPARE(*m_archive->trades(), samples.trades);
    }

    /// SQLite compares names by UTF-8, keys by UTF-16.
    void keysAreInTheOrderOfQt()
    {
        const QString emoji = u"import/\U0001F600"_s;
        const QString fullWidth = u"import/Ａ"_s;
        store({ { trade({ fullWidth, 1 }), {} }, { trade({ emoji, 1 }), {} } });
        const std::vector<TradeRecord> trades = *m_archive->trades();
        QVERIFY(trades[0].key < trades[1].key);
    }

    void aTradeThatIsDifferentNowTakesThePlaceOfTheOldOne()
    {
        FormedTrade formed = fullTrade();
        store({ formed });
        formed.record.gross = Money::whole(5);
        formed.executions.resize(3);
        store({ formed }, { .books = 8, .version = 1 });
        QCOMPARE(*m_archive->trades(), std::vector { formed.record });
        QCOMPARE(*m_archive->executions(first), formed.executions);
        QCOMPARE(askSql(path(), u"SELECT count(*) FROM execution"_s), QStringList { u"3"_s });
    }

    void howFarItIsBuiltIsKeptWithTheTrades()
    {
        QCOMPARE(*m_archive->builtUpTo(paper), BuiltUpTo {});
        const BuiltUpTo upTo { .books = 7, .context = 3, .version = 2 };
        store({ { trade(first), {} } }, upTo);
        reopen();
        QCOMPARE(*m_archive->builtUpTo(paper), upTo);
        QCOMPARE(*m_archive->builtUpTo(u"live/Paper"_s), BuiltUpTo {});
    }

    void tradesThatArePartOfOthersAreGone()
    {
        store({ fullTrade(), { trade(second, u"MSFT"_s), {} } });
        QVERIFY(m_archive->store(paper, { .books = 9, .version = 1 }, {}, std::vector { first }));
        QCOMPARE(*m_archive->trades(), std::vector { trade(second, u"MSFT"_s) });
        QVERIFY(m_archive->executions(first)->empty());
        QVERIFY(m_archive->search(u"condor"_s)->empty());
    }

    void forgettingLeavesWhatTheUserWrote()
    {
        store({ fullTrade(), { trade(second), {} } });
        add(edit(NoteEdit::Kind::Text, u"too early"_s));
        QVERIFY(
            m_archive->store(u"live/Paper"_s, { .books = 1, .version = 1 },
                             std::vector<FormedTrade> { { trade({ u"live/Paper"_s, 1 }), {} } }));
        QVERIFY(m_archive->forget(paper));
        QCOMPARE(m_archive->trades()->size(), std::size_t(1));
        QCOMPARE(*m_archive->builtUpTo(paper), BuiltUpTo {});
        QCOMPARE(m_archive->notes(first)->text, u"too early"_s);
        QCOMPARE(*m_archive->search(u"early"_s), std::vector { NoteSubject { first } });
        QVERIFY(m_archive->search(u"condor"_s)->empty());
        QCOMPARE(askSql(path(), u"SELECT count(*) FROM execution"_s), QStringList { u"0"_s });
        store({ fullTrade() });
        QCOMPARE(*m_archive->search(u"condor early"_s), std::vector { NoteSubject { first } });
    }

    // --- notes

    void theNewestOfAKindCounts()
    {
        add(edit(NoteEdit::Kind::Text, u"first thought"_s));
        add(edit(NoteEdit::Kind::Setup, u"  Opening   range "_s));
        add(words(NoteEdit::Kind::Tags, { u"news"_s, u" A+ "_s, u""_s, u"news"_s }));
        add(words(NoteEdit::Kind::Mistakes, { u"Chased"_s }));
        add({ .subject = { first }, .kind = NoteEdit::Kind::Rating, .number = 4 });
        add({ .subject = { first }, .kind = NoteEdit::Kind::Risk, .money = Money::fromUnits(12) });
        add(edit(NoteEdit::Kind::Text, u"**second** \"thought\"\n\u00e4\u4f8b"_s));
        TradeNotes notes;
        notes.text = u"**second** \"thought\"\n\u00e4\u4f8b"_s;
        notes.setup = u"Opening range"_s;
        notes.tags = QStringList { u"news"_s, u"A+"_s };
        notes.mistakes = QStringList { u"Chased"_s };
        notes.rating = 4;
        notes.risk = Money::fromUnits(12);
        reopen();
        QCOMPARE(*m_archive->notes(first), notes);
        QCOMPARE(*m_archive->notes(), (std::map<TradeKey, TradeNotes> { { first, notes } }));
        add({ .subject = { first }, .kind = NoteEdit::Kind::Risk });
        QVERIFY(!m_archive->notes(first)->risk);
        QCOMPARE(*m_archive->notes(second), TradeNotes());
    }

    void allThatWasWrittenIsKept()
    {
        const qint64 one = add(edit(NoteEdit::Kind::Text, u"one"_s));
        const qint64 two = add(edit(NoteEdit::Kind::Text, u"two"_s), now + 1s);
        add(edit(NoteEdit::Kind::Text, u"of another"_s, second));
        const std::vector<NoteRevision> revisions = *m_archive->revisions({ first });
        QCOMPARE(revisions.size(), std::size_t(2));
        QCOMPARE(revisions[0].number, one);
        QCOMPARE(revisions[0].at, now);
        QCOMPARE(revisions[0].edit, edit(NoteEdit::Kind::Text, u"one"_s));
        QCOMPARE(revisions[1].number, two);
        QCOMPARE(revisions[1].at, now + 1s);
    }

    void whatStandsIsNotWrittenAgain()
    {
        const qint64 one = add(edit(NoteEdit::Kind::Text, u"one"_s));
        QCOMPARE(add(edit(NoteEdit::Kind::Text, u"one"_s)), one);
        QCOMPARE(add(edit(NoteEdit::Kind::Setup)), qint64(0));
        QCOMPARE(m_archive->revisions({ first })->size(), std::size_t(1));
        add(edit(NoteEdit::Kind::Text)); // it is taken back
        QCOMPARE(m_archive->notes(first)->text, QString());
        QCOMPARE(m_archive->revisions({ first })->size(), std::size_t(2));
    }

    void daysHaveTheirNotes()
    {
        add({ .subject = day(), .kind = NoteEdit::Kind::Plan, .text = u"two losses and out"_s });
        add({ .subject = day(), .kind = NoteEdit::Kind::Review, .text = u"kept to it"_s });
        NoteEdit list { .subject = day(), .kind = NoteEdit::Kind::Checklist };
        list.items = { { u"slept"_s, false }, { u"  "_s, true }, { u"levels"_s, true } };
        add(list);
        add({ .subject = day({}), .kind = NoteEdit::Kind::Plan, .text = u"of all accounts"_s });
        DayNotes notes { u"two losses and out"_s,
                         u"kept to it"_s,
                         { { u"slept"_s, false }, { u"levels"_s, true } } };
        QCOMPARE(*m_archive->day(day()), notes);
        const std::map<NoteSubject, DayNotes> days = *m_archive->days();
        QCOMPARE(days.size(), std::size_t(2));
        QCOMPARE(days.at(day()), notes);
        QCOMPARE(days.at(day({})).plan, u"of all accounts"_s);
        QVERIFY(m_archive->notes()->empty());
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<NoteEdit>("asked");
        using enum NoteEdit::Kind;
        const NoteSubject own { first };
        QTest::newRow("a rating above five")
            << NoteEdit { .subject = own, .kind = Rating, .number = 6 };
        QTest::newRow("a rating below none")
            << NoteEdit { .subject = own, .kind = Rating, .number = -1 };
        QTest::newRow("a risk of nothing")
            << NoteEdit { .subject = own, .kind = Risk, .money = Money() };
        QTest::newRow("a plan of a trade") << edit(Plan, u"plan"_s);
        QTest::newRow("tags of a day") << NoteEdit { .subject = day(), .kind = Tags };
        QTest::newRow("no trade") << edit(Text, u"text"_s, { paper, 0 });
        QTest::newRow("no account") << edit(Text, u"text"_s, { QString(), 4 });
        QTest::newRow("a text without end") << edit(Text, QString(100'001, u'x'));
        QTest::newRow("a tag without end") << words(Tags, { QString(201, u'x') });
        QStringList many;
        for (int i = 0; i < 101; ++i)
            many += QString::number(i);
        QTest::newRow("too many tags") << words(Tags, many);
        NoteEdit above = edit(Attach, u"..\\.."_s);
        above.bytes = "x";
        QTest::newRow("a file without a name") << above;
        QTest::newRow("an empty file") << edit(Attach, u"a.png"_s);
        NoteEdit file = edit(Attach, u"a.png"_s);
        file.bytes = QByteArray(10 * 1'024 * 1'024 + 1, 'x');
        QTest::newRow("more than 10 MB") << file;
        file.bytes = "x";
        file.text = u"folder/"_s;
        QTest::newRow("a file without a name") << file;
        QTest::newRow("an attachment that is not there")
            << NoteEdit { .subject = own, .kind = Detach, .number = 77 };
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(const NoteEdit, asked);
        const Result<qint64> added = m_archive->add(asked, now);
        QVERIFY(!added);
        QCOMPARE(added.error().code, Error::Code::InvalidArgument);
        QVERIFY(!added.error().detail.isEmpty());
        QVERIFY(m_archive->revisions(asked.subject)->empty());
        add(edit(NoteEdit::Kind::Text, u"goes on"_s)); // it is not in the way of others
    }

    void attachmentsAreKeptEvenWhenTheyAreTakenAway()
    {
        NoteEdit file = edit(NoteEdit::Kind::Attach, u"/home/me/chart.png"_s);
        file.bytes = QByteArray(10 * 1'024 * 1'024, '\xfe');
        const qint64 number = add(file);
        NoteEdit other = file;
        other.text = u"C:\\..\\Start\\b.txt"_s; // it may be taken to another system
        other.bytes = QByteArray("\0b", 2);
        const qint64 left = add(other);
        QCOMPARE(m_archive->notes(first)->attachments, 2);
        QCOMPARE(m_archive->attachments(first)->front(),
                 (TradeAttachment { number, u"chart.png"_s, 10 * 1'024 * 1'024, now }));
        const NoteEdit away { .subject = { first },
                              .kind = NoteEdit::Kind::Detach,
                              .number = number };
        NoteEdit ofOther = away;
        ofOther.subject.trade = second;
        QVERIFY(!m_archive->add(ofOther, now)); // it is not theirs
        add(away);
        QCOMPARE(*m_archive->attachments(first),
                 std::vector { (TradeAttachment { left, u"b.txt"_s, 2, now }) });
        QCOMPARE(m_archive->notes(first)->attachments, 1);
        QVERIFY(!m_archive->add(away, now)); // once
        QCOMPARE(*m_archive->attachment(number), file.bytes);
        QCOMPARE(*m_archive->attachment(left), other.bytes);
        QCOMPARE(m_archive->attachment(99).error().code, Error::Code::NotFound);
        QCOMPARE(m_archive->revisions({ first })->size(), std::size_t(3));
        QVERIFY(m_archive->revisions({ first })->front().edit.bytes.isEmpty());
    }

    void theFirstPictureStays()
    {
        const QByteArray png = QByteArray("\x89PNG one");
        QCOMPARE(*m_archive->picture(first, false), QByteArray());
        QVERIFY(m_archive->keepPicture(first, false, png));
        QVERIFY(m_archive->keepPicture(first, false, "\x89PNG two"));
        QVERIFY(m_archive->keepPicture(first, true, "\x89PNG exit"));
        QCOMPARE(*m_archive->picture(first, false), png);
        QVERIFY(!m_archive->keepPicture(second, true, "GIF"));
        store({ fullTrade() });
        add(edit(NoteEdit::Kind::Text, u"one"_s));
        const TradeDetail detail = *m_archive->detail(first);
        QCOMPARE(detail.executions.size(), std::size_t(12));
        QCOMPARE(detail.revisions.size(), std::size_t(1));
        QCOMPARE(detail.entryPicture, png);
        QCOMPARE(detail.exitPicture, QByteArray("\x89PNG exit"));
    }

    // --- search

    void allWordsAreWanted_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("found"); // f: the first trade, s: the second, d: the day
        const auto row = [](const char *asked, const char *found) {
            QTest::newRow(asked) << QString::fromUtf8(asked) << QString::fromLatin1(found);
        };
        row("AAPL", "f");
        row("aapl", "f");
        row("MS", "s"); // the last word is a beginning
        row("AAPL early", "f");
        row("early AAPL", "f");
        row("early MSFT", "");
        row("ear MSFT", ""); // only the last one is
        row("condor", "s");
        row("iron_condor", "s");
        row("O:SPY261218P00640000", "s");
        row("chased", "f");
        row("retest", "fd");
        row("cafe", "d"); // of café
        row("breakf", "d"); // of the checklist
        row("notthere", "");
        row("", "");
        row("   ", "");
        row("---", "");
        row("AAPL ---", "f");
        // None of it is FTS5's language
        row("\"", "");
        row("\"AAPL", "f");
        row("AAPL\"\"early", "");
        row("AAPL OR MSFT", "");
        row("NOT AAPL", "");
        row("NEAR(AAPL)", "");
        row("notes:early", "");
        row("record : AAPL", "");
        row("AAPL*", "f");
        row("^AAPL", "f");
        row("{AAPL}", "f");
        row("-AAPL", "f");
        row("AAPL;DROP TABLE note", "");
        row("'", "");
        row("\xe4\xbe\x8b", "s"); // 例
    }
    void allWordsAreWanted()
    {
        FormedTrade condor { trade(second, u"MSFT"_s), {} };
        condor.record.symbols += u"O:SPY261218P00640000"_s;
        condor.record.structure = u"iron_condor"_s;
        store({ { trade(first), {} }, condor });
        add(edit(NoteEdit::Kind::Text, u"too late"_s));
        add(edit(NoteEdit::Kind::Text, u"out too **early**, after the retest"_s));
        add(words(NoteEdit::Kind::Mistakes, { u"Chased"_s }));
        add(edit(NoteEdit::Kind::Text, u"例を見る"_s, second));
        add({ .subject = day(), .kind = NoteEdit::Kind::Plan, .text = u"café, then retests"_s });
        NoteEdit list { .subject = day(), .kind = NoteEdit::Kind::Checklist };
        list.items = { { u"breakfast"_s, false } };
        add(list);
        QFETCH(const QString, asked);
        QFETCH(const QString, found);
        std::vector<NoteSubject> expected;
        for (const QChar one : found)
            expected.push_back(one == u'f'       ? NoteSubject { first }
                                   : one == u's' ? NoteSubject { second }
                                                 : day());
        std::ranges::sort(expected,
                          [](const NoteSubject &a, const NoteSubject &b) { return a < b; });
        const Result<std::vector<NoteSubject>> answer = m_archive->search(asked);
        QVERIFY(answer);
        QCOMPARE(*answer, expected);
    }

    /// It is as what is typed stands, whatever is typed.
    void noSearchBreaksTheLanguage()
    {
        store({ fullTrade() });
        SplitMix64 random(3);
        const QString signs = u"\"*()^:+-{}'\\ ,;AORND.NEAR/\u00e4\u4f8b\t"_s;
        for (int i = 0; i < 3'000; ++i) {
            QString asked;
            for (quint64 left = random.below(12); left > 0; --left)
                asked += random.below(40) ? signs[qsizetype(random.below(quint64(signs.size())))]
                                          : QChar(ushort(random.below(0x10000)));
            const Result<std::vector<NoteSubject>> answer = m_archive->search(asked);
            QVERIFY2(answer, qPrintable(asked));
        }
    }

    void whatIsNotSaidAnyMoreIsNotFound()
    {
        add(edit(NoteEdit::Kind::Text, u"chased it"_s));
        QCOMPARE(m_archive->search(u"chased"_s)->size(), std::size_t(1));
        add(edit(NoteEdit::Kind::Text, u"waited"_s));
        QVERIFY(m_archive->search(u"chased"_s)->empty());
        add(edit(NoteEdit::Kind::Text));
        QVERIFY(m_archive->search(u"waited"_s)->empty());
    }

    // --- the file

    void itIsReadBesideItsWriter()
    {
        TradeArchive reader;
        QVERIFY(reader.open(path(), TradeArchive::Access::ReadOnly));
        store({ fullTrade() });
        add(edit(NoteEdit::Kind::Text, u"seen"_s));
        QCOMPARE(reader.trades()->size(), std::size_t(1));
        QCOMPARE(reader.notes(first)->text, u"seen"_s);
        QVERIFY(!reader.add(edit(NoteEdit::Kind::Text, u"not"_s), now));
        QVERIFY(!reader.store(paper, {}, {}));
        QVERIFY(!reader.forget(paper));
        QCOMPARE(reader.trades()->size(), std::size_t(1));
    }

    /// Events and trades have a writer each.
    void eventsAreWrittenInBetween()
    {
        for (quint64 i = 1; i <= 30; ++i) {
            QVERIFY(m_journal->append(
                std::vector { JournalLine { paper, u"orders"_s, i, now, "event" } }));
            store({ { trade({ paper, i }), {} } }, { .books = i, .version = 1 });
            add(edit(NoteEdit::Kind::Text, QString::number(i), { paper, i }));
        }
        QCOMPARE(m_journal->lines(paper, u"orders"_s)->size(), std::size_t(30));
        QCOMPARE(m_archive->trades()->size(), std::size_t(30));
    }

    void importedFillsAreKeptTogetherOrNotAtAll()
    {
        const auto line = [](quint64 number) {
            return JournalLine { u"import/IB"_s, u"imported"_s, number, now, "{}" };
        };
        QVERIFY(m_archive->append(std::vector { line(1), line(2) }));
        QVERIFY(!m_archive->append(std::vector { line(3), line(2) }));
        QCOMPARE(m_journal->lines(u"import/IB"_s, u"imported"_s)->size(), std::size_t(2));
        QCOMPARE(*m_journal->newestSequence(u"import/IB"_s, u"imported"_s), quint64(2));
        QVERIFY(m_archive->append(std::vector { line(3) }));
    }

    /// Nothing in the record can be changed, by whoever opens the file.
    void theRecordRefusesToBeChanged_data()
    {
        QTest::addColumn<QString>("statement");
        for (const char *statement :
             { "UPDATE line SET body = 'other'", "DELETE FROM line",
               "REPLACE INTO line VALUES (1, 'simulated/Paper', 'orders', 1, 0, 'other')",
               "REPLACE INTO line (account, stream, sequence, at, body) VALUES ('simulated/Paper', "
               "'orders', 1, 0, 'other')",
               "UPDATE note SET value = 'other'", "DELETE FROM note",
               "REPLACE INTO note SELECT position, account, number, day, kind, at, 'other' FROM "
               "note",
               "UPDATE attachment SET bytes = 'other'", "DELETE FROM attachment",
               "REPLACE INTO attachment SELECT note, 'other' FROM attachment",
               "UPDATE picture SET png = 'other'", "DELETE FROM picture",
               "REPLACE INTO picture SELECT account, number, exit, 'other' FROM picture" })
            QTest::newRow(statement) << QString::fromLatin1(statement);
    }
    void theRecordRefusesToBeChanged()
    {
        QVERIFY(
            m_journal->append(std::vector { JournalLine { paper, u"orders"_s, 1, now, "body" } }));
        NoteEdit file = edit(NoteEdit::Kind::Attach, u"a.txt"_s);
        file.bytes = "bytes";
        add(file);
        QVERIFY(m_archive->keepPicture(first, true, "\x89PNG"));
        QFETCH(const QString, statement);
        QCOMPARE(runSql(path(), { statement }), statement); // refused
        QCOMPARE(m_journal->lines(paper, u"orders"_s)->front().body, QByteArray("body"));
        QCOMPARE(m_archive->attachments(first)->size(), std::size_t(1));
        QCOMPARE(*m_archive->picture(first, true), QByteArray("\x89PNG"));
    }

    void viewsSpeakToPeople()
    {
        FormedTrade formed = fullTrade();
        TradeRecord &record = formed.record;
        record.key = first;
        record.symbol = u"AAPL"_s;
        record.direction = TradeDirection::Short;
        record.openedAt = now;
        record.closedAt = now + 90s;
        record.entryPrice = *Price::parse(u"12.345");
        record.gross = *Money::parse(u"100.5");
        record.fees = *Money::parse(u"0.5");
        record.risk = Money::whole(50);
        record.worst = Money::whole(-20);
        record.size = *Qty::parse(u"0.25");
        formed.executions.resize(1);
        store({ formed });
        add(words(NoteEdit::Kind::Tags, { u"news"_s }));
        const auto asked = [this](const char *column, const char *view = "trades") {
            return askSql(path(),
                          u"SELECT %1 FROM %2"_s.arg(QString::fromLatin1(column),
                                                     QString::fromLatin1(view)))
                .value(0);
        };
        QCOMPARE(asked("direction"), u"short"_s);
        QCOMPARE(asked("asset_class"), u"stocks"_s);
        QCOMPARE(asked("size"), u"0.25"_s);
        QCOMPARE(asked("opened_at"), u"2026-11-18T14:41:30.125Z"_s);
        QCOMPARE(asked("held_seconds"), u"90"_s);
        QCOMPARE(asked("entry_price"), u"12.345"_s);
        QCOMPARE(asked("net"), u"100"_s);
        QCOMPARE(asked("r_multiple"), u"2"_s);
        QCOMPARE(asked("mae"), u"20"_s);
        QCOMPARE(asked("tags"), u"[\"news\"]"_s);
        QCOMPARE(asked("entry_recency"), u"real-time"_s);
        add({ .subject = { first }, .kind = NoteEdit::Kind::Risk, .money = Money::whole(25) });
        QCOMPARE(asked("r_multiple"), u"4"_s);
        add({ .subject = { first }, .kind = NoteEdit::Kind::Risk });
        QCOMPARE(asked("planned_risk"), u"50"_s);
        QCOMPARE(asked("side", "executions"), u"buy"_s);
        QCOMPARE(asked("count(*)", "fills"), u"1"_s);
        QCOMPARE(asked("written_at", "notes"), u"2026-11-18T14:41:30.125Z"_s);
        QCOMPARE(asked("count(*)", "notes"), u"3"_s);
        QCOMPARE(asked("count(*)", "notes_now"), u"2"_s);
        const QByteArray order
            = R"({"seq":1,"at":1,"id":"o-1","action":"submit","state":"submitted"})";
        const QByteArray equity = R"({"at":1,"equity":"100000.5","deposits":"100000"})";
        QVERIFY(
            m_journal->append(std::vector { JournalLine { paper, u"orders"_s, 1, now, order },
                                            JournalLine { paper, u"equity"_s, 1, now, equity } }));
        QCOMPARE(asked("action", "orders"), u"submit"_s);
        QCOMPARE(asked("equity", "equity"), u"100000.5"_s);
    }

    void aBackupIsAWholeJournal()
    {
        store({ fullTrade() });
        add(edit(NoteEdit::Kind::Text, u"kept"_s));
        const QString copy = m_dir->filePath(u"copy.db"_s);
        QVERIFY(m_archive->backUp(copy));
        add(edit(NoteEdit::Kind::Text, u"later"_s));
        {
            TradeArchive backup;
            QVERIFY(backup.open(copy, TradeArchive::Access::ReadOnly));
            QCOMPARE(backup.trades()->size(), std::size_t(1));
            QCOMPARE(backup.notes(first)->text, u"kept"_s);
            QCOMPARE(backup.search(u"condor kept"_s)->size(), std::size_t(1));
        }
        QVERIFY(m_archive->backUp(copy)); // the older one is replaced
        TradeArchive backup;
        QVERIFY(backup.open(copy, TradeArchive::Access::ReadOnly));
        QCOMPARE(backup.notes(first)->text, u"later"_s);
        QVERIFY(!m_archive->backUp(m_dir->filePath(u"nowhere/copy.db"_s)));
        QVERIFY(!QFile::exists(copy + u".part"_s));
    }

    /// The desk writes to these: a copy in their place would be its end.
    void aBackupTakesNoPlaceOfTheDesks_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name :
             { "journal.db", "JOURNAL.DB", "journal.db-wal", "journal.db-shm", "journal.db-journal",
               "journal.db.lock", "journal.db.restore", "desk.db", "desk.db-wal", "cache.db",
               "../folder/journal.db", "linked/journal.db" })
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aBackupTakesNoPlaceOfTheDesks()
    {
        QFETCH(const QString, name);
        QFile::link(m_dir->path(), m_dir->filePath(u"linked"_s));
        add(edit(NoteEdit::Kind::Text, u"kept"_s));
        QString file = m_dir->filePath(name);
        file.replace(u"../folder"_s, u"../"_s + QDir(m_dir->path()).dirName());
        const Result<void> made = m_archive->backUp(file);
        QVERIFY(!made);
        QVERIFY2(made.error().detail.contains(u"another name"_s), qPrintable(made.error().detail));
        QVERIFY(!QFile::exists(file + u".part"_s));
        QVERIFY(m_journal->append(std::vector { JournalLine { paper, u"books"_s, 1, now, "x" } }));
        reopen();
        QCOMPARE(m_archive->notes(first)->text, u"kept"_s);
    }

    void aBackupMayStandBesideTheJournal()
    {
        add(edit(NoteEdit::Kind::Text, u"kept"_s));
        QVERIFY(m_archive->backUp(m_dir->filePath(u"journal.db.bak"_s)));
        QVERIFY(QDir(m_dir->path()).mkdir(u"elsewhere"_s));
        QVERIFY(m_archive->backUp(m_dir->filePath(u"elsewhere/journal.db"_s)));
    }

    /// The disk says only then that it did not take all of it.
    void aDiskThatFailsAtTheEndKeepsTheOlderBackup()
    {
#ifdef Q_OS_LINUX
        const QString copy = m_dir->filePath(u"copy.db"_s);
        QVERIFY(writeText(copy, "an older one"));
        syncFailure = EIO;
        const Result<void> made = m_archive->backUp(copy);
        syncFailure = 0;
        QVERIFY(!made);
        QVERIFY2(made.error().detail.contains(u"cannot be written"_s),
                 qPrintable(made.error().detail));
        QVERIFY(!QFile::exists(copy + u".part"_s));
        QCOMPARE(textOf(copy), QByteArray("an older one"));
        QVERIFY(m_archive->backUp(copy));
        QVERIFY(QFileInfo(copy).size() > 4'096);
#else
        QSKIP("fsync() cannot be stood in for here");
#endif
    }

    void aFullDiskIsSaidAndLosesNothing()
    {
#ifdef Q_OS_UNIX
        add(edit(NoteEdit::Kind::Text, u"before"_s));
        {
            const FullDisk full(300 * 1'024);
            NoteEdit file = edit(NoteEdit::Kind::Attach, u"a.bin"_s);
            file.bytes = QByteArray(2'000'000, 'x');
            const Result<qint64> added = m_archive->add(file, now);
            QVERIFY(!added);
            QVERIFY2(added.error().detail.contains(u"disk"_s), qPrintable(added.error().detail));
        }
        for (int number = 0; number < 20; ++number) {
            NoteEdit file = edit(NoteEdit::Kind::Attach, u"a.bin"_s);
            file.bytes = QByteArray(100'000, 'x');
            QVERIFY(m_archive->add(file, now));
        }
        const QString copy = m_dir->filePath(u"copy.db"_s);
        QVERIFY(writeText(copy, "an older one"));
        {
            const FullDisk full(300 * 1'024);
            const Result<void> made = m_archive->backUp(copy);
            QVERIFY(!made);
            QVERIFY2(made.error().detail.contains(u"disk"_s), qPrintable(made.error().detail));
            QVERIFY(!QFile::exists(copy + u".part"_s));
        }
        QCOMPARE(textOf(copy), QByteArray("an older one"));
        QCOMPARE(m_archive->attachments(first)->size(), std::size_t(20));
        QCOMPARE(m_archive->notes(first)->text, u"before"_s);
        add(edit(NoteEdit::Kind::Text, u"after"_s));
#else
        QSKIP("no file size limit here");
#endif
    }

    /// Gigabytes of them would be read before anything is shown. Lines are looked at always.
    void attachmentsAreLookedAtAfterAnUncleanEnd_data()
    {
        QTest::addColumn<char>("damaged");
        QTest::addColumn<bool>("isClean");
        QTest::addColumn<bool>("isOpened");
        QTest::newRow("attachment, clean end") << 'x' << true << true;
        QTest::newRow("attachment, killed") << 'x' << false << false;
        QTest::newRow("line, clean end") << 'y' << true << false;
        QTest::newRow("line, killed") << 'y' << false << false;
    }
    void attachmentsAreLookedAtAfterAnUncleanEnd()
    {
        QFETCH(const char, damaged);
        QFETCH(const bool, isClean);
        QFETCH(const bool, isOpened);
        NoteEdit file = edit(NoteEdit::Kind::Attach, u"a.bin"_s);
        file.bytes = QByteArray(200'000, 'x');
        add(file);
        QVERIFY(m_journal->append(
            std::vector { JournalLine { paper, u"books"_s, 1, now, QByteArray(200'000, 'y') } }));
        m_archive.reset();
        m_journal = std::make_unique<JournalDatabase>();
        QVERIFY(m_journal->open(path())); // the log is empty
        reopen();
        add(edit(NoteEdit::Kind::Text, u"in the log"_s));
        const QString left = m_dir->filePath(u"left.db"_s);
        QByteArray bytes = textOf(path());
        constexpr qsizetype page = 4'096;
        const qsizetype at = (bytes.indexOf(QByteArray(3'000, damaged)) / page + 1) * page;
        QVERIFY(at > page);
        bytes.replace(at, page, QByteArray(page, '\x5a'));
        QVERIFY(writeText(left, bytes));
        if (!isClean)
            QVERIFY(QFile::copy(path() + u"-wal"_s, left + u"-wal"_s));
        JournalDatabase journal;
        const Result<void> opened = journal.open(left);
        QCOMPARE(opened.has_value(), isOpened);
        if (!isOpened)
            QVERIFY2(opened.error().detail.contains(u"damaged"_s),
                     qPrintable(opened.error().detail));
    }

    void itNeedsAJournal()
    {
        TradeArchive archive;
        QCOMPARE(archive.open(m_dir->filePath(u"none.db"_s)).error().code, Error::Code::NotFound);
        QVERIFY(!QFile::exists(m_dir->filePath(u"none.db"_s)));
        const QString foreign = m_dir->filePath(u"foreign.db"_s);
        QCOMPARE(runSql(foreign, { u"CREATE TABLE note (a)"_s, u"PRAGMA user_version = 3"_s }),
                 QString());
        TradeArchive other;
        QVERIFY(other.open(foreign).error().detail.contains(u"no journal"_s));
    }

private:
    QString path() const
    {
        return m_dir->filePath(u"journal.db"_s);
    }
    void reopen()
    {
        m_archive = std::make_unique<TradeArchive>();
        QVERIFY(m_archive->open(path()));
    }
    void store(const std::vector<FormedTrade> &trades, const BuiltUpTo &upTo = { 7, 0, 1 })
    {
        const Result<void> stored = m_archive->store(paper, upTo, trades);
        QVERIFY2(stored, qPrintable(stored.error().detail));
    }
    qint64 add(const NoteEdit &asked, Timestamp at = now)
    {
        const Result<qint64> added = m_archive->add(asked, at);
        if (!added)
            QTest::qFail(qPrintable(added.error().detail), __FILE__, __LINE__);
        return added.value_or(-1);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<JournalDatabase> m_journal;
    std::unique_ptr<TradeArchive> m_archive;
};

QTEST_GUILESS_MAIN(TestTradeArchive)
#include "tst_tradearchive.moc"
