#include "drawinglayout.h"

#include "drawingtext.h"
#include "linecolors.h"
#include "valuemarks.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int labelGap = 4; // between a line and what is written beside it
constexpr int boxPadding = 6;
constexpr int levelPixels = 11;
constexpr int measurePixels = 12;

} // namespace

DrawingLayout::DrawingLayout(const ChartScene &scene, const ChartPlane &plane)
    : m_scene(scene)
    , m_plane(plane)
{
}

void DrawingLayout::setText(const QFont &font, const QLocale &locale, int decimals, double tick)
{
    m_font = font;
    m_fonts.set(font, m_fonts.devicePixelRatio());
    m_locale = locale;
    m_decimals = decimals;
    m_tick = tick;
}

DrawingFonts &DrawingLayout::fonts(double devicePixelRatio) const
{
    m_fonts.set(m_font, devicePixelRatio);
    return m_fonts;
}

QSizeF DrawingLayout::sizeOf(const QStringList &lines, int pixels) const
{
    const GlyphCache &glyphs = m_fonts.ofSize(pixels);
    double width = 0;
    for (const QString &line : lines)
        width = std::max(width, glyphs.width(line));
    return { std::ceil(width), double(glyphs.height() * lines.size()) };
}

// --- colours
// ---------------------------------------------------------------------------------------------------

QColor DrawingLayout::colorOf(const Drawing &drawing, int level) const
{
    if (drawing.style.line.color != 0)
        return QColor::fromRgba(drawing.style.line.color);
    if (drawing.tool == DrawingTool::Measure && drawing.points.size() > 1)
        return drawing.points[1].price >= drawing.points[0].price ? m_scene.colors.up
                                                                  : m_scene.colors.down;
    if (level < 0)
        return drawing::hasLevels(drawing.tool) ? m_scene.colors.textDim
                                                : lineColor(m_scene.colors, 0);
    const double ratio = drawing.style.levels[std::size_t(level)].ratio;
    return ratio == 0 || ratio == 1 ? m_scene.colors.textDim : lineColor(m_scene.colors, level);
}

QColor DrawingLayout::fillOf(const Drawing &drawing, int level) const
{
    QColor color = drawing.style.fillColor != 0 ? QColor::fromRgba(drawing.style.fillColor)
                                                : colorOf(drawing, level);
    color.setAlphaF(float(drawing.style.fillOpacity) / 100);
    return color;
}

// --- places
// ----------------------------------------------------------------------------------------------------

PlacedDrawing DrawingLayout::place(const Drawing &drawing, DrawingLook look) const
{
    PlacedDrawing placed { drawing, {}, {}, look, {} };
    QSizeF textSize;
    if (drawing.tool == DrawingTool::Text || drawing.tool == DrawingTool::Callout)
        textSize = sizeOf(drawing.text.split(u'\n'), drawing.style.fontSize);
    placed.shape = placeDrawing(drawing, m_plane, m_scene.panes.price, textSize);
    if (placed.shape.isEmpty())
        return placed;
    addLabels(placed);
    placed.bounds = boundsOf(placed);
    return placed;
}

void DrawingLayout::addLabels(PlacedDrawing &placed) const
{
    switch (placed.drawing.tool) {
    case DrawingTool::HorizontalLine:
    case DrawingTool::HorizontalRay:
    case DrawingTool::CrossLine:
        addAxisTag(placed);
        break;
    case DrawingTool::FibRetracement:
    case DrawingTool::FibExtension:
        addLevels(placed);
        break;
    case DrawingTool::Measure:
        addMeasure(placed);
        break;
    default:
        break;
    }
    if (!placed.drawing.text.isEmpty())
        addText(placed);
}

/// Its price, on the axis.
void DrawingLayout::addAxisTag(PlacedDrawing &placed) const
{
    const double price = placed.drawing.points.front().price;
    const int y = qRound(m_plane.yOf(price));
    const QRect &axis = m_scene.panes.priceAxis;
    if (y < m_scene.panes.price.top() || y > m_scene.panes.price.bottom())
        return;
    const int height = m_fonts.ofSize(0).height() + 4;
    placed.labels.push_back({ QRectF(axis.left() + 1, y - height / 2, axis.width() - 1, height),
                              { priceText(price, m_decimals, m_locale) },
                              DrawingLabel::Look::AxisTag,
                              0,
                              colorOf(placed.drawing) });
}

/// Beside the left end of each level, or at the left of the pane.
void DrawingLayout::addLevels(PlacedDrawing &placed) const
{
    const Drawing &drawing = placed.drawing;
    for (const DrawingShape::Line &line : placed.shape.lines) {
        if (line.level < 0)
            continue;
        const double ratio = drawing.style.levels[std::size_t(line.level)].ratio;
        const QString text
            = drawingtext::level(ratio, levelPrice(drawing, ratio), m_decimals, m_locale);
        QRectF place({}, sizeOf({ text }, levelPixels));
        const double left = std::min(line.line.x1(), line.line.x2());
        const double room = m_scene.panes.price.left() + labelGap;
        if (left - labelGap - place.width() >= room)
            place.moveTo(left - labelGap - place.width(), line.line.y1() - place.height() / 2);
        else
            place.moveTo(std::max(room, left + labelGap), line.line.y1() - place.height() - 1);
        placed.labels.push_back({ place,
                                  { text },
                                  DrawingLabel::Look::Plain,
                                  levelPixels,
                                  colorOf(drawing, line.level) });
    }
}

