#include "decimaltext.h"

#include <array>
#include <limits>

namespace tapeline::decimaltext {

namespace {

constexpr std::array<quint64, 20> powersOfTen = [] {
    std::array<quint64, 20> powers {};
    quint64 power = 1;
    for (quint64 &entry : powers) {
        entry = power;
        power *= 10; // wraps once, after the last entry
    }
    return powers;
}();

// Longer exponents are as good as infinite and must not overflow the counter
constexpr int exponentLimit = 100'000;

bool isDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}

Error malformed()
{
    return { Error::Code::Malformed, {} };
}

Error overflow()
{
    return { Error::Code::Overflow, {} };
}

/// The sign put back on a magnitude, or Overflow. The most negative value is legal.
Result<qint64> withSign(quint64 magnitude, bool negative)
{
    constexpr quint64 limit = std::numeric_limits<qint64>::max();
    if (magnitude > limit + (negative ? 1 : 0))
        return overflow();
    return static_cast<qint64>(negative ? 0 - magnitude : magnitude);
}

/// Nearly every number of a feed: plain, short, no digit to lose. False leaves it to the careful
/// way.
bool readPlain(std::string_view text, int decimals, qint64 &units)
{
    constexpr std::ptrdiff_t safeDigits = 18; // any so long number fits
    const char *at = text.data();
    const char *const end = at + text.size();
    const bool negative = at != end && *at == '-';
    at += negative ? 1 : 0;

    qint64 magnitude = 0;
    const auto takeDigitRun = [&] {
        const char *const begin = at;
        for (; at != end && isDigit(static_cast<unsigned char>(*at)); ++at)
            magnitude = magnitude * 10 + (*at - '0');
        return at - begin;
    };
    if (end - at > safeDigits)
        return false;
    const std::ptrdiff_t wholeDigits = takeDigitRun();
    std::ptrdiff_t fractionDigits = 0;
    if (at != end && *at == '.') {
        ++at;
        fractionDigits = takeDigitRun();
    }
    const std::ptrdiff_t missing = decimals - fractionDigits;
    if (at != end || wholeDigits == 0 || missing < 0 || wholeDigits + decimals > safeDigits)
        return false;
    magnitude *= static_cast<qint64>(powersOfTen[static_cast<std::size_t>(missing)]);
    units = negative ? -magnitude : magnitude;
    return true;
}

/// What a feed's number is made of; views into its text.
struct NumberParts
{
    std::string_view whole;
    std::string_view fraction;
    int exponent = 0;
    bool negative = false;
};

std::string_view takeDigits(std::string_view &text)
{
    std::size_t length = 0;
    while (length < text.size() && isDigit(static_cast<unsigned char>(text[length])))
        ++length;
    const std::string_view digits = text.substr(0, length);
    text.remove_prefix(length);
    return digits;
}

bool takeSign(std::string_view &text)
{
    const bool negative = !text.empty() && text.front() == '-';
    if (negative || (!text.empty() && text.front() == '+'))
        text.remove_prefix(1);
    return negative;
}

bool takeExponent(std::string_view &text, int &exponent)
{
    if (text.empty() || (text.front() != 'e' && text.front() != 'E'))
        return true;
    text.remove_prefix(1);
    const bool negative = takeSign(text);
    const std::string_view digits = takeDigits(text);
    for (const char digit : digits) {
        if (exponent < exponentLimit)
            exponent = exponent * 10 + (digit - '0');
    }
    if (negative)
        exponent = -exponent;
    return !digits.empty();
}

bool split(std::string_view text, NumberParts &parts)
{
    parts.negative = takeSign(text);
    parts.whole = takeDigits(text);
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        parts.fraction = takeDigits(text);
    }
    if (parts.whole.empty() && parts.fraction.empty())
        return false;
    return takeExponent(text, parts.exponent) && text.empty();
}

/// The digits of both parts as one sequence, without leading zeros.
class DigitSequence
{
public:
    explicit DigitSequence(const NumberParts &parts)
        : m_whole(parts.whole)
        , m_fraction(parts.fraction)
    {
        while (m_first < size() && at(m_first) == 0)
            ++m_first;
    }
    qint64 count() const { return size() - m_first; }
    int operator[](qint64 i) const { return at(m_first + i); }

private:
    qint64 size() const { return static_cast<qint64>(m_whole.size() + m_fraction.size()); }
    int at(qint64 i) const
    {
        const qint64 wholeSize = static_cast<qint64>(m_whole.size());
        return (i < wholeSize ? m_whole[i] : m_fraction[i - wholeSize]) - '0';
    }

