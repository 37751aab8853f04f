#include "largeprints.h"

#include "easterntime.h"

#include <algorithm>
#include <functional>

namespace tapeline {

void RunningPercentile::add(qint64 value)
{
    constexpr auto smallestFirst = std::greater<>();
    const bool isUpper = !m_upper.empty() && value >= m_upper.front();
    std::vector<qint64> &heap = isUpper ? m_upper : m_lower;
    heap.push_back(value);
    if (isUpper)
        std::ranges::push_heap(heap, smallestFirst);
    else
        std::ranges::push_heap(heap);

    const std::size_t rank
        = (static_cast<std::size_t>(count()) * std::size_t(m_percent) + 99) / 100;
    while (m_lower.size() > rank - 1) {
        std::ranges::pop_heap(m_lower);
        m_upper.push_back(m_lower.back());
        m_lower.pop_back();
        std::ranges::push_heap(m_upper, smallestFirst);
    }
    while (m_lower.size() < rank - 1) {
        std::ranges::pop_heap(m_upper, smallestFirst);
        m_lower.push_back(m_upper.back());
        m_upper.pop_back();
        std::ranges::push_heap(m_lower);
    }
}

void RunningPercentile::clear()
{
    m_lower.clear();
    m_upper.clear();
}

LargePrints::LargePrints(const LargePrintRules &rules)
    : m_rules(rules)
    , m_sizes(std::clamp(rules.percentile, 1, 99))
{
}

bool LargePrints::add(const Trade &trade)
{
    if (trade.time >= m_dayEnd) {
        m_sizes.clear();
        m_dayEnd = easterntime::at(easterntime::date(trade.time).addDays(1));
    }
    m_sizes.add(trade.size.units());
    if (trade.size >= sizeLimit())
        return true;
    const Result<Money> value = notional(trade.price, trade.size);
    return !value || *value >= m_rules.minValue; // beyond any amount is large
}

Qty LargePrints::sizeLimit() const
{
    return m_sizes.count() == 0 ? m_rules.minSize
                                : std::max(m_rules.minSize, Qty::fromUnits(m_sizes.value()));
}

} // namespace tapeline
