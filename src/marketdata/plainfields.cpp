#include "plainfields.h"

#include "jsontext.h"

#include <bit>

namespace tapeline {

namespace {

bool isWellFormedScalar(std::string_view text)
{
    if (text.front() != '"')
        return jsontext::kindOfBareScalar(text) != JsonKind::Missing;
    return text.size() >= 2 && text.back() == '"' && text.find('\\') == text.npos;
}

/// A scalar, or an array of scalars, whose brackets and commas the shape vouches for.
bool isWellFormedValue(const char *text, const quint32 *place)
{
    const auto isScalar = [text](const quint32 *at) {
        return isWellFormedScalar({ text + at[0], text + at[1] });
    };
    if (text[*place] != '[')
        return isScalar(place);
    bool all = true;
    do {
        ++place; // the bracket or the comma
        all = all && isScalar(place);
        ++place;
    } while (text[*place] == ',');
    return all;
}

} // namespace

/// False when an id is not written plainly.
bool PlainFields::addConditions(TradeConditions &ids, const char *text, const quint32 *place)
{
    plainnumber::Doubts doubts;
    const auto add = [&ids, &doubts, text](const quint32 *at) {
        const quint64 id = plainnumber::readSmall(text + at[0], text + at[1], doubts);
        if (std::in_range<quint16>(id))
            ids.add(static_cast<quint16>(id)); // the tape carries at most four: more do not come
    };
    if (text[*place] != '[') {
        add(place);
    } else {
        do {
            ++place; // the bracket or the comma
            add(place);
            ++place;
        } while (text[*place] == ',');
    }
    return !doubts.any();
}

bool PlainFields::areWellFormed(const char *text, const quint32 *offsets, const ObjectShape &shape,
                                quint64 fields)
{
    bool all = true;
    for (; fields != 0; fields &= fields - 1) {
        const auto field = static_cast<std::size_t>(std::countr_zero(fields));
        all = all && isWellFormedValue(text, offsets + shape.values[field]);
    }
    for (std::size_t i = 0; i < shape.strangerCount; ++i)
        all = all && isWellFormedValue(text, offsets + shape.strangers[i]);
    return all;
}

} // namespace tapeline
