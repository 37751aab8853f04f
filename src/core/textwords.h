#pragma once

#include <QtEndian>

#include <cstddef>

namespace tapeline {

/// Text taken eight bytes at a time: what is asked of every byte is asked of all eight at once.
/// The first byte in memory is the lowest of the word, on every machine.
namespace textwords {

/// A word of eight times the same byte.
constexpr quint64 repeated(quint8 byte)
{
    return Q_UINT64_C(0x0101010101010101) * byte;
}
inline constexpr quint64 highBits = repeated(0x80);

/// The eight bytes from `from` on.
inline quint64 load(const char *from)
{
    return qFromLittleEndian<quint64>(from);
}

/// The bits of a word that its last `count` bytes hold; count is 1 to 8, and 0 is as good as 8.
constexpr quint64 lastBytes(std::size_t count)
{
    return ~quint64(0) << ((0 - 8 * count) % 64);
}

/// The `count` bytes before end, 1 to 8, with zeros behind them. Eight bytes before end must be
/// readable: a short text within a longer one needs no assembling.
inline quint64 loadBefore(const char *end, std::size_t count)
{
    return load(end - 8) >> (64 - 8 * count);
}

/// The high bit of each byte that is zero, and no other bit.
constexpr quint64 zeroBytes(quint64 word)
{
    return ~(((word & ~highBits) + ~highBits) | word) & highBits;
}

/// Whether all bytes are visible ASCII, which '!' to '~' are, and none is a backslash.
constexpr bool isPlainText(quint64 word)
{
    const quint64 belowBang = (word - repeated('!')) & ~word;
    const quint64 aboveTilde = (word + repeated(0x7F - '~')) | word;
    return ((belowBang | aboveTilde | zeroBytes(word ^ repeated('\\'))) & highBits) == 0;
}

constexpr bool hasBackslash(quint64 word)
{
    return zeroBytes(word ^ repeated('\\')) != 0;
}

/// Whether test holds for each word that makes up the text; what is missing in a short one is
/// filled with '0'. Eight bytes before end must be readable.
template<typename Test> bool everyWord(const char *begin, const char *end, Test test)
{
    const auto length = static_cast<std::size_t>(end - begin);
    if (length == 0)
        return true;
    if (length < 8) {
        const quint64 used = lastBytes(length);
        return test((load(end - 8) & used) | (repeated('0') & ~used));
    }
    for (; end - begin > 8; begin += 8) {
        if (!test(load(begin)))
            return false;
    }
    return test(load(end - 8));
}

/// The high bit of each byte that is not 0 to 9, the digits of which '0' was taken by exclusive or.
/// The other bits mean nothing; where there is such a byte, other high bits may be wrong.
constexpr quint64 notDigits(quint64 word)
{
    return (word + repeated(0x7F - 9)) | word;
}

/// The number that eight such digits are, the first in memory the most significant. Wrong bytes
/// give some number. (Three steps to pairs, fours and all eight: after D. Lemire, "Quickly parsing
/// eight digits", 2018.)
constexpr quint64 digitsValue(quint64 word)
{
    word = (word * (10 << 8 | 1) >> 8) & Q_UINT64_C(0x00FF00FF00FF00FF);
    word = (word * (100 << 16 | 1) >> 16) & Q_UINT64_C(0x0000FFFF0000FFFF);
    return word * (Q_UINT64_C(10'000) << 32 | 1) >> 32;
}

/// The same for a word that begins with four zeros.
constexpr quint32 lastFourDigitsValue(quint64 word)
{
    auto four = static_cast<quint32>(word >> 32);
    four = (four * (10 << 8 | 1) >> 8) & 0x00FF00FF;
    return four * (100 << 16 | 1) >> 16;
}

} // namespace textwords
} // namespace tapeline
