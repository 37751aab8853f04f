#include "flowcommandfiles.h"
#include "shared.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using test::filesD01;
using test::Run;
using test::run;
using test::TickFiles;

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
};

QTEST_GUILESS_MAIN(TestFlowCommands)
#include "tst_flowcommands.moc"
