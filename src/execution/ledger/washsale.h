#pragma once

#include "instrumentbook.h"
#include "ledgerevent.h"

#include <span>

namespace tapeline {

/// A loss that a tax return would not count, because the security was bought again within 30 days
/// before or after (IRC 1091; execution.md C.7). Information only: the books do not change.
struct WashSale
{
    QString symbol; ///< sold
    quint64 sequence = 0; ///< of the sale
    quint64 lot = 0; ///< sold at a loss
    Money loss; ///< of the lot's closing, > 0, by a basis with what earlier wash sales added
    Money disallowed; ///< of it
    QString replacement; ///< symbol bought: the same, or a call on it
    quint64 replacementLot = 0;
    Qty replaced; ///< units of the security
    Money newBasis; ///< of the replacement, as bought, with what this and earlier ones add

    friend bool operator==(const WashSale &, const WashSale &) = default;
};

/// From the double entries of an account, oldest first. Long lots of stocks and options; a call
/// replaces the shares it is for. Each unit bought replaces once; what is left of the purchase that
/// is sold replaces nothing (Rev. Rul. 56-602). Across a split replaced units are counted as
/// bought.
std::vector<WashSale> washSales(std::span<const LedgerEntry> entries,
                                const InstrumentBook &instruments);

} // namespace tapeline
