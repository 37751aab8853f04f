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
        QVERIFY(journal.setState(u"Paper"_s, { 7, "old" }));
        QVERIFY(journal.setState(u"Paper"_s, { 9, "new" }));
        QCOMPARE(*journal.state(u"Paper"_s), (JournalState { 9, "new" }));
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
        setVersion(99);
        JournalDatabase journal;
        const Result<void> opened = journal.open(path());
        QVERIFY(!opened);
        QVERIFY(opened.error().detail.contains(u"newer"_s));
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
    QString path() const { return m_dir->filePath(u"journal.db"_s); }
    void setVersion(int version) const
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            database.setDatabaseName(path());
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(u"PRAGMA user_version = %1"_s.arg(version)));
        }
        QSqlDatabase::removeDatabase(u"test"_s);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestJournalDatabase)
#include "tst_journaldatabase.moc"
