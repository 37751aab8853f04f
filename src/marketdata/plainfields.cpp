#include "plainfields.h"

#include "jsontext.h"

#include <bit>

namespace tapeline {

namespace {

bool isWellFormedScalar(const char *begin, const char *end)
{
    plainnumber::Doubts doubts;
    (void)plainnumber::readWhole(begin, end, doubts); // nearly all are ids and times
    if (!doubts.any())
        return true;
    const std::string_view text(begin, static_cast<std::size_t>(end - begin));
    if (text.front() != '"')
        return jsontext::kindOfBareScalar(text) != JsonKind::Missing;
    return text.size() >= 2 && text.back() == '"' && text.find('\\') == text.npos;
}

/// Calls use(place) for a scalar, or for every scalar of an array. False when the array does not
/// end before its object does: a shape that was learnt from a number does not know of brackets.
template<typename Use>
bool forEachScalar(const char *text, const quint32 *place, const quint32 *end, Use use)
{
    if (text[*place] != '[') {
        use(place);
        return true;
    }
    do {
        ++place; // the bracket or the comma
        if (place >= end)
            return false;
        use(place);
        ++place;
    } while (place < end && text[*place] == ',');
    return place < end;
}

/// A scalar, or an array of scalars.
bool isWellFormedValue(const char *text, const quint32 *place, const quint32 *end)
{
    bool all = true;
    const auto check = [&all, text](const quint32 *at) {
        all = all && isWellFormedScalar(text + at[0], text + at[1]);
    };
    return forEachScalar(text, place, end, check) && all;
}

} // namespace

/// False when an id is not written plainly.
bool PlainFields::addConditions(TradeConditions &ids, const char *text, const quint32 *place,
                                const quint32 *end)
{
    plainnumber::Doubts doubts;
    const auto add = [&ids, &doubts, text](const quint32 *at) {
        const quint64 id = plainnumber::readSmall(text + at[0], text + at[1], doubts);
        if (std::in_range<quint16>(id))
            ids.add(static_cast<quint16>(id)); // the tape carries at most four: more do not come
    };
    return forEachScalar(text, place, end, add) && !doubts.any();
}

bool PlainFields::areWellFormed(const char *text, const quint32 *offsets, const ObjectShape &shape,
                                quint64 fields)
{
    bool all = true;
    for (; fields != 0; fields &= fields - 1) {
        const auto field = static_cast<std::size_t>(std::countr_zero(fields));
        all = all && isWellFormedValue(text, offsets + shape.values[field], offsets + shape.end);
    }
    for (std::size_t i = 0; i < shape.strangerCount; ++i)
        all = all && isWellFormedValue(text, offsets + shape.strangers[i], offsets + shape.end);
    return all;
}

} // namespace tapeline
