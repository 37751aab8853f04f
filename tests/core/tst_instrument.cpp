#include "futuresproducts.h"
#include "instrument.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestInstrument : public QObject
{
    Q_OBJECT

private slots:
    void termsOfItsClass_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<AssetClass>("assetClass");
        QTest::addColumn<qint64>("multiplier");
        QTest::addColumn<QString>("tick");
        QTest::addColumn<bool>("tradable");
        using enum AssetClass;
        QTest::newRow("stock") << u"IBM"_s << Stocks << 1LL << u"0.01"_s << true;
        QTest::newRow("option") << u"O:SPY261218C00650000"_s << Options << 100LL << u"0.01"_s
                                << true;
        QTest::newRow("index") << u"I:SPX"_s << Indices << 1LL << u"0.01"_s << false;
        QTest::newRow("euro") << u"C:EURUSD"_s << Forex << 1LL << u"0.00001"_s << true;
        QTest::newRow("yen") << u"C:USDJPY"_s << Forex << 1LL << u"0.001"_s << true;
        QTest::newRow("coin") << u"X:BTCUSD"_s << Crypto << 1LL << u"0.00000001"_s << true;
        QTest::newRow("E-mini") << u"ESZ6"_s << Futures << 50LL << u"0.25"_s << true;
        QTest::newRow("two digits") << u"GCZ26"_s << Futures << 100LL << u"0.1"_s << true;
        QTest::newRow("note") << u"ZNH7"_s << Futures << 1'000LL << u"0.015625"_s << true;
        QTest::newRow("yen future")
            << u"6JZ6"_s << Futures << 12'500'000LL << u"0.0000005"_s << true;
        QTest::newRow("unknown product") << u"XYZZ6"_s << Futures << 1LL << u"0.01"_s << false;
    }

    void termsOfItsClass()
    {
        QFETCH(const QString, symbol);
        const Result<Instrument> instrument = instrumentFromSymbol(symbol);
        QVERIFY(instrument);
        QTEST(instrument->assetClass, "assetClass");
        QTEST(instrument->multiplier, "multiplier");
        QTEST(instrument->tradable, "tradable");
        QFETCH(const QString, tick);
        QCOMPARE(instrument->tickAt(Price::whole(100)), *Price::parse(tick));
    }

    void decimals()
    {
        QCOMPARE(instrumentDecimals(u"IBM"_s), 2);
        QCOMPARE(instrumentDecimals(u"I:SPX"_s), 2);
        QCOMPARE(instrumentDecimals(u"C:EURUSD"_s), 5);
        QCOMPARE(instrumentDecimals(u"C:USDJPY"_s), 3);
        QCOMPARE(instrumentDecimals(u"ESZ6"_s), 2);
        QCOMPARE(instrumentDecimals(u"GCZ6"_s), 1);
        QCOMPARE(instrumentDecimals(u"YMZ6"_s), 0);
        QCOMPARE(instrumentDecimals(u"ZNZ6"_s), 6);
        QCOMPARE(instrumentDecimals(u"X:BTCUSD"_s), 8);
        QCOMPARE(instrumentDecimals(u"?"_s), 2);
    }

    void nothingIsSaidOfUnknownProducts()
    {
        QVERIFY(!futuresProduct(u"XYZ"));
        QVERIFY(!futuresProduct(u""));
    }
};

QTEST_GUILESS_MAIN(TestInstrument)
#include "tst_instrument.moc"
