#pragma once

#include "instrument.h"
#include "marketevent.h"
#include "money.h"
#include "order.h"
#include "reason.h"

#include <optional>
#include <span>
#include <vector>

namespace tapeline {

/// A fill on its way into the books.
struct Execution
{
    quint64 sequence = 0; ///< of the order event
    Timestamp at {};
    QString orderId;
    QString symbol;
    Side side = Side::Buy;
    Qty qty; ///< > 0
    Price price;
    Money fee;
    QString strategy;
};

/// A working order that the account carries no longer.
struct OrderRefusal
{
    QString id;
    Reason reason;
};

/// What the matching asks of the account behind it (positions, money, limits), without knowing how
/// it keeps its books. Checks come in the fixed order of execution.md A.7: position, money, limits.
class AccountGate
{
public:
    virtual ~AccountGate() = default;

    virtual Qty position(const QString &symbol) const = 0;
    /// Every reason against the order, worst first; the risk rules that only warn are not among
    /// them. quote: newest of the instrument (of each leg, in their order, for a package).
    virtual std::vector<Reason> check(const OrderTicket &ticket,
                                      std::span<const Instrument> instruments,
                                      std::span<const Quote> quotes, Timestamp at)
        = 0;
    /// An accepted order binds buying power until it ends; leaves falls to 0 then.
    virtual void hold(const OrderTicket &ticket, Qty leaves, std::span<const Quote> quotes) = 0;
    virtual void execute(const Execution &execution) = 0;
    /// After a position has changed: the first working order on its underlying that opens more
    /// than when it was judged, and is refused now.
    virtual std::optional<OrderRefusal> nextRefused(const QString &symbol, Timestamp at)
    {
        Q_UNUSED(symbol)
        Q_UNUSED(at)
        return {};
    }
};

} // namespace tapeline
