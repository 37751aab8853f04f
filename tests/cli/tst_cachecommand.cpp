#include "cachedatabase.h"
#include "randombars.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp january = std::chrono::sys_days(std::chrono::year(2024) / 1 / 1);

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
};

} // namespace

/// `tapeline-cli cache` as its users meet it.
class TestCacheCommand : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        CacheDatabase cache;
        QVERIFY(cache.open(file()));
        write(cache, u"massive"_s, u"AAPL"_s, 500);
        write(cache, u"yahoo"_s, u"AAPL"_s, 20);
        write(cache, u"massive"_s, u"IBM"_s, 100);
        QVERIFY(cache.keepAnswer(u"massive"_s, u"holidays"_s, { "12345", january }));
    }

    void statisticsSayWhatIsKept()
    {
        const Run run = cache({ u"stats"_s, u"--json"_s });
        QCOMPARE(run.code, 0);
        QCOMPARE(run.err, QByteArray());
        const QJsonObject all = run.object();
        QCOMPARE(all["symbols"_L1].toInt(), 2);
        QCOMPARE(all["bars"_L1].toInt(), 620);
        QCOMPARE(all["answers"_L1].toInt(), 1);
        QVERIFY(all["file_bytes"_L1].toInt() > all["bytes"_L1].toInt());
        const QJsonArray symbols = all["by_symbol"_L1].toArray();
        QCOMPARE(symbols.size(), 3);
        const QJsonObject apple = symbols[0].toObject();
        QCOMPARE(apple["symbol"_L1].toString(), u"AAPL"_s);
        QCOMPARE(apple["origin"_L1].toString(), u"massive"_s);
        QCOMPARE(apple["series"_L1].toInt(), 1);
        QCOMPARE(apple["bars"_L1].toInt(), 500);
        QCOMPARE(apple["first"_L1].toInteger(), toMs(january));
        QCOMPARE(apple["last"_L1].toInteger(), toMs(january + 499min));
        QVERIFY(apple["used"_L1].toInteger() > apple["last"_L1].toInteger());
        qint64 bytes = 5; // of the answer
        for (const QJsonValue symbol : symbols)
            bytes += symbol["bytes"_L1].toInteger();
        QCOMPARE(all["bytes"_L1].toInteger(), bytes);
    }

    void statisticsOfOneSymbol()
    {
        const QJsonObject some
            = cache({ u"stats"_s, u"--symbol"_s, u"IBM"_s, u"--json"_s }).object();
        QCOMPARE(some["symbols"_L1].toInt(), 1);
        QCOMPARE(some["bars"_L1].toInt(), 100);
        QCOMPARE(some["by_symbol"_L1].toArray().size(), 1);
        const QJsonObject old
            = cache({ u"stats"_s, u"--older-than"_s, u"1"_s, u"--json"_s }).object();
        QCOMPARE(old["symbols"_L1].toInt(), 0);
    }

    void statisticsForPeople()
    {
        const Run run = cache({ u"stats"_s });
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.contains("2 symbols, 620 bars, 1 answers"));
        QVERIFY(run.out.contains("2024-01-01 to 2024-01-01"));
        QVERIFY(run.out.contains(file().toUtf8()));
    }

    void clearingForgetsWhatIsMeant()
    {
        Run run = cache({ u"clear"_s, u"--older-than"_s, u"1"_s, u"--json"_s });
        QCOMPARE(run.object()["bytes_freed"_L1].toInteger(-1), 0);
        run = cache({ u"clear"_s, u"--symbol"_s, u"AAPL"_s, u"--json"_s });
        QCOMPARE(run.code, 0);
        QVERIFY(run.object()["bytes_freed"_L1].toInteger() > 1'000);
        QCOMPARE(bars(), 100);
        QVERIFY(cache({ u"clear"_s }).out.contains("were freed"));
        QCOMPARE(bars(), 0);
        QCOMPARE(cache({ u"stats"_s, u"--json"_s }).object()["answers"_L1].toInt(-1), 0);
    }

    void aRunningDeskIsNoHindrance()
    {
        CacheDatabase desk;
        QVERIFY(desk.open(file()));
        QCOMPARE(bars(), 620);
        QCOMPARE(cache({ u"clear"_s }).code, 0);
        QCOMPARE(desk.statistics()->bars, 0);
        write(desk, u"massive"_s, u"AAPL"_s, 7);
        QCOMPARE(bars(), 7);
    }

    void theFolderOfTheEnvironmentIsMeant()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TAPELINE_DATA_DIR"_s, m_dir->path());
        QProcess process;
        process.setProcessEnvironment(environment);
        QCOMPARE(finished(process, { u"stats"_s, u"--json"_s }).object()["bars"_L1].toInt(), 620);
        environment.remove(u"TAPELINE_DATA_DIR"_s);
        environment.insert(u"XDG_DATA_HOME"_s, m_dir->path() + u"/none"_s);
        process.setProcessEnvironment(environment);
        const Run nothing = finished(process, { u"stats"_s, u"--json"_s });
        QCOMPARE(nothing.code, 0);
#ifdef Q_OS_LINUX
        QCOMPARE(nothing.object()["bars"_L1].toInt(-1), 0);
        QVERIFY(!QFile::exists(m_dir->path() + u"/none"_s)); // asking makes nothing
#endif
    }

    void nothingIsKeptWhereNoFileIs()
    {
        QVERIFY(QFile::remove(file()));
        QCOMPARE(bars(), 0);
        QCOMPARE(cache({ u"clear"_s, u"--json"_s }).object()["bytes_freed"_L1].toInteger(-1), 0);
        QVERIFY(!QFile::exists(file()));
    }

    void aDamagedFileIsSaidAndMended()
    {
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray(5'000, 'x'));
        damaged.close();
        Run run = cache({ u"stats"_s });
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("it is not a database."), run.err.constData());
        run = cache({ u"clear"_s });
        QCOMPARE(run.code, 0);
        QVERIFY2(run.err.contains("the cache begins anew."), run.err.constData());
        QCOMPARE(bars(), 0);
    }

    void wrongUsageIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("nothing") << QStringList() << 2 << QByteArray("stats or clear is missing.");
        QTest::newRow("word") << QStringList { u"empty"_s } << 2
                              << QByteArray("\"empty\" is neither stats nor clear.");
        QTest::newRow("words") << QStringList { u"clear"_s, u"AAPL"_s } << 2
                               << QByteArray("\"AAPL\" is one argument too many.");
        QTest::newRow("no symbol") << QStringList { u"clear"_s, u"--symbol"_s, u""_s } << 2
                                   << QByteArray("--symbol wants a symbol.");
        for (const QString &days : { u"x"_s, u"-1"_s, u"1.5"_s, u"40000"_s, u""_s })
            QTest::newRow(qPrintable(u"days %1"_s.arg(days)))
                << QStringList { u"clear"_s, u"--older-than"_s, days } << 2
                << QByteArray("expected days, 0 to 36500.");
        QTest::newRow("no folder") << QStringList { u"stats"_s, u"--data-dir"_s, u"/none/of"_s }
                                   << 1 << QByteArray("There is no folder /none/of.");
    }
    void wrongUsageIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, sentence);
        QProcess process;
        const Run run = finished(process, arguments);
        QCOMPARE(run.code, code);
        QVERIFY2(run.err.contains(sentence), run.err.constData());
        QVERIFY(run.out.isEmpty());
    }

private:
    static void write(CacheDatabase &cache, const QString &origin, const QString &symbol, int count)
    {
        const TimeRange range { january, january + 24h };
        QVERIFY(cache.write({ origin, symbol, { 1, TimeUnit::Minute }, true }, range, range.to,
                            range.to, stockBars(std::size_t(count), 1, january)));
    }
    QString file() const
    {
        return m_dir->filePath(u"cache.db"_s);
    }
    Run cache(const QStringList &arguments) const
    {
        QProcess process;
        return finished(process, arguments + QStringList { u"--data-dir"_s, m_dir->path() });
    }
    qint64 bars() const
    {
        return cache({ u"stats"_s, u"--json"_s }).object()["bars"_L1].toInteger(-1);
    }
    static Run finished(QProcess &process, const QStringList &arguments)
    {
        process.start(QStringLiteral(TAPELINE_BIN_DIR "/tapeline-cli"),
                      QStringList { u"cache"_s } + arguments);
        if (!process.waitForFinished(60'000))
            return {};
        return { process.exitCode(), process.readAllStandardOutput(),
                 process.readAllStandardError() };
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestCacheCommand)
#include "tst_cachecommand.moc"
