#pragma once

#include "timeframe.h"

#include <QString>

#include <optional>

namespace tapeline {

/// "5m"; "D", "W" and "M" for one day, week and month.
QString timeframeLabel(Timeframe timeframe);
/// "5 minutes", translated.
QString timeframeName(Timeframe timeframe);

/// What a person means who types the width of a bar: "5" is minutes, "60" an hour, "1h", "D",
/// "500T", "10000V", "25R", "10B" as Timeframe::parse() has them. Nothing when it is none.
std::optional<Timeframe> timeframeFromTyped(const QString &text);

} // namespace tapeline
