#pragma once

#include "assetclass.h"
#include "candle.h"
#include "marketevent.h"
#include "timeframe.h"
#include "tradeconditions.h"

#include <optional>
#include <vector>

namespace tapeline {

/// What comes to a bar at one moment: a trade, or a part of a time bar that stands for many.
struct BarPrint
{
    Timestamp time {};
    Price price;
    Qty size;
    qint64 trades = 1; ///< 0: it moves the price only
    TradeUpdate update {};

    friend bool operator==(const BarPrint &, const BarPrint &) = default;
};

BarPrint barPrint(const Trade &trade, TradeUpdate update);

struct TradeBarOptions
{
    Timeframe timeframe { BarKind::Trades, 500 }; ///< not of time
    AssetClass assetClass = AssetClass::Stocks; ///< tells trading days
    Price step = Price::fromUnits(Price::unitsPerOne / 100); ///< that range and bricks count in
    /// The first trade of a day begins a bar; the last one of the day before may be short.
    bool newEachDay = true;
};

/// Builds bars that time does not end, incrementally and from prints in the order they come, late
/// ones included: that order says what is first and last. A print that may change nothing
/// (TradeUpdate) is left out; one that may not set the last price adds its volume only.
///
/// - Trades: a bar ends with its N-th trade that counts in volume. Odd lots count and set no price:
///   a bar of nothing else has none.
/// - Volume: a bar ends with its N-th share. A trade larger than what is left is split over as many
///   bars as it takes; it is counted as a trade in the first of them.
/// - Range: high minus low of a bar that ended is N steps exactly. The first price beyond that ends
///   it at its limit, and the next one opens there ("new bar on range exceeded, open = prior
///   close"). Where prices jump, bars of that range without volume fill the way.
/// - Renko: bricks of N steps between multiples of that height. A brick is done as soon as its far
///   end is traded; in the other direction that takes two heights from the last close. Its wick is
///   the furthest price against it since the brick before. Where prices jump, bricks without volume
///   fill the way. A brick that is not done when bars begin anew has volume and no prices.
///
/// A print takes no more than mostBarsOfAPrint bars: the last of them takes what is left, and
/// prices that are further away are jumped to.
///
/// A bar starts at the time of its first print; starts ascend strictly: one that would not is
/// moved to a nanosecond after the one before. Sums of volume and trades are those of the prints.
class TradeBarBuilder
{
public:
    static constexpr int mostBarsOfAPrint = 1'000;

    explicit TradeBarBuilder(const TradeBarOptions &options);

    const TradeBarOptions &options() const { return m_options; }

    void add(const BarPrint &print);
    /// The bar that forms is over as it is; what comes next begins anew, as if nothing were before.
    void interrupt();
    /// The next bar to begin takes only so much (trades, or units of Qty): what is left when bars
    /// of full size are counted back from what follows. Of trades and volume; 0 is a full one.
    void setFirstSize(qint64 size) { m_firstSize = size; }
    /// What a full bar takes in the same count; 0 of range and Renko.
    qint64 fullSize() const;
    /// What a print adds to that.
    qint64 sizeOf(const BarPrint &print) const;

    /// Bars that have ended since the last call, ascending by start.
    std::vector<Candle> takeEnded();
    /// The one that forms; nothing between bars.
    const std::optional<Candle> &forming() const { return m_forming; }

private:
    struct Brick
    {
        Price low;
        Price high;
    };

    void beginDay(Timestamp time);
    Candle &open(Timestamp time);
    void end();
    void addSplit(BarPrint print);
    BarPrint cut(BarPrint &print, qint64 size) const;
    void addToRange(const BarPrint &print);
    void reach(Price price, Timestamp time);
    void addToBrick(const BarPrint &print);
    void endBrick(Price from, Price to);
    Price height() const;

    TradeBarOptions m_options;
    std::vector<Candle> m_ended;
    std::optional<Candle> m_forming;
    qint64 m_left = 0; ///< of the forming bar, by fullSize()
    qint64 m_firstSize = 0;
    std::optional<Brick> m_brick; ///< the last, or where the first one is to begin: of no height
    Timestamp m_lastStart = Timestamp::min();
    Timestamp m_dayEnd = Timestamp::min();
};

} // namespace tapeline
