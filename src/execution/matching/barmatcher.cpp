#include "barmatcher.h"

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 barShare = 10; ///< we take a tenth of its volume at most

/// The extreme nearer the open comes first.
std::array<Price, 4> pathOf(const Candle &bar)
{
    const bool highFirst = bar.high - bar.open < bar.open - bar.low;
    if (highFirst)
        return { bar.open, bar.high, bar.low, bar.close };
    return { bar.open, bar.low, bar.high, bar.close };
}

} // namespace

void BarMatcher::meet(InstrumentMarket &market, const std::vector<WorkingOrder *> &orders,
                      const Candle &bar)
{
    const Instrument *instrument = market.instrument.get();
    m_left = Qty::fromUnits(bar.volume.units() / barShare);
    if (instrument && instrument->assetClass != AssetClass::Crypto)
        m_left = Qty::whole(m_left.units() / Qty::unitsPerOne);
    // Stops come first in the list: of two exits in reach, the pessimistic one
    for (WorkingOrder *order : orders) {
        if (!order->isOpen() || !mayMeet(*order, bar))
            continue;
        order->release();
        if (order->awaitsTrigger())
            meetStop(*order, bar);
        else if (order->limit())
            meetLimit(*order, bar);
        else
            fill(*order, { bar.open }, bar);
    }
}

/// Bars that began before the order came know nothing of it.
bool BarMatcher::mayMeet(const WorkingOrder &order, const Candle &bar)
{
    return !order.ticket.isPackage() && !order.isAuction() && bar.start >= order.acceptedAt
        && m_conditions.triggerHindrance(order) == ReasonCode::None;
}

std::optional<BarMatcher::PathPoint> BarMatcher::followPath(WorkingOrder &order, const Candle &bar,
                                                            std::size_t from)
{
    OrderTicket moved = order.ticket;
    std::optional<PathPoint> hit;
    const std::array path = pathOf(bar);
    for (std::size_t i = from; i < path.size() && !hit; ++i) {
        if (StopWatcher::isReached(order, path[i]))
            hit = { i == 0 ? path[i] : *order.ticket.stop, i };
        else if (order.ticket.isTrailing())
            order.ticket.stop = m_stops.trailedStop(order, path[i]);
    }
    std::swap(moved.stop, order.ticket.stop);
    if (moved.stop != order.ticket.stop)
        m_life.rewrite(order, moved, {});
    return hit;
}

void BarMatcher::meetStop(WorkingOrder &order, const Candle &bar, std::size_t from)
{
    const std::optional<PathPoint> hit = followPath(order, bar, from);
    if (!hit)
        return;
    const Reason reason = otherExitReached(order, bar)
        ? Reason { ReasonCode::Oco, u"both exits lie within the bar: the stop goes first"_s }
        : Reason {};
    m_life.trigger(order);
    order.activeFrom = m_state.now;
    if (order.accepts(hit->price))
        fill(order, *hit, bar, reason);
}

void BarMatcher::meetExits(const WorkingOrder &entry, const Candle &bar, std::size_t from)
{
    const std::vector<WorkingOrder *> exits = entry.children;
    for (WorkingOrder *exit : exits)
        if (exit->isOpen() && exit->ticket.reduceOnly && exit->awaitsTrigger()
            && m_conditions.triggerHindrance(*exit) == ReasonCode::None)
            meetStop(*exit, bar, from);
}

bool BarMatcher::isLimitReached(const WorkingOrder &order, const Candle &bar) const
{
    const Price limit = *order.limit();
    return order.isBuy() ? bar.low < limit : bar.high > limit;
}

bool BarMatcher::otherExitReached(const WorkingOrder &order, const Candle &bar) const
{
    if (!order.group)
        return false;
    return std::ranges::any_of(order.group->members, [&](const WorkingOrder *member) {
        return member != &order && member->isOpen() && !member->ticket.hasStop() && member->limit()
            && isLimitReached(*member, bar);
    });
}

void BarMatcher::meetLimit(WorkingOrder &order, const Candle &bar)
{
    if (!isLimitReached(order, bar))
        return;
    const Price limit = *order.limit();
    const std::array path = pathOf(bar);
    std::size_t point = 0;
    while (order.isBuy() ? path[point] >= limit : path[point] <= limit)
        ++point; // an extreme is beyond it
    fill(order, { point == 0 ? bar.open : limit, point }, bar);
}

void BarMatcher::fill(WorkingOrder &order, const PathPoint &point, const Candle &bar,
                      const Reason &reason)
{
    const Qty qty = std::min(m_life.reducible(order), m_left);
    if (qty <= Qty())
        return;
    m_left -= qty;
    order.strict = std::min(order.ticket.qty, order.strict + qty);
    order.generous = std::min(order.ticket.qty, order.generous + qty);
    FillTerms terms { .qty = qty, .price = point.price, .reason = reason };
    terms.evidence.rule = FillRule::Bar;
    terms.evidence.printTime = bar.start;
    terms.evidence.printPrice = bar.close;
    terms.evidence.printSize = bar.volume;
    m_life.fill(order, terms);
    meetExits(order, bar, point.index);
}

} // namespace tapeline
