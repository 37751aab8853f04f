#pragma once

#include "orderneed.h"

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace tapeline {

/// The open orders of an account, by underlying, each in accept order.
class OpenOrders
{
public:
    /// Sets what is left of an order; none removes it, more than before puts it behind all.
    void set(OpenOrder order);
    void remove(const QString &id);
    void clear();
    bool isEmpty() const { return m_groups.empty(); }
    const OpenOrder *find(const QString &id) const;
    /// The positions on an underlying have changed.
    void touch(const QString &underlying);
    /// The first on an underlying that opens more than when it was judged.
    const OpenOrder *firstGrown(const QString &underlying, const LedgerState &state) const;
    /// It may open so much.
    void noteJudged(const QString &id, Qty opening);
    /// A position has met orders: what opens less now has freed money that others may have used by
    /// the time it opens as much again.
    void lowerJudged(const QString &underlying, const LedgerState &state);
    /// Prices those that came before any price was known.
    void priceUnknown(const PriceSource &prices);

    /// How much of an order would open or add to a position, after what is open before it: signed;
    /// of a package the contracts that its legs open, together and without sign.
    Qty openingPart(const OpenOrder &order, const LedgerState &state) const;
    /// Of the orders on one underlying with one more, in place of the one with its id, or after all
    /// when it is new or larger.
    OrderNeed needWith(const OpenOrder &more, const LedgerState &state,
                       const OptionGroup &options) const;
    /// Of those beside it.
    OrderNeed needBeside(const OpenOrder &order, const LedgerState &state,
                         const OptionGroup &options) const;
    /// Of all; held: options by underlying. What orders on stock alone bind is remembered until
    /// touched.
    OrderNeed total(const LedgerState &state, const std::map<QString, OptionGroup> &held,
                    const std::function<OptionGroup(const QString &)> &options) const;
    /// Committed of the open orders that pass, with one more in place of the one with its id.
    Money committed(const std::function<bool(const OpenOrder &)> &passes,
                    const OpenOrder &more) const;
    /// Units of a position that working stops would end, and what is lost until there.
    Money lossToStops(const Position &position) const;
    std::vector<const OpenOrder *> ordersOn(const QString &underlying) const;

private:
    OpenOrder *findOrder(const QString &id);
    bool isPriced(const QString &id, const PriceSource &prices);
    std::vector<const OpenOrder *> ordersWith(const OpenOrder &more) const;

    struct Group
    {
        std::vector<OpenOrder> orders {};
        mutable std::optional<OrderNeed> need {}; ///< depends on positions alone, not on prices
    };

    std::map<QString, Group> m_groups;
    std::map<QString, QString> m_underlyings; ///< by order id
    std::set<QString> m_unknown; ///< orders with a part that has no price yet
};

} // namespace tapeline
