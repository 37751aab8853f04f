#pragma once

#include "assetclass.h"
#include "timestamp.h"

#include <QDate>

namespace tapeline {

/// The day that order flow counts an instant to: of coins and currencies the UTC day, as their bars
/// and the history that is fetched; of all others the date in New York.
QDate flowDay(AssetClass assetClass, Timestamp time);
/// Where that day begins.
Timestamp flowDayStart(AssetClass assetClass, QDate day);
/// Where its main trading begins: 09:30 in New York; of coins and currencies
/// the day's start.
Timestamp flowDayOpen(AssetClass assetClass, QDate day);

} // namespace tapeline
