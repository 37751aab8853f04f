#pragma once

#include "alertinputs.h"
#include "alerttext.h"

namespace tapeline {

class ChartAlerts;
class ChartDrawings;

/// "Trend line"; empty for a drawing that is not there.
alerttext::DrawingName drawingNames(FindDrawing find);
/// Alerts on the drawings of a chart: among what an alert can be made of, and in their menu. Both
/// live as long as the chart.
void offerDrawings(ChartAlerts &alerts, ChartDrawings &drawings);

} // namespace tapeline
