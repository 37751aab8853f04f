#include "shared.h"
#include "splitmix64.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What a run of tapeline-cli left behind.
struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    std::vector<QJsonObject> objects() const
    {
        std::vector<QJsonObject> all;
        for (const QByteArray &line : out.split('\n'))
            if (!line.isEmpty())
                all.push_back(QJsonDocument::fromJson(line).object());
        return all;
    }
    QJsonObject last() const { return objects().empty() ? QJsonObject() : objects().back(); }
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

QStringList recorded(const QString &command, const QString &day, const QStringList &more = {})
{
    const QString file = test::sharedFile(u"data/equity/ticks/%1_%2.csv.gz"_s);
    QStringList arguments { command, u"--json"_s, u"--trades"_s, file.arg(day, u"trades"_s) };
    if (command != "profile"_L1)
        arguments << u"--quotes"_s << file.arg(day, u"quotes"_s);
    return arguments << more;
}

QJsonValue oracle(const QString &day)
{
    QFile file(test::sharedFile(u"data/oracles.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()[u"equity_ticks"][day];
}

/// Ticks one millisecond apart from 10:00 of a summer's day on; the quote comes just before.
class TickFiles
{
public:
    TickFiles()
    {
        m_trades = "ticker,price,size,sip_timestamp\n";
        m_quotes = "ticker,bid_price,bid_size,ask_price,ask_size,sip_timestamp\n";
    }
    void add(const char *bid, const char *ask, const char *price, int size)
    {
        m_time += 1'000'000;
        const auto number = [](auto value) { return QByteArray::number(value); };
        m_quotes += QByteArray("IBM,") + bid + ",100," + ask + ",100," + number(m_time - 1) + '\n';
        m_trades += QByteArray("IBM,") + price + ',' + number(size) + ',' + number(m_time) + '\n';
    }
    QStringList arguments(const QString &command, const QStringList &more = {}) const
    {
        QStringList all { command, u"--json"_s, u"--trades"_s, write(u"trades.csv"_s, m_trades) };
        if (command != "profile"_L1)
            all << u"--quotes"_s << write(u"quotes.csv"_s, m_quotes);
        return all << more;
    }
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }
    const QByteArray &trades() const { return m_trades; }
    const QByteArray &quotes() const { return m_quotes; }

private:
    QTemporaryDir m_folder;
    QByteArray m_trades;
    QByteArray m_quotes;
    qint64 m_time = 1'752'674'400'000'000'000;
};

TickFiles filesD01()
{
    TickFiles files;
    files.add("10.00", "10.02", "10.02", 100);
    files.add("10.00", "10.02", "10.00", 200);
    files.add("10.00", "10.02", "10.01", 300);
    files.add("10.00", "10.04", "10.03", 400);
    files.add("10.00", "10.04", "10.01", 500);
    files.add("10.00", "10.04", "10.05", 600);
    files.add("10.00", "10.04", "9.99", 700);
    files.add("10.02", "10.02", "10.02", 800);
    files.add("10.03", "10.02", "10.02", 900);
    files.add("10.00", "10.05", "10.035", 1000);
    return files;
}

double sumOf(const QJsonArray &rows, int column)
{
    double sum = 0;
    for (const QJsonValue &row : rows)
        sum += row[column].toDouble();
    return sum;
}

} // namespace

