#include "plainnumber.h"

namespace tapeline::plainnumber {

namespace {

/// Takes the first point out of both words, which are one text; what stands before it moves up.
/// Gives the digits behind it.
int takePoint(quint64 &first, quint64 &last)
{
    constexpr quint64 point = textwords::repeated('.' ^ '0');
    const quint64 inFirst = textwords::zeroBytes(first ^ point);
    const quint64 points = inFirst != 0 ? inFirst : textwords::zeroBytes(last ^ point);
    if (points == 0)
        return 0;
    const quint64 upToPoint = points ^ (points - 1);
    const quint64 beforePoint = upToPoint >> 8;
    const int behind = std::countl_zero(upToPoint) / 8;
    if (inFirst != 0) {
        first = (first & beforePoint) << 8 | (first & ~upToPoint);
        return 8 + behind;
    }
    last = (last & beforePoint) << 8 | (last & ~upToPoint) | first >> 56;
    first <<= 8;
    return behind;
}

} // namespace

Decimal readLongDecimal(const char *begin, const char *end)
{
    const auto length = static_cast<std::size_t>(end - begin);
    Decimal decimal;
    if (length < 9 || length > 16) {
        decimal.doubts.add(true);
        return decimal;
    }
    quint64 first = (textwords::load(begin) ^ zeros) << (8 * (16 - length));
    quint64 last = textwords::load(end - 8) ^ zeros;
    decimal.fractionDigits = takePoint(first, last);
    decimal.mantissa = textwords::digitsValue(first) * 100'000'000 + textwords::digitsValue(last);
    decimal.doubts.add(hasSurplusZero(begin) || *begin == '.' || end[-1] == '.');
    decimal.doubts.addHighBits(textwords::notDigits(first) | textwords::notDigits(last));
    return decimal;
}

} // namespace tapeline::plainnumber
