#pragma once

#include "money.h"
#include "order.h"
#include "reason.h"

#include <vector>

namespace tapeline {

/// A position before and after an order that is filled whole.
struct PositionChange
{
    QString symbol;
    Qty before;
    Qty after;

    friend bool operator==(const PositionChange &, const PositionChange &) = default;
};

/// What would come of an order if it were sent now. Nothing is written down for it, and no limit
/// counts it.
struct OrderPreview
{
    OrderTicket ticket; ///< with its rules in numbers
    std::vector<Reason> refusals {}; ///< in the order of execution.md A.7; empty: it would be taken
    std::vector<Reason> warnings {}; ///< limits that it breaks and that do not block
    std::optional<Price> price {}; ///< at which it would be expected to fill; of a package a unit
    Money cost {}; ///< at that price, without fees; negative: it brings so much
    Money fees {}; ///< at most
    std::vector<PositionChange> positions {};
    Money buyingPower {};
    Money buyingPowerAfter {}; ///< while the order is open
};

} // namespace tapeline
