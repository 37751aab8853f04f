#pragma once

#include "qty.h"

#include <limits>

namespace tapeline {

/// a + b, held at the ends of the range.
constexpr Qty heldSum(Qty a, Qty b)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    if (b > Qty() && a.units() > most - b.units())
        return Qty::fromUnits(most);
    if (b < Qty() && a.units() < -most - b.units())
        return Qty::fromUnits(-most);
    return a + b;
}

} // namespace tapeline
