#pragma once

#include "assetclass.h"
#include "tradeconditions.h"

namespace tapeline {

/// What the conditions of a trade let it change. Those of crypto are the venue's flags and hold
/// nothing back; futures have none.
inline TradeUpdate tradeUpdate(AssetClass assetClass, const TradeConditions &conditions,
                               bool regularHours)
{
    if (assetClass == AssetClass::Stocks)
        return tradeUpdate(conditions, regularHours);
    if (assetClass == AssetClass::Options)
        return optionTradeUpdate(conditions);
    return {};
}

} // namespace tapeline
