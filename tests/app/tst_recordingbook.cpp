#include "recordingbook.h"

#include "deskdatabase.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp noon = fromMs(1'772'640'000'000); // 2026-03-04 16:00 UTC

} // namespace

/// Which recording holds a symbol at a time, over restarts.
class TestRecordingBook : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const QString &name : { u"a.jsonl"_s, u"b.jsonl"_s })
            QVERIFY(QFile(m_folder->filePath(name)).open(QFile::WriteOnly));
    }

    void findsWhatHoldsIt()
    {
        {
            DeskDatabase database;
            QVERIFY(database.open(m_folder->filePath(u"desk.db"_s)));
            RecordingBook book(database);
            QVERIFY(!book.covering(u"IBM"_s, noon));
            book.note({ file("a"), { noon - 1h, noon + 1h }, { u"IBM"_s } });
            book.note({ file("b"), { noon, noon + 2h }, { u"SPY"_s } });
            book.note({ file("b"), { noon, noon + 2h }, { u"IBM"_s } });
        }
        DeskDatabase database;
        QVERIFY(database.open(m_folder->filePath(u"desk.db"_s)));
        const RecordingBook book(database);
        QCOMPARE(book.covering(u"IBM"_s, noon)->file, file("b")); // played last
        QCOMPARE(book.covering(u"SPY"_s, noon)->symbols, (QStringList { u"IBM"_s, u"SPY"_s }));
        QCOMPARE(book.covering(u"IBM"_s, noon - 1h)->file, file("a"));
        QVERIFY(!book.covering(u"SPY"_s, noon - 1h));
        QVERIFY(!book.covering(u"IBM"_s, noon + 2h)); // the end is not in it
        QVERIFY(!book.covering(u"QQQ"_s, noon));
        QVERIFY(QFile::remove(file("b")));
        QCOMPARE(book.covering(u"IBM"_s, noon)->file, file("a"));
        QVERIFY(QFile::remove(file("a")));
        QVERIFY(!book.covering(u"IBM"_s, noon));
    }

    void anotherFileOfTheSameName()
    {
        DeskDatabase database;
        QVERIFY(database.open(m_folder->filePath(u"desk.db"_s)));
        RecordingBook book(database);
        book.note({ file("a"), { noon, noon + 1h }, { u"IBM"_s } });
        book.note({ file("a"), { noon, noon + 2h }, { u"SPY"_s } });
        QVERIFY(!book.covering(u"IBM"_s, noon));
        QVERIFY(book.covering(u"SPY"_s, noon));
    }

    void remembersTheNewest()
    {
        DeskDatabase database;
        QVERIFY(database.open(m_folder->filePath(u"desk.db"_s)));
        RecordingBook book(database);
        book.note({ file("a"), { noon, noon + 1h }, { u"IBM"_s } });
        for (std::size_t i = 0; i < RecordingBook::mostRemembered; ++i)
            book.note({ u"/nowhere/%1"_s.arg(i), { noon, noon + 1h }, { u"SPY"_s } });
        QVERIFY(!book.covering(u"IBM"_s, noon));
        QCOMPARE(std::size_t(database.documents(u"recording"_s)->size()),
                 RecordingBook::mostRemembered);
    }

private:
    QString file(const char *name) const
    {
        return m_folder->filePath(QString::fromLatin1(name) + u".jsonl"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestRecordingBook)
#include "tst_recordingbook.moc"
