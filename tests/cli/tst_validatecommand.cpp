#include "flowcommandfiles.h"
#include "plantedfaults.h"
#include "shared.h"

#include <QJsonArray>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using test::Run;
using test::run;

const QByteArray header = "ticker,volume,open,close,high,low,window_start,transactions\n";

QByteArray row(const QByteArray &symbol, const Candle &bar)
{
    const auto number = [](const auto &value) { return value.toString().toLatin1(); };
    return symbol + ',' + number(bar.volume) + ',' + number(bar.open) + ',' + number(bar.close)
        + ',' + number(bar.high) + ',' + number(bar.low) + ',' + QByteArray::number(toNs(bar.start))
        + ',' + QByteArray::number(bar.tradeCount) + '\n';
}

/// A morning of minutes.
QByteArray minutes(const QByteArray &symbol, std::size_t count = 120)
{
    QByteArray text;
    const std::vector<Candle> bars = test::CleanBars(5).minutes(1);
    for (std::size_t i = 0; i < count; ++i)
        text += row(symbol, bars[i]);
    return text;
}

QStringList barsOf(const QString &path)
{
    return { u"validate"_s, path, u"--timeframe"_s, u"1m"_s, u"--json"_s };
}

QJsonObject issueOf(const QJsonObject &result, const QString &id)
{
    for (const QJsonValue &issue : result[u"issues"].toArray())
        if (issue[u"id"].toString() == id)
            return issue.toObject();
    return {};
}

} // namespace

/// `tapeline-cli validate`, run as a program.
class TestValidateCommand : public QObject
{
    Q_OBJECT

private slots:
    void soundBars()
    {
        const Run done = run(barsOf(u"-"_s), header + minutes("IBM"));
        QCOMPARE(done.code, 0);
        QVERIFY(done.err.isEmpty());
        const QJsonObject result = done.last();
        QCOMPARE(result[u"symbol"].toString(), u"IBM"_s);
        QCOMPARE(result[u"grade"].toString(), u"A"_s);
        QCOMPARE(result[u"score"].toDouble(), 100.0);
        QCOMPARE(result[u"records"].toInt(), 120);
        QCOMPARE(result[u"expected"].toInt(), 120);
        QCOMPARE(result[u"present"].toInt(), 120);
        for (const QString &part :
             { u"completeness"_s, u"validity"_s, u"freshness"_s, u"consistency"_s, u"anomalies"_s })
            QCOMPARE(result[part].toDouble(), 100.0);
        QVERIFY(result[u"issues"].isArray());
        QVERIFY(result[u"issues"].toArray().isEmpty());
    }

    void whatIsWrong()
    {
        QByteArray text = minutes("IBM");
        QList<QByteArray> lines = text.trimmed().split('\n');
        const qint64 second = lines[1].split(',')[6].toLongLong();
        lines[1] = "IBM,100,nan,10,10,10," + QByteArray::number(second) + ",5";
        lines[2].replace("IBM,", "IBM,1e30");
        lines.removeAt(50);
        lines.insert(60, lines[60]);
        const Run done = run(barsOf(u"-"_s), header + lines.join('\n') + '\n');
        QCOMPARE(done.code, 0);
        const QJsonObject result = done.last();
        const QJsonObject numbers = issueOf(result, u"V-04"_s);
        QCOMPARE(numbers[u"severity"].toString(), u"fatal"_s);
        QCOMPARE(numbers[u"count"].toInt(), 2);
        QCOMPARE(qint64(numbers[u"first"].toDouble()), second / 1'000'000);
        QCOMPARE(issueOf(result, u"V-09"_s)[u"count"].toInt(), 1);
        // Unusable bars are missing as well
        QCOMPARE(issueOf(result, u"V-11"_s)[u"count"].toInt(), 3);
        QCOMPARE(result[u"records"].toInt(), 120);
        QVERIFY(!result[u"issues"].toArray()[0][u"detail"].toString().isEmpty());
    }

