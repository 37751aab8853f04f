#pragma once

#include "marketsnapshot.h"

#include <algorithm>
#include <vector>

namespace tapeline {

/// The newest prints by serial numbers, which grow by one a print and are never used again.
class TapeRing
{
public:
    explicit TapeRing(std::size_t capacity)
        : m_capacity(std::max<std::size_t>(capacity, 1))
    {
    }

    std::size_t capacity() const { return m_capacity; }
    /// Serial of the oldest print that is kept; end() when none is.
    quint64 first() const { return m_first; }
    /// Serial of the next print.
    quint64 end() const { return m_end; }
    bool contains(quint64 serial) const { return serial >= m_first && serial < m_end; }

    const TapePrint &print(quint64 serial) const { return at(serial).print; }
    /// Shares from which on a print was large when this one came.
    Qty largeFrom(quint64 serial) const { return at(serial).largeFrom; }

    /// The oldest leaves when there is no room.
    void push(const TapePrint &print, Qty largeFrom)
    {
        m_entries.resize(m_capacity); // at the first one, so that an unused tape costs nothing
        m_entries[place(m_end++)] = { print, largeFrom };
        m_first = std::max(m_first, m_end > m_capacity ? m_end - m_capacity : 0);
    }
    /// Forgets the prints; the serials go on.
    void clear() { m_first = m_end; }

private:
    struct Entry
    {
        TapePrint print;
        Qty largeFrom;
    };

    std::size_t place(quint64 serial) const
    {
        return static_cast<std::size_t>(serial % m_capacity);
    }
    const Entry &at(quint64 serial) const { return m_entries[place(serial)]; }

    const std::size_t m_capacity;
    std::vector<Entry> m_entries;
    quint64 m_first = 0;
    quint64 m_end = 0;
};

} // namespace tapeline
