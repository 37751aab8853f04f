#pragma once

#include "decimaltext.h"

#include <QMetaType>

#include <compare>
#include <string>
#include <string_view>

namespace tapeline {

/// A number of shares, contracts or coins, held exactly as a count of 1e-8 units; sells are negative.
/// Range about +-92 billion.
class Qty
{
public:
    static constexpr int decimals = 8;
    static constexpr qint64 unitsPerOne = 100'000'000;

    constexpr Qty() = default;
    static constexpr Qty fromUnits(qint64 units) { return Qty(units); }
    /// Whole numbers only; the caller keeps within the range.
    static constexpr Qty whole(qint64 value) { return Qty(value * unitsPerOne); }

    /// Parses a plain decimal such as "0.0125". Fails with Malformed on anything else and on more than
    /// eight fraction digits, with Overflow outside the range; never rounds (feeds use parseFeed).
    static Result<Qty> parse(QStringView text)
    {
        const Result<qint64> units = decimaltext::parse(text, decimals);
        if (!units)
            return units.error();
        return Qty(*units);
    }

    /// Parses a number as feeds write them (exponents, any length), rounding half to even;
    /// *rounded is set, never cleared, when digits were lost.
    static Result<Qty> parseFeed(std::string_view text, bool *rounded = nullptr)
    {
        const Result<decimaltext::FeedNumber> number = decimaltext::parseFeed(text, decimals);
        if (!number)
            return number.error();
        if (rounded && number->rounded)
            *rounded = true;
        return Qty(number->units);
    }

    /// Nearest representable value of a finite double within the range; for generators and analytics
    /// whose results enter the engine, never for text that can be parsed.
    static Qty fromDouble(double value);

    constexpr qint64 units() const { return m_units; }
    constexpr bool isZero() const { return m_units == 0; }
    /// For drawing and analytics only.
    constexpr double toDouble() const { return static_cast<double>(m_units) / unitsPerOne; }
    /// Shortest exact decimal with at least minDecimals fraction digits, point as separator.
    QString toString(int minDecimals = 0) const
    {
        return decimaltext::format(m_units, decimals, minDecimals);
    }
    void appendTo(std::string &out) const { decimaltext::append(out, m_units, decimals); }

    friend constexpr auto operator<=>(Qty, Qty) = default;
    friend constexpr Qty operator+(Qty a, Qty b) { return Qty(a.m_units + b.m_units); }
    friend constexpr Qty operator-(Qty a, Qty b) { return Qty(a.m_units - b.m_units); }
    constexpr Qty operator-() const { return Qty(-m_units); }
    constexpr Qty &operator+=(Qty other)
    {
        m_units += other.m_units;
        return *this;
    }
    constexpr Qty &operator-=(Qty other)
    {
        m_units -= other.m_units;
        return *this;
    }

private:
    constexpr explicit Qty(qint64 units)
        : m_units(units)
    {
    }

    qint64 m_units = 0;
};

} // namespace tapeline