    void severalSymbols()
    {
        const QByteArray text = header + minutes("IBM") + minutes("BAC", 30) + minutes("aapl", 30);
        const Run all = run(barsOf(u"-"_s), text);
        QCOMPARE(all.objects().size(), std::size_t(3));
        QCOMPARE(all.objects()[1][u"symbol"].toString(), u"BAC"_s);
        QCOMPARE(all.objects()[1][u"records"].toInt(), 30);
        QCOMPARE(all.objects()[2][u"grade"].toString(), u"F"_s); // no stock is written so
        QVERIFY(issueOf(all.objects()[2], u"V-01"_s)[u"first"].isNull());
        const Run one = run(barsOf(u"-"_s) << u"--symbol"_s << u"BAC"_s, text);
        QCOMPARE(one.objects().size(), std::size_t(1));
        const Run none = run(barsOf(u"-"_s) << u"--symbol"_s << u"GE"_s, text);
        QCOMPARE(none.code, 1);
        QVERIFY(none.err.contains("holds nothing of GE"));
    }

    void fewRecords()
    {
        QCOMPARE(run(barsOf(u"-"_s), header + minutes("IBM", 19)).last()[u"grade"].toString(),
                 u"insufficient"_s);
        const Run none = run(barsOf(u"-"_s), header);
        QCOMPARE(none.code, 0);
        QCOMPARE(none.last()[u"records"].toInt(-1), 0);
    }

