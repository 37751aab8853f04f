#include "deskdatabase.h"

#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestDeskDatabase : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void documentsComeBackInTheirOrder()
    {
        const QList<DeskDocument> lists { { u"Tech"_s, "[1]" },
                                          { u"Äpfel"_s, "[2]" },
                                          { u"B"_s, "[]" } };
        {
            DeskDatabase database;
            QVERIFY(database.open(path()));
            QVERIFY(database.replaceAll(u"watchlist"_s, lists));
            QVERIFY(database.replaceAll(u"workspace"_s, { { u"Trade"_s, "{}" } }));
        }
        DeskDatabase database;
        QVERIFY(database.open(path()));
        QCOMPARE(*database.documents(u"watchlist"_s), lists);
        QVERIFY(database.replaceAll(u"watchlist"_s, {}));
        QVERIFY(database.documents(u"watchlist"_s)->isEmpty());
        QCOMPARE(database.documents(u"workspace"_s)->size(), 1);
    }

    void oneIsPutAndRemoved()
    {
        DeskDatabase database;
        QVERIFY(database.open(path()));
        QVERIFY(database.put(u"drawings"_s, { u"MSFT"_s, "[1]" }));
        QVERIFY(database.put(u"drawings"_s, { u"AAPL"_s, "[2]" }));
        QVERIFY(database.put(u"drawings"_s, { u"MSFT"_s, "[3]" }));
        QVERIFY(database.put(u"alert"_s, { u"MSFT"_s, "{}" }));
        const QList<DeskDocument> both { { u"MSFT"_s, "[3]" }, { u"AAPL"_s, "[2]" } };
        QCOMPARE(*database.documents(u"drawings"_s), both);
        QVERIFY(database.remove(u"drawings"_s, u"MSFT"_s));
        QVERIFY(database.remove(u"drawings"_s, u"unknown"_s));
        QCOMPARE(*database.documents(u"drawings"_s), both.sliced(1));
        QCOMPARE(database.documents(u"alert"_s)->size(), 1);
    }

    void aFailedReplacementLeavesTheOldOnes()
    {
        DeskDatabase database;
        QVERIFY(database.open(path()));
        QVERIFY(database.replaceAll(u"watchlist"_s, { { u"A"_s, "1" } }));
        const Result<void> twice
            = database.replaceAll(u"watchlist"_s, { { u"B"_s, "2" }, { u"B"_s, "3" } });
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, Error::Code::Storage);
        QCOMPARE(database.documents(u"watchlist"_s)->front().name, u"A"_s);
    }

    void aNewerFileIsRefusedAndLeftAlone()
    {
        {
            DeskDatabase database;
            QVERIFY(database.open(path()));
        }
        setVersion(99);
        DeskDatabase database;
        const Result<void> opened = database.open(path());
        QVERIFY(!opened);
        QVERIFY(opened.error().detail.contains(u"newer"_s));
    }

    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5'000, 'x'));
        file.close();
        DeskDatabase database;
        QVERIFY(!database.open(path()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(5'000, 'x'));
    }

private:
    QString path() const { return m_dir->filePath(u"desk.db"_s); }
    void setVersion(int version)
    {
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
            raw.setDatabaseName(path());
            QVERIFY(raw.open());
            QVERIFY(QSqlQuery(raw).exec(u"PRAGMA user_version = %1"_s.arg(version)));
        }
        QSqlDatabase::removeDatabase(u"raw"_s);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestDeskDatabase)
#include "tst_deskdatabase.moc"
