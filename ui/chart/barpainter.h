#pragma once

#include "barframe.h"
#include "pixelfill.h"

#include <QList>

class QPainter;

namespace tapeline {

/// Paints candles and volume on whole device pixels, at most one thing a pixel column, without
/// antialiasing, a colour at a time (design: performance.md 4b). Used by the plottables for all
/// closed bars and by the overlay for the last one, so that both agree to the pixel.
class BarPainter
{
public:
    explicit BarPainter(const ChartScene &scene);

    /// Something else than prices to paint as candles, in a pane and a scale of its own.
    struct Candles
    {
        const OhlcPyramid &runs;
        ChartSeries::Key firstKey; ///< of index 0
        QRect pane;
        double low; ///< value at the lower edge of the pane
        double high;
        QColor up;
        QColor down;
    };

    /// Candles of [first, last]; below two pixels a bar one line from high to low a pixel column.
    void paintCandles(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last);
    void paintCandles(QPainter &painter, const Candles &candles, ChartSeries::Key first,
                      ChartSeries::Key last);
    /// Other bars in the pane of prices, under the keys of the chart's.
    void paintCandles(QPainter &painter, const OhlcPyramid &runs, ChartSeries::Key firstKey,
                      ChartSeries::Key first, ChartSeries::Key last);
    /// Volume of [first, last]; below two pixels a bar the largest of a pixel column.
    void paintVolume(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last);

    /// The room the candle and the volume bar of one key take, in logical pixels of the chart.
    QRect candleRect(ChartSeries::Key key, double ratio) const;
    QRect candleRect(const Candles &candles, ChartSeries::Key key, double ratio) const;
    QRect volumeRect(ChartSeries::Key key, double ratio) const;
    /// Of a bar of the frame's pane.
    static QRect rectOf(const BarFrame &frame, ChartSeries::Key key, const OhlcRun &run);

private:
    void paint(QPainter &painter, const BarFrame &frame, const Candles &candles,
               ChartSeries::Key first, ChartSeries::Key last);
    void addCandle(const BarFrame &frame, int column, const OhlcRun &run);
    void addRange(const BarFrame &frame, int column, const OhlcRun &run, const QColor &color);
    /// In rows of the pane; empty without volume.
    QRect volumeRect(const BarFrame &frame, int column, int width, const OhlcRun &run) const;
    BarFrame volumeFrame(double ratio) const;
    void flush(QPainter &painter, const QColor &up, const QColor &down);

    const ChartScene &m_scene;
    QList<QRect> m_up; // kept between frames for their memory
    QList<QRect> m_down;
    std::vector<PixelColumn> m_columns;
};

} // namespace tapeline
