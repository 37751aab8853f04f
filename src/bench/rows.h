#pragma once

#include "measurement.h"

namespace tapeline::bench {

// One function a row of the budget table, each in a file of its own name.

Measurements cacheLoad(); ///< cacherow.cpp
Measurements chartCrosshair(); ///< chartpartsrow.cpp
Measurements chartDrawings(); ///< drawingrow.cpp
Measurements chartIndicators(); ///< chartstudiesrow.cpp
Measurements chartPaint(); ///< chartrow.cpp
Measurements chartTail(); ///< chartpartsrow.cpp
Measurements clickToAcknowledged(); ///< clickrow.cpp
Measurements flowPerTrade(); ///< flowrow.cpp
Measurements footprint(); ///< footprintrow.cpp
Measurements firstPaint(); ///< startrow.cpp
Measurements heatMapColumn(); ///< heatmaprow.cpp
Measurements indicators(); ///< indicatorrow.cpp
Measurements ladderTick(); ///< ladderrow.cpp
Measurements longLine(); ///< linerow.cpp
Measurements memory(); ///< memoryrow.cpp
Measurements decode(); ///< decoderow.cpp
Measurements handOver(); ///< handoverrow.cpp
Measurements millionASecond(); ///< streamrow.cpp
Measurements optionChain(); ///< optionrow.cpp
Measurements orderToAcknowledgement(); ///< paperrow.cpp
Measurements paperCommits(); ///< journalrow.cpp
Measurements quoteToFill(); ///< paperrow.cpp
Measurements socketToState(); ///< socketrow.cpp
Measurements statePerEvent(); ///< staterow.cpp
Measurements tapeTick(); ///< tablerows.cpp
Measurements watchlistTick(); ///< tablerows.cpp
Measurements workspaceFrame(); ///< streamrow.cpp
Measurements webChart(); ///< webchartrow.cpp
Measurements streamToScreen(); ///< streamrow.cpp

} // namespace tapeline::bench
