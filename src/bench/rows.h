#pragma once

#include "measurement.h"

namespace tapeline::bench {

// One function a row of the budget table, each in a file of its own name.

Measurements chartCrosshair(); ///< chartpartsrow.cpp
Measurements chartPaint(); ///< chartrow.cpp
Measurements chartTail(); ///< chartpartsrow.cpp
Measurements longLine(); ///< linerow.cpp
Measurements decode(); ///< decoderow.cpp
Measurements handOver(); ///< handoverrow.cpp
Measurements millionASecond(); ///< streamrow.cpp
Measurements socketToState(); ///< socketrow.cpp
Measurements statePerEvent(); ///< staterow.cpp
Measurements tapeTick(); ///< tablerows.cpp
Measurements watchlistTick(); ///< tablerows.cpp
Measurements streamToScreen(); ///< streamrow.cpp

} // namespace tapeline::bench
