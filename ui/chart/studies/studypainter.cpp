#include "studypainter.h"

#include "barframe.h"
#include "colormix.h"
#include "linecolors.h"
#include "studyframe.h"

#include <QPainter>
#include <QPainterPath>
#include <QtMath>

#include <algorithm>
#include <map>

namespace tapeline {

using Look = IndicatorOutput::Look;

namespace {

constexpr double columnsBelow = 2.0; // device pixels a bar
constexpr double bandAlpha = 0.08;
constexpr double palerShare = 0.55; // of columns that shrink, towards the background
constexpr int dotRadius = 2; // beside the width

bool isColumns(Look look)
{
    return look == Look::Columns || look == Look::SignedColumns;
}

QList<qreal> dashesOf(LineDash dash)
{
    switch (dash) {
    case LineDash::Solid:
        return {};
    case LineDash::Dashed:
        return { 6, 4 };
    case LineDash::Dotted:
        return { 1, 3 };
    }
    Q_UNREACHABLE();
}

/// Pens count dashes in widths.
QPen penOf(const QColor &color, const LineStyle &style)
{
    QPen pen(color, style.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    QList<qreal> dashes = dashesOf(style.dash);
    for (qreal &length : dashes)
        length /= style.width;
    if (!dashes.isEmpty())
        pen.setDashPattern(dashes);
    return pen;
}

} // namespace

StudyPainter::StudyPainter(const ChartScene &scene)
    : m_scene(scene)
{
}

QColor StudyPainter::color(const ChartScene &scene, IndicatorSet::Id id, std::size_t output)
{
    const IndicatorChoice &choice = scene.studies.set->choice(id);
    if (const LineStyle style = choice.style(output); style.color != 0)
        return QColor::fromRgba(style.color);
    const IndicatorOutput &info = scene.studies.set->info(id).outputs[output];
    return lineColor(scene.colors, info.tint + choice.tint);
}

/// Lines go on beyond the edges by a value; the newest part is joined to the one before.
StudyPainter::Span StudyPainter::spanOf(const StudyPlot &plot, std::size_t output, Part part) const
{
    const int shift = m_scene.studies.set->shift(plot.id, output);
    const ValueSeries &values = m_scene.studies.set->values(plot.id, output);
    const Key newest = m_scene.series->lastKey();
    const Key first = std::max(m_scene.view.firstVisible() - shift - 1, values.firstKey());
    const Key last = std::min(m_scene.view.lastVisible() - shift + 1, values.lastKey());
    if (part == Part::Closed)
        return { first, std::min(last, newest - 1) };
    const bool isInView = newest >= first && newest <= last;
    return isInView ? Span { newest, newest } : Span { 0, -1 };
}

void StudyPainter::paint(QPainter &painter, const StudyPlot &plot, Part part)
{
    const IndicatorSet &set = *m_scene.studies.set;
    if (!set.contains(plot.id) || plot.rect.isEmpty())
        return;
    paintBands(painter, plot, part);
    // Columns lie under lines
    for (const bool columns : { true, false })
        for (std::size_t output = 0; output < set.info(plot.id).outputs.size(); ++output)
            if (set.choice(plot.id).shows(output)
                && isColumns(set.info(plot.id).outputs[output].look) == columns)
                paintOutput(painter, plot, output, part);
}

void StudyPainter::paintOutput(QPainter &painter, const StudyPlot &plot, std::size_t output,
                               Part part)
{
    const StudyFrame frame(m_scene, plot, output, StudyPainter::color(m_scene, plot.id, output),
                           painter.device()->devicePixelRatioF());
    Span span = spanOf(plot, output, part);
    if (span.last < span.first)
        return;
    const Look look = m_scene.studies.set->info(plot.id).outputs[output].look;
    const bool isLine = look == Look::Line || look == Look::Steps;
    if (isLine && part == Part::Newest)
        span.first = std::max(span.first - 1, frame.values.firstKey());
    if (isColumns(look))
        paintColumns(painter, frame, span, look == Look::SignedColumns);
    else if (look == Look::Dots)
        paintDots(painter, frame, span);
    else if (frame.keys.perBar < columnsBelow)
        paintRuns(painter, frame, span, look == Look::Steps);
    else
        paintLine(painter, frame, span, look == Look::Steps);
}

// --- lines
// ---------------------------------------------------------------------------------------------------

void StudyPainter::paintRuns(QPainter &painter, const StudyFrame &frame, Span span, bool steps)
{
    const Key origin = frame.values.firstKey();
    const KeyScale indices { frame.keys.offset + frame.keys.perBar * double(origin),
                             frame.keys.perBar };
    m_columns.clear();
    LineColumns runs(m_columns, frame.color.rgb());
    forEachPixelColumn(frame.values.pyramid(), span.first - origin, span.last + 1 - origin, indices,
                       [&](int column, const ValueRun &run) {
                           if (run.isEmpty())
                               return runs.addGap();
                           runs.add(column, frame.row(run.high), frame.row(run.low),
                                    steps ? std::nullopt : frame.rowOrGap(run.first),
                                    frame.rowOrGap(run.last));
                       });
    const QList<qreal> dashes = dashesOf(frame.style.dash);
    if (!dashes.isEmpty()) { // they move along with the bars
        const int on = qCeil(dashes[0] * frame.ratio);
        const int period = on + qCeil(dashes[1] * frame.ratio);
        const int phase = qFloor(frame.keys.offset) % period;
        std::erase_if(m_columns, [&](const PixelColumn &column) {
            return ((column.x - phase) % period + period) % period >= on;
        });
    }
    fillLineColumns(painter, m_columns, frame.width());
}

void StudyPainter::paintLine(QPainter &painter, const StudyFrame &frame, Span span,
                             bool steps) const
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(penOf(frame.color, frame.style));
    painter.setBrush(Qt::NoBrush);
    QPolygonF line;
    const auto finish = [&] {
        if (line.size() > 1)
            painter.drawPolyline(line);
        else if (line.size() == 1 && span.first < span.last)
            painter.drawPoint(line.front()); // alone between two gaps
        line.clear();
    };
    for (Key key = span.first; key <= span.last; ++key) {
        const double value = frame.values.at(key);
        if (std::isnan(value)) {
            finish();
            continue;
        }
        const QPointF point(frame.x(key), frame.y(value));
        if (steps && !line.isEmpty())
            line.append(QPointF(point.x(), line.back().y()));
        line.append(point);
    }
    finish();
    painter.setRenderHint(QPainter::Antialiasing, false);
}

// --- columns and dots
// ----------------------------------------------------------------------------------------

/// Signed ones have the colours of rise and fall, paler where they come nearer to zero.
void StudyPainter::paintColumns(QPainter &painter, const StudyFrame &frame, Span span,
                                bool isSigned)
{
    const ChartColors &colors = m_scene.colors;
    const auto colorOf = [&](double value, double before) {
        if (!isSigned)
            return frame.color;
        const QColor &side = value >= 0 ? colors.up : colors.down;
        const bool shrinks = std::abs(value) < std::abs(before);
        return shrinks ? mixed(side, colors.background, palerShare) : side;
    };
    std::map<QRgb, std::vector<QRect>> rects;
    const int zero = frame.row(0);
    const int width = BarFrame::widthsOf(frame.keys.perBar, frame.ratio).body;
    const auto add = [&](int column, double value, double before) {
        const int row = frame.row(value);
        const int top = std::min(row, zero);
        rects[colorOf(value, before).rgb()].emplace_back(column - (width - 1) / 2, top, width,
                                                         std::max(1, std::abs(row - zero)));
    };
    if (frame.keys.perBar >= columnsBelow) {
        for (Key key = span.first; key <= span.last; ++key)
            if (const double value = frame.values.at(key); !std::isnan(value))
                add(frame.keys.columnOf(double(key)), value, frame.at(key - 1));
    } else {
        const Key origin = frame.values.firstKey();
        const KeyScale indices { frame.keys.offset + frame.keys.perBar * double(origin),
                                 frame.keys.perBar };
        double before = noValue;
        forEachPixelColumn(frame.values.pyramid(), span.first - origin, span.last + 1 - origin,
                           indices, [&](int column, const ValueRun &run) {
                               if (run.isEmpty())
                                   return;
                               const double farthest
                                   = std::abs(run.high) >= std::abs(run.low) ? run.high : run.low;
                               add(column, farthest, before);
                               before = farthest;
                           });
    }
    PixelFill fill(painter);
    for (const auto &[pixel, of] : rects)
        fill.fill(of, QColor::fromRgb(pixel));
}

void StudyPainter::paintDots(QPainter &painter, const StudyFrame &frame, Span span)
{
    if (frame.keys.perBar < columnsBelow) {
        m_rects.clear();
        const Key origin = frame.values.firstKey();
        const KeyScale indices { frame.keys.offset + frame.keys.perBar * double(origin),
                                 frame.keys.perBar };
        const int width = frame.width();
        forEachPixelColumn(frame.values.pyramid(), span.first - origin, span.last + 1 - origin,
                           indices, [&](int column, const ValueRun &run) {
                               if (run.isEmpty())
                                   return;
                               m_rects.emplace_back(column, frame.row(run.high), width, width);
                               m_rects.emplace_back(column, frame.row(run.low), width, width);
                           });
        PixelFill(painter).fill(m_rects, frame.color);
        return;
    }
    const double radius
        = std::min(0.5 * frame.style.width + dotRadius - 0.5, 0.35 * m_scene.view.barWidth + 0.5);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(frame.color);
    for (Key key = span.first; key <= span.last; ++key)
        if (const double value = frame.values.at(key); !std::isnan(value))
            painter.drawEllipse(QPointF(frame.x(key), frame.y(value)), radius, radius);
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

// --- bands
// ---------------------------------------------------------------------------------------------------

void StudyPainter::paintBands(QPainter &painter, const StudyPlot &plot, Part part)
{
    const IndicatorSet &set = *m_scene.studies.set;
    for (const IndicatorBand &band : set.info(plot.id).bands) {
        const auto upper = std::size_t(band.upper);
        const auto lower = std::size_t(band.lower);
        if (!set.choice(plot.id).shows(upper) || !set.choice(plot.id).shows(lower)
            || set.shift(plot.id, upper) != set.shift(plot.id, lower))
            continue;
        Span span = spanOf(plot, upper, part);
        if (part == Part::Newest && span.first <= span.last)
            span.first = std::max(span.first - 1, set.values(plot.id, upper).firstKey());
        if (span.first <= span.last)
            paintBand(painter, plot, band, span);
    }
}

void StudyPainter::paintBand(QPainter &painter, const StudyPlot &plot, IndicatorBand band,
                             Span span)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const StudyFrame upper(m_scene, plot, std::size_t(band.upper),
                           StudyPainter::color(m_scene, plot.id, std::size_t(band.upper)), ratio);
    const StudyFrame lower(m_scene, plot, std::size_t(band.lower), {}, ratio);
    QColor color = upper.color;
    color.setAlphaF(float(bandAlpha));
    if (upper.keys.perBar < columnsBelow) {
        m_rects.clear();
        std::vector<std::pair<int, ValueRun>> tops;
        const Key origin = upper.values.firstKey();
        const KeyScale indices { upper.keys.offset + upper.keys.perBar * double(origin),
                                 upper.keys.perBar };
        const auto collect = [&](const StudyFrame &frame, auto visit) {
            forEachPixelColumn(frame.values.pyramid(), span.first - origin, span.last + 1 - origin,
                               indices, visit);
        };
        collect(upper, [&](int column, const ValueRun &run) { tops.emplace_back(column, run); });
        std::size_t next = 0;
        collect(lower, [&](int column, const ValueRun &run) {
            const ValueRun &top = tops[next++].second; // the same columns
            if (top.isEmpty() || run.isEmpty())
                return;
            const int from = std::min(upper.row(top.high), lower.row(run.high));
            const int to = std::max(upper.row(top.low), lower.row(run.low));
            m_rects.emplace_back(column, from, 1, to - from + 1);
        });
        PixelFill(painter).fill(m_rects, color);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    QPolygonF outline;
    std::vector<QPointF> back;
    const auto finish = [&] {
        for (auto point = back.rbegin(); point != back.rend(); ++point)
            outline.append(*point);
        if (outline.size() > 2)
            painter.drawPolygon(outline, Qt::WindingFill);
        outline.clear();
        back.clear();
    };
    for (Key key = span.first; key <= span.last; ++key) {
        const double high = upper.at(key);
        const double low = lower.at(key);
        if (std::isnan(high) || std::isnan(low)) {
            finish();
            continue;
        }
        outline.append({ upper.x(key), upper.y(high) });
        back.emplace_back(lower.x(key), lower.y(low));
    }
    finish();
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

// --- where it is
// ---------------------------------------------------------------------------------------------

QRect StudyPainter::newestRect(const StudyPlot &plot) const
{
    const IndicatorSet &set = *m_scene.studies.set;
    QRect room;
    if (!set.contains(plot.id))
        return room;
    const IndicatorInfo &info = set.info(plot.id);
    for (std::size_t output = 0; output < info.outputs.size(); ++output) {
        if (!set.choice(plot.id).shows(output))
            continue;
        const Span span = spanOf(plot, output, Part::Newest);
        if (span.last < span.first)
            continue;
        const StudyFrame frame(m_scene, plot, output, {}, 1);
        double top = qInf();
        double bottom = -qInf();
        for (const double value : { frame.at(span.last - 1), frame.at(span.last) }) {
            if (std::isnan(value))
                continue;
            top = std::min(top, frame.y(value));
            bottom = std::max(bottom, frame.y(value));
        }
        if (isColumns(info.outputs[output].look)) {
            top = std::min(top, frame.y(0));
            bottom = std::max(bottom, frame.y(0));
        }
        if (top > bottom)
            continue;
        const double left = frame.x(span.last - 1);
        const double right = frame.x(span.last) + m_scene.view.barWidth / 2;
        const int pad = frame.style.width / 2 + dotRadius + 1;
        room |= QRectF(QPointF(left, top), QPointF(right, bottom))
                    .toAlignedRect()
                    .adjusted(-pad, -pad, pad, pad);
    }
    return room & plot.rect;
}

std::optional<double> StudyPainter::distance(const StudyPlot &plot, QPointF place) const
{
    const IndicatorSet &set = *m_scene.studies.set;
    if (!set.contains(plot.id) || !plot.rect.contains(place.toPoint()))
        return std::nullopt;
    const IndicatorInfo &info = set.info(plot.id);
    std::optional<double> nearest;
    for (std::size_t output = 0; output < info.outputs.size(); ++output) {
        if (!set.choice(plot.id).shows(output))
            continue;
        const StudyFrame frame(m_scene, plot, output, {}, 1);
        const double exact = m_scene.view.keyAt(place.x() - plot.rect.left()) - frame.shift;
        const Key key = qFloor(exact);
        const double here = frame.at(key);
        const double next = frame.at(key + 1);
        if (std::isnan(here) && std::isnan(next))
            continue;
        const Look look = info.outputs[output].look;
        const double share = exact - double(key);
        double y = frame.y(std::isnan(here) ? next : here);
        if (!std::isnan(here) && !std::isnan(next) && look == Look::Line)
            y += (frame.y(next) - y) * share;
        else if (!std::isnan(next) && share > 0.5)
            y = frame.y(next);
        double away = std::abs(place.y() - y);
        if (isColumns(look)) {
            const auto [top, bottom] = std::minmax(y, frame.y(0));
            away = std::max({ 0.0, top - place.y(), place.y() - bottom });
        }
        nearest = std::min(nearest.value_or(away), away);
    }
    return nearest;
}

} // namespace tapeline
