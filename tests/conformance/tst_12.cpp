#include "symbology.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 12: symbols that look like a prefix, a pair or a future are stocks.
class TestCase12 : public QObject
{
    Q_OBJECT

private slots:
    void isStock_data()
    {
        QTest::addColumn<QString>("symbol");
        for (const char *symbol : { "SPCE", "RACE", "HOPE", "FUTU" })
            QTest::newRow(symbol) << QString::fromLatin1(symbol);
    }

    void isStock()
    {
        QFETCH(const QString, symbol);
        const Result<AssetClass> assetClass = symbology::classify(symbol);
        QVERIFY(assetClass);
        QCOMPARE(*assetClass, AssetClass::Stocks);
        QCOMPARE(symbology::fromInput(symbol.toLower()), symbol);
        QCOMPARE(symbology::toStream(symbol), symbol);
    }
};

QTEST_GUILESS_MAIN(TestCase12)
#include "tst_12.moc"
