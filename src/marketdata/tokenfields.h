#pragma once

#include "feednumbers.h"
#include "objectshape.h"
#include "plainnumber.h"
#include "symboltable.h"

#include <array>

namespace tapeline {

/// The fields of one stream object of a known shape, read where they stand in the frame. Offers
/// what TreeFields does and gives the same, or says isOdd(): then something is written in a way
/// that wants the tree, and nothing that was given counts.
///
/// The object needs ShapeBook::hasRoom().
class TokenFields
{
public:
    TokenFields(const StructuralIndex &index, quint32 brace, const ObjectShape &shape,
                FeedNumbers &numbers)
        : m_text(index.text().data())
        , m_offsets(index.offsets() + brace)
        , m_shape(shape)
        , m_numbers(numbers)
    {
    }

    bool isOdd() const { return m_odd; }
    /// Looks at what nobody asked for: its syntax counts as well. To be called last.
    void checkRest();

    bool isPresent(StreamField field)
    {
        const quint8 place = m_shape.place(field);
        m_odd = m_odd || (place != 0 && first(place) == 'n'); // null
        return place != 0;
    }
    bool isArray(StreamField field) const
    {
        const quint8 place = m_shape.place(field);
        return place != 0 && first(place) == '[';
    }

    std::optional<Price> price(StreamField field)
    {
        const Token token = take(field);
        qint64 units = 0;
        if (token.isMissing())
            return {};
        if (readUnits(token, Price::decimals, units)) [[likely]]
            return Price::fromUnits(units);
        return m_numbers.price(carefulText(token));
    }
    std::optional<Qty> qty(StreamField field)
    {
        const Token token = take(field);
        qint64 units = 0;
        if (token.isMissing())
            return {};
        if (readUnits(token.withoutQuotes(), Qty::decimals, units)) [[likely]]
            return Qty::fromUnits(units);
        return m_numbers.qty(carefulText(token));
    }
    std::optional<double> real(StreamField field)
    {
        const Token token = take(field);
        plainnumber::Decimal number;
        if (token.isMissing())
            return {};
        // Both are exact in a double, so the quotient is the nearest one
        if (plainnumber::readDecimal(token.begin, token.end, number)) [[likely]]
            return double(number.mantissa) / double(powerOfTen(number.fractionDigits));
        return FeedNumbers::real(carefulText(token));
    }
    std::optional<Timestamp> time(StreamField field)
    {
        const std::optional<qint64> number = integer(take(field));
        return number && *number > 0 ? std::optional(timestampByMagnitude(*number)) : std::nullopt;
    }
    template<typename Number> Number integerOr(StreamField field, Number fallback = 0)
    {
        const std::optional<qint64> number = integer(take(field));
        return number && std::in_range<Number>(*number) ? static_cast<Number>(*number) : fallback;
    }
    TradeConditions conditions(StreamField field);

    std::string_view text(StreamField field)
    {
        const Token token = take(field);
        return token.isMissing() ? std::string_view() : textOf(token);
    }
    std::string_view symbol(StreamField field)
    {
        const Token token = take(field);
        if (token.isMissing())
            return {};
        const Token inner = token.withoutQuotes();
        if (inner.begin != token.begin
            && textwords::everyWord(inner.begin, inner.end, textwords::isPlainText)) [[likely]]
            return inner.view();
        m_odd = true;
        return {};
    }
    static InstrumentId intern(SymbolTable &symbols, std::string_view symbol)
    {
        return symbols.internWithin(symbol);
    }

private:
    /// A scalar as written.
    struct Token
    {
        const char *begin = nullptr;
        const char *end = nullptr;

        bool isMissing() const { return begin == nullptr; }
        std::string_view view() const { return { begin, static_cast<std::size_t>(end - begin) }; }
        /// Itself when it has none.
        Token withoutQuotes() const
        {
            const bool quoted = end - begin >= 2 && *begin == '"' && end[-1] == '"';
            return quoted ? Token { begin + 1, end - 1 } : *this;
        }
    };

    static constexpr qint64 powerOfTen(int exponent)
    {
        constexpr std::array<qint64, 11> powers {
            1,         10,         100,         1'000,         10'000,        100'000,
            1'000'000, 10'000'000, 100'000'000, 1'000'000'000, 10'000'000'000
        };
        return powers[static_cast<std::size_t>(exponent)];
    }
    static bool readUnits(Token token, int decimals, qint64 &units)
    {
        plainnumber::Decimal number;
        if (!plainnumber::readDecimal(token.begin, token.end, number))
            return false;
        // Below 10^8 * 10^10: fits
        units = static_cast<qint64>(number.mantissa) * powerOfTen(decimals - number.fractionDigits);
        return true;
    }

    char first(quint8 place) const { return m_text[m_offsets[place]]; }
    Token token(quint32 place) const
    {
        return { m_text + m_offsets[place], m_text + m_offsets[place + 1] };
    }
    Token take(StreamField field)
    {
        const quint8 place = m_shape.place(field);
        m_taken |= ObjectShape::bit(field);
        return place == 0 ? Token() : token(place);
    }

    std::optional<qint64> integer(Token token)
    {
        quint64 number = 0;
        if (token.isMissing())
            return {};
        if (plainnumber::readWhole(token.begin, token.end, number)) [[likely]]
            return static_cast<qint64>(number);
        return FeedNumbers::integer(carefulText(token));
    }
    /// Of a number or a string, whose quotes it does not have.
    std::string_view textOf(Token token)
    {
        const Token inner = token.withoutQuotes();
        const bool isPlainString = inner.begin != token.begin
            && textwords::everyWord(inner.begin, inner.end,
                                    [](quint64 word) { return !textwords::hasBackslash(word); });
        return isPlainString ? inner.view() : carefulText(token);
    }
    /// The same, for what is neither a short number nor a string without escapes; odd and empty if
    /// it is neither a number nor a string.
    std::string_view carefulText(Token token);
    template<typename Take> void eachElement(quint32 bracket, Take takeElement);
    void checkScalar(Token token);
    void checkValue(quint32 place);

    const char *const m_text;
    const quint32 *const m_offsets; // from the brace on
    const ObjectShape &m_shape;
    FeedNumbers &m_numbers;
    quint64 m_taken = 0; // fields that were asked for, one bit each
    bool m_odd = false;
};

} // namespace tapeline
