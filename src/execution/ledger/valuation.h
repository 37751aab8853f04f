#pragma once

#include "instrumentbook.h"
#include "ledgerstate.h"
#include "marginfigures.h"
#include "pricesource.h"

namespace tapeline {

/// What an account is worth at an instant (execution.md C.3).
struct Valuation
{
    std::vector<ValuedPosition> positions; ///< by symbol
    std::map<QString, OptionGroup> options; ///< by underlying; only underlyings with options
    Money equity;
    Money unrealized;
    bool isStale = false; ///< a price it rests on is old
    bool fits = true; ///< false: a sum left the range, the figures mean nothing
};

Valuation valueAccount(const LedgerState &state, const InstrumentBook &instruments,
                       const PriceSource &prices, Timestamp now, bool regular);

} // namespace tapeline
