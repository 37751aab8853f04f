#include "fulldisk.h"
#include "journalrestore.h"
#include "oldjournal.h"
#include "splitmix64.h"
#include "tradearchive.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString paper = u"simulated/Paper"_s;

/// A journal with so many events, a trade and a note. Returns what failed.
QString makeJournal(const QString &path, int events, const QString &note)
{
    JournalDatabase journal;
    if (const Result<void> opened = journal.open(path); !opened)
        return opened.error().detail;
    if (const Result<void> kept = journal.append(oldLines(events)); !kept)
        return kept.error().detail;
    TradeArchive archive;
    if (const Result<void> opened = archive.open(path); !opened)
        return opened.error().detail;
    TradeRecord record;
    record.key = { paper, 1 };
    record.symbol = u"AAPL"_s;
    const NoteEdit edit { .subject = { record.key }, .text = note };
    if (!archive.store(paper, { 1, 0, 1 }, std::vector<FormedTrade> { { record, {} } })
        || !archive.add(edit, fromNs(1)))
        return u"it cannot be written"_s;
    return {};
}

QString noteIn(const QString &path)
{
    JournalDatabase journal; // of an older version: it is brought up to date
    if (const Result<void> opened = journal.open(path); !opened)
        return opened.error().detail;
    TradeArchive archive;
    if (const Result<void> opened = archive.open(path, TradeArchive::Access::ReadOnly); !opened)
        return opened.error().detail;
    const Result<TradeNotes> notes = archive.notes(TradeKey { paper, 1 });
    return notes ? notes->text : notes.error().detail;
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// The program that is killed.
int restoreOver(const QString &file, const QString &journal)
{
    std::puts("begins");
    std::fflush(stdout);
    if (!journalrestore::stage(file, journal))
        return 1;
    std::puts("staged");
    std::fflush(stdout);
    return journalrestore::takePlace(journal) ? 0 : 2;
}

} // namespace

