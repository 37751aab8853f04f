#pragma once

#include "measurement.h"

namespace tapeline::bench {

// One function a row of the budget table, each in a file of its own name.

Measurements decode(); ///< decoderow.cpp
Measurements socketToState(); ///< socketrow.cpp
Measurements statePerEvent(); ///< staterow.cpp

} // namespace tapeline::bench
