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

/// As many decimals as prices of its kind usually take, or more where this one does.
constexpr int decimalsFor(Price price, int usual)
{
    qint64 step = 1;
    for (int digit = usual; digit < Price::decimals; ++digit)
        step *= 10;
    return price.units() % step == 0 ? usual : exactDecimals(price);
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
