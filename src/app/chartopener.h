#pragma once

#include "timeframe.h"

namespace tapeline {

class MainWindow;

/// Brings the bar that holds an instant into view: in a chart of that symbol and timeframe, else of
/// that symbol, in the workspace that is shown; opens one that follows nobody where there is none.
void showInChart(MainWindow &window, const QString &symbol, Timeframe timeframe, Timestamp time);

} // namespace tapeline
