#pragma once

#include "money.h"

namespace tapeline {

/// "10,020.00": digits in groups, English, for the numbers of reasons.
QString grouped(QString plain);

inline QString amountText(Price price)
{
    return grouped(price.toString(2));
}
inline QString amountText(Money money)
{
    return grouped(money.toString(2));
}
inline QString amountText(Qty qty)
{
    return grouped(qty.toString());
}

/// "10.00 against 12.00".
QString versus(Price a, Price b);

} // namespace tapeline
