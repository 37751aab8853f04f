#pragma once

#include "instrumentid.h"
#include "textwords.h"

#include <QString>

#include <array>
#include <string_view>
#include <vector>

namespace tapeline {

/// Interns symbols as dense ids. Keys up to 31 bytes are stored inline (option symbols fit), so a
/// lookup allocates nothing. Not thread-safe: it belongs to the thread that decodes.
class SymbolTable
{
public:
    SymbolTable();

    /// The id of symbol, given out on first sight. Symbols are ASCII, 1 to 31 bytes; an invalid id
    /// for anything longer or empty.
    InstrumentId intern(std::string_view symbol);
    InstrumentId intern(const QString &symbol);
    InstrumentId intern(const char *symbol) { return intern(std::string_view(symbol)); }
    /// The id if known, else an invalid one.
    InstrumentId find(std::string_view symbol) const;
    /// The same, cheaper, for a symbol within a longer text: the eight bytes before its end must be
    /// readable. Finds only what is plain text: visible ASCII without a backslash.
    InstrumentId findWithin(std::string_view symbol) const
    {
        const std::size_t length = symbol.size();
        if (length - 1 >= wordSize)
            return findLongWithin(symbol);
        const quint64 word = textwords::loadBefore(symbol.data() + length, length);
        const quint64 hash = mix(word + length);
        const quint32 tag = tagOf(length, hash, true);
        for (std::size_t i = hash & m_mask; m_slots[i].idPlusOne != 0; i = (i + 1) & m_mask) {
            if (m_slots[i].head == word && m_slots[i].tag == tag)
                return InstrumentId(m_slots[i].idPlusOne - 1);
        }
        return {};
    }
    /// Forgets the symbols interned last, so that size() of them stay. Dear; their ids must not be
    /// in use.
    void truncate(std::size_t size);

    std::string_view name(InstrumentId id) const;
    QString symbol(InstrumentId id) const;
    std::size_t size() const { return m_keys.size(); }

private:
    static constexpr std::size_t wordSize = sizeof(quint64);

    /// A symbol as four words, with what it is looked up by.
    struct Words
    {
        std::array<quint64, 4> text {};
        std::size_t length = 0;
        quint64 hash = 0;
        quint32 tag = 0;

        void complete();
    };

    struct Key
    {
        std::array<char, 31> bytes {};
        quint8 length = 0;
        std::string_view view() const { return { bytes.data(), length }; }
    };

    /// One place of the hash table. A symbol of up to eight bytes is told by it alone.
    struct Slot
    {
        quint64 head = 0; ///< the first eight bytes
        quint32 tag = 0; ///< the length, whether it is plain text, and 24 bits of the hash
        quint32 idPlusOne = 0; ///< 0 is empty
    };

    static constexpr quint64 mix(quint64 hash)
    {
        hash *= Q_UINT64_C(0x9E3779B97F4A7C15);
        return hash ^ (hash >> 32);
    }
    static constexpr quint32 tagOf(std::size_t length, quint64 hash, bool isPlain)
    {
        constexpr quint32 plain = 0x80;
        return static_cast<quint32>(length) | (isPlain ? plain : 0)
            | (static_cast<quint32>(hash >> 32) & 0xFFFFFF00U);
    }
    static bool fits(std::string_view symbol);
    static Words wordsOf(std::string_view symbol);
    std::size_t slotOf(const Words &words) const;
    InstrumentId idIn(std::size_t slot) const
    {
        const quint32 idPlusOne = m_slots[slot].idPlusOne;
        return idPlusOne == 0 ? InstrumentId() : InstrumentId(idPlusOne - 1);
    }
    InstrumentId add(std::string_view symbol, const Words &words);
    InstrumentId findLongWithin(std::string_view symbol) const;
    void rebuild(std::size_t slotCount);

    std::vector<Key> m_keys; // by id
    std::vector<Slot> m_slots; // open addressing
    std::size_t m_mask; // their number, a power of two, less one
};

} // namespace tapeline
