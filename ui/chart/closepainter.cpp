#include "closepainter.h"

#include "colormix.h"
#include "linecolumns.h"

#include <QPainter>

#include <tuple>

namespace tapeline {

namespace {

using Key = ChartSeries::Key;
using Closes = ClosePainter::Closes;

constexpr double markerRadius = 2.5; // logical pixels
constexpr double narrowestMarked = 6; // logical pixels a bar
constexpr qsizetype pathCorners = 8; // of a smooth line drawn at once
constexpr double tint = 0.18; // opacity of what lies under a line
constexpr double columnShare = 0.55; // of a column's colour, the rest is background

int widthOf(double ratio)
{
    return std::max(1, static_cast<int>(ClosePainter::lineWidth * ratio + 0.25));
}

QColor tinted(QColor color)
{
    color.setAlphaF(tint);
    return color;
}

double valueOf(const Closes &closes, Key key)
{
    return closes.runs.at(key - closes.firstKey).close * closes.factor;
}

bool hasValue(const Closes &closes, Key key)
{
    return !closes.runs.at(key - closes.firstKey).isEmpty();
}

/// The newest value to the left of a key.
std::optional<Key> valueBefore(const Closes &closes, Key key)
{
    const auto found = lastWithPrices(closes.runs, key - closes.firstKey);
    return found ? std::optional(closes.firstKey + *found) : std::nullopt;
}

/// Of [first, last] what there is; empty when first > last.
std::pair<Key, Key> clipped(const Closes &closes, Key first, Key last)
{
    return { std::max(first, closes.firstKey),
             std::min(last, closes.firstKey + closes.runs.size() - 1) };
}

double columnX(const BarFrame &frame, Key key)
{
    return frame.keys.columnOf(double(key)) + 0.5;
}

} // namespace

ClosePainter::ClosePainter(const ChartScene &scene)
    : m_scene(scene)
{
}

/// In logical pixels, from the value before the first; no farther out than a painter can count.
QPolygonF ClosePainter::points(const BarFrame &frame, const Closes &closes, Key first,
                               Key last) const
{
    QPolygonF line;
    const double height = frame.bottom - frame.top;
    const auto add = [&](Key key) {
        const double y = std::clamp(frame.exactY(valueOf(closes, key)), frame.top - 2 * height,
                                    frame.bottom + 2 * height);
        line.append(QPointF(columnX(frame, key), y) / frame.ratio);
    };
    if (const auto before = valueBefore(closes, first))
        add(*before);
    for (Key key = first; key <= last; ++key)
        if (hasValue(closes, key))
            add(key);
    return line;
}

void ClosePainter::makeColumns(const BarFrame &frame, const Closes &closes, Key first, Key last,
                               const QColor &color)
{
    m_columns.clear();
    LineColumns line(m_columns, color.rgb());
    forEachColumn(frame, closes.runs, closes.firstKey, valueBefore(closes, first).value_or(first),
                  last, [&](int column, const OhlcRun &run) {
                      if (run.isEmpty())
                          return;
                      const BarFrame::Rows all
                          = frame.rows(run.low * closes.factor, run.high * closes.factor);
                      line.add(column, all.top, all.bottom, frame.yOf(run.open * closes.factor),
                               frame.yOf(run.close * closes.factor));
                  });
}

void ClosePainter::paintPolyline(QPainter &painter, const QPolygonF &line,
                                 const QColor &color) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(color, lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (line.size() == 1)
        painter.drawPoint(line.front());
    // In parts: the cost of one path grows with the square of its corners
    for (qsizetype i = 0; i + 1 < line.size(); i += pathCorners)
        painter.drawPolyline(line.constData() + i,
                             static_cast<int>(std::min(pathCorners + 1, line.size() - i)));
    painter.restore();
}

void ClosePainter::paintLine(QPainter &painter, const Closes &closes, Key first, Key last,
                             const QColor &color)
{
    std::tie(first, last) = clipped(closes, first, last);
    if (first > last)
        return;
    const BarFrame frame(m_scene, painter.device()->devicePixelRatioF());
    if (!frame.isColumns())
        return paintPolyline(painter, points(frame, closes, first, last), color);
    makeColumns(frame, closes, first, last, color);
    fillLineColumns(painter, m_columns, widthOf(frame.ratio));
}

void ClosePainter::paintMarkers(QPainter &painter, const Closes &closes, Key first, Key last,
                                const QColor &color)
{
    std::tie(first, last) = clipped(closes, first, last);
    const BarFrame frame(m_scene, painter.device()->devicePixelRatioF());
    if (frame.keys.perBar < narrowestMarked * frame.ratio)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (Key key = first; key <= last; ++key) {
        if (!hasValue(closes, key))
            continue;
        const double y = frame.exactY(valueOf(closes, key));
        if (y >= frame.top && y < frame.bottom)
            painter.drawEllipse(QPointF(columnX(frame, key), y) / frame.ratio, markerRadius,
                                markerRadius);
    }
    painter.restore();
}

void ClosePainter::paintSteps(QPainter &painter, const Closes &closes, Key first, Key last,
                              const QColor &color)
{
    std::tie(first, last) = clipped(closes, first, last);
    if (first > last)
        return;
    const BarFrame frame(m_scene, painter.device()->devicePixelRatioF());
    if (frame.isColumns())
        return paintLine(painter, closes, first, last, color);
    const int width = widthOf(frame.ratio);
    std::optional<Key> before = valueBefore(closes, first);
    for (Key key = first; key <= last; ++key) {
        if (!hasValue(closes, key))
            continue;
        const int from = before.value_or(key) == key ? frame.keys.columnOf(double(key))
                                                     : frame.keys.columnOf(double(*before));
        const int to = frame.keys.columnOf(double(key));
        const int fromRow = frame.yOf(valueOf(closes, before.value_or(key)));
        const BarFrame::Rows rise
            = frame.rows(valueOf(closes, before.value_or(key)), valueOf(closes, key));
        m_above.append(QRect(from - width / 2, fromRow - width / 2, to - from + width, width));
        m_above.append(
            QRect(to - width / 2, rise.top - width / 2, width, rise.count() - 1 + width));
        before = key;
    }
    flushFill(painter, color, color);
}

// --- fills ----------------------------------------------------------------------------------

/// In device pixels, from the value before the first; at less than two pixels a bar along one edge
/// of the line: its upper or its lower one.
QPolygonF ClosePainter::outline(const BarFrame &frame, const Closes &closes, Key first, Key last,
                                bool lowerEdge)
{
    QPolygonF line;
    if (!frame.isColumns()) {
        line = points(frame, closes, first, last);
        for (QPointF &point : line)
            point *= frame.ratio;
        return line;
    }
    makeColumns(frame, closes, first, last, {});
    for (const PixelColumn &column : m_columns) {
        const int row = lowerEdge ? column.bottom + 1 : column.top;
        line << QPointF(column.x, row) << QPointF(column.x + 1, row);
    }
    return line;
}

/// What lies between the line and a row, within other rows; each column once: those after the bar
/// before the first, up to the last. One shape: a column at a time costs a multiple.
void ClosePainter::fill(QPainter &painter, const BarFrame &frame, const Closes &closes, Key first,
                        Key last, const Fill &fill)
{
    QPolygonF shape = outline(frame, closes, first, last, fill.level < fill.bottom);
    if (shape.isEmpty())
        return;
    shape << QPointF(shape.back().x() + 1, shape.back().y()); // to the end of its column
    const std::optional<Key> lead = valueBefore(closes, first);
    const int from
        = lead ? std::max(frame.keys.columnOf(double(*lead)) + 1, frame.left) : frame.left;
    const int to = std::min(static_cast<int>(shape.back().x()) + 1, frame.right);
    shape << QPointF(shape.back().x(), fill.level) << QPointF(shape.front().x(), fill.level);
    PixelFill pixels(painter); // counts in device pixels
    painter.setClipRect(QRect(from, fill.top, to - from, fill.bottom - fill.top),
                        Qt::IntersectClip);
    painter.setBrush(tinted(fill.color));
    painter.drawPolygon(shape);
}

void ClosePainter::flushFill(QPainter &painter, const QColor &above, const QColor &below)
{
    PixelFill pixels(painter);
    pixels.fill(m_above, above);
    pixels.fill(m_below, below);
    m_above.clear();
    m_below.clear();
}

void ClosePainter::paintArea(QPainter &painter, const Closes &closes, Key first, Key last,
                             const QColor &color)
{
    std::tie(first, last) = clipped(closes, first, last);
    if (first > last)
        return;
    const BarFrame frame(m_scene, painter.device()->devicePixelRatioF());
    fill(painter, frame, closes, first, last, { frame.floor(), frame.top, frame.bottom, color });
    paintLine(painter, closes, first, last, color);
}

void ClosePainter::paintBaseline(QPainter &painter, const Closes &closes, Key first, Key last,
                                 double level)
{
    std::tie(first, last) = clipped(closes, first, last);
    if (first > last)
        return;
    const BarFrame frame(m_scene, painter.device()->devicePixelRatioF());
    const ChartColors &colors = m_scene.colors;
    const int row = qRound(level * frame.ratio);
    fill(painter, frame, closes, first, last, { row, frame.top, row, colors.up });
    fill(painter, frame, closes, first, last, { row, row, frame.bottom, colors.down });
    const QRect &pane = m_scene.panes.price;
    const QRectF above(pane.left(), pane.top(), pane.width(), level - pane.top());
    const QRectF below(pane.left(), level, pane.width(), pane.bottom() + 1 - level);
    for (const auto &[part, color] : { std::pair(above, colors.up), { below, colors.down } }) {
        painter.save();
        painter.setClipRect(part, Qt::IntersectClip);
        paintLine(painter, closes, first, last, color);
        painter.restore();
    }
}

void ClosePainter::paintColumns(QPainter &painter, const Closes &closes, Key first, Key last)
{
    std::tie(first, last) = clipped(closes, first, last);
    if (first > last)
        return;
    const BarFrame frame(m_scene, painter.device()->devicePixelRatioF());
    const ChartColors &colors = m_scene.colors;
    const QColor up = mixed(colors.background, colors.up, columnShare);
    const QColor down = mixed(colors.background, colors.down, columnShare);
    const int floor = frame.floor();
    const auto rectOf = [&](int column, int width, double value) {
        const auto [top, end] = std::minmax({ frame.yOf(value), floor });
        return QRect(column - width / 2, top, width, end - top);
    };
    if (frame.isColumns()) {
        forEachColumn(frame, closes.runs, closes.firstKey, first, last,
                      [&](int column, const OhlcRun &run) {
                          if (!run.isEmpty())
                              (run.close >= run.open ? m_above : m_below)
                                  .append(rectOf(column, 1, run.high * closes.factor));
                      });
    } else {
        std::optional<Key> before = valueBefore(closes, first);
        for (Key key = first; key <= last; ++key) {
            if (!hasValue(closes, key))
                continue;
            const double value = valueOf(closes, key);
            const bool isUp = !before || value >= valueOf(closes, *before);
            (isUp ? m_above : m_below)
                .append(rectOf(frame.keys.columnOf(double(key)), frame.widths.body, value));
            before = key;
        }
    }
    flushFill(painter, up, down);
}

QRect ClosePainter::lineRect(const Closes &closes, Key key, double ratio,
                             std::optional<double> level) const
{
    if (key < closes.firstKey || key >= closes.firstKey + closes.runs.size()
        || !hasValue(closes, key))
        return {};
    const BarFrame frame(m_scene, ratio);
    const Key from = valueBefore(closes, key).value_or(key);
    const int reach = qCeil((markerRadius + lineWidth) * ratio);
    BarFrame::Rows rows = frame.rows(valueOf(closes, from), valueOf(closes, key));
    if (level) {
        rows.top = std::min(rows.top, static_cast<int>(std::floor(*level * ratio)));
        rows.bottom = std::max(rows.bottom, qCeil(*level * ratio));
    }
    const int left = std::max(frame.keys.columnOf(double(from)), frame.left);
    const int right = frame.keys.columnOf(double(key));
    const int half = std::max(reach, frame.widths.body / 2 + 1);
    return frame.toLogical(QRect(left - half, rows.top - reach, right - left + 2 * half + 1,
                                 rows.count() + 2 * reach));
}

} // namespace tapeline
