#include "orderlog.h"

#include <algorithm>

namespace tapeline {

std::optional<Price> OrderLine::average() const
{
    if (filled <= Qty() || ticket.isPackage())
        return std::nullopt;
    return Price::fromDouble(paid.toDouble() / filled.toDouble());
}

const OrderLine *OrderLog::find(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.constEnd() ? nullptr : &m_orders[*found];
}

void OrderLog::restart(const std::vector<OrderEvent> &events)
{
    m_orders.clear();
    m_fills.clear();
    m_byId.clear();
    m_underWay.clear();
    for (const OrderEvent &event : events)
        fold(event);
    emit restarted();
}

void OrderLog::addSent(const OrderTicket &ticket, Timestamp at)
{
    OrderEvent sent;
    sent.id = ticket.id;
    sent.at = at;
    sent.ticket = ticket;
    const std::size_t index = indexOf(sent);
    m_orders[index].sentAt = m_orders[index].changedAt = at;
    noteState(index);
    emit orderAdded(index);
}

void OrderLog::apply(const OrderEvent &event)
{
    const std::size_t orders = m_orders.size();
    const std::size_t fills = m_fills.size();
    const std::optional<std::size_t> index = fold(event);
    if (!index)
        return;
    if (*index >= orders)
        emit orderAdded(*index);
    else
        emit orderChanged(*index);
    if (m_fills.size() > fills)
        emit fillAdded(fills);
}

/// Which order has changed; nothing for an order of which the beginning is not known.
std::optional<std::size_t> OrderLog::fold(const OrderEvent &event)
{
    const OrderLine *known = find(event.id);
    if (known ? event.isAboutNamesake(known->state) : !event.ticket)
        return std::nullopt;
    const std::size_t index = indexOf(event);
    OrderLine &order = m_orders[index];
    if (order.state == OrderState::New)
        order.sentAt = event.at;
    order.state = event.state;
    noteState(index);
    order.changedAt = event.at;
    if (event.reason.code != ReasonCode::None || isTerminal(event.state))
        order.reason = event.reason;
    if (const OrderTicket *ticket = event.newTicket())
        order.ticket = *ticket;
    if (event.action != OrderAction::Work)
        takeStep(order, event);
    if (event.lastQty > Qty())
        takeFill(order, event);
    return index;
}

std::size_t OrderLog::indexOf(const OrderEvent &event)
{
    const auto known = m_byId.constFind(event.id);
    if (known != m_byId.constEnd())
        return *known;
    OrderLine &order = m_orders.emplace_back();
    order.ticket = event.ticket.value_or(OrderTicket());
    return m_byId[event.id] = m_orders.size() - 1;
}

void OrderLog::noteState(std::size_t index)
{
    const auto at = std::ranges::lower_bound(m_underWay, index);
    const bool isKnown = at != m_underWay.end() && *at == index;
    const bool isNew = m_orders[index].state == OrderState::New;
    if (isNew && !isKnown)
        m_underWay.insert(at, index);
    else if (!isNew && isKnown)
        m_underWay.erase(at);
}

void OrderLog::takeStep(OrderLine &order, const OrderEvent &event)
{
    OrderStep step { .at = event.at, .action = event.action, .reason = event.reason };
    if (event.ticket)
        step.ticket = std::make_shared<const OrderTicket>(*event.ticket);
    order.steps.push_back(std::move(step));
}

void OrderLog::takeFill(OrderLine &order, const OrderEvent &event)
{
    FillLine fill { .order = event.id,
                    .symbol = order.ticket.symbol,
                    .side = order.ticket.side,
                    .qty = event.lastQty,
                    .price = event.lastPrice,
                    .fee = event.fee,
                    .at = event.at,
                    .evidence = event.evidence };
    if (event.leg >= 0 && std::size_t(event.leg) < order.ticket.legs.size()) {
        const OrderLeg &leg = order.ticket.legs[std::size_t(event.leg)];
        fill.symbol = leg.symbol;
        fill.side = order.ticket.side == Side::Buy ? leg.side : opposite(leg.side);
    }
    order.filled = event.cumQty;
    order.fees += event.fee;
    order.paid += notional(event.lastPrice, event.lastQty).value_or(Money());
    order.fills.push_back(m_fills.size());
    order.steps.back().fill = m_fills.size();
    m_fills.push_back(std::move(fill));
}

} // namespace tapeline
