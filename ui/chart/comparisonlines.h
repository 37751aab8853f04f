#pragma once

#include "closepainter.h"
#include "comparison.h"

#include <QRegion>

namespace tapeline {

/// Paints the symbols that a chart is compared to, as lines in the scale of its prices: where one
/// begins the view, it begins at the chart's own price, and a percent more of it is a percent more
/// on the chart.
class ComparisonLines
{
public:
    explicit ComparisonLines(const ChartScene &scene);

    /// Up to the last, the newest bar not among them.
    void paintClosed(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last);
    void paintNewest(QPainter &painter);
    /// What they take at the newest bar, in logical pixels of the chart.
    QRegion newestRegion(double ratio) const;

    /// The lines of a chart for bars [first, last] in view; those that are hidden or have no value
    /// there are left out.
    /// @param base  the price at which they begin; without one there are none
    static std::vector<ComparedLine> place(const Comparisons &comparisons, ChartSeries::Key first,
                                           ChartSeries::Key last, double base);
    /// From the lowest to the highest price that they reach in [first, last].
    static void extend(OhlcRun &run, const std::vector<ComparedLine> &lines, ChartSeries::Key first,
                       ChartSeries::Key last);

private:
    const ChartScene &m_scene;
    ClosePainter m_closes;
};

} // namespace tapeline
