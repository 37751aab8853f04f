#pragma once

#include "money.h"
#include "timestamp.h"

#include <optional>
#include <span>

namespace tapeline {

/// What statistics are made of: one closed round trip.
struct TradeResult
{
    Money gross; ///< without fees
    Money fees;
    std::optional<double> multipleOfRisk {}; ///< net in units of the planned risk
    Timestamp openedAt {};
    Timestamp closedAt {};

    Money net() const { return gross - fees; }
};

} // namespace tapeline
