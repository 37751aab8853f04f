#pragma once

#include "candle.h"

#include <optional>

#include <span>

namespace tapeline {

/// How a stock moves with an index.
struct BetaFit
{
    double beta = 0; ///< slope: the stock's return over the index's
    double correlation = 0;
    int days = 0; ///< returns that it rests on
};

/// Regression (ordinary least squares) of a stock's daily logarithmic returns on an index's, over
/// the days that both have, oldest first; at most `most` of the newest. Nothing with fewer than
/// `least` returns, or when the index did not move.
std::optional<BetaFit> fitBeta(std::span<const Candle> stock, std::span<const Candle> index,
                               int most = 252, int least = 60);

} // namespace tapeline
