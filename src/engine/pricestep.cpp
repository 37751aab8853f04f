#include "pricestep.h"

#include "symbology.h"

namespace tapeline {

Price barStepOf(const QString &symbol, Price price)
{
    if (const Price own = priceStepOf(symbol); !own.isZero())
        return own;
    constexpr qint64 cent = Price::unitsPerOne / 100;
    if (symbology::classOf(symbol) != AssetClass::Crypto)
        return Price::fromUnits(cent);
    constexpr qint64 finest = 100; // 1e-8, as coins are counted
    qint64 units = finest;
    while (units <= price.units() / 100'000)
        units *= 10;
    return Price::fromUnits(units);
}

} // namespace tapeline
