#include "displayedliquidity.h"

#include <algorithm>

namespace tapeline {

void DisplayedSide::show(Price price, Qty size, Timestamp at)
{
    if (price == m_price && size == m_size)
        return;
    m_available = price == m_price ? std::clamp(m_available + (size - m_size), Qty(), size) : size;
    m_price = price;
    m_size = size;
    m_since = at;
}

Qty DisplayedSide::available(Timestamp now, Duration refresh) const
{
    if (!isQuoted())
        return {};
    if (refresh > Duration::zero() && now - m_since >= refresh)
        return m_size;
    return m_available;
}

void DisplayedSide::take(Qty qty, Timestamp now, Duration refresh)
{
    m_available = std::max(Qty(), available(now, refresh) - qty);
    m_since = now;
}

} // namespace tapeline
