#pragma once

#include "feednumbers.h"
#include "jsontree.h"
#include "streamfields.h"
#include "symboltable.h"

#include <algorithm>
#include <array>

namespace tapeline {

/// The fields of one stream object that was taken apart to a tree, in whatever order and way they
/// were written. A name that comes twice counts the first time; unknown names are ignored.
/// PlainFields offers the same of objects that are written plainly.
class TreeFields
{
public:
    using Context = FeedNumbers;
    using Object = JsonValue;

    TreeFields(FeedNumbers &numbers, JsonValue object)
        : m_numbers(numbers)
    {
        for (const JsonValue member : object)
            add(member);
    }

    bool areSound() const { return true; }
    StreamKind kind() const { return streamnames::kind(string(StreamField::Event)); }

    /// There, and not null.
    bool isPresent(StreamField field) const { return value(field).isPresent(); }
    bool mayBePresent(StreamField field) const { return isPresent(field); }
    bool isArray(StreamField field) const { return value(field).isArray(); }

    /// False, and nothing is assigned, when there is no such number.
    bool read(StreamField field, Price &price) const
    {
        return assign(m_numbers.price(value(field)), price);
    }
    bool read(StreamField field, Qty &qty) const
    {
        return assign(m_numbers.qty(value(field)), qty);
    }
    /// Of a number that the service gives as text.
    bool readText(StreamField field, Qty &qty) const { return read(field, qty); }
    bool read(StreamField field, double &real) const
    {
        return assign(FeedNumbers::real(value(field)), real);
    }
    bool read(StreamField field, Timestamp &time) const
    {
        return assign(FeedNumbers::time(value(field)), time);
    }
    /// A whole number that fits Number, else fallback.
    template<typename Number> Number integerOr(StreamField field, Number fallback = 0) const
    {
        return FeedNumbers::integerOr<Number>(value(field), fallback);
    }
    void read(StreamField field, TradeConditions &ids) const
    {
        ids = FeedNumbers::conditions(value(field));
    }

    /// Of numbers and strings; empty for everything else.
    std::string_view text(StreamField field) const { return value(field).text(); }
    /// A string that a SymbolTable takes (the rest would be told apart nowhere), else empty.
    std::string_view symbol(StreamField field) const
    {
        const std::string_view name = string(field);
        const bool isPlain
            = std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c <= '~'; });
        return isPlain ? name : std::string_view();
    }
    /// The id of such a string, given out on first sight.
    InstrumentId intern(StreamField field, SymbolTable &symbols) const
    {
        return symbols.intern(symbol(field));
    }

private:
    JsonValue value(StreamField field) const { return m_values[static_cast<std::size_t>(field)]; }
    std::string_view string(StreamField field) const
    {
        return value(field).isString() ? value(field).text() : std::string_view();
    }

    template<typename Value> static bool assign(const std::optional<Value> &from, Value &to)
    {
        to = from.value_or(to);
        return from.has_value();
    }

    void add(JsonValue member)
    {
        const StreamField field = streamnames::field(member.key());
        if (field == StreamField::Count)
            return;
        JsonValue &slot = m_values[static_cast<std::size_t>(field)];
        if (slot.kind() == JsonKind::Missing)
            slot = member;
    }

    FeedNumbers &m_numbers;
    std::array<JsonValue, streamFieldCount> m_values {};
};

} // namespace tapeline
