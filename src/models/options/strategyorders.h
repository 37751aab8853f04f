#pragma once

#include "strategyevaluation.h"

namespace tapeline {

/// What a draft is sent as: one order, a package of its options with the units of the underlying
/// beside them. More than a package takes (mostLegs), and units that it cannot have, go as orders
/// of their own.
struct StrategyOrders
{
    std::vector<OrderTicket> tickets; ///< in the order in which they are sent, without ids
    bool isUnderlyingApart = false;
    bool isSplit = false; ///< more options than one package takes: those that are bought go first

    bool isOne() const { return tickets.size() == 1; }
};

namespace strategyorders {

/// The orders for the legs that are not held. A single option becomes a plain order; the ratios of
/// a package are made as small as they can be. Malformed, with a plain sentence, for what cannot be
/// sent.
Result<StrategyOrders> of(const StrategyDraft &draft, const StrategyEvaluation &evaluation);

} // namespace strategyorders
} // namespace tapeline
