#pragma once

#include "accountview.h"
#include "pricegrid.h"

#include <array>
#include <span>

namespace tapeline {

class OrderLog;
struct Instrument;

/// What kind an own order is, as a letter in the ladder tells.
enum class OrderMark : quint8 { Limit, Stop, StopLimit, Trailing };

/// A working order where a ladder shows it.
struct LadderOrder
{
    OrderTicket ticket;
    OrderState state = OrderState::New;
    Price price; ///< where it stands: of a stop that has not triggered yet, the stop
    Qty filled;
    bool isPending = false; ///< an answer is awaited, or its entry

    Qty leaves() const { return ticket.qty - filled; }
};

/// The orders of one side in one row, as their cell shows them.
struct LadderOrderCell
{
    int count = 0;
    Qty leaves;
    OrderMark mark = OrderMark::Limit; ///< of the last kind there is, in the order above
    bool isPending = false; ///< all of them are

    friend bool operator==(const LadderOrderCell &, const LadderOrderCell &) = default;
};

/// The own orders in one symbol, by price, and where the position's average is.
class LadderOrders
{
public:
    LadderOrders() = default;
    LadderOrders(const PaperAccountView &account, const OrderLog &log, const QString &symbol);

    /// Those of a side in a row, by price.
    std::span<const LadderOrder> at(Side side, qint64 row, PriceGrid grid) const;
    LadderOrderCell cell(Side side, qint64 row, PriceGrid grid) const;
    /// Of the position; nothing without one.
    std::optional<Price> average() const { return m_average; }

private:
    void add(const OrderTicket &ticket, OrderState state, Qty filled, bool isHeld);

    std::array<std::vector<LadderOrder>, 2> m_sides; ///< ascending by price
    std::optional<Price> m_average;
};

namespace ladderorders {

OrderMark mark(OrderType type);
/// "S", "SL", "T"; nothing for a limit.
QString letter(OrderMark mark);
/// The price a row stands for when something is placed there: its lowest, on a tick. Nothing below
/// the lowest price there can be.
std::optional<Price> priceOf(qint64 row, PriceGrid grid, const Instrument &instrument);
/// Takes an order to another price; a stop-limit's limit goes along. Nothing for one that cannot
/// be moved now, or is there already.
std::optional<OrderReplace> moved(const LadderOrder &order, Price to);

} // namespace ladderorders
} // namespace tapeline
