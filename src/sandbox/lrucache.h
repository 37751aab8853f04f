#pragma once

#include <list>
#include <unordered_map>
#include <utility>

namespace tapeline {

/// The most recently used values by a 64-bit key. References stay valid until the next insertion.
template<typename Value> class LruCache
{
public:
    explicit LruCache(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    /// The value of key, made by make() when it is not there.
    template<typename Make> const Value &get(quint64 key, Make make)
    {
        if (const auto found = m_index.find(key); found != m_index.end()) {
            m_entries.splice(m_entries.begin(), m_entries, found->second);
            return found->second->second;
        }
        if (m_entries.size() >= m_capacity) {
            m_index.erase(m_entries.back().first);
            m_entries.pop_back();
        }
        m_entries.emplace_front(key, make());
        m_index.emplace(key, m_entries.begin());
        return m_entries.front().second;
    }

    /// Replaces the value of a key that is there; nothing happens for another.
    void put(quint64 key, Value value)
    {
        if (const auto found = m_index.find(key); found != m_index.end())
            found->second->second = std::move(value);
    }

private:
    using Entry = std::pair<quint64, Value>;

    std::size_t m_capacity;
    std::list<Entry> m_entries; // newest first
    std::unordered_map<quint64, typename std::list<Entry>::iterator> m_index;
};

} // namespace tapeline
