#include "pricepainter.h"

#include "dashes.h"

#include <QPainter>

namespace tapeline {

PricePainter::PricePainter(const ChartScene &scene)
    : m_scene(scene)
    , m_bars(scene)
    , m_ohlc(scene)
    , m_closes(scene)
{
}

bool PricePainter::hasRoom(const QPainter &painter) const
{
    return m_scene.view.barWidth * painter.device()->devicePixelRatioF() >= BarFrame::columnsBelow;
}

ClosePainter::Closes PricePainter::closes() const
{
    const DerivedBars &derived = *m_scene.look.derived;
    return { derived.pyramid(), derived.firstKey() };
}

void PricePainter::paintClosed(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last)
{
    const QRect &pane = m_scene.panes.price;
    if (m_scene.look.type == ChartType::Baseline)
        drawDashes(painter, QRect(pane.left(), qRound(m_scene.baselineY()), pane.width(), 1), 3, 3,
                   m_scene.colors.crosshair);
    const bool leadsOn = isOfCloses(m_scene.look.type);
    paint(painter, first, std::min(leadsOn ? last + 1 : last, m_scene.series->lastKey() - 1));
}

void PricePainter::paintNewest(QPainter &painter)
{
    paint(painter, m_scene.series->lastKey(), m_scene.series->lastKey());
}

void PricePainter::paint(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last)
{
    const BarLook &look = m_scene.look;
    if (look.derived && look.derived->isEmpty())
        return;
    switch (look.type) {
    case ChartType::Candles:
        return m_bars.paintCandles(painter, first, last);
    case ChartType::HeikinAshi:
        return m_bars.paintCandles(painter, look.derived->pyramid(), look.derived->firstKey(),
                                   first, last);
    case ChartType::HollowCandles:
        return hasRoom(painter) ? m_ohlc.paintHollow(painter, first, last)
                                : m_bars.paintCandles(painter, first, last);
    case ChartType::Bars:
        return hasRoom(painter) ? m_ohlc.paintBars(painter, first, last)
                                : m_bars.paintCandles(painter, first, last);
    case ChartType::HlcBars:
        return hasRoom(painter) ? m_ohlc.paintHlcBars(painter, first, last)
                                : m_bars.paintCandles(painter, first, last);
    default:
        return paintCloses(painter, first, last);
    }
}

void PricePainter::paintCloses(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last)
{
    const QColor &color = m_scene.colors.accent;
    switch (m_scene.look.type) {
    case ChartType::LineWithMarkers:
        m_closes.paintLine(painter, closes(), first, last, color);
        return m_closes.paintMarkers(painter, closes(), first, last, color);
    case ChartType::StepLine:
        return m_closes.paintSteps(painter, closes(), first, last, color);
    case ChartType::Area:
        return m_closes.paintArea(painter, closes(), first, last, color);
    case ChartType::Baseline:
        return m_closes.paintBaseline(painter, closes(), first, last, m_scene.baselineY());
    case ChartType::Columns:
        return m_closes.paintColumns(painter, closes(), first, last);
    default:
        return m_closes.paintLine(painter, closes(), first, last, color);
    }
}

QRect PricePainter::newestRect(double ratio) const
{
    const ChartSeries::Key last = m_scene.series->lastKey();
    const BarFrame frame(m_scene, ratio);
    const BarLook &look = m_scene.look;
    if (look.type == ChartType::HeikinAshi)
        return look.derived->isEmpty() ? QRect()
                                       : BarPainter::rectOf(frame, last, look.derived->run(last));
    if (!isOfCloses(look.type))
        return BarPainter::rectOf(frame, last, m_scene.series->run(last));
    const double floor = frame.floor() / ratio;
    switch (look.type) {
    case ChartType::Area:
    case ChartType::Columns:
        return m_closes.lineRect(closes(), last, ratio, floor);
    case ChartType::Baseline:
        return m_closes.lineRect(closes(), last, ratio, m_scene.baselineY());
    default:
        return m_closes.lineRect(closes(), last, ratio);
    }
}

} // namespace tapeline
