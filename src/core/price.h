#pragma once

#include "decimaltext.h"

#include <QMetaType>

#include <compare>
#include <string>
#include <string_view>

namespace tapeline {

/// A price in one currency, held exactly as a count of 1e-10 units.
/// Range about +-922 million. Negative values are legal (spreads).
class Price
{
public:
    static constexpr int decimals = 10;
    static constexpr qint64 unitsPerOne = 10'000'000'000;

    constexpr Price() = default;
    static constexpr Price fromUnits(qint64 units) { return Price(units); }
    /// Whole numbers only; the caller keeps within the range.
    static constexpr Price whole(qint64 value) { return Price(value * unitsPerOne); }

    /// Parses a plain decimal such as "101.25". Fails with Malformed on anything else and on more than
    /// ten fraction digits, with Overflow outside the range; never rounds (feeds use parseFeed).
    static Result<Price> parse(QStringView text)
    {
        const Result<qint64> units = decimaltext::parse(text, decimals);
        if (!units)
            return units.error();
        return Price(*units);
    }

    /// Parses a number as feeds write them (exponents, any length), rounding half to even;
    /// *rounded is set, never cleared, when digits were lost.
    static Result<Price> parseFeed(std::string_view text, bool *rounded = nullptr)
    {
        const Result<decimaltext::FeedNumber> number = decimaltext::parseFeed(text, decimals);
        if (!number)
            return number.error();
        if (rounded && number->rounded)
            *rounded = true;
        return Price(number->units);
    }

    /// Nearest representable value of a finite double within the range; for generators and analytics
    /// whose results enter the engine, never for text that can be parsed.
    static Price fromDouble(double value);

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

    friend constexpr auto operator<=>(Price, Price) = default;
    friend constexpr Price operator+(Price a, Price b) { return Price(a.m_units + b.m_units); }
    friend constexpr Price operator-(Price a, Price b) { return Price(a.m_units - b.m_units); }
    constexpr Price operator-() const { return Price(-m_units); }
    constexpr Price &operator+=(Price other)
    {
        m_units += other.m_units;
        return *this;
    }
    constexpr Price &operator-=(Price other)
    {
        m_units -= other.m_units;
        return *this;
    }

private:
    constexpr explicit Price(qint64 units)
        : m_units(units)
    {
    }

    qint64 m_units = 0;
};

} // namespace tapeline
