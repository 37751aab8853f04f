#include "barpainter.h"

#include <QPainter>

#include <algorithm>

namespace tapeline {

namespace {

bool isUp(const OhlcRun &run)
{
    return run.close >= run.open;
}

} // namespace

BarPainter::BarPainter(const ChartScene &scene)
    : m_scene(scene)
{
}

void BarPainter::paintCandles(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last)
{
    paintCandles(painter, m_scene.series->pyramid(), m_scene.series->firstKey(), first, last);
}

void BarPainter::paintCandles(QPainter &painter, const OhlcPyramid &runs, ChartSeries::Key firstKey,
                              ChartSeries::Key first, ChartSeries::Key last)
{
    const BarFrame frame(m_scene, painter.device()->devicePixelRatioF());
    const ChartColors &colors = m_scene.colors;
    const ChartViewport &view = m_scene.view;
    paint(painter, frame,
          { runs, firstKey, m_scene.panes.price, view.low, view.high, colors.up, colors.down },
          first, last);
}

void BarPainter::paintCandles(QPainter &painter, const Candles &candles, ChartSeries::Key first,
                              ChartSeries::Key last)
{
    const BarFrame frame(m_scene, candles.pane, candles.low, candles.high,
                         painter.device()->devicePixelRatioF());
    paint(painter, frame, candles, first, last);
}

void BarPainter::paint(QPainter &painter, const BarFrame &frame, const Candles &candles,
                       ChartSeries::Key first, ChartSeries::Key last)
{
    first = std::max(first, candles.firstKey);
    last = std::min(last, candles.firstKey + candles.runs.size() - 1);
    if (frame.isColumns()) {
        forEachColumn(frame, candles.runs, candles.firstKey, first, last,
                      [&](int column, const OhlcRun &run) {
                          addRange(frame, column, run, isUp(run) ? candles.up : candles.down);
                      });
    } else {
        for (ChartSeries::Key key = first; key <= last; ++key)
            addCandle(frame, frame.keys.columnOf(double(key)),
                      candles.runs.at(key - candles.firstKey));
    }
    flush(painter, candles.up, candles.down);
}

BarFrame BarPainter::volumeFrame(double ratio) const
{
    return { m_scene, m_scene.panes.volume, 0, m_scene.volumeHigh, ratio };
}

void BarPainter::paintVolume(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last)
{
    const BarFrame frame = volumeFrame(painter.device()->devicePixelRatioF());
    const ChartSeries &series = *m_scene.series;
    first = std::max(first, series.firstKey());
    last = std::min(last, series.lastKey());
    const QRgb up = m_scene.colors.volumeUp.rgb();
    const QRgb down = m_scene.colors.volumeDown.rgb();
    if (frame.isColumns()) {
        forEachColumn(frame, series.pyramid(), series.firstKey(), first, last,
                      [&](int column, const OhlcRun &run) {
                          const QRect rect = volumeRect(frame, column, 1, run);
                          if (!rect.isEmpty())
                              m_columns.push_back(
                                  { column, rect.top(), rect.bottom(), isUp(run) ? up : down });
                      });
    } else {
        for (ChartSeries::Key key = first; key <= last; ++key) {
            const OhlcRun &run = series.run(key);
            const int column = frame.keys.columnOf(double(key));
            const QRect rect = volumeRect(frame, column, frame.widths.body, run);
            if (!rect.isEmpty())
                (isUp(run) ? m_up : m_down).append(rect);
        }
    }
    flush(painter, m_scene.colors.volumeUp, m_scene.colors.volumeDown);
}

void BarPainter::addCandle(const BarFrame &frame, int column, const OhlcRun &run)
{
    if (frame.isOutside(run))
        return;
    const auto [body, wick] = frame.widths;
    QList<QRect> &rects = isUp(run) ? m_up : m_down;
    const BarFrame::Rows all = frame.rows(run.low, run.high);
    rects.append(QRect(column - wick / 2, all.top, wick, all.count()));
    if (body == wick)
        return;
    const BarFrame::Rows inner = frame.rows(run.open, run.close);
    rects.append(QRect(column - body / 2, inner.top, body, std::max(inner.count(), wick)));
}

void BarPainter::addRange(const BarFrame &frame, int column, const OhlcRun &run,
                          const QColor &color)
{
    if (frame.isOutside(run))
        return;
    const BarFrame::Rows all = frame.rows(run.low, run.high);
    m_columns.push_back({ column, all.top, all.bottom, color.rgb() });
}

QRect BarPainter::volumeRect(const BarFrame &frame, int column, int width, const OhlcRun &run) const
{
    const int pane = frame.bottom - frame.top;
    const double exact = std::min(run.volume / m_scene.volumeHigh * pane, double(pane));
    if (exact <= 0)
        return {};
    const int height = std::max(1, static_cast<int>(exact)); // traded at all is seen
    return { column - width / 2, frame.bottom - height, width, height };
}

void BarPainter::flush(QPainter &painter, const QColor &up, const QColor &down)
{
    PixelFill pixels(painter);
    pixels.fillColumns(m_columns);
    pixels.fill(m_down, down);
    pixels.fill(m_up, up);
    m_columns.clear();
    m_up.clear();
    m_down.clear();
}

QRect BarPainter::candleRect(ChartSeries::Key key, double ratio) const
{
    return rectOf(BarFrame(m_scene, ratio), key, m_scene.series->run(key));
}

QRect BarPainter::candleRect(const Candles &candles, ChartSeries::Key key, double ratio) const
{
    const BarFrame frame(m_scene, candles.pane, candles.low, candles.high, ratio);
    return rectOf(frame, key, candles.runs.at(key - candles.firstKey));
}

QRect BarPainter::rectOf(const BarFrame &frame, ChartSeries::Key key, const OhlcRun &run)
{
    if (run.isEmpty())
        return {};
    const int column = frame.keys.columnOf(double(key));
    const BarFrame::Rows all = frame.rows(run.low, run.high);
    return frame.toLogical(
        QRect(column - frame.widths.body / 2, all.top, frame.widths.body + 1, all.count() + 1));
}

QRect BarPainter::volumeRect(ChartSeries::Key key, double ratio) const
{
    const BarFrame frame = volumeFrame(ratio);
    const int column = frame.keys.columnOf(double(key));
    return frame.toLogical(QRect(column - frame.widths.body / 2, frame.top, frame.widths.body + 1,
                                 frame.bottom - frame.top));
}

} // namespace tapeline
