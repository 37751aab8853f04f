#pragma once

#include "decimaltext.h"
#include "price.h"
#include "qty.h"

#include <QMetaType>

#include <compare>
#include <string>
#include <string_view>

namespace tapeline {

/// An amount in one currency, held exactly as a count of 1e-6 units. Range about +-9.2 trillion.
class Money
{
public:
    static constexpr int decimals = 6;
    static constexpr qint64 unitsPerOne = 1'000'000;

    constexpr Money() = default;
    static constexpr Money fromUnits(qint64 units) { return Money(units); }
    /// Whole numbers only; the caller keeps within the range.
    static constexpr Money whole(qint64 value) { return Money(value * unitsPerOne); }

    /// Parses a plain decimal such as "100000.00". Fails with Malformed on anything else and on more than
    /// six fraction digits, with Overflow outside the range; never rounds (feeds use parseFeed).
    static Result<Money> parse(QStringView text)
    {
        const Result<qint64> units = decimaltext::parse(text, decimals);
        if (!units)
            return units.error();
        return Money(*units);
    }

    /// Parses a number as feeds write them (exponents, any length), rounding half to even;
    /// *rounded is set, never cleared, when digits were lost.
    static Result<Money> parseFeed(std::string_view text, bool *rounded = nullptr)
    {
        const Result<decimaltext::FeedNumber> number = decimaltext::parseFeed(text, decimals);
        if (!number)
            return number.error();
        if (rounded && number->rounded)
            *rounded = true;
        return Money(number->units);
    }

    /// Nearest representable value of a finite double within the range; for generators and analytics
    /// whose results enter the engine, never for text that can be parsed.
    static Money fromDouble(double value);

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

    friend constexpr auto operator<=>(Money, Money) = default;
    friend constexpr Money operator+(Money a, Money b) { return Money(a.m_units + b.m_units); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.m_units - b.m_units); }
    constexpr Money operator-() const { return Money(-m_units); }
    constexpr Money &operator+=(Money other)
    {
        m_units += other.m_units;
        return *this;
    }
    constexpr Money &operator-=(Money other)
    {
        m_units -= other.m_units;
        return *this;
    }

private:
    constexpr explicit Money(qint64 units)
        : m_units(units)
    {
    }

    qint64 m_units = 0;
};

/// price * qty * multiplier in 128 bits with one half-even rounding (execution.md 0.1); Overflow when it
/// does not fit. multiplier is the contract's (1 for stocks, 100 for standard options), >= 1.
Result<Money> notional(Price price, Qty qty, qint64 multiplier = 1);

} // namespace tapeline
