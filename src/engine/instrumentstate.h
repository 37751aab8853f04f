#pragma once

#include "assetclass.h"
#include "livebars.h"
#include "marketsnapshot.h"
#include "ringbuffer.h"
#include "sequencedbook.h"
#include "tradejoin.h"
#include "venuequotes.h"

#include <memory>
#include <optional>
#include <vector>

namespace tapeline {

/// A second's bar that waits, on a plan without trades.
struct HeldSecond
{
    Aggregate bar;
    bool afterGap = false;
};

/// What the views of an instrument's book have not taken yet, and its depth where it has any.
struct BookEvents
{
    std::vector<Quote> quotes;
    std::vector<TapePrint> prints;
    std::vector<DepthUpdate> depths;

    // For a view that opens later
    VenueQuotes venues; ///< of crypto, since someone was interested first
    SequencedBook depth;
    std::optional<quint16> depthVenue; ///< whose it is: the first that sent any, while it sends
    Timestamp depthTime {}; ///< of its newest update

    bool isEmpty() const { return quotes.empty() && prints.empty() && depths.empty(); }
    void clear()
    {
        quotes.clear();
        prints.clear();
        depths.clear();
    }
};

/// Everything the market thread knows of one instrument. Owned by the hub, indexed by InstrumentId.
struct InstrumentState
{
    // Every event touches these: in front, so that they can be fetched ahead
    bool dirty = false; ///< snapshot to publish
    bool hasQuote = false;
    bool holding = false; ///< after a break trades wait until what was missed has been fetched
    bool gapAhead = false; ///< prints before the next one that comes are missing
    AssetClass assetClass = AssetClass::Stocks; ///< whose hours and conditions it has
    qint8 lastDirection = 0; ///< of the newest price-setting trade
    int tapeInterest = 0; ///< tapes that show it
    quint16 flowInterest = 0; ///< charts that show its order flow
    quint16 barInterest = 0; ///< charts of bars that are built from its trades
    quint16 bookInterest = 0; ///< views that show its book: `book` is there
    Price directionReference; ///< last different price
    Quote quote; ///< newest; the one in force for the next trade
    InstrumentSnapshot snapshot;

    // The day's figures come from the service's snapshot once; trades up to then are in them.
    Timestamp dayFiguresAsOf {};
    QDate day; ///< the trading day the figures are of
    Price regularClose; ///< newest price that would close the day
    double dayNotional = 0; ///< sum of price * size of volume-eligible trades, for the day's VWAP

    LiveBars bars;
    RingBuffer<TapePrint> recent; ///< newest prints, for a tape that opens later
    std::vector<TapePrint> unseen; ///< prints to publish
    std::vector<TapePrint> flowPrints; ///< prints that order flow has not taken yet
    std::vector<TapePrint> barPrints; ///< the same of bars that are built from trades
    TradesSeen seen; ///< of the trades, or bars of seconds, that came

    Timestamp newestSecond {}; ///< end of the newest second's bar that was shown

    std::optional<std::vector<TapePrint>> sinceAsked; ///< while day figures come: prints to add
    std::unique_ptr<TradesSeen> seenBeforeBreak; ///< while holding
    std::vector<TapePrint> held; ///< while holding
    std::vector<HeldSecond> heldSeconds;

    std::unique_ptr<BookEvents> book; ///< null until someone is interested or depth comes
};

} // namespace tapeline
