#pragma once

#include "marketsnapshot.h"
#include "sequencefilter.h"

#include <span>
#include <vector>

namespace tapeline {

/// What was known of an instrument's trades when its stream broke off.
struct TradesSeen
{
    SequenceFilter sequences;
    Timestamp newest {}; ///< time of the newest trade; epoch when none was seen
};

/// Puts the trades that were fetched for a break between what was seen before it and what the
/// stream brought since: in the order of their numbers, each once. Where a trade was both fetched
/// and streamed, the streamed print stays: it knows its quote. Without numbers the times decide.
///
/// fetched: ascending, from a time not after seen.newest. held: as they came.
/// assetClass: whose trading days number them.
std::vector<TapePrint> joinTrades(const TradesSeen &seen, std::span<const Trade> fetched,
                                  std::vector<TapePrint> held,
                                  AssetClass assetClass = AssetClass::Stocks);

} // namespace tapeline
