#include "importedtrades.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray header = "at,symbol,side,qty,price,fee\n";
const QByteArray goodLines = "2026-05-01T14:00:00Z,AAPL,buy,10,150.25,1\n"
                             "2026-05-01T15:00:00Z,AAPL,sell,10,152.25,1\n";
const QByteArray badLine = "2026-05-01T16:00:00Z,MSFT,buy,0,410,1\n";

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
};

} // namespace

/// `tapeline-cli journal import` as its users meet it.
class TestJournalImport : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aFileIsTakenInOnce()
    {
        const QString file = write("fills.csv", header + goodLines);
        const QStringList arguments { file, u"--account"_s, u"Mine"_s, u"--json"_s };
        Run run = import(arguments);
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.code, 0);
        const QJsonObject first = run.object();
        QCOMPARE(first["account"_L1].toString(), u"import/Mine"_s);
        QCOMPARE(first["preset"_L1].toString(), u"generic"_s);
        QCOMPARE(first["fills"_L1].toInt(), 2);
        QCOMPARE(first["new"_L1].toInt(), 2);
        QCOMPARE(first["trades"_L1].toInt(), 1);
        QCOMPARE(first["open"_L1].toInt(), 0);
        QCOMPARE(first["net"_L1].toDouble(), 18.0);
        QVERIFY(first["imported"_L1].toBool());
        QCOMPARE(kept(u"import/Mine"_s), 2);
        const QJsonObject second = import(arguments).object();
        QCOMPARE(second["new"_L1].toInt(-1), 0);
        QCOMPARE(second["duplicates"_L1].toInt(), 2);
        QCOMPARE(second["trades"_L1].toInt(), 1);
        QCOMPARE(kept(u"import/Mine"_s), 2);
    }

    void aDryRunKeepsNothing()
    {
        const QString file = write("fills.csv", header + goodLines);
        Run run = import({ file, u"--dry-run"_s, u"--json"_s });
        QCOMPARE(run.code, 0);
        QCOMPARE(run.object()["new"_L1].toInt(), 2);
        QVERIFY(!run.object()["imported"_L1].toBool(true));
        QVERIFY(!QFile::exists(journal()));
        QCOMPARE(import({ file }).code, 0);
        run = import({ file, u"--dry-run"_s });
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.contains("0 fills would be new"));
    }

    void eachBrokersFileIsTakenIn_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("account");
        QTest::addColumn<int>("fills");
        QTest::addColumn<int>("trades");
        QTest::addColumn<int>("open");
        QTest::addColumn<double>("net");
        // 1,000 AAPL: 6,250 - 12.64; two calls that expired: 630 - 1.30
        QTest::newRow("Interactive Brokers, statement")
            << u"ibkr_statement.csv"_s << u"import/Interactive Brokers"_s << 7 << 2 << 3
            << 6'237.36 + 628.70;
        QTest::newRow("Interactive Brokers, Flex")
            << u"ibkr_flex.csv"_s << u"import/Interactive Brokers"_s << 4 << 1 << 2 << 22.5 - 2.03;
        QTest::newRow("thinkorswim")
            << u"thinkorswim.csv"_s << u"import/thinkorswim"_s << 5 << 1 << 2 << 8.8 - 0.03;
        // One order sold two calls and a put: one trade, whose put expired
        QTest::newRow("tastytrade") << u"tastytrade.csv"_s << u"import/tastytrade"_s << 6 << 1 << 2
                                    << 310.0 + 200 - 124 - 2.28 - 1.14 - 0.25;
        QTest::newRow("Webull") << u"webull.csv"_s << u"import/Webull"_s << 4 << 1 << 1 << 29.0;
    }

    void eachBrokersFileIsTakenIn()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, account);
        QFETCH(const int, fills);
        QFETCH(const int, trades);
        QFETCH(const int, open);
        QFETCH(const double, net);
        const Run run
            = import({ QStringLiteral(TAPELINE_TEST_DATA "/fills/") + file, u"--json"_s });
        QVERIFY2(run.code == 0, run.err.constData());
        const QJsonObject object = run.object();
        QCOMPARE(object["account"_L1].toString(), account);
        QCOMPARE(object["new"_L1].toInt(), fills);
        QCOMPARE(object["trades"_L1].toInt(), trades);
        QCOMPARE(object["open"_L1].toInt(), open);
        QCOMPARE(object["net"_L1].toDouble(), net);
        QCOMPARE(kept(account), fills);
    }

    void aFileWithBadLinesIsNotTakenInByHalves()
    {
        const QString file = write("fills.csv", header + goodLines + badLine);
        Run run = import({ file, u"--json"_s });
        QCOMPARE(run.code, 1);
        QVERIFY(run.err.contains("Line 4, qty"));
        QVERIFY(run.err.contains("--skip-bad-lines"));
        const QJsonObject refused = run.object();
        QVERIFY(!refused["imported"_L1].toBool(true));
        QVERIFY(refused["new"_L1].isNull());
        const QJsonObject problem = refused["problems"_L1].toArray()[0].toObject();
        QCOMPARE(problem["line"_L1].toInt(), 4);
        QCOMPARE(problem["column"_L1].toString(), u"qty"_s);
        QCOMPARE(problem["value"_L1].toString(), u"0"_s);
        QCOMPARE(problem["reason"_L1].toString(), u"The quantity is 0."_s);
        QVERIFY(!QFile::exists(journal()));
        run = import({ file, u"--skip-bad-lines"_s, u"--json"_s });
        QCOMPARE(run.code, 0);
        QCOMPARE(run.object()["new"_L1].toInt(), 2);
        QCOMPARE(run.object()["bad_lines"_L1].toInt(), 1);
    }

    void columnsAreSaidByMap()
    {
        const QString file
            = write("own.csv", "Wann;Was;Wieviel;Wozu\n13.05.2026 10:00:00;AAPL;-1.000;150,25\n");
        QCOMPARE(import({ file, u"--account"_s, u"Mine"_s }).code, 1);
        const Run run
            = import({ file, u"--account"_s, u"Mine"_s, u"--map"_s,
                       u"at=Wann;symbol=Was;qty=Wieviel;price=Wozu;zone=UTC"_s, u"--json"_s });
        QVERIFY2(run.code == 0, run.err.constData());
        QCOMPARE(run.object()["open"_L1].toInt(), 1);
        QCOMPARE(import({ file, u"--map"_s, u"nonsense"_s }).code, 2);
    }

    void anOpenOrderOfDayAndMonthIsAskedFor()
    {
        const QString file = write("open.csv", header + "03/04/2026 10:00,A,buy,1,1,0\n");
        Run run = import({ file });
        QCOMPARE(run.code, 1);
        QVERIFY(run.err.contains("dates=day-first"));
        run = import({ file, u"--map"_s, u"dates=day-first"_s });
        QVERIFY2(run.code == 0, run.err.constData());
    }

    void aRunningDeskIsSaid()
    {
        const QString file = write("fills.csv", header + goodLines);
        JournalDatabase desk;
        QVERIFY(desk.open(journal()));
        Run run = import({ file });
        QCOMPARE(run.code, 1);
        QVERIFY(run.err.contains("a desk writes to this journal"));
        run = import({ file, u"--dry-run"_s }); // hinders nobody
        QVERIFY2(run.code == 0, run.err.constData());
        QVERIFY(desk.accounts()->isEmpty());
    }

    void wrongUsageIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("no file") << QStringList() << 2;
        QTest::newRow("two files") << QStringList { u"a"_s, u"b"_s } << 2;
        QTest::newRow("unknown form") << QStringList { u"a"_s, u"--preset"_s, u"etrade"_s } << 2;
        QTest::newRow("of stats") << QStringList { u"a"_s, u"--symbol"_s, u"AAPL"_s } << 2;
        QTest::newRow("no such file") << QStringList { u"/nowhere/a.csv"_s } << 1;
        QTest::newRow("another form")
            << QStringList { QStringLiteral(TAPELINE_TEST_DATA "/fills/webull.csv"), u"--preset"_s,
                             u"tastytrade"_s }
            << 1;
        QTest::newRow("no name of an account")
            << QStringList { QStringLiteral(TAPELINE_TEST_DATA "/fills/webull.csv"), u"--account"_s,
                             u"a/b"_s }
            << 1;
    }

    void wrongUsageIsSaid()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, code);
        const Run run = import(arguments);
        QCOMPARE(run.code, code);
        QVERIFY(!run.err.isEmpty());
        QVERIFY(run.out.isEmpty());
    }

private:
    QString journal() const { return m_dir->filePath(u"data/journal.db"_s); }
    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_dir->filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            ? file.fileName()
            : QString();
    }
    /// Fills of an account in the journal.
    int kept(const QString &account) const
    {
        JournalDatabase database;
        if (!database.open(journal(), JournalDatabase::Access::ReadOnly))
            return -1;
        const auto fills = importedtrades::read(database, account);
        return fills ? int(fills->size()) : -1;
    }
    Run import(const QStringList &arguments) const
    {
        QProcess process;
        process.start(QStringLiteral(TAPELINE_BIN_DIR "/tapeline-cli"),
                      QStringList { u"journal"_s, u"import"_s } + arguments
                          + QStringList { u"--data-dir"_s, m_dir->filePath(u"data"_s) });
        if (!process.waitForFinished())
            return {};
        return { process.exitCode(), process.readAllStandardOutput(),
                 process.readAllStandardError() };
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_APPLESS_MAIN(TestJournalImport)
#include "tst_journalimport.moc"
