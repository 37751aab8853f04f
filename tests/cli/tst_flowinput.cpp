#include "flowcommandfiles.h"
#include "splitmix64.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using test::filesD01;
using test::Run;
using test::run;
using test::TickFiles;

} // namespace

/// What the commands of order flow say to input that is not as it should be, and their help.
class TestFlowInput : public QObject
{
    Q_OBJECT

private slots:
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

QTEST_GUILESS_MAIN(TestFlowInput)
#include "tst_flowinput.moc"
