#include "marginfigures.h"

#include "ledgermath.h"

#include <algorithm>

namespace tapeline {

using namespace ledgermath;

namespace {

constexpr Price cheapStock = Price::whole(5);

Money percent(Money amount, qint64 share)
{
    return partsPerMillion(amount, share * 10'000);
}

/// FINRA 4210(c): the greater of a share of the value and an amount a unit.
Money shortMaintenance(const ValuedPosition &position)
{
    const Money value = magnitude(position.value);
    const bool isCheap = position.mark < cheapStock;
    const Price unit = isCheap ? Price::fromUnits(Price::unitsPerOne * 5 / 2) : cheapStock;
    const Money floor
        = notional(unit, magnitude(position.qty), position.instrument.multiplier).value_or(value);
    return std::max(isCheap ? value : percent(value, 30), floor);
}

void addStock(MarginFigures &figures, const ValuedPosition &position)
{
    if (position.qty < Qty()) {
        addHeld(figures.shortValue, magnitude(position.value));
        addHeld(figures.maintenance, shortMaintenance(position));
    } else {
        addHeld(figures.longValue, position.value);
    }
}

} // namespace

bool isPaidInFull(AssetClass assetClass)
{
    return assetClass == AssetClass::Crypto || assetClass == AssetClass::Forex;
}

Money halfOf(Money amount)
{
    return Money::fromUnits(divideHalfEven(amount.units(), 2));
}

Money twiceOf(Money amount)
{
    addHeld(amount, amount);
    return amount;
}

Money MarginFigures::buyingPower() const
{
    return twiceOf(std::max(excess, Money()));
}

MarginFigures regulationT(Money equity, std::span<const ValuedPosition> positions,
                          std::span<const OptionGroup> options)
{
    MarginFigures figures;
    figures.equity = equity;
    for (const ValuedPosition &position : positions) {
        if (isPaidInFull(position.instrument.assetClass) && position.qty > Qty())
            addHeld(figures.paidInFull, position.value);
        else if (position.instrument.assetClass != AssetClass::Options)
            addStock(figures, position);
    }
    for (const OptionGroup &group : options) {
        const OptionNeed need = optionNeed(group);
        addHeld(figures.optionRequirement, need.requirement);
        addHeld(figures.paidInFull, need.paid);
    }
    addHeld(figures.maintenance, percent(figures.longValue, 25));
    addHeld(figures.maintenance, figures.optionRequirement);
    figures.initial = halfOf(figures.longValue);
    addHeld(figures.initial, halfOf(figures.shortValue));
    addHeld(figures.initial, figures.optionRequirement);
    figures.excess = equity;
    addHeld(figures.excess, -figures.paidInFull);
    addHeld(figures.excess, -figures.initial);
    return figures;
}

} // namespace tapeline
