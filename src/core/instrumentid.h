#pragma once

#include <QHash>

#include <compare>
#include <limits>

namespace tapeline {

/// A dense number that stands for one symbol within one SymbolTable; indexes flat arrays of state.
class InstrumentId
{
public:
    constexpr InstrumentId() = default;
    constexpr explicit InstrumentId(quint32 index)
        : m_index(index)
    {
    }

    constexpr quint32 index() const { return m_index; }
    constexpr bool isValid() const { return m_index != std::numeric_limits<quint32>::max(); }

    friend constexpr auto operator<=>(InstrumentId, InstrumentId) = default;
    friend size_t qHash(InstrumentId id, size_t seed = 0) { return ::qHash(id.m_index, seed); }

private:
    quint32 m_index = std::numeric_limits<quint32>::max();
};

} // namespace tapeline
