#include "fulldisk.h"
#include "journaldatabase.h"

#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

JournalLine line(quint64 sequence, const QByteArray &body, const QString &account = u"Paper"_s,
                 const QString &stream = u"orders"_s)
{
    return { account, stream, sequence, fromNs(qint64(sequence) * 1'000), body };
}

} // namespace

class TestJournalDatabase : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    /// As a program leaves it that was killed between making it and writing it.
    void anEmptyLockHoldsNobody()
    {
        QFile lock(path() + u".lock"_s);
        QVERIFY(lock.open(QFile::WriteOnly));
        lock.close();
        JournalDatabase journal;
        const Result<void> opened = journal.open(path());
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        JournalDatabase second;
        QVERIFY(!second.open(path())); // it is held now
    }

    void linesComeBackInTheirOrder()
    {
        {
            JournalDatabase journal;
            QVERIFY(journal.open(path()));
            QVERIFY(
                journal.append(std::vector { line(1, "{a}"), line(1, "{b}", u"Paper"_s, u"books"_s),
                                             line(1, "{c}", u"Swing"_s) }));
            QVERIFY(journal.append(std::vector { line(2, "{d}") }));
        }
        JournalDatabase journal;
        QVERIFY(journal.open(path()));
        QCOMPARE(*journal.accounts(), (QStringList { u"Paper"_s, u"Swing"_s }));
        QCOMPARE(*journal.lines(u"Paper"_s, u"orders"_s),
                 (std::vector { line(1, "{a}"), line(2, "{d}") }));
        QCOMPARE(*journal.lines(u"Paper"_s, u"orders"_s, 2), (std::vector { line(2, "{d}") }));
        QVERIFY(journal.lines(u"Nobody"_s, u"orders"_s)->empty());
    }

    void aNumberThatIsTakenRefusesTheWholeBatch()
    {
        JournalDatabase journal;
        QVERIFY(journal.open(path()));
        QVERIFY(journal.append(std::vector { line(1, "first") }));
        const Result<void> twice = journal.append(std::vector { line(2, "new"), line(1, "again") });
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, Error::Code::Storage);
        QCOMPARE(*journal.lines(u"Paper"_s, u"orders"_s), std::vector { line(1, "first") });
        QVERIFY(journal.append(std::vector { line(2, "new") })); // nothing of it is in the way
    }

    void theStateIsReplaced()
    {
        JournalDatabase journal;
        QVERIFY(journal.open(path()));
        QCOMPARE(*journal.state(u"Paper"_s), JournalState {});
        QVERIFY(journal.append({}, { { u"Paper"_s, { 7, "old" } } }));
        QVERIFY(journal.append({}, { { u"Paper"_s, { 9, "new" } } }));
        QCOMPARE(*journal.state(u"Paper"_s), (JournalState { 9, "new" }));
    }

    /// A state that is kept without the lines it rests on would refuse the account for ever.
    void linesAndTheirStateAreOne()
    {
        JournalDatabase journal;
        QVERIFY(journal.open(path()));
        QVERIFY(journal.append(std::vector { line(1, "a") }, { { u"Paper"_s, { 1, "one" } } }));
        QVERIFY(!journal.append(std::vector { line(2, "b"), line(1, "again") },
                                { { u"Paper"_s, { 2, "two" } } }));
        QCOMPARE(*journal.state(u"Paper"_s), (JournalState { 1, "one" }));
    }

    void theNewestOfSomeAccountsIsFound()
    {
        JournalDatabase journal;
        QVERIFY(journal.open(path()));
        QVERIFY(journal.append(std::vector { line(5, "a", u"live/Paper"_s),
                                             line(3, "b", u"simulated/Paper"_s),
                                             line(9, "c", u"live/Paper"_s) }));
        QCOMPARE(*journal.newest(u"live/"_s), fromNs(9'000));
        QCOMPARE(*journal.newest(u"simulated/"_s), fromNs(3'000));
        QCOMPARE(*journal.newest(u"replay/"_s), Timestamp());
    }

    void aSecondWriterIsTurnedAway()
    {
        JournalDatabase second;
        {
            JournalDatabase first;
            QVERIFY(first.open(path()));
            const Result<void> opened = second.open(path());
            QVERIFY(!opened);
            QVERIFY2(opened.error().detail.contains(u"another Tapeline is using it"_s),
                     qPrintable(opened.error().detail));
            QVERIFY(first.append(std::vector { line(1, "a") }));
        }
        JournalDatabase third;
        QVERIFY(third.open(path()));
        QCOMPARE(third.lines(u"Paper"_s, u"orders"_s)->size(), std::size_t(1));
    }

    void aDamagedFileIsRefusedAndLeftAlone()
    {
        {
            JournalDatabase journal;
            QVERIFY(journal.open(path()));
            for (quint64 i = 1; i <= 200; ++i)
                QVERIFY(journal.append(std::vector { line(i, QByteArray(500, 'x')) }));
        } // the last connection brings all of it into the file
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 100'000);
        QVERIFY(file.seek(8 * 4'096));
        file.write(QByteArray(3 * 4'096, '\x5a'));
        file.seek(0);
        const QByteArray damaged = file.readAll();
        file.close();
        JournalDatabase journal;
        const Result<void> opened = journal.open(path());
        QVERIFY(!opened);
        QVERIFY2(opened.error().detail.contains(u"damaged"_s), qPrintable(opened.error().detail));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), damaged);
    }

    void aFullDatabaseIsSaid()
    {
        JournalDatabase journal;
        QVERIFY(journal.open(path()));
        QSqlQuery query(QSqlDatabase::database(QSqlDatabase::connectionNames().first(), false));
        QVERIFY(query.exec(u"PRAGMA max_page_count = 8"_s));
        const Result<void> kept = journal.append(std::vector { line(1, QByteArray(100'000, 'x')) });
        QVERIFY(!kept);
        QVERIFY2(kept.error().detail.contains(u"the disk is full"_s),
                 qPrintable(kept.error().detail));
        QVERIFY(query.exec(u"PRAGMA max_page_count = 1000000"_s));
        QVERIFY(journal.append(std::vector { line(1, QByteArray(100'000, 'x')) }));
    }

    /// What was accepted before stays, and there is room again later.
    void aDiskThatTakesNoMoreLosesNothing()
    {
#ifdef Q_OS_UNIX
        JournalDatabase journal;
        QVERIFY(journal.open(path()));
        QVERIFY(journal.append(std::vector { line(1, "a") }));
        {
            const FullDisk full(64 * 1'024);
            const Result<void> kept
                = journal.append(std::vector { line(2, QByteArray(200'000, 'x')) });
            QVERIFY(!kept);
            QVERIFY2(kept.error().detail.contains(u"disk"_s), qPrintable(kept.error().detail));
            QCOMPARE(journal.lines(u"Paper"_s, u"orders"_s)->size(), std::size_t(1));
        }
        QVERIFY(journal.append(std::vector { line(2, QByteArray(200'000, 'x')) }));
        QCOMPARE(journal.lines(u"Paper"_s, u"orders"_s)->size(), std::size_t(2));
#else
        QSKIP("no file size limit here");
#endif
    }

    void aFolderThatCannotBeUsedIsSaid()
    {
        QFile file(m_dir->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        JournalDatabase journal;
        const Result<void> opened = journal.open(m_dir->filePath(u"file/journal.db"_s));
        QVERIFY(!opened);
        QVERIFY2(opened.error().detail.contains(u"cannot be written to"_s),
                 qPrintable(opened.error().detail));
    }

    void aReaderSeesWhatIsThereAndChangesNothing()
    {
        JournalDatabase writer;
        QVERIFY(writer.open(path()));
        QVERIFY(writer.append(std::vector { line(1, "a") }));
        JournalDatabase reader;
        QVERIFY(reader.open(path(), JournalDatabase::Access::ReadOnly));
        QCOMPARE(reader.lines(u"Paper"_s, u"orders"_s)->size(), std::size_t(1));
        QVERIFY(!reader.append(std::vector { line(2, "b") }));
        QVERIFY(writer.append(std::vector { line(2, "b") }));
        QCOMPARE(reader.lines(u"Paper"_s, u"orders"_s)->size(), std::size_t(2));
        JournalDatabase missing;
        QVERIFY(!missing.open(m_dir->filePath(u"none.db"_s), JournalDatabase::Access::ReadOnly));
        QVERIFY(!QFile::exists(m_dir->filePath(u"none.db"_s)));
    }

    void aNewerFileIsRefusedAndLeftAlone()
    {
        {
            JournalDatabase journal;
            QVERIFY(journal.open(path()));
            QVERIFY(journal.append(std::vector { line(1, "a") }));
        }
        run({ u"PRAGMA user_version = 99"_s });
        JournalDatabase journal;
        const Result<void> opened = journal.open(path());
        QVERIFY(!opened);
        QVERIFY(opened.error().detail.contains(u"newer"_s));
    }

    /// Another program's database, the desk's own one, and one with a number of its own.
    void foreignDatabasesAreRefusedAndLeftAlone()
    {
        for (const QStringList &made :
             { QStringList { u"CREATE TABLE note (body TEXT)"_s },
               QStringList { u"CREATE TABLE document (kind TEXT)"_s, u"PRAGMA user_version = 1"_s },
               QStringList { u"CREATE TABLE line (a TEXT)"_s, u"CREATE TABLE state (a TEXT)"_s,
                             u"PRAGMA application_id = 7"_s, u"PRAGMA user_version = 1"_s } }) {
            QFile::remove(path());
            run(made);
            const QByteArray before = content();
            for (const auto access :
                 { JournalDatabase::Access::ReadWrite, JournalDatabase::Access::ReadOnly }) {
                JournalDatabase journal;
                const Result<void> opened = journal.open(path(), access);
                QVERIFY(!opened);
                QVERIFY2(opened.error().detail.contains(u"no journal of Tapeline's"_s),
                         qPrintable(opened.error().detail));
            }
            QCOMPARE(content(), before);
        }
    }

    /// Without it every statement would be a commit of its own.
    void aTransactionThatCannotBeginKeepsNothing()
    {
        JournalDatabase journal;
        QVERIFY(journal.open(path()));
        QSqlQuery query(QSqlDatabase::database(QSqlDatabase::connectionNames().first(), false));
        QVERIFY(query.exec(u"BEGIN"_s)); // there is one already
        QVERIFY(!journal.append(std::vector { line(1, "a") }));
        QVERIFY(query.exec(u"ROLLBACK"_s));
        QVERIFY(journal.lines(u"Paper"_s, u"orders"_s)->empty());
        QVERIFY(journal.append(std::vector { line(1, "a") }));
    }

    void whatIsNoDatabaseIsRefusedAndLeftAlone()
    {
        const QByteArray text(4'096, 'x');
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        JournalDatabase journal;
        QVERIFY(!journal.open(path()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text);
    }

    /// An acknowledged order is on the disk: what the connection is set to says so.
    void everyCommitIsSynchronous()
    {
        JournalDatabase journal;
        QVERIFY(journal.open(path()));
        for (const QString &name : QSqlDatabase::connectionNames()) {
            QSqlQuery query(QSqlDatabase::database(name, false));
            QVERIFY(query.exec(u"PRAGMA synchronous"_s) && query.next());
            QCOMPARE(query.value(0).toInt(), 2); // FULL
            QVERIFY(query.exec(u"PRAGMA journal_mode"_s) && query.next());
            QCOMPARE(query.value(0).toString(), u"wal"_s);
        }
    }

private:
    QString path() const
    {
        return m_dir->filePath(u"journal.db"_s);
    }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void run(const QStringList &statements) const
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            database.setDatabaseName(path());
            QVERIFY(database.open());
            QSqlQuery query(database);
            for (const QString &statement : statements)
                QVERIFY(query.exec(statement));
        }
        QSqlDatabase::removeDatabase(u"test"_s);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestJournalDatabase)
#include "tst_journaldatabase.moc"