class TestFlowCommands : public QObject
{
    Q_OBJECT

private slots:
    void d01_seriesAndTotals()
    {
        const TickFiles files = filesD01();
        const Run done = run(files.arguments(u"cvd"_s, { u"--series"_s }));
        QCOMPARE(done.code, 0);
        QVERIFY(done.err.isEmpty());
        const std::vector<QJsonObject> lines = done.objects();
        QCOMPARE(lines.size(), 11U);
        const std::vector<double> cvds { 100, -100, 50, 250, 0, 600, -100, 700, 1600, 2100 };
        const QStringList sides { u"buy"_s,         u"sell"_s,         u"buy_neutral"_s,
                                  u"buy_neutral"_s, u"sell_neutral"_s, u"buy"_s,
                                  u"sell"_s,        u"buy"_s,          u"buy"_s,
                                  u"buy_neutral"_s };
        for (std::size_t i = 0; i < cvds.size(); ++i) {
            QCOMPARE(lines[i][u"cvd"].toDouble(), cvds[i]);
            QCOMPARE(lines[i][u"side"].toString(), sides[qsizetype(i)]);
        }
        QCOMPARE(done.out.left(done.out.indexOf('\n')),
                 QByteArray("{\"t\":1752674400001000000,\"price\":10.02,\"size\":100,\"bid\":10,"
                            "\"ask\":10.02,\"side\":\"buy\",\"delta\":100,\"cvd\":100}"));
        QCOMPARE(done.out.mid(done.out.lastIndexOf('{')),
                 QByteArray("{\"cvd\":2100,\"total_ticks\":10,\"lifetime_ticks\":10,\"skipped\":0,"
                            "\"buy\":4,\"sell\":2,\"buy_neutral\":3,\"sell_neutral\":1,"
                            "\"buy_volume\":3250,\"sell_volume\":1150,"
                            "\"ratio\":2.8260869565217392,\"ratio_infinite\":false,\"slope\":0,"
                            "\"divergence\":\"none\",\"net_delta\":2100}\n"));
    }

