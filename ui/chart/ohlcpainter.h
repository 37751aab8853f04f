#pragma once

#include "barframe.h"
#include "pixelfill.h"

#include <QList>

class QPainter;

namespace tapeline {

/// Paints the bars of a chart as hollow candles, or as strokes with ticks at the side for open and
/// close. By the rules of BarPainter, which has the same below two pixels a bar.
class OhlcPainter
{
public:
    explicit OhlcPainter(const ChartScene &scene);

    /// Hollow when the close is above the open; up when it is not below the close before.
    void paintHollow(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last);
    /// Up when the close is not below the open.
    void paintBars(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last);
    /// Without opens. Up when the close is not below the close before.
    void paintHlcBars(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last);

private:
    template<typename Add>
    void paint(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last, Add add);
    bool isAboveCloseBefore(ChartSeries::Key key, const OhlcRun &run) const;
    static void addHollow(QList<QRect> &rects, const BarFrame &frame, int column,
                          const OhlcRun &run);
    static void addBar(QList<QRect> &rects, const BarFrame &frame, int column, const OhlcRun &run,
                       bool withOpen);

    const ChartScene &m_scene;
    QList<QRect> m_up; // kept between frames for their memory
    QList<QRect> m_down;
};

} // namespace tapeline
