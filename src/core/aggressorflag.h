#pragma once

#include "tradeconditions.h"

namespace tapeline {

/// Conditions of crypto trades: the venue's word on who crossed the spread.
namespace condition {
inline constexpr quint16 sellerIsAggressor = 1;
inline constexpr quint16 buyerIsAggressor = 2;
} // namespace condition

/// +1 the buyer, -1 the seller, 0 when the venue does not say. Of crypto only: of stocks the same
/// numbers mean something else.
constexpr int aggressorByVenue(const TradeConditions &conditions)
{
    if (conditions.contains(condition::buyerIsAggressor))
        return 1;
    return conditions.contains(condition::sellerIsAggressor) ? -1 : 0;
}

} // namespace tapeline
