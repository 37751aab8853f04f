#include "excursion.h"

namespace tapeline {

std::optional<TradeExcursion> tradeExcursion(const TradeRecord &trade,
                                             const std::optional<Money> &risk)
{
    if (!trade.worst || !trade.best)
        return {};
    TradeExcursion excursion;
    excursion.adverse = -*trade.worst;
    excursion.favourable = *trade.best;
    excursion.isRough = trade.isExcursionRough;
    const double adverse = excursion.adverse.toDouble();
    const double favourable = excursion.favourable.toDouble();
    if (const double units = trade.size.toDouble() * double(trade.multiplier); units > 0) {
        excursion.adversePerUnit = adverse / units;
        excursion.favourablePerUnit = favourable / units;
    }
    if (risk && *risk > Money()) {
        excursion.adverseR = adverse / risk->toDouble();
        excursion.favourableR = favourable / risk->toDouble();
    }
    if (favourable > 0 && !trade.isOpen())
        excursion.efficiency = trade.gross.toDouble() / favourable;
    return excursion;
}

} // namespace tapeline
