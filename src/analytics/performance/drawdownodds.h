#pragma once

#include "resampling.h"
#include "traderesult.h"

#include <optional>

namespace tapeline {

/// How deep the curve of the same trades could have fallen in another order.
struct DrawdownOdds
{
    Money actual; ///< deepest fall in the order in which they were closed
    Money usual; ///< median of the other orders
    Money bad; ///< exceeded by one in twenty
    Money worst; ///< exceeded by one in a hundred
    double deeper = 0; ///< share of the orders that fell as deep as the actual one or deeper
    int orders = 0;

    friend bool operator==(const DrawdownOdds &, const DrawdownOdds &) = default;
};

/// Shuffles the net results (Fisher and Yates), each order alike likely; exact, and the same on
/// every machine. It takes trades as independent: sizes and markets that come in stretches fall
/// deeper. Nothing below two trades.
std::optional<DrawdownOdds> drawdownOdds(std::span<const TradeResult> trades,
                                         const ResamplingSettings &settings = {});

} // namespace tapeline
