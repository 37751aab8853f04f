#pragma once

#include "timestamp.h"

namespace tapeline {

/// The first 09:30 Eastern after an instant: where session sums of order flow start again.
Timestamp nextSessionStart(Timestamp time);

} // namespace tapeline
