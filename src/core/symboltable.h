#pragma once

#include "instrumentid.h"

#include <QString>

#include <array>
#include <string_view>
#include <vector>

namespace tapeline {

/// Interns symbols as dense ids. Keys up to 31 bytes are stored inline (option symbols fit), so a lookup
/// allocates nothing. Not thread-safe: it belongs to the thread that decodes.
class SymbolTable
{
public:
    SymbolTable();

    /// The id of symbol, given out on first sight. Symbols are ASCII, 1 to 31 bytes; an invalid id for
    /// anything longer or empty.
    InstrumentId intern(std::string_view symbol);
    InstrumentId intern(const QString &symbol);
    InstrumentId intern(const char *symbol) { return intern(std::string_view(symbol)); }
    /// The id if known, else an invalid one.
    InstrumentId find(std::string_view symbol) const;

    std::string_view name(InstrumentId id) const;
    QString symbol(InstrumentId id) const;
    std::size_t size() const { return m_keys.size(); }

private:
    struct Key
    {
        std::array<char, 31> bytes {};
        quint8 length = 0;
        std::string_view view() const { return { bytes.data(), length }; }
    };

    /// One place of the hash table. The hash beside the id spares most looks at a key.
    struct Slot
    {
        quint32 idPlusOne = 0; ///< 0 is empty
        quint32 hash = 0;
    };

    static quint32 hashOf(std::string_view symbol);
    std::size_t slotOf(std::string_view symbol, quint32 hash) const;
    void grow();

    std::vector<Key> m_keys;   // by id
    std::vector<Slot> m_slots; // open addressing; the size is a power of two
};

} // namespace tapeline
