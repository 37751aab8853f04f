#pragma once

#include "timestamp.h"

#include <string>

namespace tapeline {

/// "2013-10-07 09:30:00" on New York's clock.
std::string easternText(Timestamp time);
/// "2013-10-07 09:30:00.614".
std::string easternTextMs(Timestamp time);

} // namespace tapeline
