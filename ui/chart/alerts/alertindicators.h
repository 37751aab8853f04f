#pragma once

namespace tapeline {

class ChartAlerts;
class IndicatorSet;

/// Alerts on the indicators of a chart, line by line. The set must outlive the alerts.
void offerIndicators(ChartAlerts &alerts, const IndicatorSet &indicators);

} // namespace tapeline
