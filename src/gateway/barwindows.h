#pragma once

#include "marketsource.h"
#include "shareadjustment.h"

#include <span>
#include <vector>

namespace tapeline {

/// Rolling base bars up into the windows of a wider timeframe, and reading base bars a page at a
/// time.
namespace barwindows {

/// What bars of a timeframe are made of: seconds of seconds, minutes and hours of minutes, the rest
/// of days (massive-api.md 3.1).
TimeUnit baseUnit(TimeUnit unit);

/// Bars of the windows that the base bars fall into, ascending as they are. First open, last close,
/// extremes and sums; the average price weighted by volume. Base bars without prices add volume
/// only; a window without any price is left out.
std::vector<Candle> rollUp(std::span<const Candle> base, Timeframe frame, AssetClass assetClass);

/// What is asked of one page.
struct PageRequest
{
    int instrument = -1;
    Timeframe frame;
    AssetClass assetClass = AssetClass::Stocks;
    Timestamp from; ///< at a window's start
    Timestamp to; ///< at a window's start; exclusive
    Timestamp asOf;
    bool ascending = true;
    int limit = 5'000; ///< of base bars
    ShareAdjustment adjustment {}; ///< of base bars
};

struct Page
{
    std::vector<Candle> bars; ///< in the order asked
    int baseBars = 0; ///< read for them
    /// Where the rest begins (ascending) or ends (descending), a window's start; nothing when this
    /// was all.
    std::optional<Timestamp> next;
};

/// One page of whole windows: at most limit base bars, a window cut by the limit is left to the
/// next page. A page holds at least one window however small the limit is, or paging would never
/// end.
Page readPage(const MarketSource &source, const PageRequest &request);

} // namespace barwindows
} // namespace tapeline
