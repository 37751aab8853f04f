#pragma once

#include "instrumentbook.h"
#include "ledgerstate.h"
#include "marginfigures.h"
#include "order.h"
#include "pricesource.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace tapeline {

/// One instrument of an order, at the price it is reckoned with.
struct OrderPart
{
    Instrument instrument;
    Qty ratio; ///< signed: units bought (or sold) a unit of the order
    Price reference; ///< with its collar; 0 while no price is known
    Price expected {}; ///< without
};

/// An order that binds buying power, or asks to.
struct OpenOrder
{
    OrderTicket ticket;
    Qty leaves;
    std::vector<OrderPart> parts; ///< one; of a package one a leg
    Money fee; ///< estimated, for all of leaves
    Money committed; ///< the worst defined loss of its opening part when it came (C.8)
    Qty committedQty; ///< for so much

    QString underlying() const { return underlyingOf(parts.front().instrument); }
    bool isOption() const { return parts.front().instrument.option.has_value(); }
    /// Signed units of a part in all of leaves.
    Qty qtyOf(const OrderPart &part) const;
    /// What a package costs, from its limit or its legs' references; negative for a credit.
    Money netDebit() const;
};

/// The price a hold rests on (A.7): limits their limit; market buys the ask and a collar of 2.5 %
/// (4 % below 50); short sales of stock no less than 1.03 times the ask; sold options the bid.
Price referencePrice(const OrderTicket &ticket, const Instrument &instrument,
                     const MarketPrices &prices);
/// The price at which it would be expected to fill.
Price expectedPrice(const OrderTicket &ticket, const MarketPrices &prices);
OpenOrder openOrder(const OrderTicket &ticket, Qty leaves, std::span<const Instrument> instruments,
                    std::span<const MarketPrices> prices);

/// What orders bind, beside what the positions bind already.
struct OrderNeed
{
    Money excess; ///< of a margin account's excess
    Money cash; ///< paid out when they fill
    Money naked; ///< requirement of short options that nothing covers
};

/// The open orders of an account, by underlying, each in accept order.
class OpenOrders
{
public:
    /// Sets what is left of an order; none removes it.
    void set(OpenOrder order);
    void remove(const QString &id);
    void clear();
    bool isEmpty() const { return m_groups.empty(); }
    const OpenOrder *find(const QString &id) const;
    /// The positions on an underlying have changed.
    void touch(const QString &underlying);
    /// Prices those that came before any price was known.
    void priceUnknown(const PriceSource &prices);

    /// How much of an order would open or add to a position, after what is open before it.
    Qty openingPart(const OpenOrder &order, const LedgerState &state) const;
    /// Of the orders on one underlying, with one more at the end when given (in place of the one
    /// with its id).
    OrderNeed need(const QString &underlying, const LedgerState &state, const OptionGroup &options,
                   const OpenOrder *more = nullptr) const;
    /// Of all. What orders on stock bind is remembered until touched.
    OrderNeed total(const LedgerState &state,
                    const std::function<OptionGroup(const QString &)> &options) const;
    /// Committed of the open orders that pass.
    Money committed(const std::function<bool(const OpenOrder &)> &passes) const;
    /// Units of a position that working stops would end, and what is lost until there.
    Money lossToStops(const Position &position) const;
    std::vector<const OpenOrder *> ordersOn(const QString &underlying) const;

private:
    struct Group
    {
        std::vector<OpenOrder> orders {};
        mutable std::optional<OrderNeed> need {}; ///< depends on positions alone, not on prices
    };

    std::map<QString, Group> m_groups;
    std::map<QString, QString> m_underlyings; ///< by order id
    bool m_hasUnknown = false;
};

} // namespace tapeline
