#include "decimaltext.h"
#include "plainnumber.h"
#include "splitmix64.h"

#include <QtTest>

#include <charconv>
#include <regex>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A text with the bytes around it that the readers want, and others that must not matter.
class Within
{
public:
    explicit Within(const std::string &text)
        : m_all("\":1.5,0." + text + ",9")
        , m_size(text.size())
    {
    }
    const char *begin() const { return end() - m_size; }
    const char *end() const { return m_all.data() + m_all.size() - 2; }

private:
    std::string m_all;
    std::size_t m_size;
};

bool isJsonNumber(const std::string &text)
{
    static const std::regex number(R"((0|[1-9]\d*)(\.\d+)?)");
    return std::regex_match(text, number);
}

} // namespace

class TestPlainNumber : public QObject
{
    Q_OBJECT

private slots:
    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : { "",
                                  "-",
                                  "-1",
                                  "+1",
                                  ".",
                                  ".5",
                                  "5.",
                                  "1.5.5",
                                  "1..5",
                                  "01",
                                  "00",
                                  "01.5",
                                  "00.5",
                                  "1e2",
                                  "1 ",
                                  " 1",
                                  "1/5",
                                  "1:5",
                                  "1;5",
                                  "1>",
                                  "1?5",
                                  "1,5",
                                  "\"1\"",
                                  "1\xFF",
                                  "1\x80",
                                  "x",
                                  "12345678x",
                                  "x2345678",
                                  "1234567890123456x",
                                  "12345678901234567",
                                  "012345678",
                                  "0123456789.5",
                                  "123456789.",
                                  ".123456789",
                                  "12345678.9.1" })
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refuses()
    {
        QFETCH(const QString, text);
        const Within within(text.toLatin1().toStdString());
        plainnumber::Doubts whole;
        plainnumber::Doubts small;
        plainnumber::Doubts units;
        plainnumber::Doubts real;
        (void)plainnumber::readWhole(within.begin(), within.end(), whole);
        (void)plainnumber::readSmall(within.begin(), within.end(), small);
        (void)plainnumber::readUnits<10>(within.begin(), within.end(), units);
        (void)plainnumber::readReal(within.begin(), within.end(), real);
        QVERIFY(whole.any());
        QVERIFY(small.any());
        QVERIFY(units.any());
        QVERIFY(real.any());
    }

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             { "0", "7", "10", "9999", "12345", "99999999", "123456789", "1234567890123456", "0.5",
               "0.0", "100.0", "1.234567", "1234.567", "123456.7", "12345.678", "0.00000001",
               "123456789.123456", "99999999.9999999", "1786629600123" })
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void reads()
    {
        QFETCH(const QString, text);
        const std::string bytes = text.toStdString();
        const Within within(bytes);
        plainnumber::Doubts doubts;
        const double real = plainnumber::readReal(within.begin(), within.end(), doubts);
        QVERIFY(!doubts.any());
        QCOMPARE(real, text.toDouble());
        if (!text.contains(u'.')) {
            QCOMPARE(plainnumber::readWhole(within.begin(), within.end(), doubts),
                     text.toULongLong());
            QCOMPARE(plainnumber::readSmall(within.begin(), within.end(), doubts),
                     text.toULongLong());
            QVERIFY(!doubts.any());
        }
    }

    /// What is not in doubt is a JSON number and what decimaltext makes of it; short numbers are
    /// never in doubt.
    void agreesWithDecimalText()
    {
        constexpr std::string_view letters = "0123456789012345678901234567890123456789....-e /:;?";
        SplitMix64 draws(11);
        int plain = 0;
        for (int i = 0; i < 300'000; ++i) {
            std::string text(1 + draws.below(17), '0');
            for (char &c : text)
                c = letters[draws.below(draws.below(4) == 0 ? letters.size() : 41)];
            const Within within(text);
            plainnumber::Doubts doubts;
            const qint64 units = plainnumber::readUnits<8>(within.begin(), within.end(), doubts);
            const Result<decimaltext::FeedNumber> expected = decimaltext::parseFeed(text, 8);
            if (doubts.any()) {
                QVERIFY2(!isJsonNumber(text) || text.size() > 8, text.c_str());
                continue;
            }
            ++plain;
            QVERIFY2(isJsonNumber(text), text.c_str());
            QVERIFY(expected && !expected->rounded);
            QCOMPARE(units, expected->units);

            plainnumber::Doubts inReal;
            const double real = plainnumber::readReal(within.begin(), within.end(), inReal);
            double expectedReal = 0;
            std::from_chars(text.data(), text.data() + text.size(), expectedReal);
            QVERIFY(!inReal.any() && real == expectedReal);
        }
        QVERIFY(plain > 20'000);
    }

    void wholeNumbersAgree()
    {
        constexpr std::string_view letters = "01234567890123456789.-x ";
        SplitMix64 draws(12);
        for (int i = 0; i < 300'000; ++i) {
            std::string text(1 + draws.below(17), '0');
            for (char &c : text)
                c = letters[draws.below(draws.below(4) == 0 ? letters.size() : 20)];
            const Within within(text);
            const bool isWhole
                = isJsonNumber(text) && text.find('.') == text.npos && text.size() <= 16;
            plainnumber::Doubts whole;
            plainnumber::Doubts small;
            const quint64 value = plainnumber::readWhole(within.begin(), within.end(), whole);
            const quint64 again = plainnumber::readSmall(within.begin(), within.end(), small);
            QCOMPARE(!whole.any(), isWhole);
            QCOMPARE(!small.any(), isWhole);
            QVERIFY(!isWhole || (value == std::stoull(text) && again == value));
        }
    }
};

QTEST_GUILESS_MAIN(TestPlainNumber)
#include "tst_plainnumber.moc"
