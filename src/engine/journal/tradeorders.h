#pragma once

#include "contextline.h"
#include "orderevent.h"

#include <map>
#include <optional>
#include <vector>

namespace tapeline {

/// What an order event says of a fill beside what the books have of it.
struct OrderFill
{
    quint64 sequence = 0; ///< of the order event; 0: none
    QString order;
    FillEvidence evidence;
    /// Of the order, what THROUGH would have filled since the fill before (B.11), 0 or more, at
    /// times more than this fill; nothing where the event does not tell.
    std::optional<Qty> strict {};
};

/// What the forming of trades needs to know of an account's orders: those that work, and those that
/// have just ended. A fold over their events.
class TradeOrders
{
public:
    void apply(const OrderEvent &event);
    /// What was seen when an order was sent; it may come before the order does.
    void note(const ContextLine &decision);

    /// The newest of all fills, when it is this one.
    std::optional<OrderFill> fill(quint64 sequence) const;
    /// Of a symbol's side at the decision: the ask for a purchase, the bid for a sale.
    std::optional<Price> decided(const QString &order, const QString &symbol, Side side) const;
    /// The stop that stands behind an entry by this order at this price: of its own stop child,
    /// else the one it was sent with, else the nearest of the symbol's stops that work the other
    /// way. Only one on the losing side is one.
    std::optional<Price> standingStop(const QString &entry, const QString &symbol, Side side,
                                      Price price) const;

private:
    struct Known
    {
        OrderTicket ticket;
        OrderState state = OrderState::New;
        Qty strict; ///< counted so far
    };
    struct Decision
    {
        QString symbol;
        std::optional<Price> bid;
        std::optional<Price> ask;
    };

    void forgetEnded(const QString &but);
    void noteFill(Known &order, const OrderEvent &event);

    std::map<QString, Known> m_orders;
    std::map<QString, std::vector<Decision>> m_decisions;
    std::vector<QString> m_ended; ///< still in m_orders
    OrderFill m_fill; ///< the newest
};

} // namespace tapeline
