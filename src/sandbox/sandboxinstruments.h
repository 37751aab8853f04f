#pragma once

#include "sandboxmarket.h"

#include <vector>

namespace tapeline {

/// The standard deviation of the simulated market's daily log returns.
inline constexpr double marketVolatility = 0.0095;

/// What gives one instrument its character. Shares of something are fractions of one.
struct InstrumentTraits
{
    SandboxInstrument info;
    quint64 key = 0; ///< stable hash of the symbol: every draw's key
    double beta = 1; ///< on the market's daily return
    double ownVolatility = 0.01; ///< of the part of the daily return the market does not explain
    double yearlyGrowth = 0.05; ///< of the log price, so that history rises to the anchor
    double relativeSpread = 0; ///< average quoted spread in a quiet hour, as a share of the price
    double tradesPerDay = 1000;
    double oddLotShare = 0.3; ///< of the trades
    double extendedShare = 0.03; ///< of the volume, before and after the regular session together
    double openingShare = 0.01; ///< of the volume, in the opening cross
    double closingShare = 0.08; ///< of the volume, in the closing cross
    double depthLots = 4; ///< average size at the best quote, round lots
    bool pauses = false; ///< volatile enough for limit up, limit down pauses
};

/// The fourteen named instruments, then as many synthetic stocks as asked for (0 to 10,000). The
/// same list on every run: instruments do not depend on the seed, their prices do.
std::vector<InstrumentTraits> sandboxCast(int extraSymbols);

} // namespace tapeline
