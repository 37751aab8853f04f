#include "flowcommandfiles.h"
#include "indicatorbars.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using test::Run;
using test::run;

const QByteArray header = "ticker,volume,open,close,high,low,window_start,transactions\n";
constexpr qint64 firstMinute = 1'381'152'600; // 2013-10-07 09:30 in New York

QByteArray row(const QByteArray &symbol, int minute, double close)
{
    const QByteArray price = QByteArray::number(close, 'f', 2);
    return symbol + ",100," + price + ',' + price + ',' + QByteArray::number(close + 0.5, 'f', 2)
        + ',' + QByteArray::number(close - 0.5, 'f', 2) + ','
        + QByteArray::number(firstMinute + 60 * minute) + "000000000,3\n";
}

QByteArray minutes(const QByteArray &symbol, const std::vector<double> &closes)
{
    QByteArray text;
    for (std::size_t i = 0; i < closes.size(); ++i)
        text += row(symbol, int(i), closes[i]);
    return text;
}

QJsonObject objectAt(const Run &done, std::size_t place)
{
    return done.objects().at(place);
}

} // namespace

/// `tapeline-cli indicators`, run as a program.
class TestIndicatorsCommand : public QObject
{
    Q_OBJECT

private slots:
    void columnsJoinTheBars()
    {
        const QByteArray text = header + minutes("IBM", { 1, 2, 3, 4, 5, 4 });
        const Run done
            = run({ u"indicators"_s, u"-"_s, u"--ema"_s, u"3"_s, u"--obv"_s, u"--json"_s }, text);
        QCOMPARE(done.code, 0);
        QVERIFY(done.err.isEmpty());
        QCOMPARE(done.objects().size(), std::size_t(6));
        const QJsonObject first = objectAt(done, 0);
        QCOMPARE(first[u"t"].toInteger(), firstMinute * 1'000);
        QCOMPARE(first[u"c"].toDouble(), 1.0);
        QCOMPARE(first[u"v"].toDouble(), 100.0);
        QVERIFY(first[u"vw"].isNull()); // the file does not say it
        QVERIFY(first.contains(u"ema_3") && first[u"ema_3"].isNull());
        QVERIFY(objectAt(done, 1)[u"ema_3"].isNull());
        // F-01
        const std::vector<double> averages { 2, 3, 4, 4 };
        for (std::size_t i = 0; i < averages.size(); ++i)
            QCOMPARE(objectAt(done, i + 2)[u"ema_3"].toDouble(), averages[i]);
        QCOMPARE(objectAt(done, 5)[u"obv"].toDouble(), 400.0);
    }

    void outputsHaveNames()
    {
        // F-04
        const QByteArray text = header + minutes("IBM", { 1, 2, 4, 3, 5, 6 });
        const Run done = run({ u"indicators"_s, u"-"_s, u"--macd=2,3,2"_s, u"--sma=2"_s, u"--sma"_s,
                               u"3"_s, u"--json"_s },
                             text);
        QCOMPARE(done.code, 0);
        const QJsonObject last = done.last();
        QVERIFY(std::abs(last[u"macd_2_3_2"].toDouble() - 0.533950617) < 1e-8);
        QVERIFY(std::abs(last[u"macd_2_3_2_signal"].toDouble() - 0.539094650) < 1e-8);
        QVERIFY(last[u"macd_2_3_2_histogram"].toDouble() < 0);
        QVERIFY(objectAt(done, 2)[u"macd_2_3_2_signal"].isNull());
        QCOMPARE(last[u"sma_2"].toDouble(), 5.5);
        QVERIFY(std::abs(last[u"sma_3"].toDouble() - 14.0 / 3) < 1e-12);
        // In the order of the command line
        QVERIFY(done.out.indexOf("macd_2_3_2_histogram") < done.out.indexOf("sma_2"));
        QVERIFY(done.out.indexOf("sma_2") < done.out.indexOf("sma_3"));
    }

    void textForPeople()
    {
        const Run done = run({ u"indicators"_s, u"-"_s, u"--sma"_s, u"2"_s, u"--rsi="_s },
                             header + minutes("IBM", { 1, 2, 3 }));
        QCOMPARE(done.code, 0);
        const QByteArrayList lines = done.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].simplified().endsWith("trades sma_2 rsi"));
        QVERIFY(lines[1].startsWith("2013-10-07 09:30:00"));
        QVERIFY(lines[1].simplified().endsWith("3 - -"));
        QVERIFY(lines[3].simplified().endsWith("2.5000 -"));
    }

    void recordedBars()
    {
        SHARED_OR_SKIP();
        const QString path = test::sharedFile(u"data/equity/daily/day_aggs.csv.gz"_s);
        const Run done = run({ u"indicators"_s, path, u"--symbol"_s, u"SPY"_s, u"--atr"_s, u"14"_s,
                               u"--vwap="_s, u"--json"_s });
        QCOMPARE(done.code, 0);
        const std::vector<QJsonObject> rows = done.objects();
        QVERIFY(rows.size() > 5'000);
        std::vector<IndicatorBar> bars;
        for (const QJsonObject &each : rows)
            bars.push_back({ .open = each[u"o"].toDouble(),
                             .high = each[u"h"].toDouble(),
                             .low = each[u"l"].toDouble(),
                             .close = each[u"c"].toDouble(),
                             .volume = each[u"v"].toDouble() });
        const auto ranges = runIndicator({ u"atr"_s, { 14 } }, bars);
        QVERIFY(ranges);
        for (std::size_t i = 13; i < rows.size(); ++i)
            QCOMPARE(rows[i][u"atr_14"].toDouble(), ranges->front()[i]);
        // A day's own bar is a session of its own
        const QJsonObject &last = rows.back();
        const double middle
            = (last[u"h"].toDouble() + last[u"l"].toDouble() + last[u"c"].toDouble()) / 3;
        QVERIFY(std::abs(last[u"vwap"].toDouble() - middle) < 1e-9);
    }

    void sessionsOfMinutes()
    {
        // Two minutes before the open have no session
        QByteArray text = header;
        for (int minute = -2; minute < 3; ++minute)
            text += row("IBM", minute, 10 + minute);
        const Run regular = run({ u"indicators"_s, u"-"_s, u"--vwap="_s, u"--json"_s }, text);
        QVERIFY(objectAt(regular, 1)[u"vwap"].isNull());
        QCOMPARE(objectAt(regular, 2)[u"vwap"].toDouble(), 10.0);
        const Run extended = run({ u"indicators"_s, u"-"_s, u"--vwap=1"_s, u"--json"_s }, text);
        QCOMPARE(objectAt(extended, 0)[u"vwap_1"].toDouble(), 8.0);
        QCOMPARE(objectAt(extended, 2)[u"vwap_1"].toDouble(), 9.0);
        const Run anchored = run(
            { u"indicators"_s, u"-"_s, u"--avwap"_s, u"2013-10-07T13:31:00Z,1"_s, u"--json"_s },
            text);
        const QString name = u"avwap_2013-10-07T13:31:00Z_1"_s;
        QVERIFY(objectAt(anchored, 2)[name].isNull());
        QCOMPARE(objectAt(anchored, 3)[name].toDouble(), 11.0);
    }

    void theHourThatHoldsTheOpenIsOfTheSession()
    {
        QByteArray text = header; // 08:00 to 11:00
        for (int hour = -1; hour < 3; ++hour)
            text += row("IBM", 60 * hour - 30, 10 + hour);
        const Run done = run({ u"indicators"_s, u"-"_s, u"--vwap="_s, u"--json"_s }, text);
        QVERIFY(objectAt(done, 0)[u"vwap"].isNull());
        QCOMPARE(objectAt(done, 1)[u"vwap"].toDouble(), 10.0);
        QCOMPARE(objectAt(done, 3)[u"vwap"].toDouble(), 11.0);
    }

    void oneDayAloneIsASession()
    {
        const Run done = run({ u"indicators"_s, u"-"_s, u"--vwap="_s, u"--json"_s },
                             header + row("IBM", -570, 10)); // midnight
        QCOMPARE(done.last()[u"vwap"].toDouble(), 10.0);
        const Run minute = run({ u"indicators"_s, u"-"_s, u"--vwap="_s, u"--json"_s },
                               header + row("IBM", -300, 10));
        QVERIFY(minute.last()[u"vwap"].isNull());
    }

    void instantsAreOfUtc()
    {
        const auto zone = qgetenv("TZ");
        qputenv("TZ", "Asia/Tokyo"); // of the program that is run
        const QByteArray text = header + minutes("IBM", { 1, 2, 3, 4 });
        const QString name = u"2013-10-07T13:31:00"_s;
        const QString offset = u"2013-10-07T09:32:00.000-04:00"_s;
        const Run done = run(
            { u"indicators"_s, u"-"_s, u"--avwap"_s, name, u"--avwap"_s, offset, u"--json"_s },
            text);
        if (zone.isNull())
            qunsetenv("TZ");
        else
            qputenv("TZ", zone);
        QCOMPARE(done.last()[u"avwap_"_s + name].toDouble(), 3.0);
        QCOMPARE(done.last()[u"avwap_"_s + offset].toDouble(), 3.5);
    }

    void smallValuesKeepTheirDigits()
    {
        const auto coin = [](int minute, const QByteArray &price) -> QByteArray {
            return "X:SHIBUSD,100," + price + ',' + price + ',' + price + ',' + price + ','
                + QByteArray::number(firstMinute + 60 * minute) + "000000000,3\n";
        };
        const Run done = run({ u"indicators"_s, u"-"_s, u"--sma"_s, u"1"_s },
                             header + coin(0, "0.0000123") + coin(1, "0.25") + coin(2, "1234.5"));
        QCOMPARE(done.code, 0);
        const QByteArrayList lines = done.out.trimmed().split('\n');
        QVERIFY2(lines[1].endsWith(" 0.00001230"), lines[1].constData());
        QVERIFY2(lines[2].endsWith(" 0.2500"), lines[2].constData());
        QVERIFY2(lines[3].endsWith(" 1234.5000"), lines[3].constData());
    }

    void severalSymbols()
    {
        const QByteArray text = header + minutes("IBM", { 1, 2, 3 }) + minutes("BAC", { 5, 6 });
        const Run both = run({ u"indicators"_s, u"-"_s, u"--sma"_s, u"2"_s }, text);
        QCOMPARE(both.code, 1);
        QVERIFY(both.err.contains("IBM and BAC"));
        const Run one = run(
            { u"indicators"_s, u"-"_s, u"--sma"_s, u"2"_s, u"--symbol"_s, u"BAC"_s, u"--json"_s },
            text);
        QCOMPARE(one.objects().size(), std::size_t(2));
        QCOMPARE(one.last()[u"sma_2"].toDouble(), 5.5);
        const Run none
            = run({ u"indicators"_s, u"-"_s, u"--sma"_s, u"2"_s, u"--symbol"_s, u"GE"_s }, text);
        QCOMPARE(none.code, 1);
        QVERIFY(none.err.contains("no bars of GE"));
    }

    void whatThereIs()
    {
        const Run text = run({ u"indicators"_s, u"--list"_s });
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains("--macd  Moving average convergence/divergence"));
        QVERIFY(text.out.contains("length: 1 to 1000 (20)"));
        QVERIFY(text.out.contains("0 Close, 1 Open"));
        const Run json = run({ u"indicators"_s, u"--list"_s, u"--json"_s });
        QCOMPARE(json.objects().size(), allIndicators().size());
        const Run help = run({ u"indicators"_s, u"--help"_s });
        QCOMPARE(help.code, 0);
        for (const IndicatorInfo *info : allIndicators())
            QVERIFY2(help.out.contains(QByteArray(QByteArray("--") + info->id)), info->id);
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("no file") << QStringList { u"--sma"_s, u"2"_s } << QByteArray("FILE");
        QTest::newRow("no indicator") << QStringList { u"-"_s } << QByteArray("--sma 20");
        QTest::newRow("unknown") << QStringList { u"-"_s, u"--smaa"_s, u"2"_s }
                                 << QByteArray("smaa");
        QTest::newRow("no number")
            << QStringList { u"-"_s, u"--sma"_s, u"two"_s } << QByteArray("\"two\" is no number");
        QTest::newRow("no window") << QStringList { u"-"_s, u"--sma"_s, u"0"_s }
                                   << QByteArray("length of sma lies between 1 and 1000");
        QTest::newRow("not whole")
            << QStringList { u"-"_s, u"--sma"_s, u"2.5"_s } << QByteArray("length of sma");
        QTest::newRow("too many") << QStringList { u"-"_s, u"--sma"_s, u"2,0,1"_s }
                                  << QByteArray("at most 2");
        QTest::newRow("two files")
            << QStringList { u"-"_s, u"b.csv"_s, u"--sma"_s, u"2"_s } << QByteArray("b.csv");
    }

    void wrongUsage()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, sentence);
        const Run done = run(QStringList { u"indicators"_s } + arguments, header);
        QCOMPARE(done.code, 2);
        QVERIFY2(done.err.contains(sentence), done.err.constData());
        QVERIFY(done.out.isEmpty());
    }

    void faultyFiles()
    {
        const QStringList arguments { u"indicators"_s, u"-"_s, u"--sma"_s, u"2"_s, u"--json"_s };
        const Run number = run(arguments, header + row("IBM", 0, 5) + "IBM,1,x,1,1,1,1,1\n");
        QCOMPARE(number.code, 1);
        QVERIFY(number.err.contains("line 3"));
        const Run order = run(arguments, header + row("IBM", 1, 5) + row("IBM", 0, 5));
        QCOMPARE(order.code, 1);
        QVERIFY(order.err.contains("line 3"));
        const Run missing
            = run({ u"indicators"_s, u"/nowhere/bars.csv"_s, u"--sma"_s, u"2"_s, u"--json"_s });
        QCOMPARE(missing.code, 1);
        QVERIFY(missing.err.contains("/nowhere/bars.csv"));
        const Run nothing = run(arguments, header);
        QCOMPARE(nothing.code, 0);
        QVERIFY(nothing.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestIndicatorsCommand)
#include "tst_indicatorscommand.moc"
