#include "diagnostics.h"

#include "secretmask.h"

#include <QDir>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString key = u"s3cr3t-key-0123456789"_s;

Diagnostics someFacts()
{
    Diagnostics facts;
    facts.at = fromMs(1'786'629'600'000);
    facts.version = u"0.1.0"_s;
    facts.qtVersion = u"6.4.2"_s;
    facts.system = u"Debian GNU/Linux 12 (bookworm), x86_64"_s;
    facts.platform = u"xcb"_s;
    facts.language = u"de_DE"_s;
    facts.screens = { { { 1'920, 1'080 }, 1 }, { { 1'280, 800 }, 1.5 } };
    facts.dataBytes = 12'345;
    facts.keyPlace = KeyPlace::Environment;
    facts.keyVariable = u"MASSIVE_API_KEY"_s;
    facts.plansVariable = u"MASSIVE_TIER"_s;
    facts.status.source = DataSource::Live;
    facts.status.recency = Recency::Delayed;
    facts.status.stream = StreamState::WaitingToRetry;
    facts.status.detail = u"The connection broke."_s;
    facts.status.latencyMicroseconds = 1'234;
    facts.status.messagesPerSecond = 56.78;
    facts.status.restUsed = 4;
    facts.status.restLimit = 5;
    facts.status.restQueued = 2;
    facts.status.lost = 1;
    facts.status.repeated = 7;
    facts.status.capabilities = Capabilities(*planSetFromText(u"stocks=starter"_s));
    facts.status.capabilities.refuse(Product::Stocks, DataKind::Snapshots);
    return facts;
}

ConnectionEvent eventOf(ConnectionEvent::Kind kind, int second = 0)
{
    ConnectionEvent made;
    made.at = fromMs(1'786'629'600'000 + second * 1'000);
    made.kind = kind;
    return made;
}

QString textOf(const Diagnostics &facts)
{
    SecretMask mask;
    mask.add(key);
    return diagnosticsText(facts, mask);
}

} // namespace

class TestDiagnostics : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theWholeText()
    {
        Diagnostics facts = someFacts();
        facts.events
            = { eventOf(ConnectionEvent::Kind::Opened), eventOf(ConnectionEvent::Kind::Lost, 1),
                eventOf(ConnectionEvent::Kind::PlanLacks, 2),
                eventOf(ConnectionEvent::Kind::GapFilled, 3) };
        facts.events[0].source = DataSource::Live;
        facts.events[1].length = 1'500ms;
        facts.events[1].detail = u"Remote host\nclosed"_s;
        facts.events[2].data = DataKind::Trades;
        facts.events[2].plan = Plan::Developer;
        facts.events[3].symbol = u"AAPL"_s;
        facts.events[3].count = 12;
        facts.log = QStringList { u"2026-08-13T14:00:00.000Z info tapeline: hello"_s };
        const QString expected
            = u"Tapeline 0.1.0, 2026-08-13T14:00:00.000Z\n"
              "Qt            6.4.2, xcb\n"
              "System        Debian GNU/Linux 12 (bookworm), x86_64\n"
              "Language      de_DE\n"
              "Screens       1920x1080 at 1, 1280x800 at 1.5\n"
              "Data folder   12345 bytes\n"
              "\n"
              "Service\n"
              "REST          https://api.massive.com\n"
              "Stream        wss://socket.massive.com\n"
              "Delayed       wss://delayed.massive.com\n"
              "Key           from MASSIVE_API_KEY\n"
              "Plans         "
              "stocks=starter,options=basic,indices=basic,currencies=basic,futures=basic from "
              "MASSIVE_TIER\n"
              "Refused       stocks snapshots\n"
              "\n"
              "Session\n"
              "Source        live, delayed\n"
              "Stream        waiting to retry: The connection broke.\n"
              "Market time   unknown\n"
              "Latency       1234 us\n"
              "Messages      56.8 a second\n"
              "Requests      4 in the last minute, limit 5, 2 waiting\n"
              "Unreadable    1\n"
              "Repeated      7\n"
              "Lagging       no\n"
              "\n"
              "Connection\n"
              "2026-08-13T14:00:00.000Z  opened  live\n"
              "2026-08-13T14:00:01.000Z  lost  1.500 s  Remote host closed\n"
              "2026-08-13T14:00:02.000Z  plan lacks  trades (Developer has them)\n"
              "2026-08-13T14:00:03.000Z  gap filled  AAPL  count 12\n"
              "\n"
              "Log\n"
              "2026-08-13T14:00:00.000Z info tapeline: hello\n"_s;
        QCOMPARE(textOf(facts), expected);
    }

    void onlyTheNewestOfTheHistory()
    {
        Diagnostics facts = someFacts();
        for (int i = 0; i < 60; ++i) {
            facts.events.push_back(eventOf(ConnectionEvent::Kind::Repeated));
            facts.events.back().count = 1'000 + i;
        }
        for (int i = 0; i < 300; ++i)
            facts.log += u"line %1"_s.arg(i, 3, 10, QChar(u'0'));
        const QString text = textOf(facts);
        QCOMPARE(text.count("repeated  count"_L1), 50);
        QVERIFY(text.contains("count 1010\n"_L1) && !text.contains("count 1009\n"_L1));
        QCOMPARE(text.count("\nline "_L1), 200);
        QVERIFY(text.contains("line 100\n"_L1) && !text.contains("line 099\n"_L1));
        QVERIFY(text.endsWith("line 299\n"_L1));
    }

    void theKeyIsNowhere()
    {
        Diagnostics facts = someFacts();
        facts.addresses.rest = QUrl(u"https://user:%1@h/v1?apiKey=%1#%1"_s.arg(key));
        facts.addresses.stream = QUrl(u"wss://h/%1"_s.arg(key));
        facts.keyVariable = key;
        facts.status.detail = u"refused "_s + key;
        facts.events = { eventOf(ConnectionEvent::Kind::Refused) };
        facts.events.front().symbol = key;
        facts.events.front().detail = u"\"%1\" \"%2\""_s.arg(key.left(7), key.mid(7));
        facts.log = QStringList { u"Bearer unknown-to-the-mask"_s, u"apiKey="_s + key };
        const QString text = textOf(facts);
        QVERIFY2(!text.contains("s3cr3t"_L1), qPrintable(text));
        QVERIFY2(!text.contains("unknown-to-the-mask"_L1), qPrintable(text));
        QVERIFY(text.contains("REST          https://h/v1\n"_L1));
    }

    void whereTheKeyIs_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << int(KeyPlace::None) << u"Key           none\n"_s;
        QTest::newRow("keychain") << int(KeyPlace::Keychain)
                                  << u"Key           in the keychain\n"_s;
        QTest::newRow("file") << int(KeyPlace::PrivateFile)
                              << u"Key           in a private file\n"_s;
    }

    void whereTheKeyIs()
    {
        QFETCH(const int, place);
        QFETCH(const QString, text);
        Diagnostics facts = someFacts();
        facts.keyPlace = KeyPlace(place);
        QVERIFY(textOf(facts).contains(text));
    }

    void pathsDoNotNameTheUser()
    {
        const QByteArray before = qgetenv("HOME");
        qputenv("HOME", "/home/somebody");
        Diagnostics facts = someFacts();
        facts.log = QStringList { u"cannot open /home/somebody/.local/x"_s };
        const QString text = textOf(facts);
        qputenv("HOME", before);
        QVERIFY(text.endsWith("cannot open ~/.local/x\n"_L1));
    }

    void everyKindOfEventHasItsWord()
    {
        QSet<QString> words;
        for (int kind = 0; kind <= int(ConnectionEvent::Kind::PricesDiffer); ++kind) {
            Diagnostics facts = someFacts();
            facts.events = { eventOf(ConnectionEvent::Kind(kind)) };
            const QStringList lines = textOf(facts).split(u'\n');
            words.insert(lines.at(lines.indexOf(u"Connection"_s) + 1).section(u"  "_s, 1, 1));
        }
        QCOMPARE(words.size(), int(ConnectionEvent::Kind::PricesDiffer) + 1);
    }

    void theSimulatedMarketsPlansComeFromNoVariable()
    {
        Diagnostics facts = someFacts();
        QVERIFY(textOf(facts).contains(u" from MASSIVE_TIER"_s));
        facts.status.source = DataSource::Simulated;
        QVERIFY(!textOf(facts).contains(u" from MASSIVE_TIER"_s));
    }

    void aFolderOfVeryManyFilesIsNotWalkedToItsEnd()
    {
        QTemporaryDir dir;
        for (int i = 0; i < 2'010; ++i) {
            QFile file(dir.filePath(QString::number(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("x");
        }
        Diagnostics facts = collectedDiagnostics(dir.path());
        QCOMPARE(facts.dataBytes, 2'000);
        QVERIFY(textOf(facts).contains(u"at least 2000 bytes"_s));
    }

    void collected()
    {
        QTemporaryDir dir;
        QDir(dir.path()).mkpath(u"logs"_s);
        for (const QString &name : { u"desk.db"_s, u"logs/tapeline.log"_s }) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(1'000, 'x'));
        }
        const Diagnostics facts = collectedDiagnostics(dir.path());
        QCOMPARE(facts.dataBytes, 2'000);
        QCOMPARE(facts.screens.size(), std::size_t(QGuiApplication::screens().size()));
        QCOMPARE(facts.platform, QGuiApplication::platformName());
        QVERIFY(!facts.version.isEmpty() && !facts.system.isEmpty() && !facts.qtVersion.isEmpty());
        QVERIFY(facts.at > fromMs(1'700'000'000'000));
    }
};

QTEST_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
