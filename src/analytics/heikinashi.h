#pragma once

#include "ohlcpyramid.h"

namespace tapeline {

/// The Heikin-Ashi bar of a bar: the close is the mean of the bar's four prices, the open the
/// middle of the Heikin-Ashi body before it (of the first: of the bar's own body), and high and low
/// reach as far as bar and body together (Valcu, "Using the Heikin-Ashi Technique", Stocks &
/// Commodities 22:2). A bar without prices has none here either.
/// @param before  the newest Heikin-Ashi bar to the left that has prices; null for the first
inline OhlcRun heikinAshi(const OhlcRun &bar, const OhlcRun *before)
{
    OhlcRun result;
    result.volume = bar.volume;
    if (bar.isEmpty())
        return result;
    result.open = before ? (before->open + before->close) / 2 : (bar.open + bar.close) / 2;
    result.close = (bar.open + bar.high + bar.low + bar.close) / 4;
    result.high = std::max({ bar.high, result.open, result.close });
    result.low = std::min({ bar.low, result.open, result.close });
    return result;
}

} // namespace tapeline
