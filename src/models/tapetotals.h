#pragma once

#include "marketsnapshot.h"

namespace tapeline {

/// What a number of prints come to. Prints that are no volume (auctions stated again) are counted
/// and add nothing.
struct TapeTotals
{
    qint64 prints = 0;
    Qty shares;
    double notional = 0; ///< dollars
    Qty buys; ///< shares at the ask or above
    Qty sells; ///< at the bid or below

    void add(const TapePrint &print);
    void add(const TapeTotals &other);

    Qty delta() const { return buys - sells; }
    /// Average price by size; 0 without shares.
    double averagePrice() const { return shares.isZero() ? 0 : notional / shares.toDouble(); }
};

} // namespace tapeline
