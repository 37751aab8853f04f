#pragma once

#include "accountview.h"
#include "instrument.h"
#include "money.h"

#include <span>
#include <vector>

namespace tapeline {

/// Names one line of a symbol, whatever its price.
struct TradeLineId
{
    enum class Part : quint8 { Position, Limit, Stop };

    Part part = Part::Position;
    QString order {}; ///< empty: the position's

    friend bool operator==(const TradeLineId &, const TradeLineId &) = default;
};

/// A price at which something of an account stands in a chart.
struct TradeLine
{
    TradeLineId id;
    Side side = Side::Buy; ///< of a position: Buy is long
    OrderType type = OrderType::Market; ///< of an order
    Qty qty; ///< what is left of an order, > 0; of a position signed
    Price price;
    /// From which an exit gains or loses: the average of the position it ends, or the price of the
    /// entry it waits for. Nothing for what ends nothing.
    std::optional<Price> origin {};
    QString group; ///< one for the orders of a bracket: the entry's id; else empty
    bool isPending = false; ///< on its way, or being changed or cancelled
    bool isMovable = false;
    bool awaitsEntry = false; ///< a bracket's exit before its entry is filled
    Money profit {}; ///< of a position, open
    std::optional<double> rewardToRisk {}; ///< of an entry with both exits

    bool isPosition() const { return id.part == TradeLineId::Part::Position; }
    bool belongsWith(const TradeLine &other) const
    {
        return id.order == other.id.order || (!group.isEmpty() && group == other.group);
    }
    friend bool operator==(const TradeLine &, const TradeLine &) = default;
};

/// A chart's changes of orders, shown before the account has them.
struct ShownChange
{
    OrderReplace change;
    bool isSent = true; ///< false: still in hand, the order is not taken as changing

    friend bool operator==(const ShownChange &, const ShownChange &) = default;
};

/// The position in a symbol, then its working orders with a price, in the order of their sending.
/// A stop-limit has two lines until it is triggered. Packages have none.
std::vector<TradeLine> tradeLines(const PaperAccountView &account, const QString &symbol,
                                  std::span<const ShownChange> changes = {});

/// Where an exit would be filled at its price: what its quantity gains over the origin, negative
/// for a loss. Nothing for others, and where it cannot be told.
std::optional<Money> gainOf(const TradeLine &line, const Instrument &instrument);

/// The nearest price that is a whole number of ticks, at least one.
Price onTick(Price price, const Instrument &instrument);

/// What brings a line to a price; the others in its bracket, and the other price of its order, come
/// along by the same distance when together is set. In an order of which each leaves the bracket's
/// exits on their sides. Lines that do not move or cannot be moved are left out.
std::vector<OrderReplace> moveTo(const std::vector<TradeLine> &lines, const TradeLine &line,
                                 Price price, bool together, const Instrument &instrument);

} // namespace tapeline
