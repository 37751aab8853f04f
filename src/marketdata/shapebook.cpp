#include "shapebook.h"

#include "textwords.h"

#include <utility>

namespace tapeline {

namespace {

constexpr std::size_t shapesPerShelf = 8;
/// A full shelf learns one in so many new shapes: a changed feed is learnt soon, and one without
/// any order does not keep it busy.
constexpr quint32 learntOneIn = 32;

} // namespace

/// The bytes are those of the object at hand.
bool ShapeBook::Expectation::add(const StructuralIndex &index, quint32 brace, quint32 place,
                                 quint32 length)
{
    if (checkCount == maxChecks || length > 8)
        return false;
    const quint64 mask = textwords::lastBytes(length);
    const char *last = index.text().data() + index.offsets()[brace + place];
    checks[checkCount++] = { mask, textwords::load(last - 7) & mask, place };
    return true;
}

/// The name in its quotes, with the separators at both sides. Where they stand right before a colon
/// of the index they are no part of a string, so the comma and the opening quote are the two places
/// before it.
bool ShapeBook::Expectation::addName(const StructuralIndex &index, quint32 brace, quint32 key)
{
    const quint32 begin = index.offsets()[brace + key] - 1;
    const quint32 length = index.offsets()[brace + key + 1] + 1 - begin;
    if (index.text()[begin] == ',')
        return add(index, brace, key + 1, length);
    if (index.text()[begin] != '{' || length > 8)
        return false;
    head.mask = ~quint64(0) >> (64 - 8 * length);
    head.bytes = textwords::load(index.text().data() + begin) & head.mask;
    return true;
}

/// The brackets and commas of an array, which tell its length.
bool ShapeBook::Expectation::addBrackets(const StructuralIndex &index, quint32 brace, quint32 value)
{
    constexpr quint32 firstValue = 3; // too few bytes may stand before it
    if (value == firstValue || !add(index, brace, value, 1))
        return false;
    for (quint32 place = value + 2; add(index, brace, place, 1); place += 2) {
        if (index.at(brace + place) == ']')
            return true;
    }
    return false;
}

/// The value of ev in its quotes, and the separators at both sides.
bool ShapeBook::Expectation::addKind(const StructuralIndex &index, quint32 brace)
{
    const quint32 value = shape.place(StreamField::Event);
    const quint32 begin = index.offsets()[brace + value] - 1;
    const quint32 length = index.offsets()[brace + value + 1] + 1 - begin;
    return index.text()[begin] == ':' && add(index, brace, value + 1, length);
}

/// False for shapes that are not worth a check of their own.
bool ShapeBook::Expectation::addAll(const StructuralIndex &index, quint32 brace)
{
    if (!addKind(index, brace))
        return false;
    for (std::size_t i = 0; i < shape.keyCount; ++i) {
        const quint32 value = shape.keys[i] + 2U;
        const bool added = addName(index, brace, shape.keys[i])
            && (index.at(brace + value) != '[' || addBrackets(index, brace, value));
        if (!added)
            return false;
    }
    return checkCount % 2 == 0 || add(index, brace, shape.end, 1);
}

/// Of an expectation that had more hits than the one before it, or whose predecessor has many.
const ObjectShape *ShapeBook::reorder(Shelf &shelf, Expectation &expected)
{
    Expectation &before = (&expected)[-1];
    const bool overtakes = expected.hits > before.hits;
    for (Expectation &each : shelf.expectations)
        each.hits /= 2;
    if (!overtakes)
        return &expected.shape;
    std::swap(expected, before);
    return &before.shape;
}

void ShapeBook::learn(const StructuralIndex &index, quint32 brace, const ObjectShape &shape)
{
    Shelf &shelf = shelfOf(index.text().data() + index.offsets()[brace]);
    const bool isFull = shelf.expectations.size() >= shapesPerShelf;
    if (isFull && ++shelf.refused % learntOneIn != 0)
        return;
    Expectation expected;
    expected.shape = shape;
    if (!expected.addAll(index, brace))
        return;
    if (isFull)
        shelf.expectations.back() = expected;
    else
        shelf.expectations.push_back(expected);
}

} // namespace tapeline
