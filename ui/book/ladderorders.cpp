#include "ladderorders.h"

#include "instrument.h"
#include "orderlog.h"

#include <QCoreApplication>

#include <algorithm>

namespace tapeline {

namespace {

/// A stop that has not triggered yet.
bool isAsleep(const OrderTicket &ticket, OrderState state)
{
    return ticket.stop && state != OrderState::Triggered && state != OrderState::PartiallyFilled;
}

/// Where it stands in a book; nothing for what has no price.
std::optional<Price> placeOf(const OrderTicket &ticket, OrderState state)
{
    return isAsleep(ticket, state) ? ticket.stop : ticket.limit;
}

bool isPending(OrderState state)
{
    using enum OrderState;
    return state == New || state == Submitted || state == PendingReplace || state == PendingCancel;
}

bool isWorking(const PaperAccountView &account, const QString &id)
{
    return std::ranges::any_of(account.working,
                               [&](const OrderRow &row) { return row.ticket.id == id; });
}

/// A bracket's exit before its entry has filled anything.
bool awaitsEntry(const PaperAccountView &account, const OrderTicket &ticket)
{
    return !ticket.parent.isEmpty()
        && std::ranges::any_of(account.working, [&](const OrderRow &row) {
               return row.ticket.id == ticket.parent && row.filled.isZero();
           });
}

} // namespace

/// The log is ahead of the account by what was just sent, and by what ended meanwhile.
LadderOrders::LadderOrders(const PaperAccountView &account, const OrderLog &log,
                           const QString &symbol)
{
    for (const OrderRow &row : account.working) {
        const OrderLine *told = log.find(row.ticket.id);
        if (row.ticket.symbol != symbol || (told && !told->isOpen()))
            continue;
        const bool isNewer = told && told->state != OrderState::New;
        add(row.ticket, isNewer ? told->state : row.state,
            isNewer ? std::max(told->filled, row.filled) : row.filled,
            awaitsEntry(account, row.ticket));
    }
    for (const std::size_t at : log.underWay()) {
        const OrderLine &line = log.orders()[at];
        if (line.ticket.symbol == symbol && !isWorking(account, line.ticket.id))
            add(line.ticket, line.state, line.filled, false);
    }
    for (std::vector<LadderOrder> &side : m_sides)
        std::ranges::stable_sort(side, {}, &LadderOrder::price);
    if (const PositionRow *position = account.position(symbol); position && !position->qty.isZero())
        m_average = position->average;
}

void LadderOrders::add(const OrderTicket &ticket, OrderState state, Qty filled, bool isHeld)
{
    if (const std::optional<Price> price = placeOf(ticket, state))
        m_sides[std::size_t(ticket.side)].push_back(
            { ticket, state, *price, filled, isHeld || isPending(state) });
}

std::span<const LadderOrder> LadderOrders::at(Side side, qint64 row, PriceGrid grid) const
{
    const std::vector<LadderOrder> &all = m_sides[std::size_t(side)];
    const auto first = std::ranges::lower_bound(all, grid.bottom(row), {}, &LadderOrder::price);
    const auto last = std::ranges::lower_bound(all, grid.bottom(row + 1), {}, &LadderOrder::price);
    return { first, last };
}

LadderOrderCell LadderOrders::cell(Side side, qint64 row, PriceGrid grid) const
{
    LadderOrderCell cell;
    const std::span<const LadderOrder> orders = at(side, row, grid);
    cell.isPending = !orders.empty();
    for (const LadderOrder &order : orders) {
        ++cell.count;
        cell.leaves += order.leaves();
        cell.mark = std::max(cell.mark, ladderorders::mark(order.ticket.type));
        cell.isPending = cell.isPending && order.isPending;
    }
    return cell;
}

namespace ladderorders {

OrderMark mark(OrderType type)
{
    switch (type) {
    case OrderType::Market:
    case OrderType::Limit:
        return OrderMark::Limit;
    case OrderType::Stop:
        return OrderMark::Stop;
    case OrderType::StopLimit:
        return OrderMark::StopLimit;
    case OrderType::TrailingStop:
    case OrderType::TrailingStopLimit:
        return OrderMark::Trailing;
    }
    Q_UNREACHABLE();
}

QString letter(OrderMark mark)
{
    switch (mark) {
    case OrderMark::Limit:
        return {};
    case OrderMark::Stop:
        //: Letter of a stop order in the price ladder
        return QCoreApplication::translate("LadderOrders", "S");
    case OrderMark::StopLimit:
        //: Letters of a stop-limit order in the price ladder
        return QCoreApplication::translate("LadderOrders", "SL");
    case OrderMark::Trailing:
        //: Letter of a trailing stop in the price ladder
        return QCoreApplication::translate("LadderOrders", "T");
    }
    Q_UNREACHABLE();
}

std::optional<Price> priceOf(qint64 row, PriceGrid grid, const Instrument &instrument)
{
    if (row <= 0)
        return std::nullopt;
    const Price bottom = grid.bottom(row);
    const qint64 tick = std::max<qint64>(instrument.tickAt(bottom).units(), 1);
    return Price::fromUnits((bottom.units() + tick - 1) / tick * tick);
}

std::optional<OrderReplace> moved(const LadderOrder &order, Price to)
{
    const OrderTicket &ticket = order.ticket;
    if (order.price == to || isPending(order.state) || ticket.isTrailing())
        return std::nullopt;
    OrderReplace change { .id = ticket.id };
    if (isAsleep(ticket, order.state)) {
        change.stop = to;
        if (ticket.limit)
            change.limit = *ticket.limit + (to - *ticket.stop);
    } else {
        change.limit = to;
    }
    return change;
}

} // namespace ladderorders
} // namespace tapeline
