#include "symboltable.h"

#include <cstring>

namespace tapeline {

namespace {

constexpr std::size_t initialSlots = 1024;

template<typename Word> quint64 load(const char *from)
{
    Word word;
    std::memcpy(&word, from, sizeof word);
    return word;
}

quint64 mix(quint64 hash, quint64 word)
{
    hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 29);
}

} // namespace

SymbolTable::SymbolTable()
    : m_slots(initialSlots)
{
}

/// Words of fixed size that may overlap at the end: no byte loop, no call. Only this process sees
/// the value, so byte order does not matter.
quint32 SymbolTable::hashOf(std::string_view symbol)
{
    const char *at = symbol.data();
    const std::size_t size = symbol.size();
    quint64 hash = size;
    if (size >= 8) {
        for (std::size_t i = 0; i + 8 < size; i += 8)
            hash = mix(hash, load<quint64>(at + i));
        hash = mix(hash, load<quint64>(at + size - 8));
    } else if (size >= 4) {
        hash = mix(hash, load<quint32>(at) << 32 | load<quint32>(at + size - 4));
    } else {
        hash = mix(hash,
                   load<quint8>(at) << 16 | load<quint8>(at + size / 2) << 8
                       | load<quint8>(at + size - 1));
    }
    return static_cast<quint32>(hash ^ (hash >> 32));
}

/// The slot that holds symbol, or the empty one where it would go.
std::size_t SymbolTable::slotOf(std::string_view symbol, quint32 hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
        const Slot &slot = m_slots[i];
        if (slot.idPlusOne == 0)
            return i;
        if (slot.hash == hash && m_keys[slot.idPlusOne - 1].view() == symbol)
            return i;
    }
}

void SymbolTable::grow()
{
    std::vector<Slot> former(m_slots.size() * 2);
    m_slots.swap(former);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot &slot : former) {
        if (slot.idPlusOne == 0)
            continue;
        std::size_t i = slot.hash & mask;
        while (m_slots[i].idPlusOne != 0)
            i = (i + 1) & mask;
        m_slots[i] = slot;
    }
}

InstrumentId SymbolTable::intern(std::string_view symbol)
{
    Key key;
    if (symbol.empty() || symbol.size() > key.bytes.size())
        return {};
    const quint32 hash = hashOf(symbol);
    std::size_t slot = slotOf(symbol, hash);
    if (m_slots[slot].idPlusOne != 0)
        return InstrumentId(m_slots[slot].idPlusOne - 1);

    if (2 * (m_keys.size() + 1) > m_slots.size()) {
        grow();
        slot = slotOf(symbol, hash);
    }
    std::memcpy(key.bytes.data(), symbol.data(), symbol.size());
    key.length = static_cast<quint8>(symbol.size());
    m_keys.push_back(key);
    m_slots[slot] = { static_cast<quint32>(m_keys.size()), hash };
    return InstrumentId(m_slots[slot].idPlusOne - 1);
}

InstrumentId SymbolTable::intern(const QString &symbol)
{
    const QByteArray bytes = symbol.toUtf8();
    return intern(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

InstrumentId SymbolTable::find(std::string_view symbol) const
{
    if (symbol.empty())
        return {};
    const Slot &slot = m_slots[slotOf(symbol, hashOf(symbol))];
    return slot.idPlusOne == 0 ? InstrumentId() : InstrumentId(slot.idPlusOne - 1);
}

std::string_view SymbolTable::name(InstrumentId id) const
{
    return id.index() < m_keys.size() ? m_keys[id.index()].view() : std::string_view();
}

QString SymbolTable::symbol(InstrumentId id) const
{
    const std::string_view text = name(id);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace tapeline
