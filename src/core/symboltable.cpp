#include "symboltable.h"

#include <algorithm>
#include <cstring>

namespace tapeline {

namespace {

constexpr std::size_t initialSlots = 1024;

} // namespace

SymbolTable::SymbolTable()
    : m_slots(initialSlots)
{
}

bool SymbolTable::fits(std::string_view symbol)
{
    return !symbol.empty() && symbol.size() <= Key().bytes.size();
}

SymbolTable::Words SymbolTable::wordsOf(std::string_view symbol)
{
    std::array<char, sizeof Words::text> padded {};
    std::memcpy(padded.data(), symbol.data(), symbol.size());
    Words words;
    words.length = symbol.size();
    for (std::size_t i = 0; i < words.text.size(); ++i)
        words.text[i] = textwords::load(padded.data() + i * wordSize);
    return words;
}

/// Only this process sees the value.
inline quint64 SymbolTable::hashOf(const Words &words)
{
    quint64 hash = mix(words.text[0] + words.length);
    if (words.length > wordSize) {
        for (std::size_t i = 1; i < words.text.size(); ++i)
            hash = mix(hash ^ words.text[i]);
    }
    return hash;
}

/// The slot that holds the symbol, or the empty one where it would go.
inline std::size_t SymbolTable::slotOf(const Words &words, quint64 hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    const quint32 tag = tagOf(words.length, hash);
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
        const Slot &slot = m_slots[i];
        if (slot.idPlusOne == 0)
            return i;
        if (slot.head != words.text[0] || slot.tag != tag)
            continue;
        if (words.length <= wordSize
            || wordsOf(m_keys[slot.idPlusOne - 1].view()).text == words.text)
            return i;
    }
}

void SymbolTable::place(quint32 idPlusOne)
{
    const Words words = wordsOf(m_keys[idPlusOne - 1].view());
    const quint64 hash = hashOf(words);
    m_slots[slotOf(words, hash)] = { words.text[0], tagOf(words.length, hash), idPlusOne };
}

void SymbolTable::rebuild(std::size_t slotCount)
{
    m_slots.assign(slotCount, Slot());
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        place(static_cast<quint32>(i + 1));
}

InstrumentId SymbolTable::intern(std::string_view symbol)
{
    return fits(symbol) ? intern(wordsOf(symbol)) : InstrumentId();
}

InstrumentId SymbolTable::internLong(std::string_view symbol)
{
    if (!fits(symbol))
        return {};
    Words words;
    words.length = symbol.size();
    const std::size_t last = (words.length - 1) / wordSize;
    for (std::size_t i = 0; i < last; ++i)
        words.text[i] = textwords::load(symbol.data() + i * wordSize);
    words.text[last]
        = textwords::loadBefore(symbol.data() + words.length, words.length - last * wordSize);
    return intern(words);
}

InstrumentId SymbolTable::intern(const Words &words)
{
    const quint64 hash = hashOf(words);
    const Slot &slot = m_slots[slotOf(words, hash)];
    return slot.idPlusOne != 0 ? InstrumentId(slot.idPlusOne - 1) : add(words, hash);
}

InstrumentId SymbolTable::add(const Words &words, quint64 hash)
{
    Key key;
    std::array<char, sizeof words.text> bytes;
    for (std::size_t i = 0; i < words.text.size(); ++i)
        qToLittleEndian(words.text[i], bytes.data() + i * wordSize);
    std::memcpy(key.bytes.data(), bytes.data(), words.length);
    key.length = static_cast<quint8>(words.length);
    m_keys.push_back(key);
    const auto idPlusOne = static_cast<quint32>(m_keys.size());
    if (2 * m_keys.size() > m_slots.size())
        rebuild(2 * m_slots.size());
    else
        m_slots[slotOf(words, hash)] = { words.text[0], tagOf(words.length, hash), idPlusOne };
    return InstrumentId(idPlusOne - 1);
}

InstrumentId SymbolTable::intern(const QString &symbol)
{
    const QByteArray bytes = symbol.toUtf8();
    return intern(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

InstrumentId SymbolTable::find(std::string_view symbol) const
{
    if (!fits(symbol))
        return {};
    const Words words = wordsOf(symbol);
    const Slot &slot = m_slots[slotOf(words, hashOf(words))];
    return slot.idPlusOne == 0 ? InstrumentId() : InstrumentId(slot.idPlusOne - 1);
}

void SymbolTable::truncate(std::size_t size)
{
    if (size >= m_keys.size())
        return;
    m_keys.resize(size);
    rebuild(m_slots.size());
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
