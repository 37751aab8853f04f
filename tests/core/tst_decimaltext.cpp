#include "decimaltext.h"
#include "splitmix64.h"

#include <QtTest>

#include <limits>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();
constexpr int samples = 20'000;

/// Any magnitude equally likely, so that small numbers are tried as often as large ones.
qint64 anyUnits(SplitMix64 &draws)
{
    const quint64 bits = draws.next() >> draws.below(64);
    return static_cast<qint64>(bits);
}

} // namespace

class TestDecimalText : public QObject
{
    Q_OBJECT

private slots:
    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<qint64>("units");

        const auto good = [](const char *name, const QString &text, int decimals, qint64 units) {
            QTest::newRow(name) << text << decimals << true << units;
        };
        good("whole", u"101"_s, 10, 1'010'000'000'000);
        good("with a fraction", u"101.25"_s, 10, 1'012'500'000'000);
        good("a tenth is exact", u"0.1"_s, 10, 1'000'000'000);
        good("smallest", u"0.0000000001"_s, 10, 1);
        good("negative", u"-0.05"_s, 2, -5);
        good("explicit plus", u"+7"_s, 0, 7);
        good("leading zeros", u"000000000000000000000001"_s, 0, 1);
        good("largest", u"9223372036854.775807"_s, 6, most);
        good("least", u"-9223372036854.775808"_s, 6, least);
    }

    void parse()
    {
        QFETCH(const QString, text);
        QFETCH(const int, decimals);
        QFETCH(const qint64, units);
        const Result<qint64> parsed = decimaltext::parse(text, decimals);
        QVERIFY(parsed);
        QCOMPARE(*parsed, units);
    }

    void parseRefuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Error::Code>("code");

