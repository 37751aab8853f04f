#include "barsum.h"

#include "tapeprinter.h"
#include "tradeconditions.h"

#include <algorithm>

namespace tapeline {

namespace {

double meanPrice(const Candle &candle)
{
    return (candle.open.toDouble() + candle.high.toDouble() + candle.low.toDouble()
            + candle.close.toDouble())
        / 4;
}

} // namespace

Candle candleOf(Timestamp start, const BarPlan &bar)
{
    Candle candle;
    candle.start = start;
    candle.open = tickPrice(bar.path.open);
    candle.high = tickPrice(bar.path.high);
    candle.low = tickPrice(bar.path.low);
    candle.close = tickPrice(bar.path.close);
    candle.volume = Qty::whole(bar.activity.volume);
    candle.tradeCount = qint64(bar.activity.prints) + bar.activity.silent;
    candle.vwap = meanPrice(candle);
    return candle;
}

void BarSum::add(const Candle &finer)
{
    addVolume(finer);
    if (finer.hasPrices)
        include(finer.open, finer.high, finer.low, finer.close);
}

void BarSum::addVolume(const Candle &finer)
{
    m_sum.volume += finer.volume;
    m_sum.tradeCount += finer.tradeCount;
}

void BarSum::add(const Trade &trade, bool regularHours)
{
    const TradeUpdate update = tradeUpdate(trade.conditions, regularHours);
    if (update.volume) {
        m_sum.volume += trade.size;
        ++m_sum.tradeCount;
    }
    if (update.last
        && update.highLow) // the sandbox prints no condition that allows only one of them
        include(trade.price, trade.price, trade.price, trade.price);
}

void BarSum::include(Price open, Price high, Price low, Price close)
{
    if (!m_priced) {
        m_sum.open = open;
        m_sum.high = high;
        m_sum.low = low;
    }
    m_priced = true;
    m_sum.high = std::max(m_sum.high, high);
    m_sum.low = std::min(m_sum.low, low);
    m_sum.close = close;
}

std::optional<Candle> BarSum::candle(Timestamp start) const
{
    if (m_sum.tradeCount == 0)
        return {};
    Candle candle = m_sum;
    candle.start = start;
    candle.hasPrices = m_priced;
    candle.vwap = m_priced ? meanPrice(candle) : 0;
    return candle;
}

} // namespace tapeline
