#include "tapefilter.h"
#include "tapeprints.h"
#include "tapeside.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

TapePrint plain(PrintSide side = PrintSide::AtAsk, qint64 shares = 100)
{
    return tapeprints::print(1, side, shares);
}

TapePrint withCondition(quint16 id)
{
    TapePrint print = plain();
    print.trade.conditions = { id };
    return print;
}

TapePrint offExchange()
{
    TapePrint print = plain();
    print.trade.exchange = 4;
    print.trade.trfId = 202;
    return print;
}

} // namespace

class TestTapeFilter : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void anEmptyOneLetsAllPass()
    {
        const TapeFilter filter;
        QVERIFY(filter.isEmpty());
        for (const TapePrint &print : tapeprints::prints(1, 100))
            QVERIFY(filter.passes(print));
        QVERIFY(filter.passes(offExchange()));
        QVERIFY(filter.passes(withCondition(condition::oddLot)));
    }

    void limitsOfSizeAreIncluded()
    {
        TapeFilter filter;
        filter.smallest = Qty::whole(100);
        filter.largest = Qty::whole(500);
        QVERIFY(!filter.isEmpty());
        QVERIFY(!filter.passes(plain(PrintSide::AtAsk, 99)));
        QVERIFY(filter.passes(plain(PrintSide::AtAsk, 100)));
        QVERIFY(filter.passes(plain(PrintSide::AtAsk, 500)));
        QVERIFY(!filter.passes(plain(PrintSide::AtAsk, 501)));
        filter.largest = Qty();
        QVERIFY(filter.passes(plain(PrintSide::AtAsk, 1'000'000)));
    }

    void sides_data()
    {
        QTest::addColumn<PrintSide>("side");
        QTest::addColumn<int>("passes"); // with buys, sells, others alone: bits
        QTest::newRow("above the ask") << PrintSide::AboveAsk << 1;
        QTest::newRow("at the ask") << PrintSide::AtAsk << 1;
        QTest::newRow("at the bid") << PrintSide::AtBid << 2;
        QTest::newRow("below the bid") << PrintSide::BelowBid << 2;
        QTest::newRow("nearer the ask") << PrintSide::BetweenUpper << 4;
        QTest::newRow("nearer the bid") << PrintSide::BetweenLower << 4;
        QTest::newRow("no quote") << PrintSide::Unknown << 4;
    }

    void sides()
    {
        QFETCH(const PrintSide, side);
        QFETCH(const int, passes);
        for (const int alone : { 1, 2, 4 }) {
            TapeFilter filter;
            filter.buys = alone == 1;
            filter.sells = alone == 2;
            filter.others = alone == 4;
            QCOMPARE(filter.passes(plain(side)), passes == alone);
        }
    }

    /// What was not streamed and what only restates an auction has no side, whatever it says.
    void sidesThatAreNotKnown()
    {
        TapeFilter buys;
        buys.sells = buys.others = false;
        TapePrint fetched = plain();
        fetched.origin = PrintOrigin::Backfill;
        QVERIFY(!buys.passes(fetched));
        QVERIFY(!buys.passes(withCondition(condition::officialClose)));
        QVERIFY(buys.passes(plain()));
    }

    void venues()
    {
        TapeFilter filter;
        filter.venues = { 11, 202 };
        QVERIFY(!filter.passes(plain())); // 12
        TapePrint arca = plain();
        arca.trade.exchange = 11;
        QVERIFY(filter.passes(arca));
        QVERIFY(filter.passes(offExchange())); // by its reporting facility, not by exchange 4
        filter.venues = { 4 };
        QVERIFY(!filter.passes(offExchange()));
    }

    void conditions()
    {
        TapeFilter filter;
        filter.conditions = { condition::intermarketSweep, condition::oddLot };
        QVERIFY(filter.passes(plain()));
        QVERIFY(filter.passes(withCondition(condition::formT)));
        QVERIFY(!filter.passes(withCondition(condition::oddLot)));
        filter.onlyConditions = true;
        QVERIFY(!filter.passes(plain()));
        QVERIFY(!filter.passes(withCondition(condition::formT)));
        QVERIFY(filter.passes(withCondition(condition::oddLot)));
    }

    void kinds_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("usual");
        QTest::addColumn<bool>("ofKind");
        QTest::newRow("show") << int(TapeKind::Show) << true << true;
        QTest::newRow("hide") << int(TapeKind::Hide) << true << false;
        QTest::newRow("only") << int(TapeKind::Only) << false << true;
    }

    void kinds()
    {
        QFETCH(const int, kind);
        QFETCH(const bool, usual);
        QFETCH(const bool, ofKind);
        TapeFilter off;
        off.offExchange = TapeKind(kind);
        QCOMPARE(off.passes(plain()), usual);
        QCOMPARE(off.passes(offExchange()), ofKind);
        TapeFilter odd;
        odd.oddLots = TapeKind(kind);
        QCOMPARE(odd.passes(plain()), usual);
        QCOMPARE(odd.passes(withCondition(condition::oddLot)), ofKind);
    }

    void aSavedOneComesBack()
    {
        TapeFilter filter;
        filter.smallest = *Qty::parse(u"0.5");
        filter.largest = Qty::whole(10'000);
        filter.sells = false;
        filter.others = false;
        filter.venues = { 11, 12, 202 };
        filter.conditions = { 14 };
        filter.onlyConditions = true;
        filter.offExchange = TapeKind::Hide;
        filter.oddLots = TapeKind::Only;
        const QByteArray text = QJsonDocument(filter.toJson()).toJson();
        QCOMPARE(TapeFilter::fromJson(QJsonDocument::fromJson(text).object()), filter);
        QCOMPARE(TapeFilter::fromJson(TapeFilter().toJson()), TapeFilter());
    }

    void nonsenseLetsAllPass()
    {
        QCOMPARE(TapeFilter::fromJson({}), TapeFilter());
        const QJsonObject nonsense { { u"smallest"_s, u"-5"_s },
                                     { u"largest"_s, 7 },
                                     { u"hiddenSides"_s, u"all"_s },
                                     { u"venues"_s, QJsonArray { -1, u"x"_s, 70'000 } },
                                     { u"offExchange"_s, u"maybe"_s } };
        QCOMPARE(TapeFilter::fromJson(nonsense), TapeFilter());
    }
};

QTEST_GUILESS_MAIN(TestTapeFilter)
#include "tst_tapefilter.moc"
