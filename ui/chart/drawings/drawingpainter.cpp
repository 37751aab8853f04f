#include "drawingpainter.h"

#include "palette.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr int tagPadding = 7; // as the tag of the newest price has it
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

QRectF boundsOf(const std::vector<QPointF> &corners)
{
    const auto [left, right] = std::ranges::minmax(corners, {}, &QPointF::x);
    const auto [top, bottom] = std::ranges::minmax(corners, {}, &QPointF::y);
    return { QPointF(left.x(), top.y()), QPointF(right.x(), bottom.y()) };
}

bool isUprightRect(const std::vector<QPointF> &corners)
{
    if (corners.size() != 4)
        return false;
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF side = corners[(i + 1) % 4] - corners[i];
        if (side.x() != 0 && side.y() != 0)
            return false;
    }
    return true;
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
    if (region.rectCount() > mostRects)
        paintPart(painter, drawings, region.boundingRect());
    else
        for (const QRect &part : region)
            paintPart(painter, drawings, part);
    painter.setClipping(false);
}

/// Texts lie above all lines, tags above the axis.
void DrawingPainter::paintPart(QPainter &painter, const std::vector<PlacedDrawing> &drawings,
                               const QRect &part) const
{
    painter.setClipRect(part & m_scene.panes.price);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const PlacedDrawing &placed : drawings)
        if (placed.bounds.intersects(part))
            paintWithin(painter, placed, part);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const bool onAxis : { false, true }) {
        if (onAxis)
            painter.setClipRect(part);
        for (const PlacedDrawing &placed : drawings)
            for (const DrawingLabel &label : placed.labels)
                if ((label.look == DrawingLabel::Look::AxisTag) == onAxis
                    && label.place.intersects(part))
                    paintLabel(painter, label);
    }
}

void DrawingPainter::paintWithin(QPainter &painter, const PlacedDrawing &placed,
                                 const QRect &part) const
{
    paintFill(painter, placed, part);
    for (const DrawingShape::Line &line : placed.shape.lines)
        paintLine(painter, placed, line, part);
    paintCurves(painter, placed);
    if (placed.drawing.tool == DrawingTool::Arrow)
        paintArrow(painter, placed);
    if (placed.look.hasHandles())
        paintHandles(painter, placed);
}

/// Upright rectangles on whole pixels, which costs a fraction of a polygon.
void DrawingPainter::paintFill(QPainter &painter, const PlacedDrawing &placed,
                               const QRect &part) const
{
    if (placed.drawing.style.fillOpacity == 0)
        return;
    for (const DrawingShape::Area &area : placed.shape.areas) {
        const QRectF bounds = boundsOf(area.corners);
        if (!bounds.intersects(part))
            continue;
        const QColor color = m_layout.fillOf(placed.drawing, area.level);
        if (isUprightRect(area.corners)) {
            const QRect place(QPoint(qRound(bounds.left()), qRound(bounds.top())),
                              QPoint(qRound(bounds.right()) - 1, qRound(bounds.bottom()) - 1));
            painter.fillRect(place & part, color);
            continue;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
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

void DrawingPainter::paintLabel(QPainter &painter, const DrawingLabel &label) const
{
    GlyphCache &glyphs = m_layout.fonts(painter.device()->devicePixelRatioF()).ofSize(label.pixels);
    const bool isTag = label.look == DrawingLabel::Look::AxisTag;
    QColor color = label.color;
    if (label.look != DrawingLabel::Look::Plain) {
        painter.fillRect(label.place.toAlignedRect(), label.color);
        color = contrasting(label.color);
    }
    const int height = glyphs.height() * int(label.lines.size());
    QRect line = label.place.toRect();
    line.setTop(line.top() + (line.height() - height) / 2);
    line.setHeight(glyphs.height());
    if (isTag)
        line.setLeft(line.left() + tagPadding);
    for (const QString &text : label.lines) {
        glyphs.draw(painter, line, isTag ? Qt::AlignLeft : Qt::AlignHCenter, text, color);
        line.translate(0, glyphs.height());
    }
}

} // namespace tapeline
