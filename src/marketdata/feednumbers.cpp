#include "feednumbers.h"

#include <charconv>
#include <cmath>

namespace tapeline {

namespace {

template<typename Value>
std::optional<Value> parseExact(std::string_view text, qint64 &roundedCount)
{
    if (text.empty())
        return {};
    bool rounded = false;
    const Result<Value> parsed = Value::parseFeed(text, &rounded);
    if (!parsed)
        return {};
    roundedCount += rounded ? 1 : 0;
    return *parsed;
}

} // namespace

std::optional<Price> FeedNumbers::price(std::string_view text)
{
    return parseExact<Price>(text, m_rounded);
}

std::optional<Qty> FeedNumbers::qty(std::string_view text)
{
    return parseExact<Qty>(text, m_rounded);
}

std::optional<Qty> FeedNumbers::qty(JsonValue exact, JsonValue plain)
{
    const std::optional<Qty> size = qty(exact);
    return size ? size : qty(plain);
}

std::optional<qint64> FeedNumbers::integer(std::string_view text)
{
    qint64 number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size())
        return number;
    const Result<decimaltext::FeedNumber> other = decimaltext::parseFeed(text, 0);
    return other ? std::optional(other->units) : std::nullopt;
}

std::optional<double> FeedNumbers::real(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size() && !text.empty();
    return whole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<Timestamp> FeedNumbers::time(JsonValue value)
{
    const std::optional<qint64> number = integer(value);
    return number && *number > 0 ? std::optional(timestampByMagnitude(*number)) : std::nullopt;
}

TradeConditions FeedNumbers::conditions(JsonValue value)
{
    TradeConditions ids;
    const auto add = [&ids](JsonValue element) {
        const std::optional<qint64> id = integer(element);
        if (id && std::in_range<quint16>(*id))
            ids.add(static_cast<quint16>(*id)); // the tape carries at most four: more do not come
    };
    if (!value.isArray()) {
        add(value);
        return ids;
    }
    for (const JsonValue element : value)
        add(element);
    return ids;
}

} // namespace tapeline
