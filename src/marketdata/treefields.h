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
/// TokenFields offers the same of objects that are written plainly.
class TreeFields
{
public:
    TreeFields(JsonValue object, FeedNumbers &numbers)
        : m_numbers(numbers)
    {
        for (const JsonValue member : object)
            add(member);
    }

    StreamKind kind() const { return streamnames::kind(string(StreamField::Event)); }

    /// There, and not null.
    bool isPresent(StreamField field) const { return value(field).isPresent(); }
    bool isArray(StreamField field) const { return value(field).isArray(); }

    std::optional<Price> price(StreamField field) const { return m_numbers.price(value(field)); }
    std::optional<Qty> qty(StreamField field) const { return m_numbers.qty(value(field)); }
    std::optional<double> real(StreamField field) const { return FeedNumbers::real(value(field)); }
    std::optional<Timestamp> time(StreamField field) const
    {
        return FeedNumbers::time(value(field));
    }
    /// A whole number that fits Number, else fallback.
    template<typename Number> Number integerOr(StreamField field, Number fallback = 0) const
    {
        return FeedNumbers::integerOr<Number>(value(field), fallback);
    }
    TradeConditions conditions(StreamField field) const
    {
        return FeedNumbers::conditions(value(field));
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
    static InstrumentId intern(SymbolTable &symbols, std::string_view symbol)
    {
        return symbols.intern(symbol);
    }

private:
    JsonValue value(StreamField field) const { return m_values[static_cast<std::size_t>(field)]; }
    std::string_view string(StreamField field) const
    {
        return value(field).isString() ? value(field).text() : std::string_view();
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