/// Beyond the end, out of the way of what is measured.
void DrawingLayout::addMeasure(PlacedDrawing &placed) const
{
    const std::vector<DrawingPoint> &points = placed.drawing.points;
    if (points.size() < 2)
        return;
    const double bars
        = m_plane.times().keyAt(points[1].time) - m_plane.times().keyAt(points[0].time);
    const QStringList lines = drawingtext::measure({ .from = points[0].price,
                                                     .to = points[1].price,
                                                     .tick = m_tick,
                                                     .decimals = m_decimals,
                                                     .bars = qint64(std::llround(bars)),
                                                     .time = points[1].time - points[0].time },
                                                   m_locale);
    QRectF place({}, sizeOf(lines, measurePixels));
    place.adjust(-boxPadding, -boxPadding / 2, boxPadding, boxPadding / 2);
    const QPointF from = m_plane.placeOf(points[0]);
    const QPointF to = m_plane.placeOf(points[1]);
    place.moveCenter({ (from.x() + to.x()) / 2, 0 });
    if (to.y() <= from.y())
        place.moveBottom(to.y() - 2 * labelGap);
    else
        place.moveTop(to.y() + 2 * labelGap);
    const QRectF pane = m_scene.panes.price;
    place.moveTop(std::clamp(place.top(), pane.top() + 2,
                             std::max(pane.top() + 2, pane.bottom() - place.height() - 2)));
    place.moveLeft(std::clamp(place.left(), pane.left() + 2,
                              std::max(pane.left() + 2, pane.right() - place.width() - 2)));
    placed.labels.push_back(
        { place, lines, DrawingLabel::Look::Box, measurePixels, colorOf(placed.drawing) });
}

/// Over a line, or within a shape.
void DrawingLayout::addText(PlacedDrawing &placed) const
{
    const Drawing &drawing = placed.drawing;
    const QStringList lines = drawing.text.split(u'\n');
    QRectF place({}, sizeOf(lines, drawing.style.fontSize));
    const DrawingShape &shape = placed.shape;
    const QRectF pane = m_scene.panes.price;
    if (!shape.box.isEmpty())
        place.moveCenter(shape.box.center());
    else if (!shape.ellipse.isEmpty())
        place.moveCenter(shape.ellipse.center());
    else if (drawing.tool == DrawingTool::Rectangle && !shape.areas.empty())
        place.moveCenter((m_plane.placeOf(drawing.points[0]) + m_plane.placeOf(drawing.points[1]))
                         / 2);
    else if (shape.lines.empty())
        return;
    else if (drawing.tool == DrawingTool::VerticalLine)
        place.moveTopLeft({ shape.lines[0].line.x1() + labelGap, pane.top() + labelGap });
    else if (drawing.tool == DrawingTool::HorizontalLine
             || drawing.tool == DrawingTool::HorizontalRay)
        place.moveBottomRight({ pane.right() - 2 * labelGap, shape.lines[0].line.y1() - 2 });
    else
        place.moveCenter(shape.lines[0].line.center() - QPointF(0, place.height() / 2 + labelGap));
    placed.labels.push_back(
        { place, lines, DrawingLabel::Look::Plain, drawing.style.fontSize,
          drawing.tool == DrawingTool::Callout ? m_scene.colors.text : colorOf(drawing) });
}

QRect DrawingLayout::boundsOf(const PlacedDrawing &placed) const
{
    const DrawingShape &shape = placed.shape;
    QRectF all = shape.ellipse | shape.box;
    const auto extend = [&all](QPointF point) {
        const QRectF spot(point - QPointF(0.5, 0.5), QSizeF(1, 1));
        all = all.isNull() ? spot : all | spot;
    };
    for (const DrawingShape::Line &line : shape.lines) {
        extend(line.line.p1());
        extend(line.line.p2());
    }
    for (const DrawingShape::Area &area : shape.areas)
        std::ranges::for_each(area.corners, extend);
    std::ranges::for_each(shape.path, extend);
    QRectF pane = all & QRectF(m_scene.panes.price).adjusted(-8, -8, 8, 8);
    if (placed.look.hasHandles())
        for (const QPointF &handle : shape.handles)
            if (m_scene.panes.price.contains(handle.toPoint()))
                pane |= QRectF(handle - QPointF(0.5, 0.5), QSizeF(1, 1));
    const int room = std::max(handleRadius + 2, placed.drawing.style.line.width + arrowLength);
    QRect bounds = pane.toAlignedRect().adjusted(-room, -room, room, room) & m_scene.panes.price;
    for (const DrawingLabel &label : placed.labels)
        bounds |= label.place.toAlignedRect().adjusted(-1, -1, 1, 1);
    return bounds;
}

} // namespace tapeline
