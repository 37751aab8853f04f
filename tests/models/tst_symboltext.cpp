#include "symboltext.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestSymbolText : public QObject
{
    Q_OBJECT

private slots:
    void anOptionReadsAsPeopleSayIt()
    {
        const QLocale english(QLocale::English);
        const QLocale german(QLocale::German);
        QCOMPARE(shortSymbolText(u"O:SPY261218C00745000"_s, english), u"SPY 18 Dec 26 745 C"_s);
        QCOMPARE(shortSymbolText(u"O:AAPL270115P00182500"_s, english), u"AAPL 15 Jan 27 182.5 P"_s);
        QCOMPARE(shortSymbolText(u"O:AAPL270115P00182500"_s, german), u"AAPL 15 Jan. 27 182,5 P"_s);
        for (const QString &symbol : { u"AAPL"_s, u"ESZ6"_s, u"X:BTCUSD"_s, u"O:"_s, QString() })
            QCOMPARE(shortSymbolText(symbol, english), symbol);
    }
};

QTEST_GUILESS_MAIN(TestSymbolText)
#include "tst_symboltext.moc"
