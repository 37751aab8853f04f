#include "washsale.h"
#include "writtenbooks.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Books whose days pass.
class TaxedBooks : public WrittenBooks
{
public:
    using WrittenBooks::WrittenBooks;

    /// So many days later; the amount is a price a unit.
    bool trade(int daysLater, const char *signedQty, const char *at)
    {
        now += daysLater * 24h;
        return fill("A", signedQty, at);
    }
    bool split(int numerator, int denominator)
    {
        LedgerEvent event = this->event(LedgerEventKind::Split, "A");
        event.numerator = numerator;
        event.denominator = denominator;
        return write(event);
    }
    std::vector<WashSale> found() const { return washSales(entries, InstrumentBook()); }
};

} // namespace

/// IRC 1091. Examples marked "Pub. 550" are those of IRS Publication 550, "Wash Sales".
class WashSalesTest : public QObject
{
    Q_OBJECT

private slots:
    /// Pub. 550: 100 bought for 1,000, sold for 750, 100 bought for 800 within 30 days. The loss of
    /// 250 does not count; the basis of the new ones is 800 + 250 = 1,050.
    void theLossGoesIntoTheNewBasis()
    {
        TaxedBooks books;
        QVERIFY(books.trade(0, "100", "10") && books.trade(60, "-100", "7.5")
                && books.trade(20, "100", "8"));
        const std::vector<WashSale> found = books.found();
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].loss, money("250"));
        QCOMPARE(found[0].disallowed, money("250"));
        QCOMPARE(found[0].newBasis, money("1050"));
    }

    /// Pub. 550, less bought than sold: 100 for 5,000 on 24 September, 50 for 2,750 on 21 December,
    /// 25 for 1,125 on 28 December; the hundred sold for 4,000 on 4 January. Of the loss of 1,000
    /// three quarters do not count: 500 go to the 50 (3,250), 250 to the 25 (1,375).
    void whatWasBoughtBeforeReplacesToo()
    {
        TaxedBooks books;
        QVERIFY(books.trade(0, "100", "50") && books.trade(88, "50", "55")
                && books.trade(7, "25", "45") && books.trade(7, "-100", "40"));
        const std::vector<WashSale> found = books.found();
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].disallowed, money("500"));
        QCOMPARE(found[0].newBasis, money("3250"));
        QCOMPARE(found[1].disallowed, money("250"));
        QCOMPARE(found[1].newBasis, money("1375"));
    }

    /// Pub. 550, more bought than sold: 100 bought for 5,000 and sold for 4,000 on 1 November; 50
    /// for 2,250 on each of four days from the 15th. The first two take 500 each.
    void theFirstBoughtReplace()
    {
        TaxedBooks books;
        QVERIFY(books.trade(0, "100", "50") && books.trade(38, "-100", "40"));
        for (int day = 0; day < 4; ++day)
            QVERIFY(books.trade(day == 0 ? 14 : 1, "50", "45"));
        const std::vector<WashSale> found = books.found();
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].newBasis, money("2750"));
        QCOMPARE(found[1].newBasis, money("2750"));
    }

    /// Average cost (9,000 for 200): 100 sold for 3,000 lose 1,500. The oldest are sold; the second
    /// hundred, bought five days before, replaces them: 4,000 + 1,500.
    void averageLotsAreSeveralPurchases()
    {
        TaxedBooks books(TaxedBooks::byMethod(LotMethod::Average));
        QVERIFY(books.trade(0, "100", "50") && books.trade(40, "100", "40")
                && books.trade(5, "-100", "30"));
        const std::vector<WashSale> found = books.found();
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].loss, money("1500"));
        QCOMPARE(found[0].disallowed, money("1500"));
        QCOMPARE(found[0].newBasis, money("5500"));
    }

    /// The same after the method was changed: several lots became one.
    void mergedLotsKeepTheirPurchases()
    {
        TaxedBooks books;
        QVERIFY(books.trade(0, "100", "50") && books.trade(40, "100", "40"));
        LedgerEvent average = books.event(LedgerEventKind::Config);
        average.settings = TaxedBooks::byMethod(LotMethod::Average);
        QVERIFY(books.write(average) && books.trade(5, "-100", "30"));
        QCOMPARE(books.found().size(), std::size_t(1));
        QCOMPARE(books.found()[0].newBasis, money("5500"));
    }

    void whatOneOrderSellsDoesNotReplaceItself()
    {
        TaxedBooks books;
        QVERIFY(books.trade(0, "100", "50") && books.trade(1, "100", "48")
                && books.trade(1, "-200", "45"));
        QVERIFY(books.found().empty());
    }

    /// 150 of two lots sold for 45 each: the first loses 500, the second on its half 150. The other
    /// half replaces 50 of the first (250), but not its own purchase's sale (Rev. Rul. 56-602).
    void whatIsLeftOfTheSecondLotReplacesTheFirst()
    {
        TaxedBooks books;
        QVERIFY(books.trade(0, "100", "50") && books.trade(1, "100", "48")
                && books.trade(1, "-150", "45"));
        const std::vector<WashSale> found = books.found();
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].loss, money("500"));
        QCOMPARE(found[0].disallowed, money("250"));
        QCOMPARE(found[0].newBasis, money("5050"));
    }

    /// 50 to 45 loses 500, which makes 4,600 + 500 = 5,100 of the new basis. Sold for 4,400 they
    /// lose 200 + 500 = 700, and the next ones cost 4,300 + 700 = 5,000. Sold for 4,700 they would
    /// have gained 400 by price, and lose 300 by basis.
    void theAddedBasisIsCarriedOn()
    {
        TaxedBooks books;
        QVERIFY(books.trade(0, "100", "50") && books.trade(1, "-100", "45")
                && books.trade(1, "100", "46") && books.trade(1, "-100", "44")
                && books.trade(1, "100", "43"));
        std::vector<WashSale> found = books.found();
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].newBasis, money("5100"));
        QCOMPARE(found[1].loss, money("700"));
        QCOMPARE(found[1].newBasis, money("5000"));
        QVERIFY(books.trade(1, "-100", "47") && books.trade(1, "100", "47"));
        found = books.found();
        QCOMPARE(found.size(), std::size_t(3));
        QCOMPARE(found[2].loss, money("300"));
    }

    /// 60 of 4,800 / 100 each become 120. The first hundred, now 200 for 5,000, is sold for 4,000:
    /// 120 of the 200 are replaced, 600 of the 1,000 do not count.
    void splitsScaleWhatReplaces()
    {
        TaxedBooks books;
        QVERIFY(books.trade(0, "100", "50") && books.trade(20, "60", "48") && books.split(2, 1)
                && books.trade(1, "-200", "20"));
        const std::vector<WashSale> found = books.found();
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].replaced, qty("120"));
        QCOMPARE(found[0].disallowed, money("600"));
        QCOMPARE(found[0].newBasis, money("3480"));
    }

    void findsWashSales() // C-20
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "50"));
        books.now += 10 * 24h;
        QVERIFY(books.fill("A", "-100", "45"));
        books.now += 10 * 24h;
        QVERIFY(books.fill("A", "60", "46") && books.fill("A", "40", "46"));
        const std::vector<WashSale> found = washSales(books.entries, InstrumentBook());
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].loss, money("500"));
        QCOMPARE(found[0].disallowed, money("300"));
        QCOMPARE(found[1].disallowed, money("200"));
        QCOMPARE(found[0].newBasis + found[1].newBasis, money("5100"));
    }

    void aCallReplacesShares()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "50") && books.fill("A", "-100", "45")
                && books.fill("O:A260619C00050000", "2", "1", "0", 100));
        const std::vector<WashSale> found = washSales(books.entries, InstrumentBook());
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].disallowed, money("500"));
        QCOMPARE(found[0].replaced, qty("100"));
    }

    void noWashSale_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<int>("daysLater");
        QTest::addColumn<QString>("price");
        QTest::newRow("after 31 days") << u"A"_s << 31 << u"45"_s;
        QTest::newRow("another security") << u"B"_s << 1 << u"45"_s;
        QTest::newRow("a gain") << u"A"_s << 1 << u"55"_s;
        QTest::newRow("crypto") << u"X:BTCUSD"_s << 1 << u"45"_s;
    }

    void noWashSale()
    {
        QFETCH(const QString, symbol);
        QFETCH(const int, daysLater);
        QFETCH(const QString, price);
        const char *sold = symbol.startsWith(u'X') ? "X:BTCUSD" : "A";
        WrittenBooks books;
        QVERIFY(books.fill(sold, "100", "50")
                && books.fill(sold, "-100", price.toLatin1().constData()));
        books.now += daysLater * 24h;
        QVERIFY(books.fill(symbol.toLatin1().constData(), "100", "46"));
        QVERIFY(washSales(books.entries, InstrumentBook()).empty());
    }
};

QTEST_APPLESS_MAIN(WashSalesTest)
#include "tst_washsales.moc"
