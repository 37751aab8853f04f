#include "splitmix64.h"
#include "symbology.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestSymbology : public QObject
{
    Q_OBJECT

private slots:
    void classify_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<AssetClass>("assetClass");
        const auto stock = AssetClass::Stocks;
        QTest::newRow("stock") << u"AAPL"_s << stock;
        QTest::newRow("one letter") << u"F"_s << stock;
        QTest::newRow("class share") << u"BRK.B"_s << stock;
        QTest::newRow("preferred, lower case p") << u"BACpL"_s << stock;
        QTest::newRow("warrant") << u"AAC.WS"_s << stock;
        QTest::newRow("dash suffix") << u"BRK-B"_s << stock;
        QTest::newRow("contract of a future") << u"ESZ6"_s << AssetClass::Futures;
        QTest::newRow("option") << u"O:SPY251219C00650000"_s << AssetClass::Options;
        QTest::newRow("index") << u"I:SPX"_s << AssetClass::Indices;
        QTest::newRow("forex") << u"C:EURUSD"_s << AssetClass::Forex;
        QTest::newRow("crypto") << u"X:BTCUSD"_s << AssetClass::Crypto;
        QTest::newRow("crypto, stream form") << u"X:BTC-USD"_s << AssetClass::Crypto;
        QTest::newRow("coin with a digit") << u"X:1INCHUSD"_s << AssetClass::Crypto;
        QTest::newRow("only a future") << u"6EZ6"_s << AssetClass::Futures;
        QTest::newRow("futures spread") << u"NQH7-NQM7"_s << AssetClass::Futures;
    }

    void classify()
    {
        QFETCH(const QString, symbol);
        QFETCH(const AssetClass, assetClass);
        const Result<AssetClass> found = symbology::classify(symbol);
        QVERIFY(found);
        QCOMPARE(*found, assetClass);
    }

    void classifyRefuses()
    {
        for (const QString &symbol :
             { u""_s,         u"aapl"_s,        u"1ABC"_s,       u"ABCDEFGHIJK"_s,
               u"BRK."_s,     u"BRK.TOOLONG"_s, u"BRK.1"_s,      u"A B"_s,
               u"A.B.C"_s,    u"O:"_s,          u"O:SPY"_s,      u"I:"_s,
               u"C:EUR"_s,    u"C:EURUSDX"_s,   u"C:EURUS1"_s,   u"X:USD"_s,
               u"X:BTC-US"_s, u"X:-USD"_s,      u"\u00C4PFEL"_s, u"Z:ABC"_s })
            QVERIFY2(!symbology::classify(symbol), qPrintable(symbol));
    }

    void aContractIsTakenForAFuture()
    {
        for (const QStringView symbol : { u"ESZ6", u"GCZ26", u"6EH7", u"M2KU6", u"F:ESZ6" })
            QCOMPARE(symbology::classOf(symbol), AssetClass::Futures);
        for (const QStringView symbol : { u"AAPL", u"ESZ", u"BRK.B", u"ES1" })
            QCOMPARE(symbology::classOf(symbol), AssetClass::Stocks);
    }

    void option()
    {
        // I-01
        const auto contract = symbology::parseOption(u"O:SPY251219C00650000");
        QVERIFY(contract);
        QCOMPARE(contract->root, u"SPY"_s);
        QCOMPARE(contract->expiration, QDate(2025, 12, 19));
        QVERIFY(contract->call);
        QCOMPARE(contract->strike, Price::whole(650));

        const auto adjusted = symbology::parseOption(u"O:SOXS1260116P00002500");
        QVERIFY(adjusted);
        QCOMPARE(adjusted->root, u"SOXS1"_s);
        QVERIFY(!adjusted->call);
        QCOMPARE(adjusted->strike.toString(), u"2.5"_s);
    }

    void optionRefuses()
    {
        for (const QString &symbol :
             { u"O:SPY251319C00650000"_s /* I-02, month 13 */, u"O:SPY250230C00650000"_s,
               u"O:SPY251219C00000000"_s, u"O:SPY251219X00650000"_s, u"O:SPY251219C0065000"_s,
               u"O:251219C00650000"_s, u"O:TOOLONG251219C00650000"_s, u"SPY251219C00650000"_s,
               u"O:SPY2512x9C00650000"_s, u"O:spy251219C00650000"_s, u"O"_s, u""_s }) {
            const auto contract = symbology::parseOption(symbol);
            QVERIFY2(!contract, qPrintable(symbol));
            QCOMPARE(contract.error().code, Error::Code::Malformed);
        }
    }

    void optionThereAndBack()
    {
        SplitMix64 draws(9);
        for (int i = 0; i < 2'000; ++i) {
            symbology::OptionContract contract;
            for (quint64 letters = 1 + draws.below(6); letters > 0; --letters)
                contract.root += QChar(u'A' + static_cast<char16_t>(draws.below(26)));
            contract.expiration
                = QDate(2000, 1, 1).addDays(static_cast<qint64>(draws.below(36'000)));
            contract.call = draws.below(2) == 0;
            contract.strike
                = Price::fromUnits(static_cast<qint64>(1 + draws.below(99'999'999)) * 10'000'000);
            const Result<QString> symbol = symbology::formatOption(contract);
            QVERIFY(symbol);
            const auto back = symbology::parseOption(*symbol);
            QVERIFY2(back, qPrintable(*symbol));
            QCOMPARE(back->root, contract.root);
            QCOMPARE(back->expiration, contract.expiration);
            QCOMPARE(back->call, contract.call);
            QCOMPARE(back->strike, contract.strike);
        }
    }

    void formatOptionRefuses()
    {
        const symbology::OptionContract good { u"SPY"_s, QDate(2025, 12, 19), true,
                                               Price::whole(650) };
        QCOMPARE(*symbology::formatOption(good), u"O:SPY251219C00650000"_s);
        const auto refused = [](symbology::OptionContract contract) {
            const Result<QString> symbol = symbology::formatOption(contract);
            return !symbol && symbol.error().code == Error::Code::InvalidArgument;
        };
        auto contract = good;
        contract.strike = Price::fromUnits(Price::unitsPerOne / 10'000); // a fourth decimal
        QVERIFY(refused(contract));
        contract.strike = Price::whole(100'000);
        QVERIFY(refused(contract));
        contract.strike = Price();
        QVERIFY(refused(contract));
        contract = good;
        contract.root = u"TOOLONG"_s;
        QVERIFY(refused(contract));
        contract = good;
        contract.expiration = QDate();
        QVERIFY(refused(contract));
    }

    void future()
    {
        const auto oneDigit = symbology::parseFuture(u"ESZ6");
        QVERIFY(oneDigit);
        QCOMPARE(oneDigit->root, u"ES"_s);
        QCOMPARE(oneDigit->month, 12);
        QCOMPARE(oneDigit->yearDigits, 6);
        QVERIFY(!oneDigit->twoDigitYear);

        const auto twoDigits = symbology::parseFuture(u"F:GCG24");
        QVERIFY(twoDigits);
        QCOMPARE(twoDigits->root, u"GC"_s);
        QCOMPARE(twoDigits->month, 2);
        QCOMPARE(twoDigits->yearDigits, 24);
        QVERIFY(twoDigits->twoDigitYear);

        for (const QString &symbol :
             { u"ES"_s, u"ESA6"_s, u"Z6"_s, u"ES1!"_s, u"esz6"_s, u"LONGSZ6"_s, u""_s, u"6"_s })
            QVERIFY2(!symbology::parseFuture(symbol), qPrintable(symbol));
    }

    void fromInput_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("symbol");
        QTest::newRow("lower case") << u" aapl "_s << u"AAPL"_s;
        QTest::newRow("mixed case is meant") << u"BACpL"_s << u"BACpL"_s;
        QTest::newRow("old futures prefix") << u"f:esz6"_s << u"ESZ6"_s;
        QTest::newRow("coin pair") << u"btc-usd"_s << u"X:BTCUSD"_s;
        QTest::newRow("coin in tether") << u"SOL/USDT"_s << u"X:SOLUSDT"_s;
        QTest::newRow("currency pair") << u"eur/usd"_s << u"C:EURUSD"_s;
        QTest::newRow("prefixed stream form") << u"X:BTC-USD"_s << u"X:BTCUSD"_s;
        QTest::newRow("class share is no pair") << u"brk-b"_s << u"BRK-B"_s;
        QTest::newRow("option") << u"o:spy251219c00650000"_s << u"O:SPY251219C00650000"_s;
        QTest::newRow("nothing") << u"  "_s << QString();
    }

    void fromInput()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, symbol);
        QCOMPARE(symbology::fromInput(typed), symbol);
    }

    void streamForm_data()
    {
        QTest::addColumn<QString>("rest");
        QTest::addColumn<QString>("stream");
        QTest::addColumn<AssetClass>("assetClass");
        QTest::newRow("coin") << u"X:BTCUSD"_s << u"BTC-USD"_s << AssetClass::Crypto;
        QTest::newRow("long coin") << u"X:SHIBUSD"_s << u"SHIB-USD"_s << AssetClass::Crypto;
        QTest::newRow("in tether") << u"X:BTCUSDT"_s << u"BTC-USDT"_s << AssetClass::Crypto;
        QTest::newRow("currency") << u"C:EURUSD"_s << u"EUR/USD"_s << AssetClass::Forex;
        QTest::newRow("stock") << u"BRK.B"_s << u"BRK.B"_s << AssetClass::Stocks;
        QTest::newRow("option") << u"O:SPY251219C00650000"_s << u"O:SPY251219C00650000"_s
                                << AssetClass::Options;
        QTest::newRow("index") << u"I:SPX"_s << u"I:SPX"_s << AssetClass::Indices;
    }

    void streamForm()
    {
        QFETCH(const QString, rest);
        QFETCH(const QString, stream);
        QFETCH(const AssetClass, assetClass);
        QCOMPARE(symbology::toStream(rest), stream);
        QCOMPARE(symbology::fromStream(stream, assetClass), rest);
    }

    void streamFormsInUseElsewhere()
    {
        QCOMPARE(symbology::fromStream(u"X:BTC-USD", AssetClass::Crypto), u"X:BTCUSD"_s);
        QCOMPARE(symbology::fromStream(u"EUR-USD", AssetClass::Forex), u"C:EURUSD"_s);
        QCOMPARE(symbology::fromStream(u"EURUSD", AssetClass::Forex), u"C:EURUSD"_s);
        QCOMPARE(symbology::toStream(u"X:BTC-USD"), u"X:BTC-USD"_s);
    }
};

QTEST_GUILESS_MAIN(TestSymbology)
#include "tst_symbology.moc"
