#pragma once

#include "assetclass.h"
#include "tradeconditions.h"

#include <QString>

namespace tapeline {

/// The conditions of a print in a few letters each, for a narrow column: "ISO odd". Conditions that
/// say nothing to a reader of the tape (41, trade-through exempt) are left out. Stocks and options
/// have conditions of their own.
QString shortConditions(const TradeConditions &conditions,
                        AssetClass assetClass = AssetClass::Stocks);

/// All of them in words, one a line, for a tooltip.
QString longConditions(const TradeConditions &conditions,
                       AssetClass assetClass = AssetClass::Stocks);

} // namespace tapeline