        const auto malformed = Error::Code::Malformed;
        QTest::newRow("empty") << QString() << malformed;
        QTest::newRow("sign only") << u"-"_s << malformed;
        QTest::newRow("eleventh digit") << u"0.00000000001"_s << malformed;
        QTest::newRow("eleventh digit, a zero") << u"1.00000000000"_s << malformed;
        QTest::newRow("exponent") << u"1e5"_s << malformed;
        QTest::newRow("space") << u" 1"_s << malformed;
        QTest::newRow("thousands separator") << u"1,000"_s << malformed;
        QTest::newRow("no digit before the point") << u".5"_s << malformed;
        QTest::newRow("no digit after the point") << u"5."_s << malformed;
        QTest::newRow("two points") << u"1.2.3"_s << malformed;
        QTest::newRow("digits of another script") << u"\u0661"_s << malformed;
        QTest::newRow("not a number") << u"nan"_s << malformed;
        QTest::newRow("one too many") << u"922337203.6854775808"_s << Error::Code::Overflow;
        QTest::newRow("far too many") << u"99999999999999999999999"_s << Error::Code::Overflow;
        QTest::newRow("letter after an overflow") << u"99999999999999999999999x"_s << malformed;
    }

    void parseRefuses()
    {
        QFETCH(const QString, text);
        QFETCH(const Error::Code, code);
        const Result<qint64> parsed = decimaltext::parse(text, 10);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, code);
    }

    void parseFeed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("units");
        QTest::addColumn<bool>("rounded");

        QTest::newRow("plain") << QByteArray("13.91") << Q_INT64_C(1'391) << false;
        QTest::newRow("exponent") << QByteArray("3.7039737e+07") << Q_INT64_C(3'703'973'700)
                                  << false;
        QTest::newRow("negative exponent") << QByteArray("125e-2") << Q_INT64_C(125) << false;
        QTest::newRow("integer as a float")
            << QByteArray("95595226.0") << Q_INT64_C(9'559'522'600) << false;
        QTest::newRow("half to even, down") << QByteArray("0.125") << Q_INT64_C(12) << true;
        QTest::newRow("half to even, up") << QByteArray("0.135") << Q_INT64_C(14) << true;
        QTest::newRow("just above half")
            << QByteArray("0.12500000000000000000001") << Q_INT64_C(13) << true;
        QTest::newRow("just below half")
            << QByteArray("0.12499999999999999999999") << Q_INT64_C(12) << true;
        QTest::newRow("lost zeros are no loss")
            << QByteArray("0.1200000000000000000000") << Q_INT64_C(12) << false;
        QTest::newRow("below half a unit") << QByteArray("0.004") << Q_INT64_C(0) << true;
        QTest::newRow("half a unit") << QByteArray("0.005") << Q_INT64_C(0) << true;
        QTest::newRow("above half a unit") << QByteArray("0.0050001") << Q_INT64_C(1) << true;
        QTest::newRow("far below") << QByteArray("9e-300") << Q_INT64_C(0) << true;
        QTest::newRow("negative half") << QByteArray("-0.135") << Q_INT64_C(-14) << true;
        QTest::newRow("rounds up a digit more") << QByteArray("9.999") << Q_INT64_C(1'000) << true;
        QTest::newRow("zero with an exponent")
            << QByteArray("0.0e99999999999") << Q_INT64_C(0) << false;
        QTest::newRow("minus zero") << QByteArray("-0.00") << Q_INT64_C(0) << false;
        QTest::newRow("largest") << QByteArray("92233720368547758.07") << most << false;
        QTest::newRow("least") << QByteArray("-92233720368547758.08") << least << false;
    }

    void parseFeed()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const qint64, units);
        QFETCH(const bool, rounded);
        const auto number = decimaltext::parseFeed(text.toStdString(), 2);
        QVERIFY(number);
        QCOMPARE(number->units, units);
        QCOMPARE(number->rounded, rounded);
    }

    void parseFeedRefuses()
    {
        for (const char *text :
             { "", "-", ".", "e5", "1e", "1e+", "1 ", "0x10", "NaN", "Infinity", "1.2.3" }) {
            const auto number = decimaltext::parseFeed(text, 2);
            QVERIFY2(!number, text);
            QCOMPARE(number.error().code, Error::Code::Malformed);
        }
        for (const char *text :
             { "92233720368547758.08", "92233720368547758.075", "1e30", "1e999999999999" }) {
            const auto number = decimaltext::parseFeed(text, 2);
            QVERIFY2(!number, text);
            QCOMPARE(number.error().code, Error::Code::Overflow);
        }
    }

    void textAndBackIsTheSame()
    {
        SplitMix64 draws(1);
        for (int i = 0; i < samples; ++i) {
            const qint64 units = i < 2 ? (i == 0 ? most : least) : anyUnits(draws);
            const int decimals = static_cast<int>(draws.below(11));
            const QString text = decimaltext::format(units, decimals);
            QCOMPARE(decimaltext::parse(text, decimals).value_or(~units), units);
            QCOMPARE(decimaltext::parseFeed(text.toStdString(), decimals)->units, units);
        }
    }

    /// Digits behind the last that fits: the sum of the two parts decides, computed here in
    /// integers.
    void feedRoundsHalfToEven()
    {
        constexpr qint64 tailScale = 100'000;
        SplitMix64 draws(2);
        for (int i = 0; i < samples; ++i) {
            const qint64 units = anyUnits(draws) >> 20; // room for five digits more
            qint64 tail = static_cast<qint64>(draws.below(tailScale));
            if (i % 4 == 0)
                tail = tailScale / 2;
            const qint64 magnitude = qAbs(units) * tailScale + tail;
            const qint64 value = units < 0 ? -magnitude : magnitude;
            const bool up = tail > tailScale / 2 || (tail == tailScale / 2 && qAbs(units) % 2 == 1);
            const qint64 expected = units < 0 ? units - (up ? 1 : 0) : units + (up ? 1 : 0);

            const auto number
                = decimaltext::parseFeed(decimaltext::format(value, 9, 9).toStdString(), 4);
            QVERIFY(number);
            QCOMPARE(number->units, expected);
            QCOMPARE(number->rounded, tail != 0);
        }
    }

    void format_data()
    {
        QTest::addColumn<qint64>("units");
        QTest::addColumn<int>("minDecimals");
        QTest::addColumn<QString>("text");
        QTest::newRow("shortest") << Q_INT64_C(1'012'500) << 0 << u"101.25"_s;
        QTest::newRow("whole") << Q_INT64_C(1'010'000) << 0 << u"101"_s;
        QTest::newRow("two at least") << Q_INT64_C(1'010'000) << 2 << u"101.00"_s;
        QTest::newRow("more than asked where needed") << Q_INT64_C(1'010'001) << 2 << u"101.0001"_s;
        QTest::newRow("below one") << Q_INT64_C(5) << 0 << u"0.0005"_s;
        QTest::newRow("negative below one") << Q_INT64_C(-500) << 0 << u"-0.05"_s;
        QTest::newRow("zero") << Q_INT64_C(0) << 0 << u"0"_s;
        QTest::newRow("zero with decimals") << Q_INT64_C(0) << 2 << u"0.00"_s;
        QTest::newRow("least") << least << 0 << u"-922337203685477.5808"_s;
    }

    void format()
    {
        QFETCH(const qint64, units);
        QFETCH(const int, minDecimals);
        QFETCH(const QString, text);
        QCOMPARE(decimaltext::format(units, 4, minDecimals), text);
    }
};

QTEST_GUILESS_MAIN(TestDecimalText)
#include "tst_decimaltext.moc"
