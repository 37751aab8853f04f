#include "symboltable.h"

#include <cstring>

namespace tapeline {

namespace {

constexpr std::size_t initialSlots = 1024;

} // namespace

SymbolTable::SymbolTable()
    : m_slots(initialSlots, 0)
{
}

std::size_t SymbolTable::hashOf(std::string_view symbol)
{
    // Eight bytes a step; only this process sees the value, so byte order does not matter
    constexpr quint64 factor = 0x9E3779B97F4A7C15ULL;
    quint64 hash = symbol.size() * factor;
    const char *at = symbol.data();
    for (std::size_t left = symbol.size(); left > 0;) {
        const std::size_t step = left < 8 ? left : 8;
        quint64 word = 0;
        std::memcpy(&word, at, step);
        hash = (hash ^ word) * factor;
        hash ^= hash >> 29;
        at += step;
        left -= step;
    }
    return static_cast<std::size_t>(hash ^ (hash >> 32));
}

/// The slot that holds symbol, or the empty one where it would go.
std::size_t SymbolTable::slotOf(std::string_view symbol) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hashOf(symbol) & mask;
    while (m_slots[slot] != 0 && m_keys[m_slots[slot] - 1].view() != symbol)
        slot = (slot + 1) & mask;
    return slot;
}

void SymbolTable::grow()
{
    m_slots.assign(m_slots.size() * 2, 0);
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        m_slots[slotOf(m_keys[i].view())] = static_cast<quint32>(i + 1);
}

InstrumentId SymbolTable::intern(std::string_view symbol)
{
    Key key;
    if (symbol.empty() || symbol.size() > key.bytes.size())
        return {};
    std::size_t slot = slotOf(symbol);
    if (m_slots[slot] != 0)
        return InstrumentId(m_slots[slot] - 1);

    if (2 * (m_keys.size() + 1) > m_slots.size()) {
        grow();
        slot = slotOf(symbol);
    }
    std::memcpy(key.bytes.data(), symbol.data(), symbol.size());
    key.length = static_cast<quint8>(symbol.size());
    m_keys.push_back(key);
    m_slots[slot] = static_cast<quint32>(m_keys.size());
    return InstrumentId(m_slots[slot] - 1);
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
    const quint32 entry = m_slots[slotOf(symbol)];
    return entry == 0 ? InstrumentId() : InstrumentId(entry - 1);
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
