#pragma once

#include "textwords.h"

#include <bit>

namespace tapeline {

/// Numbers as feeds write nearly all of them, read eight bytes at a time: no sign, no exponent, no
/// surplus zero in front, few digits. Everything else is refused, for a careful reader such as
/// decimaltext. The text lies within a longer one: eight bytes before its end must be readable.
namespace plainnumber {

inline constexpr quint64 zeros = textwords::repeated('0');

/// Up to sixteen digits.
inline bool readWhole(const char *begin, const char *end, quint64 &value)
{
    const auto length = static_cast<std::size_t>(end - begin);
    if (length - 1 >= 16 || (*begin == '0' && length > 1))
        return false;
    const quint64 last = textwords::load(end - 8) ^ zeros;
    if (length <= 8) {
        const quint64 digits = last & textwords::lastBytes(length);
        value = textwords::digitsValue(digits);
        return textwords::areDigits(digits);
    }
    const quint64 first = (textwords::load(begin) ^ zeros) << (8 * (16 - length));
    value = textwords::digitsValue(first) * 100'000'000 + textwords::digitsValue(last);
    return textwords::areDigits(first) && textwords::areDigits(last);
}

/// mantissa / 10^fractionDigits
struct Decimal
{
    static constexpr int maxFractionDigits = 6;

    quint64 mantissa = 0; ///< below 10^8
    int fractionDigits = 0;
};

/// Up to eight bytes: digits, or digits with a point between them.
inline bool readDecimal(const char *begin, const char *end, Decimal &decimal)
{
    const auto length = static_cast<std::size_t>(end - begin);
    if (length - 1 >= 8)
        return false;
    quint64 used = textwords::lastBytes(length);
    quint64 digits = (textwords::load(end - 8) ^ zeros) & used;
    const quint64 points = textwords::zeroBytes(digits ^ textwords::repeated('.' ^ '0'));
    decimal.fractionDigits = 0;
    bool surplusZero = *begin == '0' && length > 1;
    if (points != 0) {
        const quint64 upToPoint = points ^ (points - 1); // the first one: a second is no digit
        const quint64 beforePoint = upToPoint >> 8;
        if ((used & beforePoint) == 0 || ~upToPoint == 0)
            return false;
        surplusZero = surplusZero && begin[1] != '.';
        decimal.fractionDigits = std::countl_zero(upToPoint) / 8;
        digits = (digits & beforePoint) << 8 | (digits & ~upToPoint);
    }
    decimal.mantissa = textwords::digitsValue(digits);
    return textwords::areDigits(digits) && !surplusZero;
}

} // namespace plainnumber
} // namespace tapeline