    void d01_everyRule_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QByteArray>("signs");
        QTest::newRow("quote") << u"quote"_s << QByteArray("+-0+-+-0-+");
        QTest::newRow("tick") << u"tick"_s << QByteArray("0-++-+-+++");
        QTest::newRow("lee-ready") << u"lee-ready"_s << QByteArray("+-++-+-+-+");
        QTest::newRow("emo") << u"emo"_s << QByteArray("+-++-+-+++");
        QTest::newRow("clnv") << u"clnv"_s << QByteArray("+-++-+-+++");
    }
    void d01_everyRule()
    {
        QFETCH(const QString, rule);
        QFETCH(const QByteArray, signs);
        const Run done = run(filesD01().arguments(u"cvd"_s, { u"--series"_s, u"--rule"_s, rule }));
        const std::vector<QJsonObject> lines = done.objects();
        QCOMPARE(lines.size(), 11U);
        for (qsizetype i = 0; i < signs.size(); ++i) {
            const double delta = lines[std::size_t(i)][u"delta"].toDouble();
            QCOMPARE(delta > 0 ? '+' : delta < 0 ? '-' : '0', signs[i]);
        }
        const auto none = std::ranges::count(
            lines, u"none"_s, [](const QJsonObject &line) { return line[u"side"].toString(); });
        QCOMPARE(none, signs.count('0'));
    }

    void d05_ringOption()
    {
        TickFiles files;
        for (const auto &[price, size] : { std::pair("10.02", 100), std::pair("10.00", 200),
                                           std::pair("10.02", 150), std::pair("10.02", 200) })
            files.add("10.00", "10.02", price, size);
        const QJsonObject totals = run(files.arguments(u"cvd"_s, { u"--ring"_s, u"3"_s })).last();
        QCOMPARE(totals[u"cvd"].toDouble(), 250.0);
        QCOMPARE(totals[u"total_ticks"].toInt(), 3);
        QCOMPARE(totals[u"lifetime_ticks"].toInt(), 4);
        QCOMPARE(totals[u"buy_volume"].toDouble(), 350.0);
        QCOMPARE(totals[u"sell_volume"].toDouble(), 200.0);
        QCOMPARE(totals[u"net_delta"].toDouble(), 150.0);
        QCOMPARE(totals[u"ratio"].toDouble(), 1.75);
    }

    void nothingSoldIsAnInfiniteRatio()
    {
        TickFiles files;
        files.add("10.00", "10.02", "10.02", 3);
        const QJsonObject totals = run(files.arguments(u"cvd"_s)).last();
        QVERIFY(totals[u"ratio"].isNull());
        QVERIFY(totals[u"ratio_infinite"].toBool());
    }

    void tradesBeforeTheFirstQuoteAreSkipped()
    {
        TickFiles files;
        files.add("0", "10.02", "10.02", 3); // one-sided
        files.add("10.00", "10.02", "10.02", 5);
        const QJsonObject totals = run(files.arguments(u"cvd"_s)).last();
        QCOMPARE(totals[u"skipped"].toInt(), 1);
        QCOMPARE(totals[u"cvd"].toDouble(), 5.0);
    }

    void d07_footprint()
    {
        TickFiles files;
        const auto add = [&](const char *price, int sell, int buy) {
            if (sell > 0)
                files.add(price, "99", price, sell);
            if (buy > 0)
                files.add("1", price, price, buy);
        };
        add("10.00", 51, 0);
        add("10.01", 243, 20);
        add("10.02", 20, 84);
        add("10.03", 1, 15);
        add("10.04", 0, 15);
        const Run done = run(files.arguments(u"footprint"_s, { u"--timeframe"_s, u"1m"_s }));
        QCOMPARE(done.out,
                 QByteArray("{\"t\":1752674400000,\"rows\":[[10,51,0],[10.01,243,20],[10.02,20,84],"
                            "[10.03,1,15],[10.04,0,15]],\"delta\":-181,\"max_delta\":0,"
                            "\"min_delta\":-294,\"poc\":10.01}\n"));
        const QJsonObject wide
            = run(files.arguments(u"footprint"_s,
                                  { u"--timeframe"_s, u"1m"_s, u"--row"_s, u"5"_s }))
                  .last();
        QCOMPARE(wide[u"rows"].toArray().size(), 1);
        QCOMPARE(wide[u"rows"][0][1].toDouble(), 315.0);
    }

    void d09_profile()
    {
        TickFiles files;
        int price = 101;
        for (const int volume : { 5, 10, 20, 40, 70, 150, 90, 80, 50, 25, 14 })
            files.add("1", "2", QByteArray::number(price++).constData(), volume);
        const QStringList rows { u"--row"_s, u"100"_s };
        const Run single = run(files.arguments(u"profile"_s, rows));
        QVERIFY(single.out.startsWith("{\"poc\":\"106\",\"vah\":\"108\",\"val\":\"105\",\"total\":"
                                      "554,\"rows\":[[\"101\",5],[\"102\",10],"));
        const QJsonObject pairs
            = run(files.arguments(u"profile"_s, rows + QStringList { u"--method"_s, u"pairs"_s }))
                  .last();
        QCOMPARE(pairs[u"val"].toString(), u"104"_s);
        QCOMPARE(pairs[u"vah"].toString(), u"108"_s);
    }

    void recordedFlow_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("session");
        QTest::addColumn<QString>("tie");
        for (const char *day : { "IBM_2013-10-08", "BAC_2013-10-07" })
            for (const char *session : { "all", "regular" })
                for (const char *tie : { "trade-first", "quote-first" })
                    QTest::addRow("%s %s %s", day, session, tie)
                        << QString::fromLatin1(day) << QString::fromLatin1(session)
                        << QString::fromLatin1(tie);
    }
    void recordedFlow()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, day);
        QFETCH(const QString, session);
        QFETCH(const QString, tie);
        const bool regular = session == "regular"_L1;
        const QString name = QString(regular ? u"rth"_s : u"all"_s)
            + (tie == "trade-first"_L1 ? u"_quotes_strictly_before"_s : u"_quotes_at_or_before"_s);
        const QJsonObject expected = oracle(day)[u"quote_rule_cvd"][name].toObject();
        const Run done = run(
            recorded(u"cvd"_s, day, { u"--session"_s, session, u"--tie"_s, tie, u"--series"_s }));
        QCOMPARE(done.code, 0);
        const std::vector<QJsonObject> lines = done.objects();
        const QJsonObject &totals = lines.back();
        QCOMPARE(totals[u"cvd"].toDouble(), expected[u"cvd_shares"].toDouble());
        QCOMPARE(totals[u"buy"].toInt(), expected[u"at_or_above_ask"].toInt());
        QCOMPARE(totals[u"sell"].toInt(), expected[u"at_or_below_bid"].toInt());
        QCOMPARE(totals[u"buy_neutral"].toInt(), expected[u"inside_upper_half"].toInt());
        QCOMPARE(totals[u"sell_neutral"].toInt(), expected[u"inside_lower_half"].toInt());
        QCOMPARE(totals[u"lifetime_ticks"].toInt(),
                 oracle(day)[regular ? u"rth_trades" : u"trades"].toInt());
        QCOMPARE(totals[u"total_ticks"].toInt(), 10'000);
        QCOMPARE(qsizetype(lines.size()), totals[u"lifetime_ticks"].toInt() + 1);
        if (expected.contains(u"cumulative_by_minute_sha256"))
            checkMinutes(lines, expected[u"cumulative_by_minute_sha256"].toString());
    }

    void recordedFootprint_data()
    {
        QTest::addColumn<QString>("day");
        QTest::newRow("IBM") << u"IBM_2013-10-08"_s;
        QTest::newRow("BAC") << u"BAC_2013-10-07"_s;
    }
    void recordedFootprint()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, day);
        const Run done = run(recorded(u"footprint"_s, day,
                                      { u"--session"_s, u"regular"_s, u"--timeframe"_s, u"1m"_s }));
        QCOMPARE(done.code, 0);
        const QJsonArray bars = oracle(day)[u"minute_bars_rth_all_trades"][u"lines"].toArray();
        const std::vector<QJsonObject> lines = done.objects();
        QCOMPARE(qsizetype(lines.size()), bars.size());
        double cvd = 0;
        for (qsizetype i = 0; i < bars.size(); ++i) {
            const QJsonObject &bar = lines[std::size_t(i)];
            const QStringList fields = bars[i].toString().split(u',');
            const QJsonArray rows = bar[u"rows"].toArray();
            const double sold = sumOf(rows, 1);
            const double bought = sumOf(rows, 2);
            QCOMPARE(bar[u"t"].toDouble(), fields[0].toDouble());
            QCOMPARE(bought + sold, fields[5].toDouble());
            QCOMPARE(bought - sold, bar[u"delta"].toDouble());
            // Rows are whole cents, and a low between two lies in the row below it
            QCOMPARE(rows[0][0].toDouble(), std::floor(fields[3].toDouble() * 100 + 1e-6) / 100);
            cvd += bar[u"delta"].toDouble();
        }
        QCOMPARE(cvd,
                 oracle(day)[u"quote_rule_cvd"][u"rth_quotes_strictly_before"][u"cvd_shares"]
                     .toDouble());
    }

    void recordedProfile_data()
    {
        QTest::addColumn<QString>("day");
        for (const char *day : { "IBM_2013-10-08", "BAC_2013-10-07", "SPY_2013-10-07" })
            QTest::newRow(day) << QString::fromLatin1(day);
    }
    void recordedProfile()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, day);
        const Run done = run(recorded(u"profile"_s, day, { u"--session"_s, u"regular"_s }));
        QCOMPARE(done.code, 0);
        const QJsonObject profile = done.last();
        QCOMPARE(profile[u"poc"].toString(),
                 oracle(day)[u"volume_profile_rth"][u"point_of_control"].toString());
        QCOMPARE(profile[u"total"].toDouble(), oracle(day)[u"rth_volume"].toDouble());
        QCOMPARE(sumOf(profile[u"rows"].toArray(), 1), oracle(day)[u"rth_volume"].toDouble());
        const Run all = run(recorded(u"profile"_s, day));
        QCOMPARE(all.last()[u"total"].toDouble(), oracle(day)[u"volume"].toDouble());
    }

    void eligibilityIsAsked()
    {
        TickFiles files;
        QByteArray trades = "ticker,conditions,price,size,sip_timestamp\n"
                            "IBM,,10,100,1752674400000000000\n"
                            "IBM,2,11,30,1752674400000000001\n" // average price
                            "IBM,16,12,7,1752674400000000002\n"; // official open
        const QString file = files.write(u"t.csv"_s, trades);
        const auto total = [&](const QString &eligible) {
            return run({ u"profile"_s, u"--json"_s, u"--trades"_s, file, u"--eligible"_s,
                         eligible })
                .last()[u"total"]
                .toInt();
        };
        QCOMPARE(total(u"all"_s), 137);
        QCOMPARE(total(u"volume"_s), 130);
        QCOMPARE(total(u"clean"_s), 100);
        trades.replace("IBM", "X:BTCUSD"); // where 2 is the buyer's flag
        files.write(u"t.csv"_s, trades);
        QCOMPARE(total(u"clean"_s), 137);
        const QJsonObject venue
            = run({ u"cvd"_s, u"--json"_s, u"--trades"_s, file, u"--rule"_s, u"venue"_s }).last();
        QCOMPARE(venue[u"lifetime_ticks"].toInt(), 3);
    }

    void standardInputAndSymbols()
    {
        const TickFiles files = filesD01();
        const QByteArray mixed = files.trades() + "MSFT,50,9,1752674400000000000\n";
        const Run one = run(
            { u"profile"_s, u"--json"_s, u"--trades"_s, u"-"_s, u"--symbol"_s, u"MSFT"_s }, mixed);
        QCOMPARE(one.last()[u"total"].toInt(), 9);
        const Run both = run({ u"profile"_s, u"--trades"_s, u"-"_s }, mixed);
        QCOMPARE(both.code, 1);
        QVERIFY(both.err.contains("holds trades of IBM and MSFT; choose one with --symbol"));
        const QString other
            = files.write(u"q.csv"_s, QByteArray(files.quotes()).replace("IBM", "BAC"));
        const Run foreign
            = run({ u"cvd"_s, u"--trades"_s, u"-"_s, u"--quotes"_s, other }, files.trades());
        QCOMPARE(foreign.code, 1);
        QVERIFY(foreign.err.contains("holds quotes of BAC"));
        const Run none
            = run({ u"profile"_s, u"--trades"_s, u"-"_s, u"--symbol"_s, u"GE"_s }, mixed);
        QCOMPARE(none.code, 1);
        QVERIFY(none.err.contains("holds no trades of GE"));
    }

    void noTradesAreNoError()
    {
        const QByteArray empty = "ticker,price,size,sip_timestamp\n";
        const QStringList tick { u"--trades"_s, u"-"_s, u"--json"_s };
        const Run profile = run(QStringList { u"profile"_s } + tick, empty);
        QCOMPARE(profile.out,
                 QByteArray("{\"poc\":null,\"vah\":null,\"val\":null,\"total\":0,\"rows\":[]}\n"));
        const Run cvd = run(QStringList { u"cvd"_s, u"--rule"_s, u"tick"_s } + tick, empty);
        QCOMPARE(cvd.code, 0);
        QCOMPARE(cvd.last()[u"lifetime_ticks"].toInt(-1), 0);
        const Run footprint
            = run(QStringList { u"footprint"_s, u"--rule"_s, u"tick"_s, u"--timeframe"_s, u"1m"_s }
                      + tick,
                  empty);
        QCOMPARE(footprint.code, 0);
        QVERIFY(footprint.out.isEmpty());
    }

    void textForPeople()
    {
        const TickFiles files = filesD01();
        const auto text = [&](const QString &command, const QStringList &more = {}) {
            QStringList arguments = files.arguments(command, more);
            arguments.removeAll(u"--json"_s);
            const Run done = run(arguments);
            return done.code == 0 ? done.out : QByteArray();
        };
        QVERIFY(text(u"cvd"_s).contains("cvd:               2100\n"));
        QVERIFY(text(u"cvd"_s, { u"--series"_s }).startsWith("2025-07-16 10:00:00.001"));
        QVERIFY(text(u"footprint"_s, { u"--timeframe"_s, u"1m"_s }).contains("delta 2100"));
        QVERIFY(text(u"profile"_s).contains("volume 5500"));
    }

    void helpOfEach_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : { "cvd", "footprint", "profile" })
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void helpOfEach()
    {
        QFETCH(const QString, command);
        const Run help = run({ command, u"--help"_s });
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.startsWith(QByteArray("Usage: tapeline-cli ").append(command.toLatin1())));
        for (const char *option : { "--trades", "--session", "--eligible", "--tie", "--json" })
            QVERIFY2(help.out.contains(option), option);
        QVERIFY(run({ u"--help"_s }).out.contains(command.toLatin1()));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *arguments, const char *says) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments) << QByteArray(says);
        };
        row("cvd", "--trades FILE is missing");
        row("cvd --trades x", "--quotes FILE is missing");
        row("cvd --trades x --quotes y --rule seed", "--rule is weighted");
        row("cvd --trades x --quotes y --ring 0", "--ring is a whole number");
        row("cvd --trades x --quotes y --ring many", "--ring is a whole number");
        row("cvd --trades x --quotes y --tie both", "--tie is trade-first or quote-first");
        row("cvd --trades x --quotes y --session pre", "--session is all or regular");
        row("cvd --trades x --quotes y --eligible some", "--eligible is all, volume or clean");
        row("cvd --trades - --quotes -", "Only one file can be standard input");
        row("cvd more --trades x --quotes y", "one argument too many");
        row("cvd --trades x --quotes y --nope", "nope");
        row("footprint --trades x --quotes y", "--timeframe T is missing");
        row("footprint --trades x --quotes y --timeframe 5x", "no timeframe");
        row("footprint --trades x --quotes y --timeframe 1m --row 0", "--row is a whole number");
        row("footprint --trades x --quotes y --timeframe 1m --row 1.5", "--row is a whole number");
        row("profile --trades x --method cbot", "--method is single or pairs");
        row("profile --trades x --row -1", "--row is a whole number");
        row("profile --trades x --quotes y", "quotes");
    }
    void wrongUsage()
    {
        QFETCH(const QString, arguments);
        QFETCH(const QByteArray, says);
        const Run done = run(arguments.split(u' '));
        QCOMPARE(done.code, 2);
        QVERIFY2(done.err.contains(says), done.err.constData());
        QVERIFY(done.out.isEmpty());
    }

    void brokenFiles_data()
    {
        QTest::addColumn<QByteArray>("trades");
        QTest::addColumn<QByteArray>("says");
        const QByteArray header = "ticker,price,size,sip_timestamp\n";
        QTest::newRow("empty") << QByteArray() << QByteArray("trades.csv");
        QTest::newRow("no size") << QByteArray("ticker,price,sip_timestamp\n")
                                 << QByteArray("size");
        QTest::newRow("word for a price") << header + "IBM,ten,1,1752674400000000000\n"
                                          << QByteArray("line 2");
        QTest::newRow("too few fields") << header + "IBM,10\n" << QByteArray("line 2");
        QTest::newRow("back in time")
            << header + "IBM,10,1,1752674400000000009\nIBM,10,1,1752674400000000008\n"
            << QByteArray("line 3: its time lies before");
        QTest::newRow("size beyond any sum") << header + "IBM,10,90000000000,1752674400000000000\n"
                                             << QByteArray("line 2: the volume up to here");
        QTest::newRow("sum beyond the range") << header
                + "IBM,10,9000000000,1752674401000000000\nIBM,10,9000000000,1752674401000000001\n"
                                              << QByteArray("line 3: the volume up to here");
    }
    void brokenFiles()
    {
        QFETCH(const QByteArray, trades);
        QFETCH(const QByteArray, says);
        TickFiles files;
        files.add("10.00", "10.02", "10.02", 1);
        QStringList arguments = files.arguments(u"cvd"_s);
        files.write(u"trades.csv"_s, trades);
        const Run done = run(arguments);
        QCOMPARE(done.code, 1);
        QVERIFY2(done.err.contains(says), done.err.constData());
        QVERIFY(done.err.startsWith("tapeline-cli: Cannot add up the flow: "));
        QCOMPARE(done.err.count('\n'), 1);
    }

    void missingFile()
    {
        for (const QString &command : { u"cvd"_s, u"footprint"_s, u"profile"_s }) {
            QStringList arguments { command, u"--trades"_s, u"/nowhere/t.csv"_s };
            if (command != "profile"_L1)
                arguments << u"--rule"_s << u"tick"_s;
            if (command == "footprint"_L1)
                arguments << u"--timeframe"_s << u"1m"_s;
            const Run done = run(arguments);
            QCOMPARE(done.code, 1);
            QVERIFY(done.err.contains("/nowhere/t.csv"));
        }
    }

    void damagedFilesNeverCrash()
    {
        const TickFiles files = filesD01();
        SplitMix64 random(17);
        const QList<QStringList> commands {
            { u"cvd"_s, u"--series"_s },
            { u"footprint"_s, u"--timeframe"_s, u"1s"_s },
            { u"profile"_s, u"--row"_s, u"1000000000"_s },
        };
        int refused = 0;
        for (int round = 0; round < 90; ++round) {
            const QStringList &command = commands[round % 3];
            const QStringList arguments = files.arguments(command[0], command.mid(1));
            files.write(u"trades.csv"_s, damaged(files.trades(), random));
            files.write(u"quotes.csv"_s, damaged(files.quotes(), random));
            const Run done = run(arguments);
            QVERIFY2(done.code == 0 || done.code == 1, done.err.constData());
            QCOMPARE(done.code == 1, !done.err.isEmpty());
            QVERIFY(done.err.count('\n') <= 1);
            refused += done.code;
        }
        QVERIFY(refused > 10 && refused < 85); // the damage is neither none nor all
    }

private:
    /// The last value of every minute, in the oracle's form.
    static void checkMinutes(const std::vector<QJsonObject> &lines, const QString &expected)
    {
        std::map<qint64, double> minutes;
        for (const QJsonObject &line : std::span(lines).first(lines.size() - 1))
            minutes[line[u"t"].toInteger() / 60'000'000'000 * 60'000] = line[u"cvd"].toDouble();
        QByteArray text;
        for (const auto &[minute, cvd] : minutes)
            text += QByteArray::number(minute) + ','
                + QByteArray::number(cvd, 'f', QLocale::FloatingPointShortest) + '\n';
        const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
        QCOMPARE(QString::fromLatin1(hash), expected);
    }

    static QByteArray damaged(QByteArray text, SplitMix64 &random)
    {
        constexpr std::string_view bytes = "0,\n-e.9\"x";
        for (quint64 i = random.below(4); i > 0; --i)
            text[qsizetype(random.below(quint64(text.size())))] = bytes[random.below(bytes.size())];
        if (random.below(5) == 0)
            text.truncate(qsizetype(random.below(quint64(text.size()))));
        return text;
    }
};

QTEST_GUILESS_MAIN(TestFlowCommands)
#include "tst_flowcommands.moc"
