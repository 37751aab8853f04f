#pragma once

#include "objectshape.h"

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
    /// before the end of every value, eight from the brace on. Only the first object of a tiny
    /// frame lacks them.
    static bool hasRoom(const StructuralIndex &index, quint32 brace)
    {
        return brace + 4 < index.count() && index.offsets()[brace + 4] >= 8
            && index.text().size() - index.offsets()[brace] >= 8;
    }

    /// The shape that the object at this brace has, if it is a known one; valid until the next
    /// call. The object needs hasRoom().
    const ObjectShape *find(const StructuralIndex &index, quint32 brace);
    /// Expects the shape, which this object was found to have, from now on. Shapes with long names
    /// or very many members are not learnt.
    void learn(const StructuralIndex &index, quint32 brace, const ObjectShape &shape);

private:
    /// Bytes that must stand at a place of the index.
    struct Check
    {
        quint64 mask = 0;
        quint64 bytes = 0;
        quint16 place = 0; ///< counted from the brace
        quint16 back = 0; ///< the eight bytes begin so many before it
    };

    struct Expectation
    {
        static constexpr std::size_t maxChecks = 32;

        ObjectShape shape;
        std::array<Check, maxChecks> checks {};
        std::size_t checkCount = 0;
        quint32 hits = 0;

        bool holds(const char *text, const quint32 *offsets) const;
        bool add(const StructuralIndex &index, quint32 brace, Check check);
        bool addName(const StructuralIndex &index, quint32 brace, quint32 key);
        bool addBrackets(const StructuralIndex &index, quint32 brace, quint32 value);
        bool addKind(const StructuralIndex &index, quint32 brace);
    };

    /// Expectations of objects that begin alike, the most frequent first.
    struct Shelf
    {
        std::vector<Expectation> expectations;
        quint32 refused = 0; ///< shapes not learnt since the shelf is full
    };

    static const ObjectShape *hit(Shelf &shelf, std::size_t i);
    Shelf &shelfOf(const char *object);

    std::array<Shelf, 32> m_shelves; // by the first letter of ev
    Shelf m_others; // where ev is not the first member
};

} // namespace tapeline
