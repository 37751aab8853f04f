#include "drawingpainter.h"

#include "palette.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace tapeline {

namespace {

constexpr int mostRects = 12; // parts painted one by one; more are painted as one

QPen penOf(const LineStyle &style, const QColor &color)
{
    QPen pen(color, style.width);
    pen.setCapStyle(Qt::FlatCap);
    switch (style.dash) {
    case LineDash::Solid:
        break;
    case LineDash::Dashed:
        pen.setDashPattern({ 5.0, 4.0 });
        break;
    case LineDash::Dotted:
        pen.setDashPattern({ 1.0, 2.5 });
        break;
    }
    return pen;
}

bool isUpright(const QLineF &line)
{
    return line.x1() == line.x2();
}

bool isLevel(const QLineF &line)
{
    return line.y1() == line.y2();
}

/// On whole pixels: an odd width around the middle of one, an even one around its edge.
QLineF onPixels(const QLineF &line, int width)
{
    const double offset = width % 2 == 1 ? 0.5 : 0;
    const auto snapped = [&](double at) { return std::floor(at - offset + 0.5) + offset; };
    if (isLevel(line))
        return { line.x1(), snapped(line.y1()), line.x2(), snapped(line.y1()) };
    return { snapped(line.x1()), line.y1(), snapped(line.x1()), line.y2() };
}

QColor contrasting(const QColor &background)
{
    return contrastRatio(background, Qt::white) >= contrastRatio(background, Qt::black) ? Qt::white
                                                                                        : Qt::black;
}

} // namespace

DrawingPainter::DrawingPainter(const ChartScene &scene, const DrawingLayout &layout)
    : m_scene(scene)
    , m_layout(layout)
{
}

void DrawingPainter::paint(QPainter &painter, const std::vector<PlacedDrawing> &drawings,
                           const QRegion &region) const
{
    const auto paintPart = [&](const QRect &part) {
        for (const PlacedDrawing &placed : drawings)
            if (placed.bounds.intersects(part))
                paintWithin(painter, placed, part);
    };
    if (region.rectCount() > mostRects)
        paintPart(region.boundingRect());
    else
        for (const QRect &part : region)
            paintPart(part);
    painter.setClipping(false);
}

void DrawingPainter::paintWithin(QPainter &painter, const PlacedDrawing &placed,
                                 const QRect &part) const
{
    painter.setClipRect(part & m_scene.panes.price);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFill(painter, placed);
    for (const DrawingShape::Line &line : placed.shape.lines)
        paintLine(painter, placed, line, part);
    paintCurves(painter, placed);
    if (placed.drawing.tool == DrawingTool::Arrow)
        paintArrow(painter, placed);
    if (placed.look.hasHandles())
        paintHandles(painter, placed);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const DrawingLabel &label : placed.labels)
        if (label.place.intersects(part))
            paintLabel(painter, label, part);
}

void DrawingPainter::paintFill(QPainter &painter, const PlacedDrawing &placed) const
{
    if (placed.drawing.style.fillOpacity == 0)
        return;
    painter.setPen(Qt::NoPen);
    for (const DrawingShape::Area &area : placed.shape.areas) {
        painter.setBrush(m_layout.fillOf(placed.drawing, area.level));
        painter.drawPolygon(area.corners.data(), int(area.corners.size()));
    }
}

void DrawingPainter::paintLine(QPainter &painter, const PlacedDrawing &placed,
                               const DrawingShape::Line &line, const QRect &part) const
{
    LineStyle style = placed.drawing.style.line;
    QColor color = m_layout.colorOf(placed.drawing, line.level);
    if (line.role == DrawnLine::Role::Guide && placed.drawing.tool != DrawingTool::Callout) {
        style = { 0, 1, LineDash::Dashed };
        color.setAlphaF(0.6f);
    }
    const double room = style.width + 2;
    const auto shown = clipped({ line.line.p1(), line.line.p2() },
                               QRectF(part).adjusted(-room, -room, room, room));
    if (!shown)
        return;
    QPen pen = penOf(style, color);
    // Dashes lie where the whole line has them
    if (style.dash != LineDash::Solid)
        pen.setDashOffset(std::fmod(
            (line.start + QLineF(line.line.p1(), shown->p1()).length()) / style.width, 1e6));
    painter.setPen(pen);
    const bool onAxis = isUpright(*shown) || isLevel(*shown);
    painter.drawLine(onAxis ? onPixels(*shown, style.width) : *shown);
}

