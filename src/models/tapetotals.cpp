#include "tapetotals.h"

#include "tapeside.h"

namespace tapeline {

void TapeTotals::add(const TapePrint &print)
{
    ++prints;
    const Trade &trade = print.trade;
    if (!print.update.volume)
        return;
    shares += trade.size;
    notional += trade.price.toDouble() * trade.size.toDouble();
    const TapeSide side = tapeSide(print);
    if (side == TapeSide::Buy)
        buys += trade.size;
    else if (side == TapeSide::Sell)
        sells += trade.size;
}

void TapeTotals::add(const TapeTotals &other)
{
    prints += other.prints;
    shares += other.shares;
    notional += other.notional;
    buys += other.buys;
    sells += other.sells;
}

} // namespace tapeline
