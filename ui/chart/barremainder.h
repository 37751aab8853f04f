#pragma once

#include "chartseries.h"

#include <QLocale>

namespace tapeline {

/// What is left of the newest bar, as it stands under the last price: "04:12" of a bar of time,
/// "212" trades or "3.4K" shares of bars of these. Empty where nothing can be said: of days and
/// longer, of range and Renko, and while the market's time is not known.
QString barRemainder(const ChartSeries &series, Timestamp marketTime, const QLocale &locale);

/// The newest bar has such a text, as a rule.
bool hasBarRemainder(Timeframe timeframe);

} // namespace tapeline
