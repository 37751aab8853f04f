#pragma once

#include "depthbook.h"
#include "displayedliquidity.h"
#include "instrument.h"
#include "marketevent.h"
#include "printuse.h"

#include <memory>
#include <vector>

namespace tapeline {

struct WorkingOrder;

/// An auction of the day: what its price may turn out to be.
struct AuctionPrints
{
    Timestamp at {}; ///< the bell; epoch: none watched
    bool isListed = false; ///< it is known which exchange's auction it is
    bool isOver = false; ///< that exchange trades after its opening
    bool isJoined = false; ///< limit orders that waited took part
    std::optional<Trade> cross {}; ///< of that exchange, else the greatest
    std::optional<Trade> statement {}; ///< the greatest that states one, while none is seen
    std::optional<Trade> regular {}; ///< first after the open, last before the close
    Qty regularUsed {}; ///< of that print, by our orders that rested
    Qty taken {}; ///< of the auction, by our own orders
};

/// The market of one instrument as the matching sees it.
struct InstrumentMarket
{
    enum class Level : quint8 { None, Bars, Quotes, Depth };
    enum class Halt : quint8 { None, Halted, Reopening };

    // What every event touches stands together
    std::vector<WorkingOrder *> orders {}; ///< working here, by priority
    std::unique_ptr<Instrument> instrument {};
    Level level = Level::None;
    Halt halt = Halt::None;
    bool sought = false; ///< its terms were asked for, and may be none
    bool isStale = false; ///< its quote is the first after a silence
    quint32 streamEpoch = 0; ///< feed in which the quote came
    Timestamp quotedAt {}; ///< broker time
    Timestamp crossedSince {}; ///< epoch: not crossed
    DisplayedSide bid {};
    DisplayedSide ask {};
    Quote quote {};

    Price last; ///< last eligible print; 0 is none
    Timestamp lastAt {};
    Timestamp newestPrint {};
    quint64 newestSequence = 0;

    Price bandUpper; ///< 0 is none
    Price bandLower;
    Timestamp bandsFrom {}; ///< regular session for which they are
    Timestamp bandsUntil {};
    Timestamp resumedAt {}; ///< trading resumed, waits for the reopening print
    Timestamp openingPrintAt {};
    std::unique_ptr<DepthBook> book {};
    std::unique_ptr<AuctionPrints> opening {}; ///< while orders wait for it
    std::unique_ptr<AuctionPrints> closing {};

    Qty minuteVolume; ///< of the running minute, for VolumeShare
    Qty volume; ///< of the last full minute with prints
    Timestamp minute {};
    Qty dayVolume; ///< average of a day, for SqrtImpact
    qint64 dayVolatilityPpm = 0;

    const DisplayedSide &opposite(Side side) const { return side == Side::Buy ? ask : bid; }
    DisplayedSide &opposite(Side side) { return side == Side::Buy ? ask : bid; }
    /// The own side quotes a better price than this, and the other side has not come to it.
    bool isBehindBest(Side side, Price price) const
    {
        if (level != Level::Quotes || isCrossed())
            return false;
        return side == Side::Buy ? quote.hasBid() && price < quote.bid
                                 : quote.hasAsk() && price > quote.ask;
    }
    /// Worst price at which trading is allowed on this side; 0 for any.
    Price band(Side side, Timestamp now) const
    {
        if (now < bandsFrom || now >= bandsUntil)
            return {};
        return side == Side::Buy ? bandUpper : bandLower;
    }
    /// Nothing of what was quoted counts any more: other shares trade from here on.
    void forgetPrices();
    bool isCrossed() const { return quote.isTwoSided() && quote.bid > quote.ask; }

    /// What others show on the order's own side at this price; nothing while it cannot be seen.
    std::optional<Qty> displayedAt(Side side, Price price) const;
    /// Keeps last price, sequence and volume; true when the print is newer than all before it.
    bool noteSequence(const Trade &trade);
    void noteVolume(const Trade &trade);
    /// False for a quote that cannot be (execution.md V-13).
    bool isPlausible(const Quote &next, Timestamp sessionStart) const;
};

} // namespace tapeline
