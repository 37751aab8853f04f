#pragma once

#include "instrumentbook.h"
#include "money.h"
#include "order.h"
#include "pricesource.h"

#include <span>

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
    Qty judgedOpening; ///< what it would have opened when it was judged, without sign

    QString underlying() const { return underlyingOf(parts.front().instrument); }
    /// A package has an option first.
    bool isOption() const { return parts.front().instrument.option.has_value(); }
    /// Buys contracts, which may have been sold before.
    bool buysContracts() const
    {
        return isOption() && !ticket.isPackage() && ticket.side == Side::Buy;
    }
    /// Signed units of a part in all of leaves.
    Qty qtyOf(const OrderPart &part) const;
    /// What a package costs, from its limit or its legs' references; negative for a credit.
    Money netDebit() const;
    /// What a package's legs are worth at their references.
    Money legsWorth() const;
};

/// The price a hold rests on (A.7): limits their limit; market buys the ask and a collar of 2.5 %
/// (4 % below 50); short sales of stock no less than 1.03 times the ask; sold options the bid.
Price referencePrice(const OrderTicket &ticket, const Instrument &instrument,
                     const MarketPrices &prices);
/// The price at which it would be expected to fill.
Price expectedPrice(const OrderTicket &ticket, const MarketPrices &prices);
OpenOrder openOrder(const OrderTicket &ticket, Qty leaves, std::span<const Instrument> instruments,
                    std::span<const MarketPrices> prices);

} // namespace tapeline
