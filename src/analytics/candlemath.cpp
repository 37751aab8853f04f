#include "candlemath.h"

#include <algorithm>

namespace tapeline {

namespace {

/// Volume-weighted mean of what was there and what came, after the volume was added.
void addNotional(Candle &bar, double volumeBefore, double price, double volume)
{
    if (!bar.volume.isZero())
        bar.vwap = (bar.vwap * volumeBefore + price * volume) / (volumeBefore + volume);
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
    if (update.highLow) {
        // A print may set the range before one that may open the bar
        const bool first = !bar.hasPrices && bar.high.isZero() && bar.low.isZero();
        bar.high = first ? trade.price : std::max(bar.high, trade.price);
        bar.low = first ? trade.price : std::min(bar.low, trade.price);
    }
    if (update.last) {
        if (!bar.hasPrices)
            bar.open = trade.price;
        bar.hasPrices = true;
        bar.close = trade.price;
    }
    if (update.volume) {
        const double before = bar.volume.toDouble();
        bar.volume += trade.size;
        ++bar.tradeCount;
        addNotional(bar, before, trade.price.toDouble(), trade.size.toDouble());
    }
}

void extendCandle(Candle &bar, const Candle &part)
{
    if (part.hasPrices) {
        if (!bar.hasPrices) {
            bar.open = part.open;
            bar.high = part.high;
            bar.low = part.low;
            bar.hasPrices = true;
        }
        bar.high = std::max(bar.high, part.high);
        bar.low = std::min(bar.low, part.low);
        bar.close = part.close;
    }
    const double before = bar.volume.toDouble();
    bar.volume += part.volume;
    bar.tradeCount += part.tradeCount;
    addNotional(bar, before, part.vwap, part.volume.toDouble());
}

} // namespace tapeline
