#include "fulldisk.h"
#include "journalwriter.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

JournalLine line(quint64 sequence)
{
    return { u"Paper"_s, u"orders"_s, sequence, fromNs(qint64(sequence)),
             QByteArray::number(sequence) };
}

/// Holds the file as another program would: commits have to wait.
class Holder
{
public:
    explicit Holder(const QString &path)
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
        m_database.setDatabaseName(path);
        m_database.open();
        QSqlQuery(m_database).exec(u"BEGIN IMMEDIATE"_s);
    }
    ~Holder()
    {
        QSqlQuery(m_database).exec(u"ROLLBACK"_s);
        m_database = {};
        QSqlDatabase::removeDatabase(u"holder"_s);
    }
    Q_DISABLE_COPY_MOVE(Holder)

private:
    QSqlDatabase m_database;
};

} // namespace

class TestJournalWriter : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void nothingIsToldBeforeItIsKept()
    {
        JournalWriter writer;
        QVERIFY(writer.open(path()));
        QList<std::pair<quint64, std::size_t>> seen; // what was told, and what a reader found then
        connect(
            &writer, &JournalWriter::committed, &writer,
            [&](quint64 upTo) {
                seen.append({ upTo, kept().size() });
            },
            Qt::DirectConnection);
        for (quint64 i = 1; i <= 200; ++i)
            QCOMPARE(writer.write({ line(2 * i - 1), line(2 * i) }), i);
        QVERIFY(writer.flush());
        QCOMPARE(writer.committedUpTo(), 200U);
        QCOMPARE(kept().size(), std::size_t(400));
        QVERIFY(seen.size() < 200); // gathered
        for (const auto &[upTo, found] : seen)
            QVERIFY(found >= 2 * upTo);
    }

    void whatWaitsIsWrittenAtTheEnd()
    {
        {
            JournalWriter writer;
            QVERIFY(writer.open(path()));
            for (quint64 i = 1; i <= 50; ++i)
                writer.write({ line(i) });
            writer.noteState(u"Paper"_s, { 50, "state" });
        }
        QCOMPARE(kept().size(), std::size_t(50));
        JournalDatabase database;
        QVERIFY(database.open(path()));
        QCOMPARE(*database.state(u"Paper"_s), (JournalState { 50, "state" }));
    }

    /// The order stays as it was and nothing is kept twice, however long it takes.
    void aDiskThatRefusesIsTriedAgain()
    {
        JournalWriter writer;
        QVERIFY(writer.open(path()));
        QSignalSpy troubled(&writer, &JournalWriter::troubled);
        {
            const Holder holder(path());
            writer.write({ line(1), line(2) });
            QTRY_COMPARE_WITH_TIMEOUT(troubled.size(), 1, 20'000);
            QVERIFY(!troubled.first().first().toString().isEmpty());
            writer.write({ line(3) });
            QVERIFY(!writer.flush());
            QCOMPARE(writer.committedUpTo(), 0U);
        }
        QTRY_COMPARE_WITH_TIMEOUT(troubled.size(), 2, 20'000);
        QVERIFY(troubled.last().first().toString().isEmpty());
        QTRY_COMPARE(writer.committedUpTo(), 2U);
        QCOMPARE(kept().size(), std::size_t(3));
    }

    /// In memory, and said so, until the disk takes it.
    void oneThatHoldsAcknowledgesMeanwhile()
    {
#ifdef Q_OS_UNIX
        JournalWriter writer(JournalWriter::WhenRefused::Hold);
        QVERIFY(writer.open(path()));
        QSignalSpy acknowledged(&writer, &JournalWriter::acknowledged);
        QSignalSpy held(&writer, &JournalWriter::held);
        const auto newest = [&held] { return held.last().first().value<UnwrittenEvents>(); };
        {
            const FullDisk full(0);
            writer.write({ line(1), line(2) });
            QTRY_VERIFY(!held.isEmpty());
            QCOMPARE(newest().count, qint64(2));
            QVERIFY(writer.isHolding());
            QCOMPARE(writer.acknowledgedUpTo(), 1U);
            QCOMPARE(writer.committedUpTo(), 0U);
            writer.write({ line(3) });
            QCOMPARE(writer.acknowledgedUpTo(), 2U); // at once
            QCOMPARE(writer.unwritten(), (std::vector { line(1), line(2), line(3) }));
            QVERIFY(!writer.flush());
        }
        QTRY_VERIFY_WITH_TIMEOUT(newest().isNone(), 20'000);
        QTRY_COMPARE(writer.committedUpTo(), 2U);
        QVERIFY(!writer.isHolding());
        QVERIFY(writer.unwritten().empty());
        QCOMPARE(kept(), (std::vector { line(1), line(2), line(3) }));
        QVERIFY(writer.flush());
#else
        QSKIP("no file size limit here");
#endif
    }

    /// Many events in memory, then all of them in their order.
    void aLongTimeInMemoryIsWrittenAtOnce()
    {
#ifdef Q_OS_UNIX
        JournalWriter writer(JournalWriter::WhenRefused::Hold);
        QVERIFY(writer.open(path()));
        constexpr quint64 many = 20'000;
        {
            const FullDisk full(0);
            for (quint64 i = 1; i <= many; ++i)
                writer.write({ line(i) });
            QVERIFY(!writer.flush());
            QCOMPARE(writer.acknowledgedUpTo(), many);
        }
        QTRY_COMPARE_WITH_TIMEOUT(writer.committedUpTo(), many, 30'000);
        const std::vector<JournalLine> lines = kept();
        QCOMPARE(lines.size(), std::size_t(many));
        QCOMPARE(lines.back(), line(many));
#else
        QSKIP("no file size limit here");
#endif
    }

    void whatIsLostAtTheEndIsInTheLog()
    {
#ifdef Q_OS_UNIX
        const FullDisk full(0);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be written"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"2 events were never written"_s));
        JournalWriter writer(JournalWriter::WhenRefused::Hold);
        QVERIFY(writer.open(path()));
        writer.write({ line(1), line(2) });
#else
        QSKIP("no file size limit here");
#endif
    }

    void aFileThatCannotBeUsedIsSaid()
    {
        JournalWriter writer;
        const Result<void> opened = writer.open(m_dir->path()); // a folder
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Error::Code::Storage);
    }

private:
    QString path() const
    {
        return m_dir->filePath(u"journal.db"_s);
    }
    std::vector<JournalLine> kept() const
    {
        JournalDatabase database;
        if (!database.open(path(), JournalDatabase::Access::ReadOnly))
            return {};
        return database.lines(u"Paper"_s, u"orders"_s).value_or(std::vector<JournalLine>());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestJournalWriter)
#include "tst_journalwriter.moc"
