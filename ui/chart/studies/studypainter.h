#pragma once

#include "chartscene.h"
#include "linecolumns.h"
#include "pixelcolumns.h"

#include <QPolygonF>

class QPainter;

namespace tapeline {

struct StudyFrame;

/// Paints indicators: lines, steps, columns, dots, and the areas between two outputs. Below two
/// device pixels a bar on whole pixels, one run a pixel column (performance.md 4b); above, lines
/// are smooth. Used by the canvas for the values of closed bars and by the overlay for the newest.
class StudyPainter
{
public:
    using Key = ChartSeries::Key;

    explicit StudyPainter(const ChartScene &scene);

    /// What is to be painted of an indicator.
    enum class Part : quint8 { Closed, Newest };
    /// In the clip of the plot's pane.
    void paint(QPainter &painter, const StudyPlot &plot, Part part);
    /// The room of the newest values.
    QRect newestRect(const StudyPlot &plot) const;
    /// How far a place is from an indicator's lines, in pixels; nothing beyond its pane.
    std::optional<double> distance(const StudyPlot &plot, QPointF place) const;

    /// An output's colour in the theme of the chart.
    static QColor color(const ChartScene &scene, IndicatorSet::Id id, std::size_t output);

private:
    /// Keys of an output's own values.
    struct Span
    {
        Key first;
        Key last;
    };
    Span spanOf(const StudyPlot &plot, std::size_t output, Part part) const;
    void paintBands(QPainter &painter, const StudyPlot &plot, Part part);
    void paintBand(QPainter &painter, const StudyPlot &plot, IndicatorBand band, Span span);
    void paintOutput(QPainter &painter, const StudyPlot &plot, std::size_t output, Part part);
    void paintRuns(QPainter &painter, const StudyFrame &frame, Span span, bool steps);
    void paintLine(QPainter &painter, const StudyFrame &frame, Span span, bool steps) const;
    void paintColumns(QPainter &painter, const StudyFrame &frame, Span span, bool isSigned);
    void paintDots(QPainter &painter, const StudyFrame &frame, Span span);

    const ChartScene &m_scene;
    std::vector<PixelColumn> m_columns; // kept between frames for their memory
    std::vector<QRect> m_rects;
};

} // namespace tapeline
