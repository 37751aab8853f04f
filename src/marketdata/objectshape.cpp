#include "objectshape.h"

namespace tapeline {

namespace {

class ShapeReader
{
public:
    ShapeReader(const StructuralIndex &index, quint32 brace, ObjectShape &shape)
        : m_index(index)
        , m_brace(brace)
        , m_shape(shape)
    {
    }

    bool read()
    {
        m_shape = {};
        do {
            ++m_place; // the brace or the comma
            if (!takeMember())
                return false;
        } while (at(m_place) == ',');
        m_shape.end = static_cast<quint8>(m_place);
        return at(m_place) == '}' && readKind();
    }

private:
    char at(quint32 place) const { return m_index.at(m_brace + place); }
    quint32 offset(quint32 place) const { return m_index.offsets()[m_brace + place]; }
    std::string_view text(quint32 from, quint32 to) const
    {
        return m_index.text().substr(from, to - from);
    }

    /// From its key up to what follows its value.
    bool takeMember()
    {
        const quint32 key = m_place;
        const bool fits = key + 3 < ObjectShape::maxPlaces
            && m_shape.keyCount < ObjectShape::maxMembers && m_brace + key + 3 < m_index.count();
        if (!fits || at(key) != '"' || at(key + 1) != ':')
            return false;
        const std::string_view quoted = text(offset(key), offset(key + 1));
        if (quoted.size() < 2 || quoted.back() != '"' || quoted.find('\\') != quoted.npos)
            return false;
        m_shape.keys[m_shape.keyCount++] = static_cast<quint8>(key);
        note(streamnames::field(quoted.substr(1, quoted.size() - 2)), static_cast<quint8>(key + 2));
        m_place = key + 3;
        return at(key + 2) == '[' ? takeElements() : at(key + 2) != '{';
    }

    /// Of a name that comes twice the first counts.
    void note(StreamField field, quint8 value)
    {
        if (field == StreamField::Count || m_shape.place(field) != 0) {
            m_shape.strangers[m_shape.strangerCount++] = value;
            return;
        }
        m_shape.values[static_cast<std::size_t>(field)] = value;
        m_shape.fields |= ObjectShape::bit(field);
    }

    /// Up to what follows the closing bracket. Not of an empty array: there the bracket would stand
    /// where a value may stand.
    bool takeElements()
    {
        char separator = ',';
        while (separator == ',' && m_place < ObjectShape::maxPlaces) {
            if (at(m_place) == '[' || at(m_place) == '{' || at(m_place) == ']')
                return false;
            separator = at(m_place + 1);
            m_place += 2;
        }
        return separator == ']' && m_place < ObjectShape::maxPlaces;
    }

    bool readKind()
    {
        const quint32 place = m_shape.place(StreamField::Event);
        if (place == 0)
            return false;
        const std::string_view event = text(offset(place), offset(place + 1));
        if (event.size() < 2 || event.front() != '"' || event.back() != '"'
            || event.find('\\') != event.npos)
            return false;
        m_shape.kind = streamnames::kind(event.substr(1, event.size() - 2));
        return true;
    }

    const StructuralIndex &m_index;
    const quint32 m_brace;
    ObjectShape &m_shape;
    quint32 m_place = 0; // counted from the brace
};

} // namespace

bool readShape(const StructuralIndex &index, quint32 brace, ObjectShape &shape)
{
    return ShapeReader(index, brace, shape).read();
}

} // namespace tapeline
