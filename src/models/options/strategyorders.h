#pragma once

#include "strategyevaluation.h"

namespace tapeline {

/// What a draft is sent as. A package is two to four options on one underlying; what is more, and
/// units of the underlying, go as orders of their own.
struct StrategyOrders
{
    std::vector<OrderTicket> tickets; ///< in the order in which they are sent, without ids
    bool isUnderlyingApart = false;
    bool isSplit = false; ///< more than four options: those that are bought go first

    bool isOne() const { return tickets.size() == 1; }
};

namespace strategyorders {

inline constexpr std::size_t mostPackageLegs = 4;

/// The orders for the legs that are not held. A single option becomes a plain order; the ratios of
/// a package are made as small as they can be. Malformed, with a plain sentence, for what cannot be
/// sent.
Result<StrategyOrders> of(const StrategyDraft &draft, const StrategyEvaluation &evaluation);

} // namespace strategyorders
} // namespace tapeline
