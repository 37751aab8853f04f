#pragma once

#include "traderesult.h"

namespace tapeline {

/// How far a trade went against and for the trader while it was open (execution.md G): MAE and
/// MFE, from its entry to its exit, before fees.
struct TradeExcursion
{
    Money adverse; ///< MAE >= 0: magnitude of the worst open result
    Money favourable; ///< MFE >= 0
    std::optional<double> adversePerUnit {}; ///< a share or a contract's unit, of the largest size
    std::optional<double> favourablePerUnit {};
    std::optional<double> adverseR {}; ///< in units of the planned risk
    std::optional<double> favourableR {};
    /// (exit - entry) / (best - entry), of what was held in parts gross / MFE: 1 is the best exit
    /// there was, below 0 a loss. Nothing where it never was ahead.
    std::optional<double> efficiency {};
    bool isRough = false; ///< from bars, or not seen all the way
};

/// Nothing where it was not seen.
std::optional<TradeExcursion> tradeExcursion(const TradeRecord &trade,
                                             const std::optional<Money> &risk);

} // namespace tapeline
