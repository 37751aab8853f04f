#pragma once

#include "instrument.h"
#include "marketevent.h"
#include "order.h"

namespace tapeline {

/// Where a print came from; Unknown where nobody says which exchange lists the instrument.
enum class PrintOrigin : quint8 { Unknown, Listing, Elsewhere };

enum class Auction : quint8 { None, Open, Close, Reopen };

/// What one print may do to orders (execution.md B.6, B.12).
struct PrintUse
{
    bool last = false; ///< sets the last price, moves and triggers stops
    bool queue = false; ///< wears the queue down and fills what rests
    bool touch = false; ///< counts for the generous bound
    Auction auction = Auction::None;
    bool timely = true; ///< neither late nor out of sequence
    bool official = false; ///< an exchange's statement of its auction
    PrintOrigin origin = PrintOrigin::Unknown;
    std::optional<Side> aggressor {}; ///< nothing: between the quotes, or not known

    /// An auction that is not known to be another exchange's.
    bool isAuction(Auction kind) const
    {
        return auction == kind && origin != PrintOrigin::Elsewhere;
    }
};

struct PrintContext
{
    AssetClass assetClass = AssetClass::Stocks;
    bool regularHours = true;
    bool inSequence = true; ///< newer than every print before it
    quint16 listing = 0; ///< exchange that lists the instrument; 0: see the tape
    Price bid; ///< in force before the print; 0 is none
    Price ask;
    bool fresh = true; ///< the quote is new enough to measure a print by it
};

PrintUse usesOf(const Trade &trade, const PrintContext &context);

} // namespace tapeline
