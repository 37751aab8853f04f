#include "watchliststore.h"

#include <QRegularExpression>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestWatchlistStore : public QObject
{
    Q_OBJECT

    static WatchlistStore sample()
    {
        WatchlistStore store;
        const bool made = store.add(u"Tech"_s, { u"AAPL"_s, u"MSFT"_s }).has_value()
            && store.add(u"Banken ÄÖ"_s, { u"JPM"_s }).has_value()
            && store.add(u"Empty"_s).has_value();
        return made ? store : WatchlistStore();
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void addTrimsAndDropsRepeats()
    {
        WatchlistStore store;
        QVERIFY(store.add(u"  Mine "_s, { u"A"_s, u"B"_s, u"A"_s, QString() }).has_value());
        QCOMPARE(store.lists().size(), 1);
        QCOMPARE(store.lists().first().name, u"Mine"_s);
        QCOMPARE(store.symbols(u"mine"_s), QStringList({ u"A"_s, u"B"_s }));
    }

    void badNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QString();
        QTest::newRow("blanks") << u"   "_s;
        QTest::newRow("65 characters") << QString(65, u'x');
        QTest::newRow("taken") << u"Tech"_s;
        QTest::newRow("taken in another case") << u"tECH"_s;
    }

    void badNames()
    {
        QFETCH(const QString, name);
        WatchlistStore store = sample();
        const auto added = store.add(name);
        QVERIFY(!added);
        QCOMPARE(added.error().code, Error::Code::InvalidArgument);
        QVERIFY(!store.rename(u"Empty"_s, name));
        QCOMPARE(store, sample());
    }

    void renameMayChangeTheCase()
    {
        WatchlistStore store = sample();
        QVERIFY(store.rename(u"Tech"_s, u"TECH"_s).has_value());
        QCOMPARE(store.lists().first().name, u"TECH"_s);
        QCOMPARE(store.rename(u"none"_s, u"x"_s).error().code, Error::Code::NotFound);
    }

    void removeAndMove()
    {
        WatchlistStore store = sample();
        store.move(0, 2);
        QCOMPARE(store.indexOf(u"Tech"_s), 2);
        QVERIFY(store.remove(u"tech"_s).has_value());
        QCOMPARE(store.indexOf(u"Tech"_s), -1);
        QCOMPARE(store.remove(u"Tech"_s).error().code, Error::Code::NotFound);
        QCOMPARE(store.setSymbols(u"Tech"_s, {}).error().code, Error::Code::NotFound);
    }

    void jsonBringsItBack()
    {
        const WatchlistStore store = sample();
        QCOMPARE(store.lists().size(), 3);
        const auto read = WatchlistStore::fromJson(store.toJson());
        QVERIFY(read.has_value());
        QCOMPARE(*read, store);
    }

    void brokenJson_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("cut") << sample().toJson().chopped(3);
        QTest::newRow("newer version") << QByteArray(R"({"version":2,"lists":[]})");
        QTest::newRow("lists are no list") << QByteArray(R"({"version":1,"lists":{}})");
        QTest::newRow("no symbols") << QByteArray(R"({"version":1,"lists":[{"name":"a"}]})");
        QTest::newRow("a number for a symbol")
            << QByteArray(R"({"version":1,"lists":[{"name":"a","symbols":[1]}]})");
        QTest::newRow("no name") << QByteArray(R"({"version":1,"lists":[{"symbols":[]}]})");
        QTest::newRow("one name twice") << QByteArray(
            R"({"version":1,"lists":[{"name":"a","symbols":[]},{"name":"A","symbols":[]}]})");
    }

    void brokenJson()
    {
        QFETCH(const QByteArray, json);
        const auto read = WatchlistStore::fromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, Error::Code::Malformed);
    }
};

QTEST_GUILESS_MAIN(TestWatchlistStore)
#include "tst_watchliststore.moc"
