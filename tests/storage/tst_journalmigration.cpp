#include "fulldisk.h"
#include "journaldatabase.h"
#include "journalschema.h"
#include "oldjournal.h"
#include "tradearchive.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

/// journal.db of every earlier version becomes one of this version, and nothing of it is lost.
class TestJournalMigration : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void everyEarlierVersionIsTakenOver_data() { versions(); }
    void everyEarlierVersionIsTakenOver()
    {
        QFETCH(const int, version);
        QCOMPARE(makeOldJournal(path(), version, 50), QString());
        for (int i = 0; i < 2; ++i) {
            JournalDatabase journal;
            const Result<void> opened = journal.open(path());
            QVERIFY2(opened, qPrintable(opened.error().detail));
            QCOMPARE(*journal.lines(u"simulated/Paper"_s, u"orders"_s), oldLines(50));
            QCOMPARE(*journal.state(u"simulated/Paper"_s), JournalState {});
        }
        QCOMPARE(askSql(path(), u"PRAGMA user_version"_s), QStringList { u"3"_s });
        TradeArchive archive;
        QVERIFY(archive.open(path()));
        QVERIFY(archive.trades()->empty());
        NoteEdit note { .subject = { { u"simulated/Paper"_s, 1 } }, .text = u"kept"_s };
        QVERIFY(archive.add(note, fromNs(1)));
    }

    /// The copy is of the version that it was, with all that was in it.
    void itIsBackedUpFirst_data() { versions(); }
    void itIsBackedUpFirst()
    {
        QFETCH(const int, version);
        QCOMPARE(makeOldJournal(path(), version, 50), QString());
        {
            JournalDatabase journal;
            QVERIFY(journal.open(path()));
        }
        const QString copy = backupOf(version);
        QVERIFY(QFile::exists(copy));
        QVERIFY(!QFile::exists(copy + u".part"_s));
        QCOMPARE(askSql(copy, u"PRAGMA user_version"_s), QStringList { QString::number(version) });
        QCOMPARE(askSql(copy, u"SELECT body FROM state"_s), QStringList { u"old"_s });
        QCOMPARE(askSql(copy, u"SELECT count(*) FROM line"_s), QStringList { u"50"_s });
        // It is a journal as well
        JournalDatabase reader;
        QVERIFY(reader.open(copy, JournalDatabase::Access::ReadOnly));
        QCOMPARE(*reader.lines(u"simulated/Paper"_s, u"orders"_s), oldLines(50));
    }

    /// What it copied is still what is there.
    void theBackupOfAnEarlierTryIsEnough()
    {
        QCOMPARE(makeOldJournal(path(), 2, 5), QString());
        QCOMPARE(makeOldJournal(backupOf(2), 2, 5), QString());
        JournalDatabase journal;
        QVERIFY(journal.open(path()));
        QVERIFY(!QFile::exists(backupOf(2) + u"-2"_s));
    }

    /// Another journal of that version was upgraded in this place before.
    void theBackupOfAnotherJournalStays_data()
    {
        QTest::addColumn<int>("lines"); // of the other one
        QTest::newRow("fewer") << 4;
        QTest::newRow("more") << 6;
        QTest::newRow("no journal at all") << 0;
    }
    void theBackupOfAnotherJournalStays()
    {
        QFETCH(const int, lines);
        if (lines > 0)
            QCOMPARE(makeOldJournal(backupOf(2), 2, lines), QString());
        else
            QCOMPARE(runSql(backupOf(2), { u"CREATE TABLE line (a)"_s }), QString());
        for (const int own : { 5, 7 }) { // again and again
            QFile::remove(path());
            QCOMPARE(makeOldJournal(path(), 2, own), QString());
            JournalDatabase journal;
            QVERIFY(journal.open(path()));
        }
        const QString count = u"SELECT count(*) FROM line"_s;
        QCOMPARE(askSql(backupOf(2), count), QStringList { QString::number(lines) });
        QCOMPARE(askSql(backupOf(2) + u"-2"_s, count), QStringList { u"5"_s });
        QCOMPARE(askSql(backupOf(2) + u"-3"_s, count), QStringList { u"7"_s });
    }

    /// Reading alone changes nothing; what was noted is of another form.
    void anOlderFileCanBeReadAsItIs_data() { versions(); }
    void anOlderFileCanBeReadAsItIs()
    {
        QFETCH(const int, version);
        QCOMPARE(makeOldJournal(path(), version, 5), QString());
        JournalDatabase journal;
        QVERIFY(journal.open(path(), JournalDatabase::Access::ReadOnly));
        QCOMPARE(*journal.lines(u"simulated/Paper"_s, u"orders"_s), oldLines(5));
        QCOMPARE(*journal.state(u"simulated/Paper"_s), JournalState {});
        QCOMPARE(askSql(path(), u"PRAGMA user_version"_s),
                 QStringList { QString::number(version) });
        TradeArchive archive;
        const Result<void> opened = archive.open(path());
        QVERIFY(!opened);
        QVERIFY2(opened.error().detail.contains(u"older version"_s),
                 qPrintable(opened.error().detail));
    }

    /// Without room for the copy nothing is changed.
    void aFullDiskLeavesItAsItWas()
    {
#ifdef Q_OS_UNIX
        QCOMPARE(makeOldJournal(path(), 2, 2'000), QString());
        {
            const FullDisk full(48 * 1'024);
            JournalDatabase journal;
            const Result<void> opened = journal.open(path());
            QVERIFY(!opened);
            QVERIFY2(opened.error().detail.contains(u"disk"_s), qPrintable(opened.error().detail));
        }
        QCOMPARE(askSql(path(), u"PRAGMA user_version"_s), QStringList { u"2"_s });
        QCOMPARE(askSql(path(), u"SELECT count(*) FROM line"_s), QStringList { u"2000"_s });
        JournalDatabase journal;
        QVERIFY(journal.open(path()));
        QCOMPARE(journal.lines(u"simulated/Paper"_s, u"orders"_s)->size(), std::size_t(2'000));
#else
        QSKIP("no file size limit here");
#endif
    }

    /// Killed at whatever instant, it is of the old version or of the new one, whole.
    void aKillInTheMiddleLosesNothing_data()
    {
        versions();
    }
    void aKillInTheMiddleLosesNothing()
    {
        QFETCH(const int, version);
        int before = 0;
        int after = 0;
        for (int i = 0; i < killCount(); ++i) {
            m_dir = std::make_unique<QTemporaryDir>();
            QCOMPARE(makeOldJournal(path(), version, 3'000), QString());
            QProcess worker;
            worker.start(QCoreApplication::applicationFilePath(), { u"--open"_s, path() });
            QVERIFY(worker.waitForReadyRead(30'000));
            worker.waitForFinished(i * 37 % 220); // ms: where in its work does not matter
            worker.kill();
            worker.waitForFinished();
            const QString now = askSql(path(), u"PRAGMA user_version"_s).value(0);
            ++(now == u"3"_s ? after : before);
            QVERIFY2(now == u"3"_s || now == QString::number(version), qPrintable(now));
            JournalDatabase journal;
            const Result<void> opened = journal.open(path());
            QVERIFY2(opened, qPrintable(opened.error().detail));
            QCOMPARE(*journal.lines(u"simulated/Paper"_s, u"orders"_s), oldLines(3'000));
            QCOMPARE(askSql(backupOf(version), u"SELECT count(*) FROM line"_s),
                     QStringList { u"3000"_s });
        }
        qInfo("%d killed before the change was whole, %d after", before, after);
    }

private:
    static void versions()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < journalschema::currentVersion; ++version)
            QTest::addRow("version %d", version) << version;
    }
    static int killCount()
    {
        return qEnvironmentVariableIsSet("TAPELINE_LONG_TESTS") ? 150 : 10;
    }
    QString path() const
    {
        return m_dir->filePath(u"journal.db"_s);
    }
    QString backupOf(int version) const
    {
        return path() + u".v%1-backup"_s.arg(version);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--open"_L1) {
        std::puts("begins");
        std::fflush(stdout);
        JournalDatabase journal;
        const bool isOpen = journal.open(arguments.value(2)).has_value();
        return isOpen ? 0 : 1;
    }
    TestJournalMigration test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journalmigration.moc"
