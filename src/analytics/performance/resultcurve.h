#pragma once

#include "accountview.h"
#include "traderesult.h"

#include <span>
#include <vector>

namespace tapeline {

/// A point of a curve of results.
struct ResultPoint
{
    Timestamp at {};
    Money value;
    Money below; ///< >= 0: the highest value before, less this one

    friend bool operator==(const ResultPoint &, const ResultPoint &) = default;
};

/// The net of closed trades added up, from zero at the first opening. trades in the order of their
/// closing. The deepest `below` is the drawdown that tradeStatistics() has.
std::vector<ResultPoint> closedCurve(std::span<const TradeResult> trades);

/// What an account has earned since its first point: what was paid in or taken out is left out of
/// it. points oldest first.
std::vector<ResultPoint> earnedCurve(std::span<const EquityPoint> points);

} // namespace tapeline
