#include "sequencedbook.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace tapeline {

namespace {

/// Sets a level, or removes it when its size is 0.
template<typename Before>
void set(std::vector<BookLevel> &levels, const BookLevel &level, Before before)
{
    const auto at = std::ranges::lower_bound(levels, level.price, before, &BookLevel::price);
    const bool isThere = at != levels.end() && at->price == level.price;
    if (level.size <= Qty()) {
        if (isThere)
            levels.erase(at);
    } else if (isThere) {
        at->size = level.size;
    } else {
        levels.insert(at, level);
    }
}

} // namespace

SequencedBook::Outcome SequencedBook::apply(const DepthUpdate &update)
{
    if (update.isSnapshot)
        return applySnapshot(update);
    if (m_isValid)
        return applyChanges(update);
    if (update.lastId == 0)
        return Outcome::Ignored;
    hold(update);
    return Outcome::Held;
}

SequencedBook::Outcome SequencedBook::applySnapshot(const DepthUpdate &snapshot)
{
    if (m_isValid && snapshot.lastId != 0 && snapshot.lastId < m_lastId)
        return Outcome::Old;
    m_bids.clear();
    m_asks.clear();
    for (const BookLevel &level : snapshot.bids)
        set(m_bids, level, std::greater());
    for (const BookLevel &level : snapshot.asks)
        set(m_asks, level, std::less());
    m_isValid = true;
    m_lastId = snapshot.lastId;
    m_time = snapshot.time;
    for (const DepthUpdate &held : std::exchange(m_held, {}))
        apply(held);
    return m_isValid ? Outcome::Applied : Outcome::Gap;
}

SequencedBook::Outcome SequencedBook::applyChanges(const DepthUpdate &update)
{
    const bool isNumbered = update.lastId != 0;
    if (isNumbered && update.lastId <= m_lastId) {
        ++m_dropped;
        return Outcome::Old;
    }
    if (isNumbered && update.firstId > m_lastId + 1) {
        ++m_gaps;
        m_isValid = false;
        hold(update);
        return Outcome::Gap;
    }
    for (const BookLevel &level : update.bids)
        set(m_bids, level, std::greater());
    for (const BookLevel &level : update.asks)
        set(m_asks, level, std::less());
    m_lastId = update.lastId;
    m_time = std::max(m_time, update.time);
    ++m_applied;
    return Outcome::Applied;
}

void SequencedBook::hold(const DepthUpdate &update)
{
    if (m_held.size() == mostHeld)
        m_held.pop_front();
    m_held.push_back(update);
}

bool SequencedBook::isCrossed() const
{
    return !m_bids.empty() && !m_asks.empty() && m_bids.front().price >= m_asks.front().price;
}

} // namespace tapeline
