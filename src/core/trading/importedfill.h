#pragma once

#include "order.h"
#include "price.h"

namespace tapeline {

/// A fill of another broker's, as a file told it.
struct ImportedFill
{
    Timestamp at {};
    QString symbol; ///< in the service's form: "AAPL", "O:SPY261218C00700000"
    Side side = Side::Buy;
    Qty qty; ///< > 0
    Price price; ///< a unit
    qint64 multiplier = 1;
    Money fee; ///< paid: >= 0, a rebate below
    QString execution {}; ///< the broker's id of it; empty where the file has none
    QString order {}; ///< the broker's id of its order; legs of one order are one trade

    friend bool operator==(const ImportedFill &, const ImportedFill &) = default;
};

} // namespace tapeline