/// Ellipses, what was drawn by hand, and the box of a callout.
void DrawingPainter::paintCurves(QPainter &painter, const PlacedDrawing &placed) const
{
    const DrawingShape &shape = placed.shape;
    const QColor color = m_layout.colorOf(placed.drawing);
    painter.setPen(penOf(placed.drawing.style.line, color));
    if (!shape.ellipse.isEmpty()) {
        painter.setBrush(placed.drawing.style.fillOpacity > 0
                             ? QBrush(m_layout.fillOf(placed.drawing))
                             : Qt::NoBrush);
        painter.drawEllipse(shape.ellipse);
    }
    if (placed.drawing.tool == DrawingTool::Callout && !shape.box.isEmpty()) {
        painter.setBrush(m_scene.colors.background);
        painter.drawRoundedRect(shape.box, 3, 3);
        painter.setBrush(m_layout.fillOf(placed.drawing));
        painter.drawRoundedRect(shape.box, 3, 3);
    }
    if (shape.path.size() < 2)
        return;
    // Through the middles between points: no corners
    QPainterPath path(shape.path.front());
    for (std::size_t i = 1; i + 1 < shape.path.size(); ++i)
        path.quadTo(shape.path[i], (shape.path[i] + shape.path[i + 1]) / 2);
    path.lineTo(shape.path.back());
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void DrawingPainter::paintArrow(QPainter &painter, const PlacedDrawing &placed) const
{
    if (placed.shape.handles.size() < 2)
        return;
    const QPointF tip = placed.shape.handles[1];
    const QPointF back = placed.shape.handles[0] - tip;
    const double length = std::hypot(back.x(), back.y());
    if (length < 1)
        return;
    const QPointF along
        = back / length * (DrawingLayout::arrowLength + placed.drawing.style.line.width);
    const QPointF across = QPointF(-along.y(), along.x()) * 0.45;
    const QPointF corners[] { tip, tip + along + across, tip + along * 0.8, tip + along - across };
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_layout.colorOf(placed.drawing));
    painter.drawPolygon(corners, 4);
}

/// Round, squares where it is locked.
void DrawingPainter::paintHandles(QPainter &painter, const PlacedDrawing &placed) const
{
    const double radius
        = placed.look.isSelected ? DrawingLayout::handleRadius : DrawingLayout::handleRadius - 1;
    painter.setPen(QPen(m_scene.colors.accent, placed.look.isSelected ? 2 : 1));
    painter.setBrush(m_scene.colors.background);
    for (const QPointF &handle : placed.shape.handles) {
        if (placed.look.isLocked)
            painter.drawRect(
                QRectF(handle - QPointF(radius, radius) * 0.7, QSizeF(radius, radius) * 1.4));
        else
            painter.drawEllipse(handle, radius, radius);
    }
}

void DrawingPainter::paintLabel(QPainter &painter, const DrawingLabel &label,
                                const QRect &part) const
{
    const bool isTag = label.look == DrawingLabel::Look::AxisTag;
    painter.setClipRect(isTag ? part : part & m_scene.panes.price);
    painter.setFont(m_layout.fontOf(label.pixels));
    QRectF text = label.place;
    if (label.look == DrawingLabel::Look::Plain) {
        painter.setPen(label.color);
    } else {
        painter.fillRect(label.place.toAlignedRect(), label.color);
        painter.setPen(contrasting(label.color));
        if (isTag)
            text.adjust(6, 0, 0, 0);
    }
    const auto alignment = isTag ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter;
    painter.drawText(text, int(alignment) | Qt::TextDontClip, label.lines.join(QLatin1Char('\n')));
}

} // namespace tapeline
