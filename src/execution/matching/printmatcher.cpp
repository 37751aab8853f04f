#include "printmatcher.h"

#include "quotematcher.h"

#include <algorithm>

namespace tapeline {

void PrintMatcher::begin(const Trade &trade, const PrintUse &use)
{
    m_trade = trade;
    m_use = use;
    m_usedByBuys = m_usedBySells = {};
}

void PrintMatcher::meet(WorkingOrder &order)
{
    const std::optional<Price> limit = order.limit();
    const bool met = limit && m_use.touch && order.accepts(m_trade.price)
        && order.matching.stage == WorkingOrder::Stage::Resting && m_trade.time >= order.acceptedAt
        && !m_state.market(order.instrument()).isCrossed()
        && m_conditions.fillHindrance(order) == ReasonCode::None;
    if (!met)
        return;
    Qty &used = order.isBuy() ? m_usedByBuys : m_usedBySells;
    const Qty ahead = order.queue.ahead();
    const Share share = shareOf(order, *limit, m_trade.size - used);
    order.strict = std::min(order.ticket.qty, order.strict + share.strict);
    order.generous = std::min(order.ticket.qty, order.generous + share.generous);
    const Qty qty = std::min(byMode(share), m_life.reducible(order));
    const InstrumentMarket &market = m_state.market(order.instrument());
    if (qty <= Qty() || !m_conditions.isWithinBand(market, order.ticket.side, *limit))
        return;
    used += qty;
    FillTerms terms { .qty = qty, .price = *limit, .maker = true };
    terms.evidence.rule = share.rule;
    noteQuote(terms.evidence, market.quote);
    terms.evidence.printTime = m_trade.time;
    terms.evidence.printPrice = m_trade.price;
    terms.evidence.printSize = m_trade.size;
    terms.evidence.sequence = m_trade.sequence;
    terms.evidence.queueAhead = ahead;
    m_life.fill(order, terms);
}

PrintMatcher::Share PrintMatcher::shareOf(WorkingOrder &order, Price limit, Qty left)
{
    Share share { .generous = left, .rule = FillRule::Touched };
    if (!m_use.queue)
        return share;
    if (m_trade.price != limit) {
        order.queue.clear();
        return { left, left, left, FillRule::TradedThrough };
    }
    if (m_use.aggressor == order.ticket.side)
        return share;
    share.queue = order.queue.trade(left);
    if (m_state.config.mode == FillMode::Queue)
        share.rule = FillRule::QueueReached;
    return share;
}

Qty PrintMatcher::byMode(const Share &share) const
{
    switch (m_state.config.mode) {
    case FillMode::Queue:
        return share.queue;
    case FillMode::Through:
        return share.strict;
    case FillMode::Touch:
        return share.generous;
    }
    Q_UNREACHABLE();
}

} // namespace tapeline
