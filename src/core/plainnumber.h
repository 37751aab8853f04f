#pragma once

#include "textwords.h"

#include <algorithm>
#include <array>
#include <bit>

namespace tapeline {

/// Numbers as feeds write nearly all of them, read eight bytes at a time: digits, of decimals also
/// with a point between them, no surplus zero in front, up to sixteen bytes. The rest is left to a
/// careful reader such as decimaltext. The text lies within a longer one: eight bytes before its
/// end, and one behind it, must be readable.
namespace plainnumber {

/// Collects what speaks against any of several numbers, without a branch for each.
class Doubts
{
public:
    bool any() const { return m_doubt || (m_bits & textwords::highBits) != 0; }
    void add(bool doubt) { m_doubt |= doubt; }
    /// The high bit of any byte is a doubt; the other bits mean nothing.
    void addHighBits(quint64 word) { m_bits |= word; }
    void add(const Doubts &others)
    {
        m_bits |= others.m_bits;
        m_doubt |= others.m_doubt;
    }

private:
    quint64 m_bits = 0;
    bool m_doubt = false;
};

inline constexpr quint64 zeros = textwords::repeated('0');

/// What a length of up to eight bytes means.
struct OfLength
{
    quint64 bytes = 0; ///< the bits of the last bytes of a word
    quint64 zeros = 0; ///< '0' in each of them
    quint64 leastNumber = 0; ///< of so many digits, the first no zero; of one digit that is 0
    quint64 unused = 0; // a size that is quickly multiplied by
};

inline constexpr std::array<OfLength, 9> ofLength = [] {
    std::array<OfLength, 9> all;
    quint64 power = 1;
    for (std::size_t length = 1; length < all.size(); ++length) {
        const quint64 bytes = textwords::lastBytes(length);
        all[length] = { bytes, zeros & bytes, length == 1 ? 0 : power };
        power *= 10;
    }
    // Of nothing the bytes before it are taken, which are no digits
    all[0] = all[8];
    return all;
}();

/// By length and by the place of the point in the word: the least that the digits may be without
/// it, for no zero to be surplus. More than they can be where the point is at the rim.
inline constexpr std::array<std::array<quint64, 8>, 9> leastMantissa = [] {
    std::array<std::array<quint64, 8>, 9> all {};
    for (std::size_t length = 0; length < all.size(); ++length) {
        for (std::size_t place = 0; place < 8; ++place) {
            const std::size_t first = 8 - length;
            const bool hasDigitsAround = place > first && place < 7;
            all[length][place] = !hasDigitsAround ? ~quint64(0)
                : place == first + 1              ? 0
                                                  : ofLength[length - 1].leastNumber;
        }
    }
    return all;
}();

/// A zero with a digit behind it.
Q_ALWAYS_INLINE bool hasSurplusZero(const char *begin)
{
    const auto firstTwo = qFromBigEndian<quint16>(begin);
    return static_cast<quint16>(firstTwo - 0x3030) <= 9;
}

/// Of nine bytes and more.
Q_ALWAYS_INLINE quint64 readLongWhole(const char *begin, const char *end, Doubts &doubts)
{
    const auto length = static_cast<std::size_t>(end - begin);
    const quint64 first = (textwords::load(begin) ^ zeros) << ((16 - length) * 8 % 64);
    const quint64 last = textwords::load(end - 8) ^ zeros;
    doubts.add(length > 16 || *begin == '0');
    doubts.addHighBits(textwords::notDigits(first));
    doubts.addHighBits(textwords::notDigits(last));
    return textwords::digitsValue(first) * 100'000'000 + textwords::digitsValue(last);
}

Q_ALWAYS_INLINE quint64 readWhole(const char *begin, const char *end, Doubts &doubts)
{
    const auto length = static_cast<std::size_t>(end - begin);
    if (length > 8)
        return readLongWhole(begin, end, doubts);
    const OfLength &of = ofLength[length];
    const quint64 digits = (textwords::load(end - 8) & of.bytes) ^ of.zeros;
    const quint64 value = textwords::digitsValue(digits);
    doubts.addHighBits(textwords::notDigits(digits));
    doubts.add(value < of.leastNumber);
    return value;
}

/// The same, quicker for up to four bytes, which most ids are.
Q_ALWAYS_INLINE quint64 readSmall(const char *begin, const char *end, Doubts &doubts)
{
    const auto length = static_cast<std::size_t>(end - begin);
    if (length > 4) [[unlikely]]
        return readWhole(begin, end, doubts);
    const OfLength &of = ofLength[length];
    const quint64 digits = (textwords::load(end - 8) & of.bytes) ^ of.zeros;
    const quint64 value = textwords::lastFourDigitsValue(digits);
    doubts.addHighBits(textwords::notDigits(digits));
    doubts.add(value < of.leastNumber);
    return value;
}

/// mantissa / 10^fractionDigits
struct Decimal
{
    quint64 mantissa = 0;
    int fractionDigits = 0;
    Doubts doubts;
};

/// Of nine bytes and more.
Decimal readLongDecimal(const char *begin, const char *end);

/// Of up to eight bytes: below 10^8, and up to seven digits behind the point.
Q_ALWAYS_INLINE Decimal readShortDecimal(const char *begin, const char *end)
{
    constexpr quint64 pointBit = 0x10; // no digit has it; so few other characters pass for a point
    Decimal decimal;
    const auto length = static_cast<std::size_t>(end - begin);
    Q_ASSERT(length <= 8);
    const OfLength &of = ofLength[length];
    quint64 digits = (textwords::load(end - 8) & of.bytes) ^ of.zeros;
    quint64 least = of.leastNumber;
    if (const quint64 points = digits & textwords::repeated(pointBit); points != 0) {
        const quint64 first = points & (0 - points); // a second one is no digit
        const quint64 before = digits & ((first >> 4) - 1);
        const quint64 behind = digits & (0 - (first << 4));
        const auto place = static_cast<unsigned>(std::countr_zero(points)) / 8;
        decimal.doubts.add((end - 8)[place] != '.');
        digits = before << 8 | behind;
        decimal.fractionDigits = 7 - int(place);
        least = leastMantissa[length][place];
    }
    decimal.mantissa = textwords::digitsValue(digits);
    decimal.doubts.addHighBits(textwords::notDigits(digits));
    decimal.doubts.add(decimal.mantissa < least);
    return decimal;
}

inline constexpr std::array<quint64, 11> powersOfTen {
    1,         10,         100,         1'000,         10'000,        100'000,
    1'000'000, 10'000'000, 100'000'000, 1'000'000'000, 10'000'000'000
};

/// Of nine bytes and more.
template<int decimals> qint64 readLongUnits(const char *begin, const char *end, bool &doubt)
{
    const Decimal decimal = readLongDecimal(begin, end);
    const int missing = std::max(decimals - decimal.fractionDigits, 0);
    const quint64 power = powersOfTen[static_cast<std::size_t>(missing)];
    doubt = decimal.doubts.any() || decimal.fractionDigits > decimals
        || decimal.mantissa >= Q_UINT64_C(1'000'000'000'000'000'000) / power;
    return static_cast<qint64>(decimal.mantissa * power);
}

/// A decimal as a count of 10^-decimals; in doubt as well when that would round it or hold more
/// than 18 digits. decimals is 7 to 10.
template<int decimals>
Q_ALWAYS_INLINE qint64 readUnits(const char *begin, const char *end, Doubts &doubts)
{
    static_assert(decimals >= 7 && decimals <= 10);
    if (end - begin > 8) [[unlikely]] {
        bool doubt = false;
        const qint64 units = readLongUnits<decimals>(begin, end, doubt);
        doubts.add(doubt);
        return units;
    }
    const Decimal decimal = readShortDecimal(begin, end);
    doubts.add(decimal.doubts);
    const auto missing = static_cast<std::size_t>(decimals - decimal.fractionDigits);
    return static_cast<qint64>(decimal.mantissa * powersOfTen[missing]);
}

/// The nearest double.
Q_ALWAYS_INLINE double readReal(const char *begin, const char *end, Doubts &doubts)
{
    constexpr quint64 exactInDouble = quint64(1) << 53;
    static constexpr std::array<double, 17> powers { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,
                                                     1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                     1e12, 1e13, 1e14, 1e15, 1e16 };
    const Decimal decimal
        = end - begin <= 8 ? readShortDecimal(begin, end) : readLongDecimal(begin, end);
    doubts.add(decimal.doubts);
    doubts.add(decimal.mantissa > exactInDouble);
    // Dividend and divisor are exact, so the quotient is rounded once
    return static_cast<double>(decimal.mantissa)
        / powers[static_cast<std::size_t>(decimal.fractionDigits)];
}

} // namespace plainnumber
} // namespace tapeline
