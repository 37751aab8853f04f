#include "retrydelay.h"

#include <algorithm>

namespace tapeline {

RetryDelay::RetryDelay(Duration first, Duration longest, quint64 seed)
    : m_first(first)
    , m_longest(longest)
    , m_base(first)
    , m_draws(seed)
{
}

Duration RetryDelay::next()
{
    const auto jitter = Duration(static_cast<qint64>(m_base.count() / 2 * m_draws.uniform()));
    const Duration wait = std::min(m_base + jitter, m_longest);
    m_base = std::min(m_base * 2, m_longest);
    return wait;
}

} // namespace tapeline
