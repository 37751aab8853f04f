#include "requestbudget.h"

#include <algorithm>

namespace tapeline {

RequestBudget::RequestBudget(int limitPerMinute, Duration window)
    : m_window(window)
    , m_limit(limitPerMinute)
{
}

void RequestBudget::forget(Duration now)
{
    while (!m_sent.empty() && m_sent.front() + m_window <= now)
        m_sent.pop_front();
}

Duration RequestBudget::nextSlot(Duration now, int reserve)
{
    forget(now);
    const bool limited = m_limit > 0;
    const auto allowed
        = static_cast<std::size_t>(limited ? std::max(1, m_limit - reserve) : unlimitedPerSecond);
    if (m_sent.size() < allowed)
        return m_heldUntil;
    // One more fits once the allowed-th newest has left the window
    const Duration oldest = m_sent[m_sent.size() - allowed];
    return std::max(m_heldUntil, oldest + (limited ? m_window : Duration(1s)));
}

Duration RequestBudget::windowEnd(Duration now) const
{
    return (m_sent.empty() ? now : m_sent.front()) + m_window;
}

int RequestBudget::used(Duration now)
{
    forget(now);
    return static_cast<int>(m_sent.size());
}

} // namespace tapeline
