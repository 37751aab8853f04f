#include "pricecomparison.h"

#include "easterntime.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using Last = PriceComparison::Last;

namespace {

const Timestamp noon = easterntime::at(QDate(2024, 3, 5), 12h);
const QString symbol = u"AAPL"_s;

Price cents(qint64 count)
{
    return Price::fromUnits(count * (Price::unitsPerOne / 100));
}

Last last(qint64 inCents, Timestamp time, SessionPart part = SessionPart::Regular)
{
    return { cents(inCents), time, part };
}

/// The sources say these prices at a time, one of them a little later.
bool say(PriceComparison &comparison, qint64 a, qint64 b, Timestamp time)
{
    return comparison.addLast(symbol, last(a, time), last(b, time - 10s), time + 1s);
}

} // namespace

class TestPriceComparison : public QObject
{
    Q_OBJECT

private slots:
    void threeInARow()
    {
        PriceComparison comparison;
        QVERIFY(say(comparison, 10'000, 10'150, noon));
        QVERIFY(say(comparison, 10'000, 10'150, noon + 30s));
        QVERIFY(!comparison.of(symbol));
        QVERIFY(say(comparison, 10'000, 10'200, noon + 60s));
        const std::optional<Discrepancy> found = comparison.of(symbol);
        QVERIFY(found);
        QCOMPARE(*found,
                 (Discrepancy { symbol, cents(10'000), cents(10'200), 2.0, noon - 10s,
                                Discrepancy::Basis::LastPrice }));
        QCOMPARE(comparison.all().size(), std::size_t(1));
        QVERIFY(!comparison.of(u"MSFT"_s));
    }

    void oneThatAgreesEndsIt()
    {
        PriceComparison comparison;
        for (int i = 0; i < 3; ++i)
            say(comparison, 10'000, 9'800, noon + i * 30s);
        QVERIFY(comparison.of(symbol));
        QVERIFY(say(comparison, 10'000, 10'000, noon + 2min));
        QVERIFY(!comparison.of(symbol));
        // And two more are not yet three
        say(comparison, 10'000, 9'800, noon + 3min);
        say(comparison, 10'000, 9'800, noon + 4min);
        QVERIFY(!comparison.of(symbol));
        say(comparison, 10'000, 9'800, noon + 5min);
        QCOMPARE(comparison.of(symbol)->since, noon + 3min - 10s);
    }

    void theThreshold()
    {
        PriceComparison comparison({ .percent = 1, .inARow = 1 });
        say(comparison, 10'000, 10'100, noon);
        QVERIFY2(!comparison.of(symbol), "one percent is not more than one percent");
        say(comparison, 10'000, 10'101, noon + 30s);
        QVERIFY(comparison.of(symbol));
        say(comparison, 10'000, 9'899, noon + 60s);
        QVERIFY(comparison.of(symbol));
        comparison.setRules({ .percent = 5, .inARow = 1 });
        say(comparison, 10'000, 9'899, noon + 90s);
        QVERIFY(!comparison.of(symbol));
    }

