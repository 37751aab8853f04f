#pragma once

#include "traderesult.h"

#include <span>
#include <vector>

namespace tapeline {

/// How many runs of winners and of losers there were of which length; a break-even trade ends a
/// run (execution.md G).
struct ResultRuns
{
    std::vector<qint64> wins {}; ///< [i]: runs of i + 1 winners
    std::vector<qint64> losses {};
    qint64 last = 0; ///< the one that goes on: winners, losers below zero; 0: none

    friend bool operator==(const ResultRuns &, const ResultRuns &) = default;
};

/// Of trades in the order of their closing.
ResultRuns resultRuns(std::span<const TradeResult> trades);

} // namespace tapeline
