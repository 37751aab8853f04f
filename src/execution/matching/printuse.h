#pragma once

#include "instrument.h"
#include "marketevent.h"
#include "order.h"

namespace tapeline {

enum class Auction : quint8 { None, Open, Close, Reopen };

/// What one print may do to orders (execution.md B.6, B.12).
struct PrintUse
{
    bool last = false; ///< sets the last price, moves and triggers stops
    bool queue = false; ///< wears the queue down and fills what rests
    bool touch = false; ///< counts for the generous bound
    Auction auction = Auction::None;
    bool official = false; ///< the listing exchange's statement of its auction
    std::optional<Side> aggressor {}; ///< nothing: between the quotes, or not known
};

struct PrintContext
{
    AssetClass assetClass = AssetClass::Stocks;
    bool regularHours = true;
    bool inSequence = true; ///< newer than every print before it
    Price bid; ///< in force before the print; 0 is none
    Price ask;
};

PrintUse usesOf(const Trade &trade, const PrintContext &context);

} // namespace tapeline