    void whatCannotBeCompared_data()
    {
        QTest::addColumn<qint64>("secondsA");
        QTest::addColumn<qint64>("secondsB");
        QTest::addColumn<int>("partA");
        QTest::addColumn<int>("partB");
        QTest::addColumn<qint64>("priceB");
        QTest::addColumn<bool>("counts");
        const int regular = int(SessionPart::Regular);
        const int before = int(SessionPart::PreMarket);
        const int closed = int(SessionPart::Closed);
        const auto row = [](const char *name, qint64 a, qint64 b, int partA, int partB,
                            qint64 price, bool counts) {
            QTest::newRow(name) << a << b << partA << partB << price << counts;
        };
        row("fresh", 0, 0, regular, regular, 20'000, true);
        row("a quarter late, both", -900, -900, regular, regular, 20'000, true);
        row("stale", -1'201, -1'201, regular, regular, 20'000, false);
        row("one stale", 0, -1'300, regular, regular, 20'000, false);
        row("a quarter apart", 0, -900, regular, regular, 20'000, false);
        row("a minute apart", 0, -90, regular, regular, 20'000, true);
        row("other sessions", 0, 0, regular, before, 20'000, false);
        row("before the market", 0, 0, before, before, 20'000, true);
        row("closed", 0, 0, closed, closed, 20'000, false);
        row("no price", 0, 0, regular, regular, 0, false);
    }

    void whatCannotBeCompared()
    {
        QFETCH(const qint64, secondsA);
        QFETCH(const qint64, secondsB);
        QFETCH(const int, partA);
        QFETCH(const int, partB);
        QFETCH(const qint64, priceB);
        QFETCH(const bool, counts);
        PriceComparison comparison({ .inARow = 1 });
        const Last a = last(10'000, noon + std::chrono::seconds(secondsA), SessionPart(partA));
        const Last b = last(priceB, noon + std::chrono::seconds(secondsB), SessionPart(partB));
        QCOMPARE(comparison.addLast(symbol, a, b, noon), counts);
        QCOMPARE(comparison.of(symbol).has_value(), counts);
    }

    void theSamePairCountsOnce()
    {
        PriceComparison comparison;
        QVERIFY(say(comparison, 10'000, 12'000, noon));
        for (int i = 0; i < 5; ++i)
            QVERIFY(!say(comparison, 10'000, 12'000, noon));
        QVERIFY(!comparison.of(symbol));
    }

    void whatIsLeftOutEndsNothing()
    {
        PriceComparison comparison;
        for (int i = 0; i < 3; ++i)
            say(comparison, 10'000, 9'800, noon + i * 30s);
        const Last stale = last(10'000, noon - 1h);
        QVERIFY(!comparison.addLast(symbol, stale, stale, noon + 2min));
        QVERIFY(comparison.of(symbol));
    }

    void oneClosedBarIsEnough()
    {
        PriceComparison comparison;
        const Timestamp monday = easterntime::at(QDate(2024, 3, 4));
        QVERIFY(comparison.addClose(symbol, monday, cents(10'000), cents(5'000)));
        const std::optional<Discrepancy> found = comparison.of(symbol);
        QVERIFY(found);
        QCOMPARE(*found,
                 (Discrepancy { symbol, cents(10'000), cents(5'000), 50.0, monday,
                                Discrepancy::Basis::Close }));
        // Last prices that agree do not undo it, and an older bar is not looked at
        say(comparison, 10'000, 10'000, noon);
        QVERIFY(comparison.of(symbol));
        QVERIFY(!comparison.addClose(symbol, monday - 24h, cents(10'000), cents(10'000)));
        QVERIFY(comparison.of(symbol));

        const Timestamp tuesday = easterntime::at(QDate(2024, 3, 5));
        QVERIFY(comparison.addClose(symbol, tuesday, cents(10'000), cents(5'000)));
        QCOMPARE(comparison.of(symbol)->since, monday);
        QVERIFY(comparison.addClose(symbol, tuesday, cents(10'000), cents(10'000)));
        QVERIFY2(!comparison.of(symbol), "the bar was put right");
    }

    void forgotten()
    {
        PriceComparison comparison;
        comparison.addClose(symbol, noon, cents(10'000), cents(5'000));
        comparison.addClose(u"MSFT"_s, noon, cents(10'000), cents(5'000));
        QCOMPARE(comparison.all().size(), std::size_t(2));
        comparison.forget(symbol);
        QVERIFY(!comparison.of(symbol));
        QCOMPARE(comparison.all().size(), std::size_t(1));
    }

    void noPriceIsNoDifference()
    {
        QVERIFY(!PriceComparison::difference(Price(), cents(1)));
        QVERIFY(!PriceComparison::difference(cents(1), Price()));
        QVERIFY(!PriceComparison::difference(cents(-1), cents(1)));
        QCOMPARE(*PriceComparison::difference(cents(400), cents(300)), 25.0);
        QVERIFY(!PriceComparison().addClose(symbol, noon, Price(), cents(1)));
    }
};

QTEST_GUILESS_MAIN(TestPriceComparison)
#include "tst_pricecomparison.moc"
