#include "barpainter.h"

#include <QPainter>

#include <algorithm>

namespace tapeline {

namespace {

constexpr double columnsBelow = 2.0; // device pixels a bar

bool isUp(const OhlcRun &run)
{
    return run.close >= run.open;
}

QRect toLogical(const QRect &device, double ratio)
{
    return QRectF(device.x() / ratio, device.y() / ratio, device.width() / ratio,
                  device.height() / ratio)
        .toAlignedRect();
}

} // namespace

struct BarPainter::Frame
{
    Frame(const ChartScene &scene, const QRect &pane, double pixelRatio)
        : Frame(scene, pane, scene.view.low, scene.view.high, scene.view.isLog(), pixelRatio)
    {
    }
    Frame(const ChartScene &scene, const QRect &pane, double lowest, double highest, bool isLog,
          double pixelRatio)
        : ratio(pixelRatio)
        , log(isLog)
        , top(qRound(pane.top() * ratio))
        , bottom(qRound((pane.bottom() + 1) * ratio))
        , keys { (pane.left() - scene.view.left * scene.view.barWidth) * ratio,
                 scene.view.barWidth * ratio }
        , widths(BarPainter::widths(keys.perBar, ratio))
    {
        const double high = log ? std::log(highest) : highest;
        const double low = log ? std::log(lowest) : lowest;
        perPrice = (top - bottom) / (high - low);
        priceOffset = top - high * perPrice;
        perVolume = (bottom - top) / scene.volumeHigh;
    }

    int yOf(double price) const
    {
        const double y = priceOffset + perPrice * (log ? std::log(std::max(price, 1e-10)) : price);
        return static_cast<int>(std::floor(std::clamp(y, top - 1.0, bottom + 1.0) + 1e-6));
    }

    /// No part of it is in the pane. yOf() has what lies beyond an edge just outside.
    bool isOutside(const OhlcRun &run) const
    {
        return run.isEmpty() || yOf(run.low) < top || yOf(run.high) >= bottom;
    }

