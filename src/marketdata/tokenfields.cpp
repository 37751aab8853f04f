#include "tokenfields.h"

#include "jsontext.h"

#include <bit>

namespace tapeline {

std::string_view TokenFields::carefulText(Token token)
{
    const std::string_view text = token.view();
    const Token inner = token.withoutQuotes();
    if (inner.begin != token.begin && text.find('\\') == text.npos)
        return inner.view();
    if (jsontext::kindOfBareScalar(text) == JsonKind::Number)
        return text;
    m_odd = true;
    return {};
}

template<typename Take> void TokenFields::eachElement(quint32 bracket, Take takeElement)
{
    quint32 place = bracket + 1;
    if (m_text[m_offsets[place]] == ']')
        return;
    do {
        takeElement(token(place));
        place += 2;
    } while (m_text[m_offsets[place - 1]] != ']');
}

TradeConditions TokenFields::conditions(StreamField field)
{
    TradeConditions ids;
    const auto add = [this, &ids](Token token) {
        const std::optional<qint64> id = integer(token);
        if (id && std::in_range<quint16>(*id))
            ids.add(static_cast<quint16>(*id)); // the tape carries at most four: more do not come
    };
    const Token whole = take(field);
    if (!whole.isMissing() && *whole.begin == '[')
        eachElement(m_shape.place(field), add);
    else
        add(whole);
    return ids;
}

void TokenFields::checkScalar(Token token)
{
    quint64 ignored = 0;
    if (!plainnumber::readWhole(token.begin, token.end, ignored))
        (void)textOf(token); // true, false and null are odd
}

void TokenFields::checkValue(quint32 place)
{
    if (m_text[m_offsets[place]] == '[')
        eachElement(place, [this](Token token) { checkScalar(token); });
    else
        checkScalar(token(place));
}

void TokenFields::checkRest()
{
    // The shape's kind was read from ev
    quint64 rest = m_shape.fields & ~m_taken & ~ObjectShape::bit(StreamField::Event);
    for (; rest != 0; rest &= rest - 1)
        checkValue(m_shape.values[static_cast<std::size_t>(std::countr_zero(rest))]);
    for (std::size_t i = 0; i < m_shape.strangerCount; ++i)
        checkValue(m_shape.strangers[i]);
}

} // namespace tapeline
