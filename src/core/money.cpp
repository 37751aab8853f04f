#include "money.h"

#include "wideinteger.h"

namespace tapeline {

namespace {

constexpr qint64 productUnitsPerMoneyUnit = 1'000'000'000'000; // 1e-10 * 1e-8 against 1e-6

} // namespace

Money Money::fromDouble(double value)
{
    return Money(unitsFromDouble(value, unitsPerOne));
}

Result<Money> notional(Price price, Qty qty, qint64 multiplier)
{
    const std::optional<qint64> units
        = multiplyDivide(price.units(), qty.units(), multiplier, productUnitsPerMoneyUnit);
    if (!units)
        return Error { Error::Code::Overflow, {} };
    return Money::fromUnits(*units);
}

} // namespace tapeline
