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

/// The bits of a word that its last `count` bytes hold; count is 1 to 8.
constexpr quint64 lastBytes(std::size_t count)
{
    return ~quint64(0) << (64 - 8 * count);
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

/// Whether all bytes are 0 to 9: digits of which '0' was taken by exclusive or.
constexpr bool areDigits(quint64 word)
{
    return (((word + repeated(0x7F - 9)) | word) & highBits) == 0;
}

/// The number that eight such digits are, the first in memory the most significant. Wrong bytes
/// give some number.
constexpr quint64 digitsValue(quint64 word)
{
    constexpr quint64 everyFourth = Q_UINT64_C(0x000000FF000000FF);
    word = word * 10 + (word >> 8); // each second byte holds two digits now
    const quint64 outer = (word & everyFourth) * Q_UINT64_C(0x000F424000000064); // 10^6, 10^2
    const quint64 inner = ((word >> 16) & everyFourth) * Q_UINT64_C(0x0000271000000001); // 10^4, 1
    return (outer + inner) >> 32;
}

} // namespace textwords
} // namespace tapeline
