#pragma once

#include "objectshape.h"
#include "textwords.h"

#include <array>
#include <vector>

namespace tapeline {

/// The shapes of the objects seen so far, to be expected again: a feed writes the same names in the
/// same order. Whether an object has an expected shape takes one pass without branches over its
/// names, no matter how long its values are.
///
/// Nothing but speed depends on what was learnt: an object either has the shape, name by name, or
/// it has not.
class ShapeBook
{
public:
    /// Whether the bytes around an object suffice for find() and for reading its values: eight
    /// before the end of every value, even without its quotes, and eight from the brace on. Only
    /// the first object of a tiny frame lacks them.
    static bool hasRoom(const StructuralIndex &index, quint32 brace)
    {
        const quint32 offset = index.offsets()[brace];
        const bool hasRoomBefore
            = offset >= 9 || (brace + 4 < index.count() && index.offsets()[brace + 4] >= 9);
        return hasRoomBefore && index.text().size() - offset >= 8;
    }

    /// The shape that the object at this brace has, if it is a known one; valid until the next
    /// call. The object needs hasRoom().
    const ObjectShape *find(const StructuralIndex &index, quint32 brace)
    {
        const char *text = index.text().data();
        const quint32 *offsets = index.offsets() + brace;
        const quint32 left = index.count() - brace;
        Shelf &shelf = shelfOf(text + offsets[0]);
        for (Expectation &expected : shelf.expectations) {
            const quint32 end = expected.shape.end;
            if (end < left && text[offsets[end]] == '}' && expected.holds(text, offsets))
                return hit(shelf, expected);
        }
        return nullptr;
    }
    /// Expects the shape, which this object was found to have, from now on. Shapes with long names
    /// or very many members are not learnt.
    void learn(const StructuralIndex &index, quint32 brace, const ObjectShape &shape);

private:
    /// What must stand before a place of the index, and at it: up to eight bytes that end there.
    struct Check
    {
        quint64 mask = 0;
        quint64 bytes = 0;
        quint64 place = 0; ///< counted from the brace

        quint64 difference(const char *text, const quint32 *offsets) const
        {
            return (textwords::load(text + offsets[place] - 7) & mask) ^ bytes;
        }
    };

    struct Expectation
    {
        static constexpr std::size_t maxChecks = 32;

        ObjectShape shape;
        Check head; ///< of the brace and the first name: begins at its place
        quint32 checkCount = 0; ///< even: the last may be there twice
        quint32 hits = 0;
        std::array<Check, maxChecks> checks {};

        bool holds(const char *text, const quint32 *offsets) const
        {
            quint64 different = (textwords::load(text + offsets[0]) & head.mask) ^ head.bytes;
            const Check *const past = checks.data() + checkCount;
            for (const Check *check = checks.data(); check != past; check += 2)
                different
                    |= check[0].difference(text, offsets) | check[1].difference(text, offsets);
            return different == 0;
        }
        bool add(const StructuralIndex &index, quint32 brace, quint32 place, quint32 length);
        bool addName(const StructuralIndex &index, quint32 brace, quint32 key);
        bool addBrackets(const StructuralIndex &index, quint32 brace, quint32 value);
        bool addKind(const StructuralIndex &index, quint32 brace);
        bool addAll(const StructuralIndex &index, quint32 brace);
    };

    /// Expectations of objects that begin alike, the most frequent first.
    struct Shelf
    {
        std::vector<Expectation> expectations;
        quint32 refused = 0; ///< shapes not learnt since the shelf is full
    };

    Shelf &shelfOf(const char *object)
    {
        constexpr quint64 eventFirst = Q_UINT64_C(0x223A227665227B); // {"ev":"
        const quint64 begin = textwords::load(object);
        return (begin & ~textwords::lastBytes(1)) == eventFirst
            ? m_shelves[(begin >> 56) % m_shelves.size()]
            : m_others;
    }
    static const ObjectShape *hit(Shelf &shelf, Expectation &expected)
    {
        // More hits than that are halved, or a former habit would outweigh the present one for long
        constexpr quint32 manyHits = 1 << 16;
        ++expected.hits;
        if (&expected == shelf.expectations.data()) [[likely]]
            return &expected.shape;
        const quint32 hitsBefore = (&expected)[-1].hits;
        const bool isInOrder = expected.hits <= hitsBefore && hitsBefore < manyHits;
        return isInOrder ? &expected.shape : reorder(shelf, expected);
    }
    static const ObjectShape *reorder(Shelf &shelf, Expectation &expected);

    std::array<Shelf, 32> m_shelves; // by the first letter of ev
    Shelf m_others; // where ev is not the first member
};

} // namespace tapeline
