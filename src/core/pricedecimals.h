#pragma once

#include "price.h"

#include <algorithm>

namespace tapeline {

/// How many decimals it takes to show a price exactly: 2, 4, 6, 8 or 10. Prices of coins go from
/// cents of many thousands to hundreds of millionths.
constexpr int exactDecimals(Price price)
{
    int decimals = Price::decimals;
    for (qint64 units = price.units(); decimals > 2 && units % 100 == 0; units /= 100)
        decimals -= 2;
    return decimals;
}

/// How many decimals prices in steps of a tick take: 0 to 10.
constexpr int tickDecimals(Price tick)
{
    int decimals = Price::decimals;
    for (qint64 units = tick.units(); decimals > 0 && units % 10 == 0; units /= 10)
        --decimals;
    return decimals;
}

} // namespace tapeline
