#include "tradeorders.h"

#include "ledgermath.h"

#include <algorithm>

namespace tapeline {

using namespace ledgermath;

namespace {

/// Where a stop order's stop is with its symbol at this price.
std::optional<Price> stopOf(const OrderTicket &ticket, Price price)
{
    if (!ticket.hasStop() || ticket.activation)
        return {};
    if (ticket.stop)
        return ticket.stop;
    std::optional<Price> distance = ticket.trail;
    if (ticket.trailPpm)
        distance
            = Price::fromUnits(multiplyDivide(price.units(), *ticket.trailPpm, ppmOne).value_or(0));
    if (!distance)
        return {};
    return ticket.side == Side::Sell ? price - *distance : price + *distance;
}

bool isBehind(std::optional<Price> stop, Side entry, Price price)
{
    return stop && (entry == Side::Buy ? *stop < price : *stop > price);
}

} // namespace

void TradeOrders::apply(const OrderEvent &event)
{
    forgetEnded(event.id);
    Known &order = m_orders[event.id];
    if (event.isAboutNamesake(order.state))
        return;
    if (const OrderTicket *ticket = event.newTicket())
        order.ticket = *ticket;
    order.state = event.state;
    if (event.lastQty > Qty())
        noteFill(order, event);
    if (isTerminal(event.state))
        m_ended.push_back(event.id);
}

/// The books may still ask for what happened to the last one.
void TradeOrders::forgetEnded(const QString &but)
{
    std::erase_if(m_ended, [&](const QString &id) {
        if (id == but)
            return false;
        m_orders.erase(id);
        m_decisions.erase(id);
        return true;
    });
}

void TradeOrders::noteFill(Known &order, const OrderEvent &event)
{
    m_fill = { event.sequence, event.id, event.evidence, {} };
    if (event.leg >= 0) {
        m_fill.strict = event.lastQty; // a package takes what is displayed: no rule is stricter
        return;
    }
    if (event.evidence.rule == FillRule::None)
        return;
    const Qty strict = std::min(event.evidence.strictQty, event.cumQty);
    m_fill.strict = std::max(strict - order.strict, Qty());
    order.strict = std::max(strict, order.strict);
}

void TradeOrders::note(const ContextLine &decision)
{
    std::vector<Decision> &known = m_decisions[decision.order];
    known.push_back({ decision.symbol, decision.moment.bid, decision.moment.ask });
}

std::optional<OrderFill> TradeOrders::fill(quint64 sequence) const
{
    return sequence != 0 && m_fill.sequence == sequence ? std::optional(m_fill) : std::nullopt;
}

std::optional<Price> TradeOrders::decided(const QString &order, const QString &symbol,
                                          Side side) const
{
    const auto found = m_decisions.find(order);
    if (found == m_decisions.end())
        return {};
    for (const Decision &decision : found->second)
        if (decision.symbol == symbol)
            return side == Side::Buy ? decision.ask : decision.bid;
    return {};
}

std::optional<Price> TradeOrders::standingStop(const QString &entry, const QString &symbol,
                                               Side side, Price price) const
{
    std::optional<Price> child;
    std::optional<Price> nearest;
    for (const auto &[id, order] : m_orders) {
        const OrderTicket &ticket = order.ticket;
        if (ticket.symbol != symbol || ticket.side == side || isTerminal(order.state))
            continue;
        const std::optional<Price> stop = stopOf(ticket, price);
        if (!isBehind(stop, side, price))
            continue;
        if (!ticket.parent.isEmpty() && ticket.parent == entry)
            child = stop;
        else if (!nearest || magnitude(*stop - price) < magnitude(*nearest - price))
            nearest = stop;
    }
    if (child)
        return child;
    const auto own = m_orders.find(entry);
    if (own != m_orders.end() && isBehind(own->second.ticket.stopLoss, side, price))
        return own->second.ticket.stopLoss;
    return nearest;
}

} // namespace tapeline
