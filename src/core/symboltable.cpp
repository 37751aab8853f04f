#include "symboltable.h"

#include <algorithm>
#include <cstring>

namespace tapeline {

namespace {

constexpr std::size_t initialSlots = 1024;

} // namespace

SymbolTable::SymbolTable()
    : m_slots(initialSlots)
    , m_mask(initialSlots - 1)
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
    words.complete();
    return words;
}

/// What findWithin() computes of short ones.
void SymbolTable::Words::complete()
{
    hash = mix(text[0] + length);
    bool isPlain = true;
    for (std::size_t i = 0; i * wordSize < length; ++i) {
        if (length > wordSize)
            hash = mix(hash ^ text[i]);
        const quint64 used = length - i * wordSize >= wordSize
            ? ~quint64(0)
            : ~textwords::lastBytes(wordSize - length % wordSize);
        isPlain = isPlain
            && textwords::isPlainText((text[i] & used) | (textwords::repeated('0') & ~used));
    }
    tag = tagOf(length, hash, isPlain);
}

/// The slot that holds the symbol, or the empty one where it would go.
std::size_t SymbolTable::slotOf(const Words &words) const
{
    for (std::size_t i = words.hash & m_mask;; i = (i + 1) & m_mask) {
        const Slot &slot = m_slots[i];
        if (slot.idPlusOne == 0)
            return i;
        if (slot.head != words.text[0] || slot.tag != words.tag)
            continue;
        if (words.length <= wordSize
            || wordsOf(m_keys[slot.idPlusOne - 1].view()).text == words.text)
            return i;
    }
}

void SymbolTable::rebuild(std::size_t slotCount)
{
    m_slots.assign(slotCount, Slot());
    m_mask = slotCount - 1;
    quint32 idPlusOne = 0;
    for (const Key &key : m_keys) {
        const Words words = wordsOf(key.view());
        m_slots[slotOf(words)] = { words.text[0], words.tag, ++idPlusOne };
    }
}

InstrumentId SymbolTable::intern(std::string_view symbol)
{
    if (!fits(symbol))
        return {};
    const Words words = wordsOf(symbol);
    const InstrumentId known = idIn(slotOf(words));
    return known.isValid() ? known : add(symbol, words);
}

InstrumentId SymbolTable::add(std::string_view symbol, const Words &words)
{
    Key key;
    std::memcpy(key.bytes.data(), symbol.data(), symbol.size());
    key.length = static_cast<quint8>(symbol.size());
    m_keys.push_back(key);
    const auto idPlusOne = static_cast<quint32>(m_keys.size());
    if (2 * m_keys.size() > m_slots.size())
        rebuild(2 * m_slots.size());
    else
        m_slots[slotOf(words)] = { words.text[0], words.tag, idPlusOne };
    return InstrumentId(idPlusOne - 1);
}

InstrumentId SymbolTable::intern(const QString &symbol)
{
    const QByteArray bytes = symbol.toUtf8();
    return intern(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

InstrumentId SymbolTable::find(std::string_view symbol) const
{
    return fits(symbol) ? idIn(slotOf(wordsOf(symbol))) : InstrumentId();
}

InstrumentId SymbolTable::findLongWithin(std::string_view symbol) const
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
    words.complete();
    const bool isPlain = words.tag == tagOf(words.length, words.hash, true);
    return isPlain ? idIn(slotOf(words)) : InstrumentId();
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