class TestJournalRestore : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aFileSaysWhatIsInIt()
    {
        QCOMPARE(makeJournal(path(), 7, u"note"_s), QString());
        const Result<JournalContent> found = journalrestore::inspect(path());
        QVERIFY(found);
        JournalContent expected { .version = 3,
                                  .bytes = QFileInfo(path()).size(),
                                  .accounts = 1,
                                  .events = 7,
                                  .trades = 1,
                                  .notes = 1,
                                  .newest = fromNs(7'000) };
        QCOMPARE(*found, expected);
        QCOMPARE(makeOldJournal(backup(), 1, 5), QString());
        QCOMPARE(journalrestore::inspect(backup())->version, 1);
        QCOMPARE(journalrestore::inspect(backup())->trades, qint64(0));
    }

    void anotherJournalTakesThePlace()
    {
        QCOMPARE(makeJournal(path(), 7, u"present"_s), QString());
        QCOMPARE(makeJournal(backup(), 3, u"restored"_s), QString());
        QVERIFY(journalrestore::stage(backup(), path()));
        QVERIFY(journalrestore::isStaged(path()));
        QCOMPARE(noteIn(path()), u"present"_s); // until it is taken
        const Result<QString> kept = journalrestore::takePlace(path());
        QVERIFY(kept);
        QVERIFY(!journalrestore::isStaged(path()));
        QCOMPARE(noteIn(path()), u"restored"_s);
        QCOMPARE(noteIn(*kept), u"present"_s);
        QCOMPARE(noteIn(backup()), u"restored"_s);
        QCOMPARE(*journalrestore::takePlace(path()), QString()); // once
    }

    void whatTheLogStillHasIsKeptAsWell()
    {
        QCOMPARE(makeJournal(backup(), 3, u"restored"_s), QString());
        QVERIFY(leaveWithLog(path()));
        QVERIFY(QFileInfo(path() + u"-wal"_s).size() > 0);
        QVERIFY(journalrestore::stage(backup(), path()));
        const Result<QString> kept = journalrestore::takePlace(path());
        QVERIFY(kept);
        QCOMPARE(noteIn(path()), u"restored"_s);
        QCOMPARE(noteIn(*kept), u"in the log"_s);
    }

    void aFileWithALogIsTakenWithIt()
    {
        QVERIFY(leaveWithLog(backup()));
        QVERIFY(journalrestore::stage(backup(), path()));
        QVERIFY(journalrestore::takePlace(path()));
        QCOMPARE(noteIn(path()), u"in the log"_s);
    }

    void thereNeedNotBeAJournalBefore()
    {
        QCOMPARE(makeJournal(backup(), 3, u"restored"_s), QString());
        QVERIFY(journalrestore::stage(backup(), path()));
        QCOMPARE(*journalrestore::takePlace(path()), QString());
        QCOMPARE(noteIn(path()), u"restored"_s);
    }

    void olderOnesAreBroughtUpToDate_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("version 1") << 1;
        QTest::newRow("version 2") << 2;
    }
    void olderOnesAreBroughtUpToDate()
    {
        QFETCH(const int, version);
        QCOMPARE(makeJournal(path(), 7, u"present"_s), QString());
        QCOMPARE(makeOldJournal(backup(), version, 5), QString());
        QVERIFY(journalrestore::stage(backup(), path()));
        QVERIFY(journalrestore::takePlace(path()));
        JournalDatabase journal;
        QVERIFY(journal.open(path()));
        QCOMPARE(*journal.lines(paper, u"orders"_s), oldLines(5));
    }

    void itCanBeLeftAlone()
    {
        QCOMPARE(makeJournal(path(), 7, u"present"_s), QString());
        QCOMPARE(makeJournal(backup(), 3, u"restored"_s), QString());
        QVERIFY(journalrestore::stage(backup(), path()));
        QVERIFY(journalrestore::cancel(path()));
        QVERIFY(journalrestore::cancel(path())); // nothing waits
        QCOMPARE(*journalrestore::takePlace(path()), QString());
        QCOMPARE(noteIn(path()), u"present"_s);
    }

    /// It waits, and nothing is pulled away.
    void aJournalInUseStays()
    {
        QCOMPARE(makeJournal(path(), 7, u"present"_s), QString());
        QCOMPARE(makeJournal(backup(), 3, u"restored"_s), QString());
        {
            JournalDatabase writer;
            QVERIFY(writer.open(path()));
            QVERIFY(journalrestore::stage(backup(), path()));
            const Result<QString> taken = journalrestore::takePlace(path());
            QVERIFY(!taken);
            QVERIFY(writer.append(std::vector { JournalLine { paper, u"books"_s, 1, {}, "x" } }));
        }
        {
            TradeArchive reader;
            QVERIFY(reader.open(path(), TradeArchive::Access::ReadOnly));
            QVERIFY(reader.trades());
            const Result<QString> taken = journalrestore::takePlace(path());
            QVERIFY(!taken);
            QVERIFY2(taken.has_value() || !taken.error().detail.isEmpty(), "it is said");
            QCOMPARE(reader.notes(TradeKey { paper, 1 })->text, u"present"_s);
        }
        QVERIFY(journalrestore::isStaged(path()));
        QVERIFY(journalrestore::takePlace(path()));
        QCOMPARE(noteIn(path()), u"restored"_s);
    }

    /// Damage is a reason to restore.
    void aDamagedJournalIsPutAside()
    {
        QCOMPARE(makeJournal(backup(), 3, u"restored"_s), QString());
        const QByteArray rubbish(20'000, 'x');
        QVERIFY(write(path(), rubbish));
        QVERIFY(journalrestore::stage(backup(), path()));
        const Result<QString> kept = journalrestore::takePlace(path());
        QVERIFY(kept);
        QCOMPARE(noteIn(path()), u"restored"_s);
        QCOMPARE(content(*kept), rubbish);
    }

    void whatIsNoSoundJournalIsRefused_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *kind, const char *sentence) {
            QTest::newRow(kind) << QString::fromLatin1(kind) << QString::fromLatin1(sentence);
        };
        row("none", "there is no file");
        row("folder", "there is no file");
        row("empty", "it is empty");
        row("text", "it is not a database");
        row("half", "");
        row("damaged", "damaged");
        row("other program's", "no journal of Tapeline's");
        row("newer", "newer Tapeline");
        row("itself", "the journal itself");
    }
    void whatIsNoSoundJournalIsRefused()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, sentence);
        QCOMPARE(makeJournal(path(), 7, u"present"_s), QString());
        QCOMPARE(makeJournal(backup(), 2'000, u"restored"_s), QString());
        QVERIFY(spoil(kind));
        const QString file = kind == u"itself"_s ? path() : backup();
        const QByteArray before = content(file);
        const Result<void> staged = journalrestore::stage(file, path());
        QVERIFY(!staged);
        QVERIFY2(staged.error().detail.contains(sentence), qPrintable(staged.error().detail));
        QVERIFY(!journalrestore::isStaged(path()));
        QCOMPARE(content(file), before);
        QCOMPARE(noteIn(path()), u"present"_s);
    }

    /// Some bytes are different: it is refused, or it is a journal that can be opened.
    void noDamagedFileBreaksIt()
    {
        QCOMPARE(makeJournal(backup(), 300, u"restored"_s), QString());
        const QByteArray whole = content(backup());
        SplitMix64 random(12);
        int refused = 0;
        for (int i = 0; i < 80; ++i) {
            QByteArray bytes = whole;
            for (int change = 0; change < 4; ++change)
                bytes[qsizetype(random.below(quint64(bytes.size())))] = char(random.below(256));
            if (random.below(4) == 0)
                bytes.truncate(qsizetype(random.below(quint64(bytes.size()))));
            QVERIFY(write(backup(), bytes));
            const Result<void> staged = journalrestore::stage(backup(), path());
            refused += !staged;
            if (staged)
                QVERIFY(journalrestore::inspect(path() + u".restore"_s));
        }
        QVERIFY(refused > 20);
        qInfo("%d of 80 refused", refused);
    }

    void aFullDiskChangesNothing()
    {
#ifdef Q_OS_UNIX
        QCOMPARE(makeJournal(path(), 7, u"present"_s), QString());
        QCOMPARE(makeJournal(backup(), 3'000, u"restored"_s), QString());
        {
            const FullDisk full(64 * 1'024);
            const Result<void> staged = journalrestore::stage(backup(), path());
            QVERIFY(!staged);
            QVERIFY2(staged.error().detail.contains(u"disk"_s), qPrintable(staged.error().detail));
        }
        QVERIFY(!journalrestore::isStaged(path()));
        QCOMPARE(noteIn(path()), u"present"_s);
#else
        QSKIP("no file size limit here");
#endif
    }

    /// Wherever it is killed, one of both is the journal, and the other is still there.
    void aKillLosesNeither()
    {
        int restored = 0;
        for (int i = 0; i < killCount(); ++i) {
            m_dir = std::make_unique<QTemporaryDir>();
            QCOMPARE(makeJournal(path(), 400, u"present"_s), QString());
            QCOMPARE(makeJournal(backup(), 400, u"restored"_s), QString());
            QProcess worker;
            worker.start(QCoreApplication::applicationFilePath(),
                         { u"--restore"_s, backup(), path() });
            QVERIFY(worker.waitForReadyRead(30'000));
            worker.waitForFinished(i * 17 % 90); // ms: where in its work does not matter
            worker.kill();
            worker.waitForFinished();
            const QString now = noteIn(path());
            QVERIFY2(now == u"present"_s || now == u"restored"_s, qPrintable(now));
            restored += now == u"restored"_s;
            if (now == u"restored"_s)
                QCOMPARE(noteOfReplaced(), u"present"_s);
            QCOMPARE(noteIn(backup()), u"restored"_s);
            // Whoever asks again gets it
            QVERIFY(journalrestore::stage(backup(), path()));
            QVERIFY(journalrestore::takePlace(path()));
            QCOMPARE(noteIn(path()), u"restored"_s);
        }
        qInfo("%d of %d were restored when they were killed", restored, killCount());
    }

    /// The old one is away, the new one is not there yet.
    void aRestoreThatWasKilledHalfwayIsFinished()
    {
        QCOMPARE(makeJournal(backup(), 3, u"restored"_s), QString());
        QVERIFY(journalrestore::stage(backup(), path()));
        QVERIFY(!QFile::exists(path()));
        JournalDatabase journal;
        QVERIFY(journal.open(path()));
        QCOMPARE(journal.lines(paper, u"orders"_s)->size(), std::size_t(3));
        QVERIFY(!journalrestore::isStaged(path()));
    }

    // --- a log that is not the journal's

    /// As checkSound() says: the journal is moved away, or a copy put in its place. What the log
    /// has is another journal's, and may be all that is left of its newest events.
    void aStrayLogIsKeptAside_data()
    {
        QTest::addColumn<bool>("isStaged");
        QTest::addColumn<QString>("inPlace");
        QTest::newRow("restored after it was deleted") << true << u"none"_s;
        QTest::newRow("restored over a copy by hand") << true << u"copy"_s;
        QTest::newRow("a copy by hand") << false << u"copy"_s;
        QTest::newRow("begun anew") << false << u"none"_s;
    }
    void aStrayLogIsKeptAside()
    {
        QFETCH(const bool, isStaged);
        QFETCH(const QString, inPlace);
        QCOMPARE(makeJournal(backup(), 2'000, u"restored"_s), QString());
        QVERIFY(makeCopy(backup(), m_dir->filePath(u"copy.db"_s)));
        QVERIFY(leaveWithLog(path()));
        const QByteArray log = content(path() + u"-wal"_s);
        QVERIFY(QFile::remove(path()));
        if (inPlace == u"copy"_s)
            QVERIFY(QFile::copy(m_dir->filePath(u"copy.db"_s), path()));
        if (isStaged) {
            QVERIFY(journalrestore::stage(backup(), path()));
            const Result<QString> taken = journalrestore::takePlace(path());
            QVERIFY2(taken.has_value(), "it takes its place");
        }
        const bool isEmpty = !isStaged && inPlace == u"none"_s;
        QCOMPARE(noteIn(path()), isEmpty ? QString() : u"restored"_s);
        const QStringList kept
            = QDir(m_dir->path()).entryList({ u"journal.db.replaced-*-wal"_s }, QDir::Files);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(content(m_dir->filePath(kept.first())), log);
    }

    void theJournalsOwnLogStays()
    {
        QVERIFY(leaveWithLog(path()));
        QCOMPARE(noteIn(path()), u"in the log"_s);
        QVERIFY(
            QDir(m_dir->path()).entryList({ u"journal.db.replaced-*"_s }, QDir::Files).isEmpty());
    }

    // --- reading where nothing can be written

    void aJournalOnAWriteProtectedDiskCanBeRead()
    {
#ifdef Q_OS_UNIX
        QCOMPARE(makeJournal(path(), 7, u"present"_s), QString());
        const FullDisk full(0);
        JournalDatabase journal;
        QVERIFY(journal.open(path(), JournalDatabase::Access::ReadOnly));
        QCOMPARE(journal.lines(paper, u"orders"_s)->size(), std::size_t(7));
        TradeArchive archive;
        QVERIFY(archive.open(path(), TradeArchive::Access::ReadOnly));
        QCOMPARE(archive.trades()->size(), std::size_t(1));
#else
        QSKIP("no file size limit here");
#endif
    }

    /// What a kill left in the log belongs to it.
    void withItsLogAsWell()
    {
        QVERIFY(leaveWithLog(path()));
        QFile::remove(path() + u"-shm"_s);
        QVERIFY(QDir(m_dir->path()).mkdir(u"journal.db-shm"_s)); // SQLite cannot make its file
        TradeArchive archive;
        const Result<void> opened = archive.open(path(), TradeArchive::Access::ReadOnly);
        QVERIFY2(opened, qPrintable(opened.error().detail));
        QCOMPARE(archive.notes(TradeKey { paper, 1 })->text, u"in the log"_s);
    }

private:
    static int killCount()
    {
        return qEnvironmentVariableIsSet("TAPELINE_LONG_TESTS") ? 200 : 12;
    }
    QString path() const
    {
        return m_dir->filePath(u"journal.db"_s);
    }
    QString backup() const
    {
        return m_dir->filePath(u"my backup.db"_s);
    }

    QString noteOfReplaced() const
    {
        const QStringList found
            = QDir(m_dir->path()).entryList({ u"journal.db.replaced-*"_s }, QDir::Files);
        return found.size() == 1 ? noteIn(m_dir->filePath(found.first())) : u"there is none"_s;
    }

    /// As the desk makes one.
    static bool makeCopy(const QString &journal, const QString &copy)
    {
        TradeArchive archive;
        return archive.open(journal) && archive.backUp(copy);
    }

    /// As a killed program leaves it: the note is in the log only.
    bool leaveWithLog(const QString &to)
    {
        const QString made = m_dir->filePath(u"made.db"_s);
        if (!makeJournal(made, 3, u"in the file"_s).isEmpty())
            return false;
        JournalDatabase writer; // while one is open the log stays
        TradeArchive archive;
        if (!writer.open(made) || !archive.open(made)
            || !archive.add({ .subject = { { paper, 1 } }, .text = u"in the log"_s }, fromNs(2)))
            return false;
        return QFile::copy(made, to) && QFile::copy(made + u"-wal"_s, to + u"-wal"_s);
    }

    bool spoil(const QString &kind)
    {
        QByteArray bytes = content(backup());
        if (kind == u"itself"_s)
            return true;
        if (kind == u"newer"_s)
            return runSql(backup(), { u"PRAGMA user_version = 99"_s }).isEmpty();
        QFile::remove(backup());
        if (kind == u"none"_s)
            return true;
        if (kind == u"folder"_s)
            return QDir().mkdir(backup());
        if (kind == u"other program's"_s)
            return runSql(backup(), { u"CREATE TABLE note (a)"_s, u"PRAGMA user_version = 3"_s })
                .isEmpty();
        if (kind == u"empty"_s)
            return write(backup(), {});
        if (kind == u"text"_s)
            return write(backup(), QByteArray(5'000, 'x'));
        if (kind == u"half"_s)
            return write(backup(), bytes.left(bytes.size() / 2));
        bytes.replace(10 * 4'096, 2 * 4'096, QByteArray(2 * 4'096, 'x'));
        return write(backup(), bytes);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--restore"_L1)
        return restoreOver(arguments.value(2), arguments.value(3));
    TestJournalRestore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journalrestore.moc"
