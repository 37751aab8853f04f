#pragma once

#include "streamfields.h"
#include "structuralindex.h"

#include <array>

namespace tapeline {

/// How one stream object is laid out: where each of its members stands in the structural index,
/// counted from the object's opening brace. Objects with the same names in the same order, and
/// arrays of the same lengths, have the same shape.
struct ObjectShape
{
    static constexpr std::size_t maxMembers = 40;
    static constexpr quint32 maxPlaces = 250; ///< so that all fit a byte

    std::array<quint8, streamFieldCount> values {}; ///< of each field that is there, else 0
    quint64 fields = 0; ///< those that are there, one bit each
    std::array<quint8, maxMembers> keys {}; ///< in the order they were written
    std::array<quint8, maxMembers> strangers {}; ///< values of unknown and of repeated names
    quint8 keyCount = 0;
    quint8 strangerCount = 0;
    quint8 end = 0; ///< the closing brace
    StreamKind kind = StreamKind::Unknown;

    static constexpr quint64 bit(StreamField field)
    {
        return quint64(1) << static_cast<unsigned>(field);
    }
    quint8 place(StreamField field) const { return values[static_cast<std::size_t>(field)]; }
};

/// Reads the shape of the object whose brace stands at that place of the index, looking up its
/// names one by one. False for anything odd: escapes in names, objects and arrays within arrays or
/// objects, empty arrays, no ev, too many members, broken syntax. What the values look like is not
/// checked but for that of ev.
bool readShape(const StructuralIndex &index, quint32 brace, ObjectShape &shape);

} // namespace tapeline
