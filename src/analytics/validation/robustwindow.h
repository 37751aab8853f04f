#pragma once

#include <array>
#include <cstddef>

namespace tapeline {

/// Median and median absolute deviation of the newest 200 values, kept sorted: a value costs one
/// move of at most 200 numbers, a question about twenty looks.
class RobustWindow
{
public:
    static constexpr std::size_t length = 200;

    void add(double value);
    void clear() { m_count = m_next = 0; }
    bool isFull() const { return m_count == length; }
    /// Only when full.
    double median() const { return (m_sorted[length / 2 - 1] + m_sorted[length / 2]) / 2; }
    /// Of the absolute distances to the median. Only when full.
    double deviation() const;

private:
    void remove(double value);

    std::array<double, length> m_sorted {};
    std::array<double, length> m_arrived {}; // a ring
    std::size_t m_count = 0;
    std::size_t m_next = 0; // where in the ring the next one goes
};

} // namespace tapeline
