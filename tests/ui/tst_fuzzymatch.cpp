#include "fuzzymatch.h"
#include "symbolcatalog.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestFuzzyMatch : public QObject
{
    Q_OBJECT

private slots:
    void matches_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        QTest::newRow("empty fits all") << u""_s << u"Reset layout"_s << true;
        QTest::newRow("letters in order") << u"rsl"_s << u"Reset layout"_s << true;
        QTest::newRow("letters out of order") << u"lsr"_s << u"Reset layout"_s << false;
        QTest::newRow("any case") << u"RESET"_s << u"reset layout"_s << true;
        QTest::newRow("longer than the text") << u"resets"_s << u"reset"_s << false;
        QTest::newRow("one letter twice") << u"ll"_s << u"Reset layout"_s << false;
        QTest::newRow("empty text") << u"a"_s << u""_s << false;
    }

    void matches()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, text);
        QFETCH(const bool, fits);
        QCOMPARE(fuzzyScore(pattern, text) >= 0, fits);
    }

    void ranks_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("start of the text") << u"tr"_s << u"Trade"_s << u"Order trail"_s;
        QTest::newRow("starts of words") << u"rl"_s << u"Reset layout"_s << u"Pearl"_s;
        QTest::newRow("a run") << u"lay"_s << u"Reset layout"_s << u"Real array"_s;
        QTest::newRow("the shorter of equals") << u"chart"_s << u"Chart"_s << u"Chart of volume"_s;
    }

    void ranks()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, better);
        QFETCH(const QString, worse);
        QVERIFY(fuzzyScore(pattern, better) > fuzzyScore(pattern, worse));
    }

    void symbolsComeBeforeNames()
    {
        SymbolCatalog catalog;
        catalog.setSymbols({ { u"MSFT"_s, u"A big company"_s },
                             { u"A"_s, u"Agilent"_s },
                             { u"AAPL"_s, u"Apple Inc."_s } });
        const auto byA = catalog.matches(u"a"_s, 10);
        QCOMPARE(byA.size(), 3);
        QCOMPARE(byA[0].symbol, u"A"_s);
        QCOMPARE(byA[1].symbol, u"AAPL"_s);
        QCOMPARE(catalog.matches(u"apple"_s, 10).first().symbol, u"AAPL"_s);
        QCOMPARE(catalog.matches(u"a"_s, 2).size(), 2);
        QVERIFY(catalog.matches(u"zzz"_s, 10).isEmpty());
        QCOMPARE(catalog.nameOf(u"AAPL"_s), u"Apple Inc."_s);
    }
};

QTEST_GUILESS_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
