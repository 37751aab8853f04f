#pragma once

#include "faketradeport.h"

namespace tapeline {

/// 2026-11-18 09:41:30.125 Eastern.
inline constexpr Timestamp sampleMorning = fromNs(1'795'012'890'125'000'000);

inline PositionRow samplePosition(const QString &symbol, int qty, int average, int mark)
{
    PositionRow row;
    row.symbol = symbol;
    row.qty = Qty::whole(qty);
    row.average = Price::whole(average);
    row.mark = Price::whole(mark);
    row.cost = Money::whole(qint64(qty) * average);
    row.value = Money::whole(qint64(qty) * mark);
    row.unrealized = row.value - row.cost;
    return row;
}

/// A limit order for 100 at 50.
inline OrderTicket sampleTicket(const QString &id, const QString &symbol, Side side = Side::Buy)
{
    OrderTicket order;
    order.id = id;
    order.symbol = symbol;
    order.side = side;
    order.qty = Qty::whole(100);
    order.type = OrderType::Limit;
    order.limit = Price::whole(50);
    return order;
}

inline OrderTicket sampleStop(const QString &id, const QString &symbol, int qty, int stop)
{
    OrderTicket order = sampleTicket(id, symbol, Side::Sell);
    order.type = OrderType::Stop;
    order.limit.reset();
    order.stop = Price::whole(stop);
    order.qty = Qty::whole(qty);
    return order;
}

inline OrderRow sampleWorking(const OrderTicket &order)
{
    OrderRow row;
    row.ticket = order;
    row.state = OrderState::Accepted;
    row.sentAt = sampleMorning;
    return row;
}

inline OrderEvent sampleEvent(const OrderTicket &order, OrderAction action, OrderState state)
{
    OrderEvent event;
    event.at = sampleMorning;
    event.id = order.id;
    event.action = action;
    event.state = state;
    if (action == OrderAction::Submit || action == OrderAction::Replace)
        event.ticket = order;
    return event;
}

/// At the order's limit, or 50.
inline OrderEvent sampleFill(const OrderTicket &order, int qty, int total)
{
    const bool whole = Qty::whole(total) == order.qty;
    OrderEvent event = sampleEvent(order, whole ? OrderAction::FillAll : OrderAction::FillPart,
                                   whole ? OrderState::Filled : OrderState::PartiallyFilled);
    event.lastQty = Qty::whole(qty);
    event.lastPrice = order.limit.value_or(Price::whole(50));
    event.cumQty = Qty::whole(total);
    event.leaves = order.qty - event.cumQty;
    event.fee = Money::fromUnits(350'000);
    return event;
}

/// Of the account "Paper".
inline PaperUpdate sampleReports(const std::vector<OrderEvent> &events)
{
    PaperUpdate update;
    for (const OrderEvent &event : events)
        update.reports.push_back({ QStringLiteral("Paper"), event });
    return update;
}

/// Sent and accepted.
inline PaperUpdate sampleAccepted(const std::vector<OrderTicket> &orders)
{
    std::vector<OrderEvent> events;
    for (const OrderTicket &order : orders) {
        events.push_back(sampleEvent(order, OrderAction::Submit, OrderState::Submitted));
        events.push_back(sampleEvent(order, OrderAction::Accept, OrderState::Accepted));
    }
    return sampleReports(events);
}

} // namespace tapeline
