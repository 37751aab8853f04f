#pragma once

#include <QtGlobal>

namespace tapeline {

/// A signed sum in 128 bits (two's complement), for totals of products that must stay exact. Every
/// compiler takes it, MSVC included.
class WideSum
{
public:
    constexpr WideSum() = default;
    constexpr explicit WideSum(qint64 value)
        : m_high(value < 0 ? ~quint64(0) : 0)
        , m_low(static_cast<quint64>(value))
    {
    }

    constexpr WideSum &operator+=(WideSum other)
    {
        m_low += other.m_low;
        m_high += other.m_high + (m_low < other.m_low ? 1 : 0);
        return *this;
    }
    constexpr WideSum operator-() const
    {
        WideSum negated;
        negated.m_low = 0 - m_low;
        negated.m_high = ~m_high + (m_low == 0 ? 1 : 0);
        return negated;
    }
    constexpr WideSum &operator-=(WideSum other) { return *this += -other; }
    friend constexpr WideSum operator+(WideSum a, WideSum b) { return a += b; }
    friend constexpr WideSum operator-(WideSum a, WideSum b) { return a -= b; }
    friend constexpr WideSum operator*(WideSum value, quint32 factor)
    {
        const quint64 lower = (value.m_low & 0xffff'ffffU) * factor;
        const quint64 upper = (value.m_low >> 32) * factor + (lower >> 32);
        WideSum product;
        product.m_low = (upper << 32) | (lower & 0xffff'ffffU);
        product.m_high = value.m_high * factor + (upper >> 32);
        return product;
    }
    friend constexpr bool operator==(WideSum, WideSum) = default;

    /// -1, 0 or 1.
    constexpr int sign() const
    {
        if (m_high >> 63 != 0)
            return -1;
        return m_high == 0 && m_low == 0 ? 0 : 1;
    }
    /// Exact up to 2^53, else within two units of the last place.
    constexpr double toDouble() const
    {
        if (sign() < 0)
            return -(-*this).magnitude();
        return magnitude();
    }

private:
    constexpr double magnitude() const
    {
        return static_cast<double>(m_high) * 0x1p64 + static_cast<double>(m_low);
    }

    quint64 m_high = 0;
    quint64 m_low = 0;
};

} // namespace tapeline
