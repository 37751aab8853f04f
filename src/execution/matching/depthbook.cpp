#include "depthbook.h"

#include <algorithm>

namespace tapeline {

void DepthBook::show(std::span<const BookLevel> bids, std::span<const BookLevel> asks)
{
    update(m_bids, bids);
    update(m_asks, asks);
}

void DepthBook::update(Levels &levels, std::span<const BookLevel> shown)
{
    Levels next;
    next.reserve(shown.size());
    for (const BookLevel &level : shown) {
        if (level.size <= Qty())
            continue;
        const auto same = std::ranges::find(levels, level, &Level::shown);
        next.push_back({ level, same == levels.end() ? Qty() : same->taken });
    }
    levels = std::move(next);
}

Qty DepthBook::reachable(Side side, std::optional<Price> limit) const
{
    Qty sum;
    for (const Level &level : opposite(side)) {
        const bool beyond = limit
            && (side == Side::Buy ? level.shown.price > *limit : level.shown.price < *limit);
        if (beyond)
            break;
        sum += level.shown.size - level.taken;
    }
    return sum;
}

std::optional<BookLevel> DepthBook::best(Side side) const
{
    for (const Level &level : opposite(side))
        if (level.taken < level.shown.size)
            return BookLevel { level.shown.price, level.shown.size - level.taken };
    return {};
}

void DepthBook::take(Side side, Price price, Qty qty)
{
    for (Level &level : side == Side::Buy ? m_asks : m_bids)
        if (level.shown.price == price)
            level.taken += qty;
}

Qty DepthBook::queueAt(Side side, Price price) const
{
    for (const Level &level : side == Side::Buy ? m_bids : m_asks)
        if (level.shown.price == price)
            return level.shown.size;
    return {};
}

} // namespace tapeline
