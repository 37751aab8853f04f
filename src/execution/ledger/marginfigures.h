#pragma once

#include "instrument.h"
#include "optionneed.h"

#include <span>

namespace tapeline {

/// A position with its price, as margin sees it.
struct ValuedPosition
{
    Instrument instrument;
    Qty qty;
    Price mark; ///< 0 when no price is known
    Money value; ///< signed; the cost when no price is known
    Money cost;
    bool isStale = false;
};

/// Regulation T with FINRA's maintenance (execution.md C.5). Amounts beyond the range are held at
/// its end. Crypto and currencies are paid in full, futures count like stocks.
struct MarginFigures
{
    Money equity;
    Money longValue; ///< of what has loan value
    Money shortValue; ///< its magnitude
    Money paidInFull; ///< long options, crypto
    Money optionRequirement;
    Money initial;
    Money maintenance;
    Money excess; ///< negative: nothing can be opened

    Money buyingPower() const; ///< for stocks, open orders not counted
    bool isCalled() const { return equity - paidInFull < maintenance; }
};

/// options: the groups of all underlyings with options.
MarginFigures regulationT(Money equity, std::span<const ValuedPosition> positions,
                          std::span<const OptionGroup> options);

/// Half, rounded half to even: the initial requirement of stocks.
Money halfOf(Money amount);
/// Twice, held at the end of the range: what half buys.
Money twiceOf(Money amount);
/// Only options and what cannot be borrowed against.
bool isPaidInFull(AssetClass assetClass);

} // namespace tapeline
