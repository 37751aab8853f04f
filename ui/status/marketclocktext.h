#pragma once

#include "marketsnapshot.h"

#include <QString>

namespace tapeline {

/// "Market open · closes in 2:14": which part of the day it is and when the next begins.
QString sessionText(SessionPart part, SessionPart next, Duration untilNext);
/// "2:14" from an hour on, "14 min" and "45 s" below. Never negative.
QString countdownText(Duration left);
/// Time of day in New York with its zone: "10:46:02 ET".
QString easternTimeText(Timestamp time);
/// The same instant as date and time where the user is, by the locale.
QString localTimeText(Timestamp time);

} // namespace tapeline
