#pragma once

#include "chartscene.h"
#include "pixelcolumns.h"
#include "studyscale.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace tapeline {

/// Where the values of one output of an indicator lie, and how they are drawn.
struct StudyFrame
{
    StudyFrame(const ChartScene &chart, const StudyPlot &on, std::size_t output,
               const QColor &lineColor, double pixelRatio)
        : scene(chart)
        , plot(on)
        , values(chart.studies.set->values(on.id, output))
        , shift(chart.studies.set->shift(on.id, output))
        , style(chart.studies.set->choice(on.id).style(output))
        , color(lineColor)
        , ratio(pixelRatio)
        , keys { (on.rect.left() + chart.view.xOf(double(shift))) * pixelRatio,
                 chart.view.barWidth * pixelRatio }
    {
    }

    /// Logical pixels; no farther out than a painter can count.
    double y(double value) const
    {
        const double height = plot.rect.height();
        return std::clamp(studyscale::yOf(scene, plot, value), plot.rect.top() - 2 * height,
                          plot.rect.bottom() + 2 * height);
    }
    int row(double value) const { return static_cast<int>(std::floor(y(value) * ratio + 1e-6)); }
    std::optional<int> rowOrGap(double value) const
    {
        return std::isnan(value) ? std::nullopt : std::optional(row(value));
    }
    /// Of a value's middle.
    double x(ChartSeries::Key key) const { return scene.xOf(key + shift) + plot.rect.left(); }
    int width() const { return std::max(1, static_cast<int>(style.width * ratio + 0.25)); }
    double at(ChartSeries::Key key) const
    {
        return key >= values.firstKey() && key <= values.lastKey() ? values.at(key) : noValue;
    }

    const ChartScene &scene;
    const StudyPlot &plot;
    const ValueSeries &values;
    int shift;
    LineStyle style;
    QColor color;
    double ratio;
    KeyScale keys; ///< of the values' keys
};

} // namespace tapeline
