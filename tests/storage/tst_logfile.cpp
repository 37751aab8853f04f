#include "fulldisk.h"
#include "logfile.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser
    | QFileDevice::WriteUser;

QByteArrayList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArrayList lines = file.readAll().split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

class TestLogFile : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"logs/tapeline.log"_s);
    }

    void aLine()
    {
        LogFile log(m_path, m_mask, LogFile::usualLimits, &m_clock);
        QVERIFY(log.open());
        log.write(QtWarningMsg, "tapeline.rest", u"what\nhappened \x07 äλ"_s);
        m_clock.advance(1'500ms);
        log.write(QtDebugMsg, nullptr, u"more"_s);
        const QByteArrayList expected {
            "2026-08-13T14:00:00.000Z warning tapeline.rest: what\\nhappened \xef\xbf\xbd äλ",
            "2026-08-13T14:00:01.500Z debug default: more"
        };
        QCOMPARE(linesOf(m_path), expected);
        QCOMPARE(log.recent(1), QStringList { QString::fromUtf8(expected.last()) });
        QCOMPARE(log.recent(99).size(), 2);
    }

    /// The program was stopped while it wrote.
    void aLineThatWasCutOffStaysALineOfItsOwn()
    {
        QDir().mkpath(QFileInfo(m_path).path());
        QFile cut(m_path);
        QVERIFY(cut.open(QIODevice::WriteOnly));
        cut.write("whole\n2026-08-13T14:00:00.0");
        cut.close();
        LogFile log(m_path, m_mask, LogFile::usualLimits, &m_clock);
        QVERIFY(log.open());
        log.write(QtInfoMsg, "tapeline", u"first"_s);
        log.write(QtInfoMsg, "tapeline", u"second"_s);
        const QByteArrayList lines = linesOf(m_path);
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[1], QByteArray("2026-08-13T14:00:00.0"));
        QVERIFY(lines[2].endsWith("info tapeline: first"));
        QVERIFY(lines[3].endsWith("info tapeline: second"));
    }

    void onlyItsUserCanReadIt()
    {
        {
            QDir().mkpath(QFileInfo(m_path).path());
            QFile older(m_path);
            QVERIFY(older.open(QIODevice::WriteOnly));
            older.setPermissions(ownerOnly | QFileDevice::ReadGroup | QFileDevice::ReadOther);
        }
        LogFile log(m_path, m_mask, { 100, 2 }, &m_clock);
        QVERIFY(log.open());
        QCOMPARE(QFileInfo(m_path).permissions(), ownerOnly);
        for (int i = 0; i < 5; ++i)
            log.write(QtInfoMsg, "tapeline", u"a message of some length"_s);
        QCOMPARE(QFileInfo(m_path).permissions(), ownerOnly);
        QCOMPARE(QFileInfo(m_dir->filePath(u"logs/tapeline.1.log"_s)).permissions(), ownerOnly);
    }

    void fullFilesMoveOnAndTheOldestGoes()
    {
        LogFile log(m_path, m_mask, { 200, 3 }, &m_clock);
        QVERIFY(log.open());
        for (int i = 0; i < 30; ++i)
            log.write(QtInfoMsg, "tapeline", u"message %1"_s.arg(i, 2, 10, QChar(u'0')));
        const QStringList files = QDir(m_dir->filePath(u"logs"_s)).entryList(QDir::Files);
        QCOMPARE(files,
                 (QStringList { u"tapeline.1.log"_s, u"tapeline.2.log"_s, u"tapeline.log"_s }));
        QByteArrayList all;
        for (const QString &name :
             { u"tapeline.2.log"_s, u"tapeline.1.log"_s, u"tapeline.log"_s }) {
            const QString path = m_dir->filePath(u"logs/"_s + name);
            QVERIFY(QFileInfo(path).size() <= 200);
            all += linesOf(path);
        }
        QVERIFY(all.size() >= 6);
        for (qsizetype i = 0; i < all.size(); ++i) { // the newest ones, none missing between
            const QByteArray number
                = QByteArray::number(30 - all.size() + i).rightJustified(2, '0');
            QVERIFY2(all[i].endsWith(QByteArray("message " + number)), all[i].constData());
        }
    }

    void aNewRunGoesOnBehindTheOld()
    {
        for (const QString &message : { u"first"_s, u"second"_s }) {
            LogFile log(m_path, m_mask);
            QVERIFY(log.open());
            log.write(QtInfoMsg, "tapeline", message);
        }
        QCOMPARE(linesOf(m_path).size(), 2);
        QVERIFY(linesOf(m_path).last().endsWith("second"));
    }

    void aLineLargerThanAFile()
    {
        LogFile log(m_path, m_mask, { 100, 2 });
        QVERIFY(log.open());
        log.write(QtInfoMsg, "tapeline", QString(1'000, u'x'));
        log.write(QtInfoMsg, "tapeline", u"after it"_s);
        QCOMPARE(linesOf(m_path).size(), 1);
        QVERIFY(linesOf(m_path).first().endsWith("after it"));
    }

    void withoutAFileItStillRemembers()
    {
        QFile inTheWay(m_dir->filePath(u"logs"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        LogFile log(m_path, m_mask);
        const Result<void> opened = log.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Error::Code::Storage);
        for (int i = 0; i < 2'000; ++i)
            log.write(QtInfoMsg, "tapeline", QString::number(i));
        QCOMPARE(log.recent(5'000).size(), qsizetype(LogFile::recentCapacity));
        QVERIFY(log.recent(1).first().endsWith(u": 1999"_s));
    }

#ifdef Q_OS_UNIX
    void aFullDiskIsSurvived()
    {
        LogFile log(m_path, m_mask, LogFile::usualLimits, &m_clock);
        QVERIFY(log.open());
        log.write(QtInfoMsg, "tapeline", u"before"_s);
        {
            const FullDisk full(80); // within the second line
            for (int i = 0; i < 10; ++i)
                log.write(QtInfoMsg, "tapeline", u"lost"_s);
        }
        log.write(QtInfoMsg, "tapeline", u"after"_s);
        const QByteArrayList lines = linesOf(m_path);
        QCOMPARE(lines.size(), 4); // one of them torn
        QVERIFY(lines.at(0).endsWith("before"));
        QVERIFY2(lines.at(2).endsWith("tapeline.log: 10 lines could not be written"),
                 lines.at(2).constData());
        QVERIFY(lines.at(3).endsWith("after"));
        QCOMPARE(log.recent(99).size(), 12);
    }
#endif

    void secretsAreHidden()
    {
        m_mask.add(u"s3cr3t-key-0123456789"_s);
        LogFile log(m_path, m_mask);
        QVERIFY(log.open());
        log.write(QtWarningMsg, "tapeline.rest",
                  u"asked with s3cr3t-key-0123456789 and \"s3cr3t-key\" \"-0123456789\""_s);
        QVERIFY(linesOf(m_path).first().endsWith("asked with *** and \"***\""));
        QVERIFY(log.recent(1).first().endsWith("asked with *** and \"***\""_L1));
    }

    void messagesOfManyThreads()
    {
        constexpr int threads = 8;
        constexpr int messages = 500;
        LogFile log(m_path, m_mask, { 20'000, 50 });
        QVERIFY(log.open());
        {
            std::vector<std::jthread> writers;
            for (int t = 0; t < threads; ++t)
                writers.emplace_back([&log, t] {
                    for (int i = 0; i < messages; ++i)
                        log.write(QtInfoMsg, "tapeline", u"<%1:%2>"_s.arg(t).arg(i));
                });
        }
        QSet<QByteArray> seen;
        const QDir dir(m_dir->filePath(u"logs"_s));
        for (const QString &name : dir.entryList(QDir::Files))
            for (const QByteArray &line : linesOf(dir.filePath(name))) {
                QVERIFY2(line.endsWith('>') && line.count('<') == 1, line.constData());
                seen.insert(line.mid(line.indexOf('<')));
            }
        QCOMPARE(seen.size(), qsizetype(threads * messages));
    }

    void qtMessagesAreCaptured()
    {
        m_mask.add(u"captured-secret-99"_s);
        LogFile log(m_path, m_mask);
        QVERIFY(log.open());
        const QLoggingCategory category("tapeline.test");
        {
            const MessageCapture capture(log);
            std::vector<std::jthread> writers;
            for (int t = 0; t < 4; ++t)
                writers.emplace_back([&category, t] {
                    qCInfo(category) << "thread" << t << QString(u"captured-secret-99"_s);
                });
        }
        QTest::ignoreMessage(QtWarningMsg, "not captured"); // the handler before is back
        qWarning("not captured");
        const QByteArrayList lines = linesOf(m_path);
        QCOMPARE(lines.size(), 4);
        for (const QByteArray &line : lines) {
            QVERIFY2(line.contains(" info tapeline.test: thread "), line.constData());
            QVERIFY2(!line.contains("secret"), line.constData());
        }
    }

    void aCaptureMayGoWhileThreadsWrite()
    {
        LogFile log(m_path, m_mask);
        QVERIFY(log.open());
        const QLoggingCategory category("tapeline.test");
        std::atomic<bool> done = false;
        std::atomic<int> written = 0;
        // What is written between captures is not for the test's own log
        const QtMessageHandler before = qInstallMessageHandler([](auto, auto &, auto &) {});
        std::jthread writer([&] {
            while (!done) {
                qCInfo(category, "x");
                ++written;
            }
        });
        for (int i = 0; i < 20; ++i) {
            const MessageCapture capture(log);
            const int earlier = written;
            QTRY_VERIFY(written > earlier + 2);
        }
        done = true;
        writer.join();
        qInstallMessageHandler(before);
        QVERIFY(linesOf(m_path).size() >= 20);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    SecretMask m_mask;
    ManualWallClock m_clock;
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
