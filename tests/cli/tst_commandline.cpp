#include "shared.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cstring>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What a run of tapeline-cli left behind.
struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QByteArrayList lines() const
    {
        QByteArrayList list = out.split('\n');
        if (list.last().isEmpty())
            list.removeLast();
        return list;
    }
    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
};

Run run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral(TAPELINE_BIN_DIR) + u"/tapeline-cli"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return { -1, {}, process.errorString().toUtf8() };
    return { process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError() };
}

QString tickFile(const QString &name)
{
    return test::sharedFile(u"data/equity/ticks/%1_trades.csv.gz"_s.arg(name));
}

/// A bar's line in the form of the oracle, taken from the text: no number goes through a double.
QByteArray oracleLine(const QByteArray &json)
{
    QByteArrayList values;
    for (const char *key : { "{\"t\":", ",\"o\":", ",\"h\":", ",\"l\":", ",\"c\":", ",\"v\":" }) {
        const qsizetype begin = json.indexOf(key) + static_cast<qsizetype>(std::strlen(key));
        values += json.mid(begin, json.indexOf(',', begin) - begin);
    }
    return values.join(',');
}

const QByteArray threeTrades = "ticker,conditions,price,sip_timestamp,size\n"
                               "IBM,,181.89,1381239000100000000,100\n"
                               "IBM,37,190,1381239001000000000,7\n"
                               "IBM,\"14,41\",181.5,1381239061000000000,50\n";

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void helpAndVersion()
    {
        const Run help = run({ u"--help"_s });
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("bars") && help.out.contains("decode"));
        QVERIFY(help.err.isEmpty());
        for (const QString &command : { u"bars"_s, u"decode"_s }) {
            const Run one = run({ command, u"--help"_s });
            QCOMPARE(one.code, 0);
            QVERIFY(
                one.out.startsWith(QByteArray("Usage: tapeline-cli ").append(command.toLatin1())));
            QVERIFY(one.out.contains("--json"));
        }
        const Run version = run({ u"--version"_s });
        QCOMPARE(version.code, 0);
        QCOMPARE(version.out, QByteArray("tapeline-cli " TAPELINE_VERSION "\n"));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const QStringList &arguments, const char *says) {
            QTest::newRow(name) << arguments << QByteArray(says);
        };
        row("nothing", {}, "No command");
        row("unknown command", { u"bar"_s }, "no command \"bar\"");
        row("unknown option", { u"bars"_s, u"--nope"_s }, "nope");
        row("no file", { u"bars"_s, u"--timeframe"_s, u"1m"_s }, "--trades FILE is missing");
        row("no timeframe", { u"bars"_s, u"--trades"_s, u"x"_s }, "--timeframe T is missing");
        row("option without its value", { u"bars"_s, u"--timeframe"_s }, "timeframe");
        row("wrong timeframe", { u"bars"_s, u"--trades"_s, u"x"_s, u"--timeframe"_s, u"5x"_s },
            "no timeframe");
        row("wrong session",
            { u"bars"_s, u"--trades"_s, u"x"_s, u"--timeframe"_s, u"1m"_s, u"--session"_s,
              u"pre"_s },
            "--session is");
        row("wrong eligibility",
            { u"bars"_s, u"--trades"_s, u"x"_s, u"--timeframe"_s, u"1m"_s, u"--eligible"_s,
              u"some"_s },
            "--eligible is");
        row("one argument too many",
            { u"bars"_s, u"more"_s, u"--trades"_s, u"x"_s, u"--timeframe"_s, u"1m"_s },
            "one argument too many");
        row("decode without a file", { u"decode"_s }, "takes one file");
        row("decode of two files", { u"decode"_s, u"a"_s, u"b"_s }, "takes one file");
        row("decode of no market", { u"decode"_s, u"a"_s, u"--market"_s, u"fish"_s },
            "no such market");
    }

    void wrongUsage()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, says);
        const Run wrong = run(arguments);
        QCOMPARE(wrong.code, 2);
        QVERIFY(wrong.out.isEmpty());
        QVERIFY2(wrong.err.startsWith("tapeline-cli: ") && wrong.err.contains(says),
                 wrong.err.constData());
        QVERIFY2(wrong.err.contains("--help"), wrong.err.constData());
        QCOMPARE(wrong.err.count('\n'), 1);
    }

    void brokenInput_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("empty") << QByteArray() << QByteArray("no header line");
        QTest::newRow("not CSV") << QByteArray("hello\n") << QByteArray("needs the columns");
        QTest::newRow("a broken line") << threeTrades + "IBM,,x,1381239061000000000,50\n"
                                       << QByteArray("line 5");
        QTest::newRow("a short line") << threeTrades + "IBM,,181\n" << QByteArray("line 5");
        QTest::newRow("cut gzip") << QByteArray::fromHex(
            "1f8b08000000000002032b28ca4c4ed529ce2c882fc9cc4d2d2e49cc2d00f2aa52b90c0d740c8d2d0c8d8c"
            "2d0d90808e2197a12142c2102161c40500")
                                  << QByteArray("ends too early");
        QTest::newRow("rubbish in gzip")
            << QByteArray("\x1f\x8b rubbish") << QByteArray("gzip data is broken");
        QTest::newRow("two symbols") << threeTrades + "BAC,,13.9,1381239061000000000,50\n"
                                     << QByteArray("IBM and BAC; choose one with --symbol");
    }

    void brokenInput()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, says);
        const QString file = write(bytes);
        const Run broken
            = run({ u"bars"_s, u"--trades"_s, file, u"--timeframe"_s, u"1m"_s, u"--json"_s });
        QCOMPARE(broken.code, 1);
        QVERIFY(broken.out.isEmpty());
        QVERIFY2(broken.err.contains(says) && broken.err.contains(file.toUtf8()),
                 broken.err.constData());
        QCOMPARE(broken.err.count('\n'), 1);
    }

    void missingFiles()
    {
        const QString file = m_folder.filePath(u"nowhere"_s);
        for (const QStringList &arguments :
             { QStringList { u"bars"_s, u"--trades"_s, file, u"--timeframe"_s, u"1m"_s },
               QStringList { u"decode"_s, file } }) {
            const Run missing = run(arguments);
            QCOMPARE(missing.code, 1);
            QVERIFY2(missing.err.contains("No such file") && missing.err.contains(file.toUtf8()),
                     missing.err.constData());
        }
    }

    void cutDecodeFileFails()
    {
        SHARED_OR_SKIP();
        QFile whole(test::sharedFile(u"data/ws/BAC_2013-10-07_0929-0935_TQ.jsonl.gz"_s));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const Run cut = run({ u"decode"_s, write(whole.read(20'000)), u"--stats"_s, u"--json"_s });
        QCOMPARE(cut.code, 1);
        QVERIFY(cut.out.isEmpty());
        QVERIFY2(cut.err.contains("ends too early"), cut.err.constData());
    }

    void barsFromStandardInput()
    {
        const Run bars
            = run({ u"bars"_s, u"--trades"_s, u"-"_s, u"--timeframe"_s, u"1m"_s, u"--json"_s },
                  threeTrades);
        QCOMPARE(bars.code, 0);
        QVERIFY(bars.err.isEmpty());
        QCOMPARE(bars.lines(),
                 (QByteArrayList {
                     "{\"t\":1381239000000,\"o\":181.89,\"h\":190,\"l\":181.89,\"c\":190,\"v\":107,"
                     "\"vw\":182.4205607477,\"n\":2}",
                     "{\"t\":1381239060000,\"o\":181.5,\"h\":181.5,\"l\":181.5,\"c\":181.5,\"v\":"
                     "50,\"vw\":181.5,\"n\":1}" }));
    }

    void conditionsDecide()
    {
        const QStringList arguments { u"bars"_s, u"--trades"_s, u"-"_s,           u"--timeframe"_s,
                                      u"1m"_s,   u"--json"_s,   u"--conditions"_s };
        const Run bars = run(arguments, threeTrades);
        QVERIFY(bars.lines().first().contains("\"h\":181.89,"));
        QVERIFY(bars.lines().first().contains("\"v\":107,"));

        const Run oddLotOnly
            = run(arguments, "conditions,price,sip_timestamp,size\n37,190,1381239001000000000,7\n");
        QCOMPARE(oddLotOnly.code, 0);
        QCOMPARE(oddLotOnly.lines(),
                 (QByteArrayList {
                     "{\"t\":1381239000000,\"o\":null,\"h\":null,\"l\":null,\"c\":null,\"v\":7,"
                     "\"vw\":190,\"n\":1}" }));
    }

    void oneSymbolOfSeveral()
    {
        const QByteArray mixed = threeTrades + "BAC,,13.9,1381239061000000000,50\n";
        const Run bars = run({ u"bars"_s, u"--trades"_s, u"-"_s, u"--timeframe"_s, u"1D"_s,
                               u"--json"_s, u"--symbol"_s, u"BAC"_s },
                             mixed);
        QCOMPARE(bars.code, 0);
        QCOMPARE(bars.lines().size(), 1);
        QVERIFY(bars.lines().first().contains("\"c\":13.9,"));
        const Run none = run({ u"bars"_s, u"--trades"_s, u"-"_s, u"--timeframe"_s, u"1D"_s,
                               u"--json"_s, u"--symbol"_s, u"XYZ"_s },
                             mixed);
        QCOMPARE(none.code, 0);
        QVERIFY(none.out.isEmpty());
    }

    void eligibleTradesOnly()
    {
        const QByteArray trades = "conditions,price,sip_timestamp,size\n"
                                  ",10,1381239000000000000,1\n"
                                  "2,10,1381239000000000000,10\n"
                                  "15,10,1381239000000000000,100\n";
        const auto volume = [&](const QString &eligible) {
            const Run bars = run({ u"bars"_s, u"--trades"_s, u"-"_s, u"--timeframe"_s, u"1m"_s,
                                   u"--json"_s, u"--eligible"_s, eligible },
                                 trades);
            return bars.object()["v"_L1].toInt();
        };
        QCOMPARE(volume(u"all"_s), 111);
        QCOMPARE(volume(u"volume"_s), 11);
        QCOMPARE(volume(u"clean"_s), 1);
    }

    void peopleGetATable()
    {
        const Run bars
            = run({ u"bars"_s, u"--trades"_s, u"-"_s, u"--timeframe"_s, u"1m"_s }, threeTrades);
        QCOMPARE(bars.code, 0);
        QCOMPARE(bars.lines().size(), 3);
        QVERIFY(bars.lines()[0].contains("volume"));
        QVERIFY(bars.lines()[1].startsWith("2013-10-08 09:30:00"));
    }

    void recordedMinutesEqualTheOracle_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("oracle");
        QTest::addColumn<QStringList>("options");
        for (const char *name : { "IBM_2013-10-08", "BAC_2013-10-07", "SPY_2013-10-07" }) {
            const QString file = QString::fromLatin1(name);
            const QStringList regular { u"--session"_s, u"regular"_s };
            QTest::addRow("%s all trades", name)
                << file << u"minute_bars_all_trades"_s << QStringList();
            QTest::addRow("%s regular hours", name)
                << file << u"minute_bars_rth_all_trades"_s << regular;
            QTest::addRow("%s update rules", name) << file << u"minute_bars_rth_update_rules"_s
                                                   << (regular + QStringList { u"--conditions"_s });
        }
    }

    void recordedMinutesEqualTheOracle()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, file);
        QFETCH(const QString, oracle);
        QFETCH(const QStringList, options);
        const Run bars = run(QStringList { u"bars"_s, u"--trades"_s, tickFile(file),
                                           u"--timeframe"_s, u"1m"_s, u"--json"_s }
                             + options);
        QVERIFY2(bars.code == 0, bars.err.constData());

        QFile oracles(test::sharedFile(u"data/oracles.json"_s));
        QVERIFY(oracles.open(QIODevice::ReadOnly));
        const QJsonObject expected = QJsonDocument::fromJson(oracles.readAll())
                                         .object()["equity_ticks"_L1]
                                         .toObject()[file]
                                         .toObject()[oracle]
                                         .toObject();
        QCOMPARE(bars.lines().size(), expected["bars"_L1].toInteger());
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const QByteArray &line : bars.lines())
            hash.addData(QByteArray(oracleLine(line)).append('\n'));
        QCOMPARE(QString::fromLatin1(hash.result().toHex()), expected["sha256"_L1].toString());
    }

    void recordedFramesAllDecode_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("events");
        QTest::newRow("BAC") << u"BAC_2013-10-07_0929-0935_TQ"_s << 2'960 << 5'994;
        QTest::newRow("IBM") << u"IBM_2013-10-08_0925-1000_TQ"_s << 5'704 << 8'437;
    }

    void recordedFramesAllDecode()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, file);
        QFETCH(const int, frames);
        QFETCH(const int, events);
        const QString path = test::sharedFile(u"data/ws/%1.jsonl.gz"_s.arg(file));
        const Run stats = run({ u"decode"_s, path, u"--stats"_s, u"--json"_s });
        QCOMPARE(stats.code, 0);
        const QJsonObject counts = stats.object();
        QCOMPARE(counts["frames"_L1].toInt(), frames);
        QCOMPARE(counts["events"_L1].toInt(), events);
        QCOMPARE(counts["rejected_frames"_L1].toInt(), 0);
        QCOMPARE(counts["invalid"_L1].toInt(), 0);
        QVERIFY(counts["unknown"_L1].toObject().isEmpty());
        const QJsonObject byEvent = counts["by_event"_L1].toObject();
        QCOMPARE(byEvent["T"_L1].toInt() + byEvent["Q"_L1].toInt(), events);

        const Run all = run({ u"decode"_s, path, u"--json"_s });
        QCOMPARE(all.code, 0);
        QCOMPARE(all.lines().size(), events);
    }

    void booksAreShown()
    {
        const QByteArray frames
            = "[{\"ev\":\"XL2\",\"pair\":\"BTC-USD\",\"b\":[[98211.5,0.25],[98211,1]],"
              "\"a\":[[98212,1.5]],\"t\":1786629600007,\"x\":1}]\n"
              "[{\"ev\":\"XL2\",\"pair\":\"BTC-USD\",\"b\":7,\"t\":1786629600007}]\n";
        const Run stats = run({ u"decode"_s, u"-"_s, u"--stats"_s, u"--json"_s }, frames);
        QCOMPARE(stats.object()["events"_L1].toInt(), 1);
        QCOMPARE(stats.object()["by_event"_L1].toObject()["XL2"_L1].toInt(), 1);
        QCOMPARE(stats.object()["invalid"_L1].toInt(), 1);
        const Run books = run({ u"decode"_s, u"-"_s, u"--json"_s }, frames);
        QCOMPARE(books.out,
                 QByteArray("{\"ev\":\"XL2\",\"sym\":\"X:BTCUSD\",\"t\":1786629600007000000,"
                            "\"exchange\":1,\"bids\":[[98211.5,0.25],[98211,1]],"
                            "\"asks\":[[98212,1.5]]}\n"));
        const Run rows = run({ u"decode"_s, u"-"_s }, frames);
        QVERIFY2(rows.out.contains("X:BTCUSD XL2 98211.50 x 0.25, 2 bids / 98212.00 x 1.5, 1 asks"),
                 rows.out.constData());
    }

    void aBrokenFrameDoesNotLoseThePlace()
    {
        const QByteArray frames
            = "[{\"ev\":\"T\",\"sym\":\"IBM\",\"p\":181.89,\"s\":100,\"t\":1381239000100,\"c\":[14,"
              "41]},"
              "{\"ev\":\"ZZ\",\"sym\":\"IBM\"}]\n"
              "[{\"ev\":\"T\",\n"
              "\n"
              "[{\"ev\":\"status\",\"status\":\"connected\",\"message\":\"a \\\"b\\\"\"},"
              "{\"ev\":\"T\",\"sym\":\"IBM\"}]\n"
              "[{\"ev\":\"Q\",\"sym\":\"IBM\",\"bp\":181.8,\"bs\":200,\"ap\":181.9,\"as\":300,"
              "\"t\":1381239000200}]\n";
        const Run stats = run({ u"decode"_s, u"-"_s, u"--stats"_s, u"--json"_s }, frames);
        QCOMPARE(stats.code, 0);
        QCOMPARE(
            stats.out,
            QByteArray(
                "{\"frames\":4,\"events\":2,\"by_event\":{\"Q\":1,\"T\":1},\"unknown\":{\"ZZ\":1},"
                "\"rejected_frames\":1,\"invalid\":1,\"rounded\":0,\"statuses\":1}\n"));

        const Run events = run({ u"decode"_s, u"-"_s, u"--json"_s }, frames);
        QCOMPARE(events.code, 0);
        QVERIFY2(events.err.contains("line 2 was rejected"), events.err.constData());
        QCOMPARE(events.lines().size(), 3);
        const QJsonObject trade = QJsonDocument::fromJson(events.lines()[0]).object();
        QCOMPARE(trade["ev"_L1].toString(), u"T"_s);
        QCOMPARE(trade["sym"_L1].toString(), u"IBM"_s);
        QCOMPARE(trade["t"_L1].toInteger(), Q_INT64_C(1381239000100000000));
        QCOMPARE(trade["price"_L1].toDouble(), 181.89);
        const QJsonObject status = QJsonDocument::fromJson(events.lines()[1]).object();
        QCOMPARE(status["message"_L1].toString(), u"a \"b\""_s);
    }

    void fullDiskIsAFailure()
    {
        QFile full(u"/dev/full"_s);
        if (!full.exists())
            QSKIP("no /dev/full here");
        QProcess process;
        process.setStandardOutputFile(full.fileName());
        process.start(QStringLiteral(TAPELINE_BIN_DIR) + u"/tapeline-cli"_s, { u"--help"_s });
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("could not be written"));
    }

private:
    QString write(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"input"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the temporary folder cannot be written");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
