#include "deskoptions.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestDeskOptions : public QObject
{
    Q_OBJECT

private slots:
    void everythingGiven()
    {
        const Result<DeskOptions> options = parseDeskOptions(
            { u"tapeline"_s, u"--data-dir"_s, u"/tmp/x"_s, u"--symbol"_s, u"NVDA"_s, u"--theme"_s,
              u"light"_s, u"--replay"_s, u"a.jsonl"_s, u"--speed"_s, u"10"_s, u"--size"_s,
              u"2560x1440"_s, u"--after"_s, u"2.5"_s, u"--screenshot"_s, u"a.png"_s,
              u"--language"_s, u"de"_s });
        QVERIFY(options);
        QCOMPARE(options->dataDir, u"/tmp/x"_s);
        QCOMPARE(options->symbol, u"NVDA"_s);
        QCOMPARE(options->theme, ThemeChoice::Light);
        QCOMPARE(options->replayFile, u"a.jsonl"_s);
        QCOMPARE(options->speed, 10.0);
        QCOMPARE(options->screenshotSize, QSize(2560, 1440));
        QCOMPARE(options->screenshotAfterSeconds, 2.5);
        QCOMPARE(options->language, u"de"_s);
    }

    void measuringIsNoOneElsesBusiness()
    {
        QVERIFY(parseDeskOptions({ u"tapeline"_s, u"--measure-start"_s })->measureStart);
        QVERIFY(!parseDeskOptions({ u"tapeline"_s })->measureStart);
        QVERIFY(!deskHelp().contains(u"measure"_s));
    }

    void theEnvironmentNamesTheFolder()
    {
        qputenv("TAPELINE_DATA_DIR", "/tmp/elsewhere");
        QCOMPARE(parseDeskOptions({ u"tapeline"_s })->dataDir, u"/tmp/elsewhere"_s);
        QCOMPARE(parseDeskOptions({ u"tapeline"_s, u"--data-dir"_s, u"/tmp/x"_s })->dataDir,
                 u"/tmp/x"_s);
        qunsetenv("TAPELINE_DATA_DIR");
    }

    void wrongWordsAreNamed_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("mentioned");
        QTest::newRow("unknown option") << QStringList { u"--colour"_s } << u"colour"_s;
        QTest::newRow("stray word") << QStringList { u"SPY"_s } << u"SPY"_s;
        QTest::newRow("theme") << QStringList { u"--theme"_s, u"pink"_s } << u"dark or light"_s;
        QTest::newRow("speed 0") << QStringList { u"--speed"_s, u"0"_s } << u"1 to 1000"_s;
        QTest::newRow("speed word") << QStringList { u"--speed"_s, u"fast"_s } << u"fast"_s;
        QTest::newRow("speed nan") << QStringList { u"--speed"_s, u"nan"_s } << u"nan"_s;
        QTest::newRow("size") << QStringList { u"--size"_s, u"wide"_s } << u"1280x800"_s;
        QTest::newRow("too many symbols")
            << QStringList { u"--symbols"_s, u"10001"_s } << u"0 to 10000"_s;
        QTest::newRow("seed") << QStringList { u"--seed"_s, u"-1"_s } << u"whole number"_s;
        QTest::newRow("language") << QStringList { u"--language"_s, u"xx"_s } << u"en or de"_s;
        QTest::newRow("no address")
            << QStringList { u"--rest-base"_s, u"massive"_s } << u"--rest-base is an address"_s;
        QTest::newRow("a stream's address")
            << QStringList { u"--rest-base"_s, u"wss://h"_s } << u"https://api.massive.com"_s;
        QTest::newRow("with a query")
            << QStringList { u"--ws-base"_s, u"wss://h/?a=1"_s } << u"wss://socket"_s;
        QTest::newRow("not encrypted")
            << QStringList { u"--rest-base"_s, u"http://example.com"_s } << u"not encrypted"_s;
        QTest::newRow("missing value") << QStringList { u"--symbol"_s } << u"symbol"_s;
    }

    void wrongWordsAreNamed()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QString, mentioned);
        const Result<DeskOptions> options = parseDeskOptions(QStringList { u"tapeline"_s } + words);
        QVERIFY(!options);
        QVERIFY2(options.error().detail.contains(mentioned), qPrintable(options.error().detail));
    }

    void addressesEndWithoutASlash()
    {
        const Result<DeskOptions> options
            = parseDeskOptions({ u"tapeline"_s, u"--rest-base"_s, u"https://host/proxy//"_s,
                                 u"--ws-base"_s, u"ws://127.0.0.1:8080/"_s });
        QVERIFY(options);
        QCOMPARE(options->addresses.rest, QUrl(u"https://host/proxy"_s));
        QCOMPARE(options->addresses.stream, QUrl(u"ws://127.0.0.1:8080"_s));
        QCOMPARE(options->addresses.delayedStream, ServiceAddresses().delayedStream);
    }

    void aPasswordInAnAddressIsNotRepeated()
    {
        const Result<DeskOptions> options
            = parseDeskOptions({ u"tapeline"_s, u"--rest-base"_s, u"https://me:s3cret@host"_s });
        QVERIFY(!options);
        QVERIFY2(!options.error().detail.contains(u"s3cret"_s), qPrintable(options.error().detail));
    }

    void helpNamesEveryOption()
    {
        const QString help = deskHelp();
        for (const QString &option :
             { u"--data-dir"_s, u"--symbol"_s, u"--workspace"_s, u"--theme"_s, u"--language"_s,
               u"--replay"_s, u"--speed"_s, u"--seed"_s, u"--screenshot"_s, u"--after"_s,
               u"--size"_s, u"--version"_s })
            QVERIFY2(help.contains(option), qPrintable(option));
    }
};

QTEST_GUILESS_MAIN(TestDeskOptions)
#include "tst_deskoptions.moc"
