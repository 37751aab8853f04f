#pragma once

#include "prefetch.h"

#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace tapeline {

/// The newest values, oldest first. Once it holds as many as it may, it allocates nothing more.
template<typename T> class RingBuffer
{
public:
    bool empty() const { return m_values.empty(); }
    std::size_t size() const { return m_values.size(); }
    const T &operator[](std::size_t index) const
    {
        const std::size_t place = m_oldest + index;
        return m_values[place < m_values.size() ? place : place - m_values.size()];
    }
    const T &back() const { return (*this)[size() - 1]; }

    /// The oldest goes when so many are held (at least one). A limit that falls ends the growth and
    /// takes nothing away.
    void push(const T &value, std::size_t atMost)
    {
        if (m_oldest == 0 && m_values.size() < atMost) {
            m_values.push_back(value);
            return;
        }
        m_values[m_oldest] = value;
        m_oldest = m_oldest + 1 == m_values.size() ? 0 : m_oldest + 1;
    }

    /// Ahead of a push().
    void prefetchNext() const
    {
        if (!m_values.empty())
            prefetch(&m_values[m_oldest], sizeof(T));
    }

    class Iterator
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T *;
        using reference = const T &;

        Iterator() = default;
        Iterator(const RingBuffer *ring, std::size_t index)
            : m_ring(ring)
            , m_index(index)
        {
        }
        reference operator*() const { return (*m_ring)[m_index]; }
        pointer operator->() const { return &(*m_ring)[m_index]; }
        Iterator &operator++()
        {
            ++m_index;
            return *this;
        }
        Iterator operator++(int) { return std::exchange(*this, Iterator(m_ring, m_index + 1)); }
        friend bool operator==(const Iterator &, const Iterator &) = default;

    private:
        const RingBuffer *m_ring = nullptr;
        std::size_t m_index = 0;
    };
    Iterator begin() const { return Iterator(this, 0); }
    Iterator end() const { return Iterator(this, size()); }

private:
    std::size_t m_oldest = 0;
    std::vector<T> m_values;
};

} // namespace tapeline
