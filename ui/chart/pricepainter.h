#pragma once

#include "barpainter.h"
#include "closepainter.h"
#include "ohlcpainter.h"

namespace tapeline {

/// Paints the bars of a chart as its type says. Used by the canvas for all closed bars and by the
/// overlay for the newest.
class PricePainter
{
public:
    explicit PricePainter(const ChartScene &scene);

    /// [first, last], the newest not among them; a line goes on beyond the last.
    void paintClosed(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last);
    void paintNewest(QPainter &painter);
    /// What the newest bar takes, in logical pixels of the chart.
    QRect newestRect(double ratio) const;

private:
    void paint(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last);
    void paintCloses(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last);
    ClosePainter::Closes closes() const;
    /// Whole bars fall on columns of their own.
    bool hasRoom(const QPainter &painter) const;

    const ChartScene &m_scene;
    BarPainter m_bars;
    OhlcPainter m_ohlc;
    ClosePainter m_closes;
};

} // namespace tapeline