    std::string_view m_whole;
    std::string_view m_fraction;
    qint64 m_first = 0;
};

/// What the digits from index `from` on are against half a unit of the digit before.
struct Tail
{
    bool isZero = true;
    int againstHalf = -1; ///< -1 below, 0 exactly half, +1 above
};

Tail tailOf(const DigitSequence &digits, qint64 from)
{
    Tail tail;
    const bool startsAtFirstLost = from >= 0; // else zeros stand before the first digit
    for (qint64 i = qMax<qint64>(from, 0); i < digits.count(); ++i) {
        const int digit = digits[i];
        if (digit == 0)
            continue;
        tail.isZero = false;
        if (startsAtFirstLost && i == from)
            tail.againstHalf = digit == 5 ? 0 : (digit > 5 ? 1 : -1);
        else if (tail.againstHalf == 0)
            tail.againstHalf = 1;
    }
    return tail;
}

Result<FeedNumber> round(const NumberParts &parts, int decimals)
{
    const DigitSequence digits(parts);
    if (digits.count() == 0)
        return FeedNumber {};
    const qint64 kept
        = digits.count() - static_cast<qint64>(parts.fraction.size()) + parts.exponent + decimals;
    if (kept >= static_cast<qint64>(powersOfTen.size()))
        return overflow();

    quint64 magnitude = 0;
    for (qint64 i = 0; i < kept; ++i)
        magnitude = magnitude * 10 + (i < digits.count() ? digits[i] : 0);
    const Tail tail = tailOf(digits, kept);
    if (tail.againstHalf > 0 || (tail.againstHalf == 0 && magnitude % 2 != 0))
        ++magnitude;

    const Result<qint64> units = withSign(magnitude, parts.negative);
    if (!units)
        return units.error();
    return FeedNumber { *units, !tail.isZero };
}

} // namespace

Result<qint64> parse(QStringView text, int decimals)
{
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.mid(1);

    quint64 magnitude = 0;
    bool overflows = false;
    int fractionDigits = -1; // -1 until the point
    bool lastIsDigit = false;
    for (const QChar c : text) {
        if (c == u'.' && lastIsDigit && fractionDigits < 0) {
            fractionDigits = 0;
            lastIsDigit = false;
            continue;
        }
        if (!isDigit(c.unicode()) || fractionDigits == decimals)
            return malformed();
        lastIsDigit = true;
        if (fractionDigits >= 0)
            ++fractionDigits;
        overflows = overflows || magnitude >= powersOfTen[18]; // one more digit would not fit
        magnitude = magnitude * 10 + (c.unicode() - u'0');
    }
    if (!lastIsDigit)
        return malformed();
    const quint64 scale = powersOfTen[decimals - qMax(fractionDigits, 0)];
    if (overflows || magnitude > std::numeric_limits<quint64>::max() / scale)
        return overflow();
    return withSign(magnitude * scale, negative);
}

Result<FeedNumber> parseFeed(std::string_view text, int decimals)
{
    qint64 units = 0;
    if (readPlain(text, decimals, units))
        return FeedNumber { units, false };
    NumberParts parts;
    if (!split(text, parts))
        return malformed();
    return round(parts, decimals);
}

void append(std::string &out, qint64 units, int decimals, int minDecimals)
{
    const quint64 magnitude = units < 0 ? 0 - static_cast<quint64>(units) : units;
    std::array<char, 20> digits;
    int count = 0;
    for (quint64 rest = magnitude; rest != 0 || count <= decimals; rest /= 10)
        digits[digits.size() - ++count] = static_cast<char>('0' + rest % 10);

    const char *begin = digits.data() + digits.size() - count;
    int fractionDigits = decimals;
    while (fractionDigits > minDecimals && begin[count - 1 - (decimals - fractionDigits)] == '0')
        --fractionDigits;
    if (units < 0)
        out += '-';
    out.append(begin, count - decimals);
    if (fractionDigits > 0) {
        out += '.';
        out.append(begin + count - decimals, fractionDigits);
    }
}

QString format(qint64 units, int decimals, int minDecimals)
{
    std::string text;
    append(text, units, decimals, minDecimals);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace tapeline::decimaltext
