#pragma once

#include "money.h"
#include "price.h"
#include "qty.h"
#include "wideinteger.h"

#include <QString>

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <optional>

namespace tapeline {

/// Exact sums and shares of the books. Nothing here wraps: what does not fit is no value.
namespace ledgermath {

constexpr qint64 ppmOne = 1'000'000;

/// target += value; false, and target unchanged, when the sum does not fit.
template<typename Amount> [[nodiscard]] constexpr bool add(Amount &target, Amount value)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const qint64 a = target.units();
    const qint64 b = value.units();
    // The range is held symmetric, so that every amount can be negated
    if (b >= 0 ? a > most - b : a < -most - b)
        return false;
    target = Amount::fromUnits(a + b);
    return true;
}

/// target += value, held at the end of the range.
template<typename Amount> constexpr void addHeld(Amount &target, Amount value)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    if (!add(target, value))
        target = Amount::fromUnits(value < Amount() ? -most : most);
}

template<typename Amount>
[[nodiscard]] std::optional<Amount> sum(std::initializer_list<Amount> values)
{
    Amount total;
    for (const Amount value : values) {
        if (!add(total, value))
            return std::nullopt;
    }
    return total;
}

template<typename Amount> constexpr Amount magnitude(Amount amount)
{
    return amount < Amount() ? -amount : amount;
}

constexpr int signOf(qint64 units)
{
    return units > 0 ? 1 : (units < 0 ? -1 : 0);
}

/// Price times quantity, held at the end of the range.
inline Money worth(Price price, Qty qty, qint64 multiplier)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    return notional(price, qty, multiplier)
        .value_or(Money::fromUnits((price < Price()) != (qty < Qty()) ? -most : most));
}

/// The part of an amount that belongs to `part` of `whole`, rounded half to even.
/// 0 <= |part| <= |whole|, so it always fits.
inline Money share(Money amount, Qty part, Qty whole)
{
    const Qty of = magnitude(whole);
    if (of.isZero())
        return {};
    return Money::fromUnits(
        multiplyDivide(amount.units(), magnitude(part).units(), of.units()).value_or(0));
}

/// What one unit cost, for display and ranking; 0 when it does not fit.
inline Price unitPrice(Money cost, Qty qty, qint64 multiplier)
{
    // 1e-6 of money and 1e-8 of quantity make 1e-10 of price by 1e12
    const auto perContract = multiplyDivide(cost.units(), 1'000'000'000'000,
                                            std::max<qint64>(1, magnitude(qty).units()));
    return Price::fromUnits(divideHalfEven(perContract.value_or(0), multiplier));
}

/// ppm parts per million of an amount; ppm >= 0. Held at the end of the range.
inline Money partsPerMillion(Money amount, qint64 ppm)
{
    const auto units = multiplyDivide(amount.units(), ppm, ppmOne);
    return Money::fromUnits(units.value_or(amount < Money() ? -std::numeric_limits<qint64>::max()
                                                            : std::numeric_limits<qint64>::max()));
}

/// Interest of one or more days by the 360-day year: amount * rate * days / 360.
inline std::optional<Money> interest(Money amount, qint64 ratePpm, qint64 days)
{
    const auto units = multiplyDivide(amount.units(), ratePpm, days, 360 * ppmOne);
    return units ? std::optional(Money::fromUnits(*units)) : std::nullopt;
}

/// "10,020.00": for receipts and logs, in English.
QString grouped(Money amount);
/// What a trade adds to a position, or opens on the other side of it; without sign.
inline Qty openedBy(Qty held, Qty traded)
{
    const bool closes = signOf(held.units()) * signOf(traded.units()) < 0;
    return closes ? std::max(magnitude(traded) - magnitude(held), Qty()) : magnitude(traded);
}

} // namespace ledgermath
} // namespace tapeline
