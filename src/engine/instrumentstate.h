#pragma once

#include "livebars.h"
#include "marketsnapshot.h"
#include "tradejoin.h"

#include <deque>
#include <optional>
#include <vector>

namespace tapeline {

/// A second's bar that waits, on a plan without trades.
struct HeldSecond
{
    Aggregate bar;
    bool afterGap = false;
};

/// Everything the market thread knows of one instrument. Owned by the hub, indexed by InstrumentId.
struct InstrumentState
{
    InstrumentSnapshot snapshot;
    Quote quote; ///< newest; the one in force for the next trade
    bool hasQuote = false;
    LiveBars bars;
    TradesSeen seen; ///< of the trades, or bars of seconds, that came

    // After a break trades wait until what was missed before them has been fetched
    bool holding = false;
    TradesSeen seenBeforeBreak;
    std::vector<TapePrint> held;
    std::vector<HeldSecond> heldSeconds;
    bool gapAhead = false; ///< prints before the next one that comes are missing

    // The day's figures come from the service's snapshot once; trades up to then are in them.
    Timestamp dayFiguresAsOf {};
    std::optional<std::vector<TapePrint>> sinceAsked; ///< while they are awaited: prints to add
    QDate day; ///< the trading day the figures are of
    Price regularClose; ///< newest price that would close the day
    double dayNotional = 0; ///< sum of price * size of volume-eligible trades, for the day's VWAP

    int lastDirection = 0; ///< of the newest price-setting trade
    Price directionReference; ///< last different price

    int tapeInterest = 0; ///< tapes that show it
    std::deque<TapePrint> recent; ///< newest prints, for a tape that opens later
    std::vector<TapePrint> unseen; ///< prints to publish

    bool dirty = false; ///< snapshot to publish
};

} // namespace tapeline
