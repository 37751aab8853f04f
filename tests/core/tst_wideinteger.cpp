#include "money.h"
#include "splitmix64.h"
#include "wideinteger.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();
constexpr int samples = 50'000;

qint64 anyValue(SplitMix64 &draws)
{
    const qint64 magnitude = static_cast<qint64>(draws.next() >> (1 + draws.below(63)));
    return draws.below(2) == 0 ? magnitude : -magnitude;
}

Price price(const QString &text)
{
    return Price::parse(text).value_or(Price());
}

Qty qty(const QString &text)
{
    return Qty::parse(text).value_or(Qty());
}

} // namespace

class TestWideInteger : public QObject
{
    Q_OBJECT

private slots:
    void roundsHalfToEven_data()
    {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<qint64>("divisor");
        QTest::addColumn<qint64>("quotient");
        QTest::newRow("half to even, down") << Q_INT64_C(25) << Q_INT64_C(10) << Q_INT64_C(2);
        QTest::newRow("half to even, up") << Q_INT64_C(35) << Q_INT64_C(10) << Q_INT64_C(4);
        QTest::newRow("negative half") << Q_INT64_C(-25) << Q_INT64_C(10) << Q_INT64_C(-2);
        QTest::newRow("negative half, up") << Q_INT64_C(-35) << Q_INT64_C(10) << Q_INT64_C(-4);
        QTest::newRow("above half") << Q_INT64_C(26) << Q_INT64_C(10) << Q_INT64_C(3);
        QTest::newRow("odd divisor has no half") << Q_INT64_C(4) << Q_INT64_C(3) << Q_INT64_C(1);
        QTest::newRow("exact") << least << Q_INT64_C(1) << least;
        QTest::newRow("largest by largest") << most << most << Q_INT64_C(1);
    }

    void roundsHalfToEven()
    {
        QFETCH(const qint64, value);
        QFETCH(const qint64, divisor);
        QFETCH(const qint64, quotient);
        QCOMPARE(divideHalfEven(value, divisor), quotient);
        if (value != least)
            QCOMPARE(multiplyDivide(value, 1, divisor), std::optional(quotient));
    }

    /// The nearest quotient leaves a rest of at most half the divisor; of two the even one is
    /// taken.
    void quotientIsTheNearest()
    {
        SplitMix64 draws(3);
        int fitted = 0;
        for (int i = 0; i < samples; ++i) {
            const qint64 a = anyValue(draws);
            const qint64 b = anyValue(draws);
            const qint64 divisor = qMax<qint64>(1, qAbs(anyValue(draws)));
            const std::optional<qint64> quotient = multiplyDivide(a, b, divisor);
            const long double exact = static_cast<long double>(a) * static_cast<long double>(b)
                / static_cast<long double>(divisor);
            if (!quotient) {
                QVERIFY(std::fabs(exact) > 0x1p62L);
                continue;
            }
            ++fitted;
            // Modulo 2^64 the rest is exact, and it is small
            const quint64 product = static_cast<quint64>(a) * static_cast<quint64>(b);
            const quint64 back = static_cast<quint64>(*quotient) * static_cast<quint64>(divisor);
            const qint64 rest = static_cast<qint64>(product - back);
            const quint64 twice = 2 * static_cast<quint64>(qAbs(rest));
            QVERIFY(twice <= static_cast<quint64>(divisor));
            QVERIFY(twice != static_cast<quint64>(divisor) || *quotient % 2 == 0);
            QVERIFY(std::fabs(exact - static_cast<long double>(*quotient))
                    <= 1 + std::fabs(exact) * 1e-17L);
        }
        QVERIFY(fitted > samples / 4);
    }

    void overflowIsNothing()
    {
        QCOMPARE(multiplyDivide(most, most, most), std::optional(most));
        QCOMPARE(multiplyDivide(most, most, most - 1), std::nullopt);
        QCOMPARE(multiplyDivide(most, 2, 1), std::nullopt);
        QCOMPARE(multiplyDivide(most, most, most, 1), std::nullopt);
        QCOMPARE(multiplyDivide(most, 3, 1'000'000, 3'000'000), std::optional(most));
        QCOMPARE(multiplyDivide(-7, 3, 0, 5), std::optional<qint64>(0));
    }

    void notional_data()
    {
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("qty");
        QTest::addColumn<qint64>("multiplier");
        QTest::addColumn<QString>("money");
        QTest::newRow("shares") << u"101.25"_s << u"100"_s << Q_INT64_C(1) << u"10125"_s;
        QTest::newRow("a short") << u"13.905"_s << u"-200"_s << Q_INT64_C(1) << u"-2781"_s;
        QTest::newRow("an option contract") << u"2.35"_s << u"3"_s << Q_INT64_C(100) << u"705"_s;
        QTest::newRow("a future's multiplier")
            << u"1675.25"_s << u"2"_s << Q_INT64_C(50) << u"167525"_s;
        QTest::newRow("half a unit to even, down")
            << u"0.0000005"_s << u"1"_s << Q_INT64_C(1) << u"0"_s;
        QTest::newRow("half a unit to even, up")
            << u"0.0000015"_s << u"1"_s << Q_INT64_C(1) << u"0.000002"_s;
        QTest::newRow("rounded once, after the multiplier")
            << u"0.0000004"_s << u"1"_s << Q_INT64_C(100) << u"0.00004"_s;
        QTest::newRow("a whole coin's lot")
            << u"65000.123456789"_s << u"0.00012345"_s << Q_INT64_C(1) << u"8.024265"_s;
    }

    void notional()
    {
        QFETCH(const QString, price);
        QFETCH(const QString, qty);
        QFETCH(const qint64, multiplier);
        QFETCH(const QString, money);
        const Result<Money> value = tapeline::notional(::price(price), ::qty(qty), multiplier);
        QVERIFY(value);
        QCOMPARE(value->toString(), money);
    }

    void notionalOverflowIsAnError()
    {
        const Result<Money> value
            = tapeline::notional(price(u"900000000"_s), qty(u"90000000000"_s));
        QVERIFY(!value);
        QCOMPARE(value.error().code, Error::Code::Overflow);
    }

    void fromDouble()
    {
        QCOMPARE(Price::fromDouble(0.1), price(u"0.1"_s));
        QCOMPARE(Price::fromDouble(-181.89), price(u"-181.89"_s));
        QCOMPARE(Qty::fromDouble(2.5e-8).units(), 2); // half to even
        QCOMPARE(Qty::fromDouble(3.5e-8).units(), 4);
        QCOMPARE(Money::fromDouble(1e300).units(), most);
        QCOMPARE(Money::fromDouble(-1e300).units(), least);
        QCOMPARE(Money::fromDouble(std::nan("")).units(), 0);
    }

    /// Every price with up to four decimals survives the way through a double, as generators take
    /// it.
    void pricesSurviveDoubles()
    {
        SplitMix64 draws(4);
        for (int i = 0; i < samples; ++i) {
            const qint64 tenThousandths = static_cast<qint64>(draws.below(10'000'000'000));
            const Price exact = Price::fromUnits(tenThousandths * 1'000'000);
            QCOMPARE(Price::fromDouble(static_cast<double>(tenThousandths) / 10'000), exact);
        }
    }
};

QTEST_GUILESS_MAIN(TestWideInteger)
#include "tst_wideinteger.moc"
