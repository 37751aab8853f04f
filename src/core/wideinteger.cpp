#include "wideinteger.h"

#include <cmath>
#include <limits>

#if defined(_MSC_VER) && !defined(__clang__)
#include <intrin.h>
#endif

namespace tapeline {

namespace {

struct Division
{
    quint64 quotient = 0;
    quint64 remainder = 0;
};

#if defined(_MSC_VER) && !defined(__clang__)

/// a * b * c / divisor of magnitudes; nothing when the quotient leaves 64 bits.
std::optional<Division> divideProduct(quint64 a, quint64 b, quint64 c, quint64 divisor)
{
    quint64 high = 0;
    const quint64 low = _umul128(a, b, &high);
    quint64 carry = 0;
    const quint64 productLow = _umul128(low, c, &carry);
    quint64 beyond = 0;
    const quint64 shifted = _umul128(high, c, &beyond);
    const quint64 productHigh = shifted + carry;
    if (beyond != 0 || productHigh < carry || productHigh >= divisor)
        return std::nullopt;
    Division result;
    result.quotient = _udiv128(productHigh, productLow, divisor, &result.remainder);
    return result;
}

#else

__extension__ using UInt128 = unsigned __int128; // pedantic warnings know no 128-bit integers

/// a * b * c / divisor of magnitudes; nothing when the quotient leaves 64 bits.
std::optional<Division> divideProduct(quint64 a, quint64 b, quint64 c, quint64 divisor)
{
    UInt128 product = 0;
    // A product beyond 128 bits divided by 63 bits is beyond 64 bits in any case
    if (__builtin_mul_overflow(UInt128(a) * b, UInt128(c), &product))
        return std::nullopt;
    if (static_cast<quint64>(product >> 64) >= divisor)
        return std::nullopt;
    return Division { static_cast<quint64>(product / divisor),
                      static_cast<quint64>(product % divisor) };
}

#endif

quint64 magnitudeOf(qint64 value)
{
    return value < 0 ? 0 - static_cast<quint64>(value) : static_cast<quint64>(value);
}

/// The quotient rounded half to even; the divisor is below 2^63, so twice the remainder fits.
quint64 roundHalfEven(Division division, quint64 divisor)
{
    const quint64 twice = division.remainder * 2;
    const bool up = twice > divisor || (twice == divisor && division.quotient % 2 != 0);
    return division.quotient + (up ? 1 : 0);
}

} // namespace

std::optional<qint64> multiplyDivide(qint64 a, qint64 b, qint64 divisor)
{
    return multiplyDivide(a, b, 1, divisor);
}

std::optional<qint64> multiplyDivide(qint64 a, qint64 b, qint64 c, qint64 divisor)
{
    Q_ASSERT(divisor > 0);
    const bool negative = ((a < 0) != (b < 0)) != (c < 0);
    const std::optional<Division> division = divideProduct(
        magnitudeOf(a), magnitudeOf(b), magnitudeOf(c), static_cast<quint64>(divisor));
    constexpr quint64 limit = std::numeric_limits<qint64>::max();
    if (!division || division->quotient > limit)
        return std::nullopt;
    const quint64 magnitude = roundHalfEven(*division, static_cast<quint64>(divisor));
    if (magnitude > limit)
        return std::nullopt;
    const qint64 result = static_cast<qint64>(magnitude);
    return negative ? -result : result;
}

qint64 divideHalfEven(qint64 value, qint64 divisor)
{
    Q_ASSERT(divisor > 0);
    const quint64 magnitude = magnitudeOf(value);
    const quint64 by = static_cast<quint64>(divisor);
    const quint64 rounded = roundHalfEven({ magnitude / by, magnitude % by }, by);
    return static_cast<qint64>(value < 0 ? 0 - rounded : rounded);
}

qint64 unitsFromDouble(double value, qint64 unitsPerOne)
{
    const double units = std::nearbyint(value * static_cast<double>(unitsPerOne));
    if (std::isnan(units))
        return 0;
    if (units >= 0x1p63)
        return std::numeric_limits<qint64>::max();
    if (units <= -0x1p63)
        return std::numeric_limits<qint64>::min();
    return static_cast<qint64>(units);
}

} // namespace tapeline
