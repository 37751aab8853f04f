#pragma once

#include "ledgerstate.h"
#include "openorder.h"

#include <map>
#include <tuple>

namespace tapeline {

/// Orders that share one quantity (OCO) and would fill alike: what one of them does, the others do
/// not. Members of another size, side or symbol stand for themselves.
using SharedQty = std::tuple<QString, QString, Side, bool, Qty>;
/// None for an order that shares nothing.
std::optional<SharedQty> sharedQty(const OpenOrder &order);

/// Runs through the orders on one underlying in accept order and tells how much of each opens.
class OpeningWalk
{
public:
    explicit OpeningWalk(const LedgerState &state)
        : m_state(state)
    {
    }

    /// Signed; of a package the contracts that its legs open, together and without sign. One that
    /// shares its quantity opens what the others would.
    Qty next(const OpenOrder &order);

private:
    Qty &leftOf(const QString &symbol);
    Qty openingOf(const OpenOrder &order);
    Qty openingOf(const OrderPart &part, Qty qty);

    const LedgerState &m_state;
    std::map<QString, Qty> m_left; ///< of positions, that no order before would close
    std::map<SharedQty, Qty> m_shared;
};

} // namespace tapeline
