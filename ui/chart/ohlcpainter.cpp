#include "ohlcpainter.h"

#include <QPainter>

namespace tapeline {

OhlcPainter::OhlcPainter(const ChartScene &scene)
    : m_scene(scene)
{
}

/// add(frame, key, column, run) adds the rectangles of one bar.
template<typename Add>
void OhlcPainter::paint(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last, Add add)
{
    const BarFrame frame(m_scene, painter.device()->devicePixelRatioF());
    const ChartSeries &series = *m_scene.series;
    first = std::max(first, series.firstKey());
    last = std::min(last, series.lastKey());
    for (ChartSeries::Key key = first; key <= last; ++key) {
        const OhlcRun &run = series.run(key);
        if (!frame.isOutside(run))
            add(frame, key, frame.keys.columnOf(double(key)), run);
    }
    PixelFill pixels(painter);
    pixels.fill(m_down, m_scene.colors.down);
    pixels.fill(m_up, m_scene.colors.up);
    m_up.clear();
    m_down.clear();
}

void OhlcPainter::paintHollow(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last)
{
    paint(painter, first, last,
          [this](const BarFrame &frame, ChartSeries::Key key, int column, const OhlcRun &run) {
              addHollow(isAboveCloseBefore(key, run) ? m_up : m_down, frame, column, run);
          });
}

void OhlcPainter::paintBars(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last)
{
    paint(painter, first, last,
          [this](const BarFrame &frame, ChartSeries::Key, int column, const OhlcRun &run) {
              addBar(run.close >= run.open ? m_up : m_down, frame, column, run, true);
          });
}

void OhlcPainter::paintHlcBars(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last)
{
    paint(painter, first, last,
          [this](const BarFrame &frame, ChartSeries::Key key, int column, const OhlcRun &run) {
              addBar(isAboveCloseBefore(key, run) ? m_up : m_down, frame, column, run, false);
          });
}

/// The first bar has none before: its open stands in.
bool OhlcPainter::isAboveCloseBefore(ChartSeries::Key key, const OhlcRun &run) const
{
    const double before = m_scene.series->closeBefore(key);
    return run.close >= (before > 0 ? before : run.open);
}

void OhlcPainter::addHollow(QList<QRect> &rects, const BarFrame &frame, int column,
                            const OhlcRun &run)
{
    const auto [body, wick] = frame.widths;
    const BarFrame::Rows all = frame.rows(run.low, run.high);
    const BarFrame::Rows inner = frame.rows(run.open, run.close);
    const int left = column - body / 2;
    const bool hasRoom = body > 2 * wick && inner.count() > 2 * wick;
    if (run.close <= run.open || !hasRoom) {
        rects.append(QRect(column - wick / 2, all.top, wick, all.count()));
        if (body > wick)
            rects.append(QRect(left, inner.top, body, std::max(inner.count(), wick)));
        return;
    }
    rects.append(QRect(column - wick / 2, all.top, wick, inner.top - all.top));
    rects.append(QRect(column - wick / 2, inner.bottom + 1, wick, all.bottom - inner.bottom));
    rects.append(QRect(left, inner.top, body, wick));
    rects.append(QRect(left, inner.bottom + 1 - wick, body, wick));
    rects.append(QRect(left, inner.top, wick, inner.count()));
    rects.append(QRect(left + body - wick, inner.top, wick, inner.count()));
}

void OhlcPainter::addBar(QList<QRect> &rects, const BarFrame &frame, int column, const OhlcRun &run,
                         bool withOpen)
{
    const auto [body, wick] = frame.widths;
    const BarFrame::Rows all = frame.rows(run.low, run.high);
    const int left = column - wick / 2;
    rects.append(QRect(left, all.top, wick, std::max(all.count(), wick)));
    const int tick = (body - wick) / 2;
    if (tick <= 0)
        return;
    const auto rowOf = [&](double price) { return std::min(frame.yOf(price), all.bottom); };
    if (withOpen)
        rects.append(QRect(left - tick, rowOf(run.open), tick, wick));
    rects.append(QRect(left + wick, rowOf(run.close), tick, wick));
}

} // namespace tapeline