    void splits()
    {
        std::vector<Candle> days = test::CleanBars(7).days(100);
        QByteArray text = header;
        for (std::size_t i = 0; i < days.size(); ++i) {
            Candle day = days[i];
            if (i < 50) // not adjusted
                for (Price *price : { &day.open, &day.high, &day.low, &day.close })
                    *price = test::cents(price->toDouble() * 4);
            text += row("IBM", day);
        }
        QTemporaryDir folder;
        QFile file(folder.filePath(u"splits.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("ticker,execution_date,split_from,split_to\nIBM,"
                   + easterntime::date(days[50].start).toString(Qt::ISODate).toLatin1() + ",1,4\n");
        file.close();
        const QStringList arguments { u"validate"_s, u"-"_s,        u"--timeframe"_s, u"1D"_s,
                                      u"--json"_s,   u"--splits"_s, file.fileName() };
        const Run adjusted = run(arguments, text);
        QCOMPARE(issueOf(adjusted.last(), u"V-12"_s)[u"severity"].toString(), u"error"_s);
        QCOMPARE(adjusted.last()[u"consistency"].toDouble(), 90.0);
        const Run raw = run(arguments + QStringList { u"--unadjusted"_s }, text);
        QVERIFY(raw.last()[u"issues"].toArray().isEmpty());
    }

    void ticks()
    {
        QByteArray trades = "ticker,price,size,sip_timestamp,sequence_number\n";
        QByteArray quotes = "ticker,bid_price,bid_size,ask_price,ask_size,sip_timestamp\n";
        for (int i = 0; i < 40; ++i) {
            const QByteArray time = QByteArray::number(1'752'674'400'000'000'000 + i * 1'000'000);
            quotes
                += "IBM,10.00,100," + QByteArray(i == 30 ? "-1" : "10.02") + ",100," + time + '\n';
            trades += "IBM," + QByteArray(i == 20 ? "12.50" : "10.01") + ",100," + time + ','
                + QByteArray::number(i == 10 ? 3 : i + 1) + '\n';
        }
        QTemporaryDir folder;
        QFile file(folder.filePath(u"quotes.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(quotes);
        file.close();
        const Run both
            = run({ u"validate"_s, u"-"_s, u"--quotes"_s, file.fileName(), u"--json"_s }, trades);
        QCOMPARE(both.code, 0);
        QCOMPARE(both.last()[u"records"].toInt(), 80);
        QCOMPARE(issueOf(both.last(), u"V-13"_s)[u"count"].toInt(), 1);
        QCOMPARE(issueOf(both.last(), u"V-15"_s)[u"count"].toInt(), 1);
        QCOMPARE(issueOf(both.last(), u"V-19"_s)[u"count"].toInt(), 1);
        const Run alone = run({ u"validate"_s, u"-"_s, u"--json"_s }, quotes);
        QCOMPARE(alone.last()[u"records"].toInt(), 40);
        QCOMPARE(issueOf(alone.last(), u"V-13"_s)[u"count"].toInt(), 1);
    }

    /// What sizes count depends on the day, unless the file is said to be in shares.
    void sizesOfQuotes()
    {
        const auto quotes = [](qint64 seconds, const QByteArray &size) {
            QByteArray text = "ticker,bid_price,bid_size,ask_price,ask_size,sip_timestamp\n";
            for (int i = 0; i < 100; ++i)
                text += "IBM,10.00," + size + ",10.02," + size + ','
                    + QByteArray::number((seconds + i) * 1'000'000'000) + '\n';
            return text;
        };
        const auto isTold = [&](qint64 seconds, const QByteArray &size, bool inShares) {
            QStringList arguments { u"validate"_s, u"-"_s, u"--json"_s };
            if (inShares)
                arguments << u"--shares"_s;
            return !issueOf(run(arguments, quotes(seconds, size)).last(), u"V-25"_s).isEmpty();
        };
        const qint64 before = 1'752'674'400; // 2025-07-16
        const qint64 after = 1'768'572'000; // 2026-01-16
        QVERIFY(!isTold(before, "3", false));
        QVERIFY(isTold(before, "300", false));
        QVERIFY(isTold(after, "3", false));
        QVERIFY(!isTold(after, "300", false));
        QVERIFY(isTold(before, "3", true));
        QVERIFY(!isTold(before, "300", true));
    }

    void textForPeople()
    {
        const QByteArray out = run({ u"validate"_s, u"-"_s, u"--timeframe"_s, u"1m"_s },
                                   header + minutes("IBM") + "IBM,5,1,1,1,1,12,1\n")
                                   .out;
        QVERIFY2(out.startsWith("IBM: grade "), out.constData());
        QVERIFY(out.contains("completeness 100.0 (120 of 120)"));
        QVERIFY(out.contains("V-24"));
    }

    void recordedFiles()
    {
        SHARED_OR_SKIP();
        const Run done = run(barsOf(
            test::sharedFile(u"data/equity/minute/US4_2013-10-04_2013-10-10_aggs.csv.gz"_s)));
        QCOMPARE(done.objects().size(), std::size_t(4));
        for (const QJsonObject &result : done.objects())
            QCOMPARE(result[u"grade"].toString(), u"A"_s);
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("says");
        const auto add = [](const char *arguments, const char *says) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments) << QByteArray(says);
        };
        add("validate", "FILE is missing");
        add("validate a b", "\"b\" is one argument too many");
        add("validate - --timeframe 5x", "no timeframe");
        add("validate - --class bonds", "--class is stocks");
        add("validate - --quotes -", "Only one file can be standard input");
        add("validate - --nope", "nope");
        add("validate -", "--timeframe T is missing");
    }
    void wrongUsage()
    {
        QFETCH(const QString, arguments);
        QFETCH(const QByteArray, says);
        const Run done = run(arguments.split(u' '), header + minutes("IBM", 3));
        QCOMPARE(done.code, 2);
        QVERIFY2(done.err.contains(says), done.err.constData());
        QVERIFY(done.out.isEmpty());
    }

    void brokenFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("empty") << QByteArray() << QByteArray("-: ");
        QTest::newRow("other columns") << QByteArray("a,b\n1,2\n") << QByteArray("its columns are");
        QTest::newRow("no volume")
            << QByteArray("open,high,low,close\n1,2\n") << QByteArray("needs the columns");
        QTest::newRow("a field too few") << header + "IBM,1,2\n" << QByteArray("line 2");
        QTest::newRow("a price of a trade")
            << QByteArray("price,size,sip_timestamp\nx,1,1752674400000\n") << QByteArray("line 2");
    }
    void brokenFiles()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, says);
        const Run done = run(barsOf(u"-"_s), text);
        QCOMPARE(done.code, 1);
        QVERIFY2(done.err.contains(says), done.err.constData());
        QCOMPARE(done.err.count('\n'), 1);
        QVERIFY(done.err.startsWith("tapeline-cli: Cannot validate: "));
    }

    void missingFilesAndHelp()
    {
        const Run none = run(barsOf(u"/nowhere/b.csv"_s));
        QCOMPARE(none.code, 1);
        QVERIFY(none.err.contains("/nowhere/b.csv"));
        const Run splits = run(barsOf(u"-"_s) << u"--splits"_s << u"/nowhere/s.csv"_s, header);
        QCOMPARE(splits.code, 1);
        QVERIFY(splits.err.contains("Cannot read the splits: /nowhere/s.csv"));
        const Run help = run({ u"validate"_s, u"--help"_s });
        QVERIFY(help.out.contains("--splits FILE"));
        QVERIFY(run({ u"--help"_s }).out.contains("validate"));
    }
};

QTEST_GUILESS_MAIN(TestValidateCommand)
#include "tst_validatecommand.moc"