    double ratio;
    bool log;
    int top;
    int bottom;
    KeyScale keys;
    Widths widths;
    double priceOffset = 0;
    double perPrice = 0;
    double perVolume = 0;
};

BarPainter::BarPainter(const ChartScene &scene)
    : m_scene(scene)
{
}

BarPainter::Widths BarPainter::widths(double perBar, double ratio)
{
    const int wick = std::max(1, static_cast<int>(ratio + 0.25));
    int body = static_cast<int>(perBar * 0.8);
    if ((body - wick) % 2 != 0)
        --body;
    return { std::max(body, wick), wick };
}

/// Less than two pixels a bar: once for each pixel column that bars fall into.
template<typename Visit>
void BarPainter::forEachColumn(const Frame &frame, const Candles &candles, ChartSeries::Key first,
                               ChartSeries::Key last, Visit visit) const
{
    const ChartSeries::Key origin = candles.firstKey;
    const KeyScale indices { frame.keys.offset + frame.keys.perBar * double(origin),
                             frame.keys.perBar };
    forEachPixelColumn(candles.runs, first - origin, last + 1 - origin, indices, visit);
}

BarPainter::Candles BarPainter::prices() const
{
    return { m_scene.series->pyramid(), m_scene.series->firstKey(), m_scene.panes.price,
             m_scene.view.low,          m_scene.view.high,          m_scene.colors.up,
             m_scene.colors.down };
}

void BarPainter::paintCandles(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last)
{
    const Frame frame(m_scene, m_scene.panes.price, painter.device()->devicePixelRatioF());
    paint(painter, frame, prices(), first, last);
}

void BarPainter::paintCandles(QPainter &painter, const Candles &candles, ChartSeries::Key first,
                              ChartSeries::Key last)
{
    const Frame frame(m_scene, candles.pane, candles.low, candles.high, false,
                      painter.device()->devicePixelRatioF());
    paint(painter, frame, candles, first, last);
}

void BarPainter::paint(QPainter &painter, const Frame &frame, const Candles &candles,
                       ChartSeries::Key first, ChartSeries::Key last)
{
    first = std::max(first, candles.firstKey);
    last = std::min(last, candles.firstKey + candles.runs.size() - 1);
    if (frame.keys.perBar < columnsBelow) {
        forEachColumn(frame, candles, first, last, [&](int column, const OhlcRun &run) {
            addRange(frame, column, run, isUp(run) ? candles.up : candles.down);
        });
    } else {
        for (ChartSeries::Key key = first; key <= last; ++key)
            addCandle(frame, frame.keys.columnOf(double(key)),
                      candles.runs.at(key - candles.firstKey));
    }
    flush(painter, candles.up, candles.down);
}

void BarPainter::paintVolume(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last)
{
    const Frame frame(m_scene, m_scene.panes.volume, painter.device()->devicePixelRatioF());
    const ChartSeries &series = *m_scene.series;
    first = std::max(first, series.firstKey());
    last = std::min(last, series.lastKey());
    const QRgb up = m_scene.colors.volumeUp.rgb();
    const QRgb down = m_scene.colors.volumeDown.rgb();
    if (frame.keys.perBar < columnsBelow) {
        forEachColumn(frame, prices(), first, last, [&](int column, const OhlcRun &run) {
            const QRect rect = volumeRect(frame, column, 1, run);
            if (!rect.isEmpty())
                m_columns.push_back({ column, rect.top(), rect.bottom(), isUp(run) ? up : down });
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

void BarPainter::addCandle(const Frame &frame, int column, const OhlcRun &run)
{
    if (frame.isOutside(run))
        return;
    const auto [body, wick] = frame.widths;
    QList<QRect> &rects = isUp(run) ? m_up : m_down;
    const int high = frame.yOf(run.high);
    rects.append(QRect(column - wick / 2, high, wick, frame.yOf(run.low) - high + 1));
    if (body == wick)
        return;
    const int top = frame.yOf(std::max(run.open, run.close));
    const int bottom = frame.yOf(std::min(run.open, run.close));
    rects.append(QRect(column - body / 2, top, body, std::max(bottom - top + 1, wick)));
}

void BarPainter::addRange(const Frame &frame, int column, const OhlcRun &run, const QColor &color)
{
    if (frame.isOutside(run))
        return;
    m_columns.push_back({ column, frame.yOf(run.high), frame.yOf(run.low), color.rgb() });
}

QRect BarPainter::volumeRect(const Frame &frame, int column, int width, const OhlcRun &run)
{
    const double exact = std::min(run.volume * frame.perVolume, double(frame.bottom - frame.top));
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
    const Frame frame(m_scene, m_scene.panes.price, ratio);
    return rectOf(frame, key, m_scene.series->run(key));
}

QRect BarPainter::candleRect(const Candles &candles, ChartSeries::Key key, double ratio) const
{
    const Frame frame(m_scene, candles.pane, candles.low, candles.high, false, ratio);
    return rectOf(frame, key, candles.runs.at(key - candles.firstKey));
}

QRect BarPainter::rectOf(const Frame &frame, ChartSeries::Key key, const OhlcRun &run)
{
    if (run.isEmpty())
        return {};
    const int column = frame.keys.columnOf(double(key));
    const int high = frame.yOf(run.high);
    return toLogical(QRect(column - frame.widths.body / 2, high, frame.widths.body + 1,
                           frame.yOf(run.low) - high + 2),
                     frame.ratio);
}

QRect BarPainter::volumeRect(ChartSeries::Key key, double ratio) const
{
    const Frame frame(m_scene, m_scene.panes.volume, ratio);
    const int column = frame.keys.columnOf(double(key));
    return toLogical(QRect(column - frame.widths.body / 2, frame.top, frame.widths.body + 1,
                           frame.bottom - frame.top),
                     ratio);
}

} // namespace tapeline
