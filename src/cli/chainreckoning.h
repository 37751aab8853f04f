#pragma once

#include "chaindata.h"
#include "chainmeasures.h"
#include "chainrequest.h"
#include "expectedmove.h"
#include "ratecurve.h"

namespace tapeline {

/// What `chain` tells of one expiration.
struct ExpiryMeasures
{
    ChainExpiry expiry;
    double days = 0; ///< left
    double forward = 0;
    std::optional<double> atTheMoneyStrike; ///< nearest to the price of the underlying
    std::optional<double> volatility; ///< at the money forward
    std::optional<double> maxPain;
    ExpectedMove move;
    ChainTotals totals;
};

struct ChainMeasures
{
    std::vector<ExpiryMeasures> expiries; ///< ascending
    ChainTotals totals;
};

/// Volatilities, Greeks and measures of a chain that was read.
namespace chainreckoning {

/// Fills own and status of every contract, and measures the chain. rates are used where the
/// request names none.
ChainMeasures reckon(ChainData &data, const ChainRequest &request, const RateCurve &rates);

} // namespace chainreckoning
} // namespace tapeline
