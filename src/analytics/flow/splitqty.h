#pragma once

#include "qty.h"

#include <QString>

#include <compare>
#include <string>

namespace tapeline {

/// A quantity in fractions of a Qty unit, so that trades which count for a half (or, as buys and
/// sells of one price, for three quarters and a quarter) stay exact (execution.md D.2, D.3). What
/// adds these up keeps within splitLimit.
template<int Parts> class SplitQty
{
    static_assert(Parts == 2 || Parts == 4);

public:
    static constexpr int decimals = Qty::decimals + (Parts == 2 ? 1 : 2);
    static constexpr qint64 partsPerOne = Qty::unitsPerOne * Parts;

    constexpr SplitQty() = default;
    static constexpr SplitQty fromParts(qint64 parts) { return SplitQty(parts); }
    /// The caller keeps within the range: a size of at most splitLimit / Parts.
    static constexpr SplitQty fromQty(Qty size) { return SplitQty(size.units() * Parts); }

    constexpr qint64 parts() const { return m_parts; }
    constexpr bool isZero() const { return m_parts == 0; }
    constexpr double toDouble() const { return static_cast<double>(m_parts) / partsPerOne; }
    /// Shortest exact decimal.
    void appendTo(std::string &out) const
    {
        const quint64 magnitude = m_parts < 0 ? 0 - quint64(m_parts) : quint64(m_parts);
        std::string fraction;
        decimaltext::append(fraction, qint64(magnitude % partsPerOne) * (Parts == 2 ? 5 : 25),
                            decimals);
        if (m_parts < 0)
            out += '-';
        out += std::to_string(magnitude / partsPerOne);
        out.append(fraction, 1); // after its 0
    }
    QString toString() const
    {
        std::string text;
        appendTo(text);
        return QString::fromStdString(text);
    }

    friend constexpr auto operator<=>(SplitQty, SplitQty) = default;
    friend constexpr SplitQty operator+(SplitQty a, SplitQty b)
    {
        return SplitQty(a.m_parts + b.m_parts);
    }
    friend constexpr SplitQty operator-(SplitQty a, SplitQty b)
    {
        return SplitQty(a.m_parts - b.m_parts);
    }
    constexpr SplitQty operator-() const { return SplitQty(-m_parts); }
    constexpr SplitQty &operator+=(SplitQty other)
    {
        m_parts += other.m_parts;
        return *this;
    }
    constexpr SplitQty &operator-=(SplitQty other)
    {
        m_parts -= other.m_parts;
        return *this;
    }

private:
    constexpr explicit SplitQty(qint64 parts)
        : m_parts(parts)
    {
    }

    qint64 m_parts = 0;
};

using HalfQty = SplitQty<2>;
using QuarterQty = SplitQty<4>;

/// Every sum of order flow is bounded by the traded volume of its period. A period takes no more
/// trades once that, in quarters of a unit, would pass this: 1.15e10 shares.
inline constexpr qint64 splitLimit = qint64(1) << 62;

/// Counts the volume of a period against its bound.
class VolumeBound
{
public:
    /// False, and nothing counted, for a size that does not fit (or is negative).
    constexpr bool admit(Qty size)
    {
        const qint64 room = splitLimit / 4 - m_units;
        if (size.units() < 0 || size.units() > room)
            return false;
        m_units += size.units();
        return true;
    }
    constexpr Qty volume() const { return Qty::fromUnits(m_units); }

private:
    qint64 m_units = 0;
};

} // namespace tapeline
