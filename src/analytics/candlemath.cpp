#include "candlemath.h"

#include "heldsum.h"

#include <algorithm>

namespace tapeline {

namespace {

/// Volume-weighted mean of what was there and what came, after the volume was added.
void addNotional(Candle &bar, double volumeBefore, double price, double volume)
{
    if (!bar.volume.isZero())
        bar.vwap = (bar.vwap * volumeBefore + price * volume) / (volumeBefore + volume);
}

/// A print may set the range before one that may open the bar; until then both ends are 0.
bool hasRange(const Candle &bar)
{
    return bar.hasPrices || !bar.high.isZero() || !bar.low.isZero();
}

void extendRange(Candle &bar, Price high, Price low)
{
    const bool first = !hasRange(bar);
    bar.high = first ? high : std::max(bar.high, high);
    bar.low = first ? low : std::min(bar.low, low);
}

} // namespace

Candle emptyCandle(Timestamp start)
{
    Candle bar;
    bar.start = start;
    bar.hasPrices = false;
    return bar;
}

void extendCandle(Candle &bar, const Trade &trade, TradeUpdate update)
{
    if (update.highLow)
        extendRange(bar, trade.price, trade.price);
    if (update.last) {
        if (!bar.hasPrices)
            bar.open = trade.price;
        bar.hasPrices = true;
        bar.close = trade.price;
    }
    if (update.volume) {
        const double before = bar.volume.toDouble();
        bar.volume = heldSum(bar.volume, trade.size);
        ++bar.tradeCount;
        addNotional(bar, before, trade.price.toDouble(), trade.size.toDouble());
    }
}

void extendCandle(Candle &bar, const Candle &part)
{
    if (hasRange(part))
        extendRange(bar, part.high, part.low);
    if (part.hasPrices) {
        if (!bar.hasPrices)
            bar.open = part.open;
        bar.hasPrices = true;
        bar.close = part.close;
    }
    const double before = bar.volume.toDouble();
    bar.volume = heldSum(bar.volume, part.volume);
    bar.tradeCount += part.tradeCount;
    addNotional(bar, before, part.vwap, part.volume.toDouble());
}

} // namespace tapeline
