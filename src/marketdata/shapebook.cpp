#include "shapebook.h"

#include "textwords.h"

#include <utility>

namespace tapeline {

namespace {

constexpr std::size_t shapesPerShelf = 8;
/// A full shelf learns one in so many new shapes: a changed feed is learnt soon, and one without
/// any order does not keep it busy.
constexpr quint32 learntOneIn = 32;
/// So many hits are halved, or a former habit would outweigh the present one for long.
constexpr quint32 manyHits = 1 << 16;

constexpr std::string_view eventFirst = R"({"ev":")";

} // namespace

bool ShapeBook::Expectation::holds(const char *text, const quint32 *offsets) const
{
    quint64 different = 0;
    for (std::size_t i = 0; i < checkCount; ++i) {
        const Check &check = checks[i];
        const quint64 bytes = textwords::load(text + offsets[check.place] - check.back);
        different |= (bytes & check.mask) ^ check.bytes;
    }
    return different == 0;
}

/// The bytes are those of the object at hand.
bool ShapeBook::Expectation::add(const StructuralIndex &index, quint32 brace, Check check)
{
    if (checkCount == maxChecks)
        return false;
    const quint32 offset = index.offsets()[brace + check.place];
    check.bytes = textwords::load(index.text().data() + offset - check.back) & check.mask;
    checks[checkCount++] = check;
    return true;
}

/// The name in its quotes, with the separators at both sides. Where they stand right before a colon
/// of the index they are no part of a string, so the comma and the opening quote are the two places
/// before it.
bool ShapeBook::Expectation::addName(const StructuralIndex &index, quint32 brace, quint32 key)
{
    const quint32 begin = index.offsets()[brace + key] - 1;
    const quint32 end = index.offsets()[brace + key + 1] + 1;
    const char before = index.text()[begin];
    if (end - begin > 8 || (before != ',' && before != '{'))
        return false;
    Check check;
    if (before == '{') { // eight bytes before the colon may be more than there are
        check.mask = ~quint64(0) >> (64 - 8 * (end - begin));
        return add(index, brace, check);
    }
    check.mask = textwords::lastBytes(end - begin);
    check.place = static_cast<quint16>(key + 1);
    check.back = 7;
    return add(index, brace, check);
}

/// The brackets and commas of an array, which tell its length.
bool ShapeBook::Expectation::addBrackets(const StructuralIndex &index, quint32 brace, quint32 value)
{
    constexpr quint32 firstValue = 3; // right behind the brace: too few bytes before it
    Check check { textwords::lastBytes(1), 0, static_cast<quint16>(value), 7 };
    if (value == firstValue || !add(index, brace, check))
        return false;
    check.place = static_cast<quint16>(index.at(brace + value + 1) == ']' ? value + 1 : value + 2);
    while (add(index, brace, check)) {
        if (index.at(brace + check.place) == ']')
            return true;
        check.place = static_cast<quint16>(check.place + 2);
    }
    return false;
}

/// The value of ev in its quotes, and the colon before it.
bool ShapeBook::Expectation::addKind(const StructuralIndex &index, quint32 brace)
{
    const quint32 value = shape.place(StreamField::Event);
    const quint32 begin = index.offsets()[brace + value] - 1;
    const quint32 end = index.offsets()[brace + value + 1];
    if (end - begin > 8 || index.text()[begin] != ':')
        return false;
    return add(index, brace,
               { textwords::lastBytes(end - begin), 0, static_cast<quint16>(value + 1), 8 });
}

const ObjectShape *ShapeBook::find(const StructuralIndex &index, quint32 brace)
{
    const char *text = index.text().data();
    const quint32 *offsets = index.offsets() + brace;
    const quint32 left = index.count() - brace;
    Shelf &shelf = shelfOf(text + offsets[0]);
    for (std::size_t i = 0; i < shelf.expectations.size(); ++i) {
        const Expectation &expected = shelf.expectations[i];
        const quint32 end = expected.shape.end;
        if (end < left && text[offsets[end]] == '}' && expected.holds(text, offsets))
            return hit(shelf, i);
    }
    return nullptr;
}

const ObjectShape *ShapeBook::hit(Shelf &shelf, std::size_t i)
{
    Expectation &expected = shelf.expectations[i];
    if (++expected.hits == manyHits) {
        for (Expectation &each : shelf.expectations)
            each.hits /= 2;
    }
    if (i == 0 || expected.hits <= shelf.expectations[i - 1].hits)
        return &expected.shape;
    std::swap(expected, shelf.expectations[i - 1]);
    return &shelf.expectations[i - 1].shape;
}

void ShapeBook::learn(const StructuralIndex &index, quint32 brace, const ObjectShape &shape)
{
    Shelf &shelf = shelfOf(index.text().data() + index.offsets()[brace]);
    const bool isFull = shelf.expectations.size() >= shapesPerShelf;
    if (isFull && ++shelf.refused % learntOneIn != 0)
        return;

    Expectation expected;
    expected.shape = shape;
    bool canBeTold = expected.addKind(index, brace);
    for (std::size_t i = 0; canBeTold && i < shape.keyCount; ++i) {
        const quint32 value = shape.keys[i] + 2U;
        canBeTold = expected.addName(index, brace, shape.keys[i])
            && (index.at(brace + value) != '[' || expected.addBrackets(index, brace, value));
    }
    if (!canBeTold)
        return;
    if (isFull)
        shelf.expectations.back() = expected;
    else
        shelf.expectations.push_back(expected);
}

ShapeBook::Shelf &ShapeBook::shelfOf(const char *object)
{
    constexpr quint64 mask = ~textwords::lastBytes(1);
    quint64 expected = 0;
    for (std::size_t i = 0; i < eventFirst.size(); ++i)
        expected |= quint64(static_cast<quint8>(eventFirst[i])) << (8 * i);
    const quint64 begin = textwords::load(object);
    return (begin & mask) == expected ? m_shelves[(begin >> 56) % m_shelves.size()] : m_others;
}

} // namespace tapeline
