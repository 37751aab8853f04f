#pragma once

#include "accountview.h"
#include "marketsnapshot.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tapeline {

/// What one wish of a trader comes to: cancels first, then changes, then orders.
struct TradePlan
{
    QStringList cancels {};
    std::vector<OrderReplace> changes {};
    std::vector<OrderTicket> orders {};

    bool isEmpty() const { return cancels.isEmpty() && changes.empty() && orders.empty(); }
    /// Nothing but cancels: never asked about.
    bool onlyCancels() const { return changes.empty() && orders.empty(); }
    friend bool operator==(const TradePlan &, const TradePlan &) = default;
};

/// Plans for the wishes that traders have a key for. An empty plan: there is nothing to do.
/// Orders have no id yet.
namespace tradeplans {

/// The working orders of a symbol; of all symbols when it is empty.
TradePlan cancelAll(const PaperAccountView &account, const QString &symbol = {});
/// Ends a position at the market, and cancels what works in it.
TradePlan flatten(const PaperAccountView &account, const QString &symbol);
/// The same of every position, and cancels everything.
TradePlan flattenAll(const PaperAccountView &account);
/// A position of the same size on the other side: an order that ends this one, and one that opens
/// it. Where the second is refused the account is flat.
TradePlan reverse(const PaperAccountView &account, const QString &symbol);
/// Half of a position at the market; of an odd one the smaller half, one unit at least.
TradePlan halve(const PaperAccountView &account, const QString &symbol);
/// The stops of a position that would lose to its average price, rounded to a tick that loses
/// nothing; a new stop where there is none. Only where the market is beyond that price.
TradePlan breakEven(const PaperAccountView &account, const QString &symbol,
                    const InstrumentSnapshot &market);

/// The working orders that end a position by a stop, none of its children held back.
std::vector<const OrderRow *> stopsOf(const PaperAccountView &account, const QString &symbol);
/// How much of a position no working stop would end; 0 without a position.
Qty unprotected(const PaperAccountView &account, const QString &symbol);

/// A stop, until it is cancelled, for what of a position none covers: so far from its mark, at a
/// tick that is not closer. Nothing where there is none to cover, or no such price.
std::optional<OrderTicket> protect(const PaperAccountView &account, const QString &symbol,
                                   Price distance);

} // namespace tradeplans
} // namespace tapeline
