#include "tradeplan.h"

#include "instrument.h"

#include <algorithm>

namespace tapeline::tradeplans {

namespace {

Instrument instrumentOf(const QString &symbol)
{
    Instrument unknown;
    unknown.symbol = symbol;
    return instrumentFromSymbol(symbol).value_or(unknown);
}

Qty sizeOf(const PositionRow &position)
{
    return position.qty < Qty() ? -position.qty : position.qty;
}

Side exitSide(const PositionRow &position)
{
    return position.qty > Qty() ? Side::Sell : Side::Buy;
}

OrderTicket marketOrder(const QString &symbol, Side side, Qty qty, bool reduceOnly)
{
    OrderTicket ticket;
    ticket.symbol = symbol;
    ticket.side = side;
    ticket.qty = qty;
    ticket.reduceOnly = reduceOnly;
    return ticket;
}

bool concerns(const OrderTicket &ticket, const QString &symbol)
{
    if (symbol.isEmpty() || ticket.symbol == symbol)
        return true;
    return std::ranges::any_of(ticket.legs,
                               [&](const OrderLeg &leg) { return leg.symbol == symbol; });
}

/// A bracket's exit that waits for its entry: it goes with that.
bool awaitsEntry(const PaperAccountView &account, const OrderRow &order)
{
    return !order.ticket.parent.isEmpty()
        && std::ranges::any_of(account.working, [&](const OrderRow &other) {
               return other.ticket.id == order.ticket.parent && other.filled.isZero();
           });
}

/// At or beyond the average, for the position's owner: a stop there loses nothing.
Price evenPrice(const PositionRow &position, const Instrument &instrument)
{
    const qint64 tick = std::max<qint64>(instrument.tickAt(position.average).units(), 1);
    const qint64 below = position.average.units() / tick * tick;
    const bool exact = below == position.average.units();
    return Price::fromUnits(position.qty > Qty() && !exact ? below + tick : below);
}

/// A stop that would fire before the position is even.
bool losesAt(const PositionRow &position, Price stop, Price even)
{
    return position.qty > Qty() ? stop < even : stop > even;
}

OrderTicket stopOrder(const PositionRow &position, Price stop)
{
    OrderTicket ticket = marketOrder(position.symbol, exitSide(position), sizeOf(position), true);
    ticket.type = OrderType::Stop;
    ticket.stop = stop;
    ticket.tif = TimeInForce::Gtc;
    return ticket;
}

} // namespace

TradePlan cancelAll(const PaperAccountView &account, const QString &symbol)
{
    TradePlan plan;
    for (const OrderRow &order : account.working)
        if (order.state != OrderState::PendingCancel && concerns(order.ticket, symbol)
            && !awaitsEntry(account, order))
            plan.cancels.append(order.ticket.id);
    return plan;
}

TradePlan flatten(const PaperAccountView &account, const QString &symbol)
{
    const PositionRow *position = account.position(symbol);
    if (!position)
        return {};
    TradePlan plan = cancelAll(account, symbol);
    plan.orders.push_back(marketOrder(symbol, exitSide(*position), sizeOf(*position), true));
    return plan;
}

TradePlan flattenAll(const PaperAccountView &account)
{
    TradePlan plan = cancelAll(account);
    // Shorts first: nothing loses its cover
    for (const bool shorts : { true, false })
        for (const PositionRow &position : account.positions)
            if ((position.qty < Qty()) == shorts)
                plan.orders.push_back(
                    marketOrder(position.symbol, exitSide(position), sizeOf(position), true));
    return plan;
}

TradePlan reverse(const PaperAccountView &account, const QString &symbol)
{
    const PositionRow *position = account.position(symbol);
    if (!position)
        return {};
    TradePlan plan = cancelAll(account, symbol);
    const Qty size = sizeOf(*position);
    // Two orders: whatever happens to the position or to the second, none is turned round too far
    for (const bool reduceOnly : { true, false })
        plan.orders.push_back(marketOrder(symbol, exitSide(*position), size, reduceOnly));
    return plan;
}

TradePlan halve(const PaperAccountView &account, const QString &symbol)
{
    const PositionRow *position = account.position(symbol);
    if (!position)
        return {};
    const Qty size = sizeOf(*position);
    Qty half = Qty::fromUnits(size.units() / 2);
    if (size.units() % Qty::unitsPerOne == 0) {
        const Qty whole = Qty::fromUnits(half.units() / Qty::unitsPerOne * Qty::unitsPerOne);
        half = std::max(whole, Qty::whole(1));
    }
    TradePlan plan;
    plan.orders.push_back(marketOrder(symbol, exitSide(*position), half, true));
    return plan;
}

TradePlan breakEven(const PaperAccountView &account, const QString &symbol,
                    const InstrumentSnapshot &market)
{
    const PositionRow *position = account.position(symbol);
    if (!position)
        return {};
    const Price even = evenPrice(*position, instrumentOf(symbol));
    const bool isLong = position->qty > Qty();
    const Price now = market.last;
    if (now.isZero() || (isLong ? now <= even : now >= even))
        return {};
    TradePlan plan;
    for (const OrderRow *stop : stopsOf(account, symbol))
        if (!stop->ticket.isTrailing() && losesAt(*position, *stop->ticket.stop, even))
            plan.changes.push_back({ .id = stop->ticket.id, .stop = even });
    if (stopsOf(account, symbol).empty())
        plan.orders.push_back(stopOrder(*position, even));
    return plan;
}

std::vector<const OrderRow *> stopsOf(const PaperAccountView &account, const QString &symbol)
{
    const PositionRow *position = account.position(symbol);
    std::vector<const OrderRow *> stops;
    if (!position)
        return stops;
    for (const OrderRow &order : account.working)
        if (order.ticket.symbol == symbol && order.ticket.hasStop()
            && order.ticket.side == exitSide(*position) && order.state != OrderState::PendingCancel
            && !awaitsEntry(account, order))
            stops.push_back(&order);
    return stops;
}

Qty unprotected(const PaperAccountView &account, const QString &symbol)
{
    const PositionRow *position = account.position(symbol);
    if (!position)
        return {};
    Qty open = sizeOf(*position);
    for (const OrderRow *stop : stopsOf(account, symbol))
        open -= std::min(open, stop->leaves());
    return open;
}

std::optional<OrderTicket> protect(const PaperAccountView &account, const QString &symbol,
                                   Price distance)
{
    const PositionRow *position = account.position(symbol);
    const Qty open = unprotected(account, symbol);
    if (!position || open.isZero() || distance <= Price())
        return std::nullopt;
    const bool isLong = position->qty > Qty();
    const Price away = isLong ? position->mark - distance : position->mark + distance;
    if (away <= Price())
        return std::nullopt;
    const qint64 tick = std::max<qint64>(instrumentOf(symbol).tickAt(away).units(), 1);
    const qint64 below = away.units() / tick * tick;
    const bool exact = below == away.units();
    OrderTicket stop
        = stopOrder(*position, Price::fromUnits(isLong || exact ? below : below + tick));
    stop.qty = open;
    return *stop.stop > Price() ? std::optional(stop) : std::nullopt;
}

} // namespace tapeline::tradeplans
