#pragma once

#include "chartcolors.h"
#include "chartseries.h"
#include "chartviewport.h"
#include "timemarks.h"

#include <QRect>

#include <optional>

namespace tapeline {

/// How a chart's area is divided, in logical pixels of the chart widget.
struct ChartPanes
{
    QRect price;
    QRect volume;
    QRect priceAxis; ///< right of both panes
    QRect timeAxis; ///< below both panes

    static ChartPanes divide(QSize size, int priceAxisWidth, int timeAxisHeight);
};

/// Where the crosshair stands: on a bar, and at a height when a mouse put it there.
struct ChartCrosshair
{
    ChartSeries::Key key = 0; ///< may lie outside the bars there are
    std::optional<int> y; ///< chart widget's pixels

    friend bool operator==(const ChartCrosshair &, const ChartCrosshair &) = default;
};

/// All that a chart's painters need to know. Owned by the chart, read by them.
struct ChartScene
{
    const ChartSeries *series = nullptr;
    ChartViewport view;
    ChartPanes panes;
    ChartColors colors = ChartColors::dark();
    double volumeHigh = 1; ///< volume at the upper edge of its pane
    std::vector<TimeMark> timeMarks; ///< labels of the axes
    std::vector<double> priceMarks;
    std::vector<double> volumeMarks;
    std::optional<ChartCrosshair> crosshair;
    Timestamp marketTime {}; ///< for the time left to the bar's close; epoch: not shown

    bool hasBars() const { return series && !series->isEmpty(); }
};

} // namespace tapeline
