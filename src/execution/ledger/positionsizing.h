#pragma once

#include "instrument.h"
#include "money.h"

namespace tapeline {

/// How much to trade. Quantities are rounded down to whole units, or to the smallest unit where
/// the instrument is traded in fractions. InvalidArgument for prices or distances of 0 or less.
namespace positionsizing {

/// risk / (|entry - stop| * multiplier): what is lost at the stop is at most the risk.
Result<Qty> byRisk(Money risk, Price entry, Price stop, const Instrument &instrument);
/// risk / (multiple * ATR * multiplier).
Result<Qty> byAtr(Money risk, double atr, double multiple, const Instrument &instrument);
/// cash / (price * multiplier).
Result<Qty> byCash(Money cash, Price price, const Instrument &instrument);
/// As wished, in the instrument's units.
Result<Qty> byShares(Qty shares, const Instrument &instrument);

} // namespace positionsizing
} // namespace tapeline
