#pragma once

#include "barframe.h"
#include "pixelfill.h"

#include <QColor>
#include <QPolygonF>

class QPainter;

namespace tapeline {

/// Paints lines through closes, and what is tinted or filled under them, in the pane of prices.
/// Below two pixels a bar it is one run from the smallest to the largest close a pixel column, on
/// whole device pixels; above, lines are smooth. What leads to a bar from the one before belongs to
/// that bar, so that the newest can be painted alone.
class ClosePainter
{
public:
    using Key = ChartSeries::Key;

    explicit ClosePainter(const ChartScene &scene);

    /// Flat bars whose price is the value: where there is none the line goes on to the next.
    struct Closes
    {
        const OhlcPyramid &runs;
        Key firstKey; ///< of index 0
        double factor = 1; ///< from a value to a price of the pane, > 0
    };
    void paintLine(QPainter &painter, const Closes &closes, Key first, Key last,
                   const QColor &color);
    void paintMarkers(QPainter &painter, const Closes &closes, Key first, Key last,
                      const QColor &color);
    void paintSteps(QPainter &painter, const Closes &closes, Key first, Key last,
                    const QColor &color);
    /// Tint from the line down to the floor of the pane.
    void paintArea(QPainter &painter, const Closes &closes, Key first, Key last,
                   const QColor &color);
    /// In the colours up above a row of the chart (logical pixels), down below it.
    void paintBaseline(QPainter &painter, const Closes &closes, Key first, Key last, double level);
    /// From the floor to the close, coloured by the close before.
    void paintColumns(QPainter &painter, const Closes &closes, Key first, Key last);

    /// The room that any of them takes of one bar, from the bar before to it, in logical pixels;
    /// level: another row it reaches to.
    QRect lineRect(const Closes &closes, Key key, double ratio,
                   std::optional<double> level = {}) const;

    static constexpr double lineWidth = 2; ///< logical pixels of smooth lines

private:
    QPolygonF points(const BarFrame &frame, const Closes &closes, Key first, Key last) const;
    void makeColumns(const BarFrame &frame, const Closes &closes, Key first, Key last,
                     const QColor &color);
    void paintPolyline(QPainter &painter, const QPolygonF &line, const QColor &color) const;
    struct Fill // in rows
    {
        int level; ///< from the line to there
        int top; ///< nothing above
        int bottom; ///< nothing from here on
        QColor color;
    };
    QPolygonF outline(const BarFrame &frame, const Closes &closes, Key first, Key last,
                      bool lowerEdge);
    void fill(QPainter &painter, const BarFrame &frame, const Closes &closes, Key first, Key last,
              const Fill &fill);
    void flushFill(QPainter &painter, const QColor &above, const QColor &below);

    const ChartScene &m_scene;
    std::vector<PixelColumn> m_columns; // kept between frames for their memory
    QList<QRect> m_above;
    QList<QRect> m_below;
};

} // namespace tapeline
