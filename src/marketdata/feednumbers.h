#pragma once

#include "jsontree.h"
#include "price.h"
#include "qty.h"
#include "timestamp.h"
#include "tradeconditions.h"

#include <limits>
#include <optional>
#include <string_view>
#include <utility>

namespace tapeline {

/// Reads the service's numbers, which arrive as integers, as floats ("12.0", 3.7e+07) and as quoted
/// text for the same field. Absent, null, of another kind and out of range are all nothing: what
/// that means is the caller's business. Counts what had to be rounded.
class FeedNumbers
{
public:
    std::optional<Price> price(JsonValue value) { return price(value.text()); }
    std::optional<Price> price(std::string_view text);
    std::optional<Qty> qty(JsonValue value) { return qty(value.text()); }
    std::optional<Qty> qty(std::string_view text);
    /// The exact decimal text where the service gives one (ds, dv, decimal_size), else the plain
    /// number.
    std::optional<Qty> qty(JsonValue exact, JsonValue plain);

    /// Prices and quantities rounded since the start: digits beyond what the types hold.
    qint64 rounded() const { return m_rounded; }
    void clear() { m_rounded = 0; }

    /// Whole numbers; a fraction is rounded half to even.
    static std::optional<qint64> integer(JsonValue value) { return integer(value.text()); }
    static std::optional<qint64> integer(std::string_view text);
    /// A whole number that fits Number, else fallback.
    template<typename Number> static Number integerOr(JsonValue value, Number fallback = 0)
    {
        const std::optional<qint64> number = integer(value);
        const bool fits = number && std::in_range<Number>(*number);
        return fits ? static_cast<Number>(*number) : fallback;
    }
    /// Finite numbers for drawing and analytics, such as an average.
    static std::optional<double> real(JsonValue value) { return real(value.text()); }
    static std::optional<double> real(std::string_view text);
    static double realOr(JsonValue value, double fallback)
    {
        return real(value).value_or(fallback);
    }
    /// An instant; the unit (s, ms, us, ns) is told by the magnitude. Nothing for 0 and below.
    static std::optional<Timestamp> time(JsonValue value);
    static Timestamp timeOrEpoch(JsonValue value) { return time(value).value_or(Timestamp()); }
    /// Ids of a list, or one bare id; what is no id is left out.
    static TradeConditions conditions(JsonValue value);

private:
    qint64 m_rounded = 0;
};

} // namespace tapeline
