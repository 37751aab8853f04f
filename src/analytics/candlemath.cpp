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
    if (update.last && update.highLow) {
        if (!bar.hasPrices) {
            bar.open = bar.high = bar.low = trade.price;
            bar.hasPrices = true;
        }
        bar.close = trade.price;
    }
    if (update.highLow && bar.hasPrices) {
        bar.high = std::max(bar.high, trade.price);
        bar.low = std::min(bar.low, trade.price);
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
