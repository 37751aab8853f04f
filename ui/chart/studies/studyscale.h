#pragma once

#include "chartscene.h"

#include <QLocale>

namespace tapeline {

/// Which values the panes of a chart's indicators show, and where a value lies.
namespace studyscale {

/// The key under which an output's value is drawn at a bar, and the other way round.
inline ChartSeries::Key sourceOf(ChartSeries::Key bar, int shift)
{
    return bar - shift;
}

/// All values of an indicator that are drawn at the bars [first, last] and not hidden.
ValueRun over(const IndicatorSet &set, IndicatorSet::Id id, ChartSeries::Key first,
              ChartSeries::Key last);

/// Sets the scene's panes and plots for the bars in view. Panes with a fixed range have that;
/// others fit their values, with room for legendRoom pixels above. Of several indicators in one
/// pane those that measure alike share the first one's axis, the others fit the pane by themselves.
/// edge, leastDistance: of axis labels, in pixels.
void fit(ChartScene &scene, int legendRoom, int edge, int leastDistance);

/// Whether the newest values lie within what the panes show.
bool fitsNewest(const ChartScene &scene);

/// In pixels of the chart.
double yOf(const ChartScene &scene, const StudyPlot &plot, double value);
/// The value at a height of a pane.
double valueAt(const StudyPane &pane, int y);

/// A value with so many decimals; large ones shortened ("1.24M") as a chart shows volume.
QString text(double value, int decimals, const QLocale &locale);
/// A round value of a pane's axis: no more decimals than its neighbours need.
QString markText(const StudyPane &pane, double mark, const QLocale &locale);

} // namespace studyscale
} // namespace tapeline
