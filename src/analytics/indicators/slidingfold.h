#pragma once

#include <cstddef>
#include <vector>

namespace tapeline {

/// The last n values put together by an associative operation: their sum, their extremes, their
/// moments. Nothing is ever taken out again, so nothing cancels: a window of zeros sums to zero
/// whatever went before, and a value that is no number is gone with its last window. Amortised
/// constant time (Tangwongsan et al. 2015, "General incremental sliding-window aggregation": the
/// two stacks, for windows of one length).
template<typename Value, typename Combine> class SlidingFold
{
public:
    /// window: at least 1.
    explicit SlidingFold(std::size_t window)
        : m_values(window)
    {
    }

    std::size_t window() const { return m_values.size(); }
    bool isEmpty() const { return m_next == 0 && !m_full; }
    bool isFull() const { return m_full; }

    void add(const Value &value)
    {
        m_newer = m_next == 0 ? value : Combine()(m_newer, value);
        m_values[m_next++] = value;
        if (m_next < m_values.size())
            return;
        // From here on the values are those that leave: each holds itself and all after it
        for (std::size_t i = m_values.size() - 1; i-- > 0;)
            m_values[i] = Combine()(m_values[i], m_values[i + 1]);
        m_next = 0;
        m_full = true;
    }

    /// All of the window, or what there is of it; not of an empty one.
    Value value() const
    {
        if (m_next == 0)
            return m_values[0];
        return m_full ? Combine()(m_values[m_next], m_newer) : m_newer;
    }

private:
    std::vector<Value> m_values; ///< new ones up to m_next, then older ones with all after them
    std::size_t m_next = 0;
    bool m_full = false;
    Value m_newer {};
};

} // namespace tapeline
