#pragma once

#include "timeframe.h"

#include <QString>

namespace tapeline {

/// "5m"; "D", "W" and "M" for one day, week and month.
QString timeframeLabel(Timeframe timeframe);
/// "5 minutes", translated.
QString timeframeName(Timeframe timeframe);

} // namespace tapeline
