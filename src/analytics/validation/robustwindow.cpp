#include "robustwindow.h"

#include <algorithm>

namespace tapeline {

void RobustWindow::add(double value)
{
    if (m_count == length)
        remove(m_arrived[m_next]);
    const auto end = m_sorted.begin() + static_cast<std::ptrdiff_t>(m_count);
    const auto place = std::upper_bound(m_sorted.begin(), end, value);
    std::move_backward(place, end, end + 1);
    *place = value;
    ++m_count;
    m_arrived[m_next] = value;
    m_next = (m_next + 1) % length;
}

void RobustWindow::remove(double value)
{
    const auto end = m_sorted.begin() + static_cast<std::ptrdiff_t>(m_count);
    const auto place = std::lower_bound(m_sorted.begin(), end, value);
    std::move(place + 1, end, place);
    --m_count;
}

/// The values within some distance of the median are neighbours in the order: the hundred closest
/// are those from `first` on, found by halving.
double RobustWindow::deviation() const
{
    const double middle = median();
    constexpr std::size_t half = length / 2;
    std::size_t first = 0;
    std::size_t last = length - half;
    while (first < last) {
        const std::size_t at = (first + last) / 2;
        if (middle - m_sorted[at] > m_sorted[at + half] - middle)
            first = at + 1;
        else
            last = at;
    }
    // The farther end of the hundred, and the nearest of those outside: the middle two
    const double inside = std::max(middle - m_sorted[first], m_sorted[first + half - 1] - middle);
    double outside = first > 0 ? middle - m_sorted[first - 1] : m_sorted[half] - middle;
    if (first + half < length) {
        const double right = m_sorted[first + half] - middle;
        outside = first > 0 ? std::min(outside, right) : right;
    }
    return (inside + outside) / 2;
}

} // namespace tapeline
