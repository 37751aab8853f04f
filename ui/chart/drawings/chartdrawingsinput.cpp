// What mouse and keyboard do to the drawings of a ChartDrawings.

#include "chartdrawings.h"

#include "drawingtext.h"
#include "pricechart.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace tapeline {

namespace {

constexpr double lineReach = 4; // pixels to either side of a line
constexpr double dragReach = 3; // a press that moves less is a click
constexpr double brushStep = 2; // between points of what is drawn by hand
constexpr int manyTicks = 10; // a step with Shift

struct ToolKey
{
    Qt::Key key;
    DrawingTool tool;
    bool atOnce; ///< at the crosshair
};

constexpr std::array toolKeys {
    ToolKey { Qt::Key_T, DrawingTool::TrendLine, false },
    ToolKey { Qt::Key_F, DrawingTool::FibRetracement, false },
    ToolKey { Qt::Key_H, DrawingTool::HorizontalLine, true },
    ToolKey { Qt::Key_J, DrawingTool::HorizontalRay, true },
    ToolKey { Qt::Key_V, DrawingTool::VerticalLine, true },
    ToolKey { Qt::Key_C, DrawingTool::CrossLine, true },
};

const ToolKey *toolKeyOf(const QKeyEvent &event)
{
    if (event.modifiers() != Qt::AltModifier)
        return nullptr;
    const auto found = std::ranges::find(toolKeys, event.key(), &ToolKey::key);
    return found == toolKeys.end() ? nullptr : &*found;
}

/// Lines that are moved by any part as by their only point, so that the magnet holds them.
bool isMovedByPoint(DrawingTool tool)
{
    return tool == DrawingTool::HorizontalLine || tool == DrawingTool::HorizontalRay
        || tool == DrawingTool::VerticalLine || tool == DrawingTool::CrossLine;
}

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

// --- where things are
// -----------------------------------------------------------------------------------------

/// The frontmost; of one drawing its handles before its lines.
std::optional<ChartDrawings::Hit> ChartDrawings::hitAt(QPointF position) const
{
    if (!m_chart.panes().price.contains(position.toPoint()))
        return std::nullopt;
    for (auto placed = m_placed.rbegin(); placed != m_placed.rend(); ++placed)
        if (const auto spot = spotAt(placed->shape, position, lineReach, true))
            return Hit { placed->drawing.id, *spot };
    return std::nullopt;
}

std::vector<DrawingPoint> ChartDrawings::otherPoints(const QString &except) const
{
    std::vector<DrawingPoint> points;
    for (const PlacedDrawing &placed : m_placed)
        if (placed.drawing.id != except && placed.drawing.tool != DrawingTool::Brush)
            points.insert(points.end(), placed.drawing.points.begin(), placed.drawing.points.end());
    return points;
}

DrawingPoint ChartDrawings::pointFor(QPointF position, Qt::KeyboardModifiers modifiers,
                                     const DrawingPoint *anchor, const QString &except) const
{
    const QRectF pane = m_chart.panes().price;
    position.setX(std::clamp(position.x(), pane.left(), pane.right()));
    position.setY(std::clamp(position.y(), pane.top(), pane.bottom()));
    if (anchor && modifiers.testFlag(Qt::ShiftModifier))
        return constrainedPoint(position, *anchor);
    MagnetMode mode = m_magnet;
    if (modifiers.testFlag(Qt::ControlModifier))
        mode = mode == MagnetMode::Off ? MagnetMode::Strong : MagnetMode::Off;
    const std::vector<DrawingPoint> others
        = mode == MagnetMode::Off ? std::vector<DrawingPoint>() : otherPoints(except);
    return magnet::snapped(position, mode, *m_chart.series(), m_plane, others);
}

/// Level and upright lines have the very price or time of their other end; those between are at 45
/// degrees to the bar they end at.
DrawingPoint ChartDrawings::constrainedPoint(QPointF position, const DrawingPoint &anchor) const
{
    const QPointF from = m_plane.placeOf(anchor);
    const QPointF to = magnet::constrained(position, from);
    DrawingPoint point = m_plane.pointAt(to);
    if (std::abs(to.x() - from.x()) < 0.5)
        point.time = anchor.time;
    if (std::abs(to.y() - from.y()) < 0.5) {
        point.price = anchor.price;
        return point;
    }
    if (point.time != anchor.time) {
        const double run = std::abs(m_plane.placeOf(point).x() - from.x());
        point.price = m_plane.priceOf(from.y() + std::copysign(run, to.y() - from.y()));
    }
    point.price = magnet::rounded(point.price, m_chart.series()->priceDecimals());
    return point;
}

// --- with a tool in hand
// -----------------------------------------------------------------------------------------

bool ChartDrawings::hasGrab() const
{
    return m_tool || (m_press && m_press->isDrag);
}

bool ChartDrawings::pressWithTool(const QMouseEvent &event)
{
    if (event.button() == Qt::RightButton) {
        m_barsMenu = true;
        setTool(std::nullopt);
        return true;
    }
    const QPointF position = event.position();
    if (event.button() != Qt::LeftButton || !m_chart.scene().hasBars()
        || !m_chart.panes().price.contains(position.toPoint()))
        return false;
    m_toolPressedAt = position;
    m_isFirstPress = !m_placing;
    if (m_isFirstPress)
        beginPlacing(pointFor(position, event.modifiers(), nullptr));
    else
        movePlacing(position, event.modifiers());
    return true;
}

void ChartDrawings::beginPlacing(const DrawingPoint &point)
{
    Drawing drawing;
    drawing.tool = *m_tool;
    drawing.style = m_desk.style(*m_tool);
    drawing.points.assign(drawing::pointCount(*m_tool) > 1 && *m_tool != DrawingTool::Brush ? 2 : 1,
                          point);
    if (*m_tool == DrawingTool::Text || *m_tool == DrawingTool::Callout)
        drawing.text = drawingtext::name(DrawingTool::Text);
    m_placing = std::move(drawing);
    layOutAgain();
}

void ChartDrawings::moveWithTool(const QMouseEvent &event)
{
    if (m_placing && (m_toolPressedAt || *m_tool != DrawingTool::Brush))
        movePlacing(event.position(), event.modifiers());
}

void ChartDrawings::movePlacing(QPointF position, Qt::KeyboardModifiers modifiers)
{
    std::vector<DrawingPoint> &points = m_placing->points;
    if (m_placing->tool == DrawingTool::Brush) {
        if (points.size() < drawing::mostBrushPoints
            && distance(m_plane.placeOf(points.back()), position) >= brushStep) {
            const double x = position.x() - m_chart.panes().price.left() - 0.5;
            points.push_back(
                { m_times.timeAt(m_chart.scene().view.keyAt(x)), m_plane.priceOf(position.y()) });
        }
    } else {
        const DrawingPoint *anchor = points.size() > 1 ? &points[points.size() - 2] : nullptr;
        points.back() = pointFor(position, modifiers, anchor);
    }
    layOutAgain();
}

void ChartDrawings::releaseWithTool(const QMouseEvent &event)
{
    const auto from = std::exchange(m_toolPressedAt, std::nullopt);
    if (!m_placing || !from)
        return;
    movePlacing(event.position(), event.modifiers());
    const bool isPoint = drawing::pointCount(m_placing->tool) == 1;
    const bool isDrag = distance(*from, event.position()) >= dragReach;
    if (m_placing->tool == DrawingTool::Brush)
        return m_placing->points.size() > 1 ? finishPlacing() : void(cancelPlacing());
    if (isPoint || isDrag || !m_isFirstPress)
        fixPoint();
}

/// The point that follows the mouse stays; the next one follows, or it is done. Two points in one
/// place are a slip of the finger.
void ChartDrawings::fixPoint()
{
    std::vector<DrawingPoint> &points = m_placing->points;
    if (points.size() > 1 && points.back() == points[points.size() - 2])
        return;
    if (points.size() >= std::size_t(drawing::pointCount(m_placing->tool)))
        return finishPlacing();
    points.push_back(points.back());
    layOutAgain();
}

void ChartDrawings::finishPlacing()
{
    Drawing drawing = *std::exchange(m_placing, std::nullopt);
    const bool wantsText
        = drawing.tool == DrawingTool::Text || drawing.tool == DrawingTool::Callout;
    m_toolPressedAt.reset();
    const QStringList ids = m_book->add({ std::move(drawing) });
    if (!m_keepsDrawing) {
        setTool(std::nullopt);
        select(ids);
    }
    if (wantsText)
        openSettings(ids.front());
}

bool ChartDrawings::cancelPlacing()
{
    if (!m_placing)
        return false;
    m_placing.reset();
    m_toolPressedAt.reset();
    layOutAgain();
    return true;
}

// --- the mouse
// ---------------------------------------------------------------------------------------------------

bool ChartDrawings::takePress(const QMouseEvent &event)
{
    m_barsMenu = false;
    if (m_tool)
        return pressWithTool(event);
    if (event.button() == Qt::RightButton && cancelDrag()) {
        m_barsMenu = true;
        return true;
    }
    if (event.button() != Qt::LeftButton)
        return m_press.has_value();
    const auto hit = hitAt(event.position());
    const bool adds = event.modifiers().testFlag(Qt::ControlModifier);
    if (!hit) {
        if (!adds)
            select({});
        return false;
    }
    QStringList ids = m_selected;
    if (adds && ids.contains(hit->id))
        ids.removeOne(hit->id);
    else if (!ids.contains(hit->id))
        ids = adds ? ids << hit->id : QStringList { hit->id };
    select(ids);
    m_press = Press { *hit, event.position(), {}, false };
    for (const QString &id : unlocked(m_selected))
        m_press->before.push_back(*m_book->find(id));
    return true;
}

bool ChartDrawings::takeMove(const QMouseEvent &event)
{
    if (m_tool) {
        moveWithTool(event);
        return false; // the crosshair goes on
    }
    if (m_press && !event.buttons().testFlag(Qt::LeftButton))
        cancelDrag(); // it was let go where the chart did not hear of it
    if (m_press) {
        if (m_press->isDrag || distance(event.position(), m_press->from) >= dragReach)
            drag(event.position(), event.modifiers());
        return true;
    }
    const auto hit = hitAt(event.position());
    if (hit != std::exchange(m_hovered, hit))
        layOutAgain();
    return false;
}

void ChartDrawings::drag(QPointF position, Qt::KeyboardModifiers modifiers)
{
    if (m_press->before.empty())
        return; // locked
    m_press->isDrag = true;
    m_book->preview(dragged(position, modifiers));
}

/// What is in hand, as it would be there.
std::vector<Drawing> ChartDrawings::dragged(QPointF position, Qt::KeyboardModifiers modifiers) const
{
    const std::vector<Drawing> &before = m_press->before;
    const auto held = std::ranges::find(before, m_press->hit.id, &Drawing::id);
    int handle = m_press->hit.spot.handle;
    if (held != before.end() && isMovedByPoint(held->tool))
        handle = 0;
    if (before.size() == 1 && held != before.end() && handle >= 0) {
        const auto &points = held->points;
        const DrawingPoint *anchor = points.size() < 2 ? nullptr
            : handle == 0                              ? &points[1]
                                                       : &points[0];
        const DrawingPoint to = pointFor(position, modifiers, anchor, held->id);
        return { movedHandle(*held, handle, to) };
    }
    QPointF by = position - m_press->from;
    if (modifiers.testFlag(Qt::ShiftModifier))
        by = magnet::constrained(by, {});
    std::vector<Drawing> moved;
    for (const Drawing &drawing : before)
        moved.push_back(shifted(drawing, by));
    return moved;
}

/// By whole bars, and a price of whole decimals: on a linear scale its shape stays to the last
/// digit.
Drawing ChartDrawings::shifted(Drawing drawing, QPointF by) const
{
    const ChartViewport &view = m_chart.scene().view;
    const double bars = std::round(by.x() / view.barWidth);
    const int decimals = m_chart.series()->priceDecimals();
    const double first = drawing.points.front().price;
    const double change
        = magnet::rounded(m_plane.priceOf(m_plane.yOf(first) + by.y()) - first, decimals);
    for (DrawingPoint &point : drawing.points) {
        if (bars != 0)
            point.time = m_times.timeAt(m_times.keyAt(point.time) + bars);
        if (by.y() == 0)
            continue;
        point.price = view.isLog()
            ? magnet::rounded(m_plane.priceOf(m_plane.yOf(point.price) + by.y()), decimals)
            : point.price + change;
    }
    return drawing;
}

bool ChartDrawings::takeRelease(const QMouseEvent &event)
{
    if (m_tool) {
        if (event.button() != Qt::LeftButton || !m_toolPressedAt)
            return false;
        releaseWithTool(event);
        return true;
    }
    if (event.button() != Qt::LeftButton)
        return m_press.has_value();
    const std::optional<Press> press = m_press;
    if (!press)
        return false;
    if (press->isDrag)
        m_book->change(dragged(event.position(), event.modifiers()));
    m_press.reset();
    return true;
}

bool ChartDrawings::cancelDrag()
{
    const auto press = std::exchange(m_press, std::nullopt);
    if (!press || !press->isDrag)
        return false;
    m_book->endPreview();
    return true;
}

bool ChartDrawings::takeDoubleClick(const QMouseEvent &event)
{
    if (m_tool)
        return pressWithTool(event);
    const auto hit = event.button() == Qt::LeftButton ? hitAt(event.position()) : std::nullopt;
    if (!hit)
        return false;
    openSettings(hit->id);
    return true;
}

void ChartDrawings::pointerLeft()
{
    if (std::exchange(m_hovered, std::nullopt))
        layOutAgain();
}

std::optional<Qt::CursorShape> ChartDrawings::cursorAt(QPoint position) const
{
    if (m_tool)
        return m_chart.panes().price.contains(position) ? std::optional(Qt::CrossCursor)
                                                        : std::nullopt;
    if (m_press && m_press->isDrag)
        return Qt::ClosedHandCursor;
    const auto hit = hitAt(position);
    const Drawing *drawing = hit ? m_book->find(hit->id) : nullptr;
    if (!drawing)
        return std::nullopt;
    return m_book->isLocked(*drawing) ? Qt::ArrowCursor : Qt::PointingHandCursor;
}

QString ChartDrawings::toolTipAt(QPoint position) const
{
    const auto hit = m_tool ? std::nullopt : hitAt(position);
    const Drawing *drawing = hit ? m_book->find(hit->id) : nullptr;
    if (!drawing)
        return {};
    const QString name = drawingtext::name(drawing->tool);
    //: Tool tip of a drawing that cannot be moved; %1: "Trend line"
    return m_book->isLocked(*drawing) ? tr("%1, locked").arg(name) : name;
}

// --- keys
// ---------------------------------------------------------------------------------------------------

/// Those that menus of the window want too.
bool ChartDrawings::wantsKey(const QKeyEvent &event) const
{
    if (event.modifiers() == Qt::AltModifier)
        return toolKeyOf(event) || event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    // Just these: Ctrl with Shift and C, X or D are keys of trading
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier))
        return event.key() == Qt::Key_Z && m_book->canRedo();
    if (modifiers != Qt::ControlModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Z:
        return m_book->canUndo() || m_press || hasGrab();
    case Qt::Key_Y:
        return m_book->canRedo();
    case Qt::Key_C:
    case Qt::Key_X:
    case Qt::Key_D:
        return !m_selected.isEmpty();
    case Qt::Key_V:
        return canPaste();
    default:
        return false;
    }
}

/// Ctrl+Z undoes, Ctrl+Shift+Z and Ctrl+Y do again; Ctrl+C, X, V and D copy, cut, paste and double.
/// Alt+T and Alt+F take the trend line and the Fibonacci retracement; Alt+H, J, V and C put a line
/// at the crosshair. Alt+Up and Alt+Down choose the next drawing; arrows move it by a bar or a
/// tick, with Shift by ten; Delete removes it, Enter opens its settings. With a tool in hand Enter
/// sets a point at the crosshair, Escape puts it away.
bool ChartDrawings::takeKey(const QKeyEvent &event)
{
    if (const ToolKey *key = toolKeyOf(event)) {
        key->atOnce ? addAtCrosshair(key->tool) : setTool(key->tool);
        return true;
    }
    if (wantsKey(event))
        return takeCommandKey(event);
    if (m_tool)
        return takeToolKey(event);
    if (event.key() == Qt::Key_Escape && cancelDrag())
        return true;
    if (m_press) // nothing is removed in the middle of a drag
        return event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace;
    if (m_selected.isEmpty())
        return false;
    const bool many = event.modifiers() == Qt::ShiftModifier;
    if (event.modifiers() != Qt::NoModifier && !many && event.modifiers() != Qt::KeypadModifier)
        return false;
    const int step = many ? manyTicks : 1;
    switch (event.key()) {
    case Qt::Key_Left:
        nudge(-step, 0);
        return true;
    case Qt::Key_Right:
        nudge(step, 0);
        return true;
    case Qt::Key_Up:
        nudge(0, step);
        return true;
    case Qt::Key_Down:
        nudge(0, -step);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        removeSelected();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openSettings(m_selected.front());
        return true;
    case Qt::Key_Escape:
        select({});
        return true;
    default:
        return false;
    }
}

bool ChartDrawings::takeCommandKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        selectNext(event.key() == Qt::Key_Up ? 1 : -1);
        return true;
    case Qt::Key_Z:
        if (cancelDrag() || cancelPlacing())
            return true; // what is in hand is the newest step
        event.modifiers().testFlag(Qt::ShiftModifier) ? m_book->redo() : m_book->undo();
        return true;
    case Qt::Key_Y:
        m_book->redo();
        return true;
    case Qt::Key_C:
        copySelected();
        return true;
    case Qt::Key_X:
        cutSelected();
        return true;
    case Qt::Key_D:
        duplicateSelected();
        return true;
    case Qt::Key_V:
        paste();
        return true;
    default:
        return false;
    }
}

bool ChartDrawings::takeToolKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Escape:
        if (!cancelPlacing())
            setTool(std::nullopt);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        placeAtCrosshair();
        return true;
    default:
        return false;
    }
}

/// Where the crosshair stands; the keyboard's has its bar's close.
std::optional<DrawingPoint> ChartDrawings::crosshairPoint() const
{
    const ChartScene &scene = m_chart.scene();
    if (!scene.crosshair || !scene.hasBars())
        return std::nullopt;
    const ChartSeries::Key key = scene.crosshair->key;
    const double price = scene.crosshair->y ? m_plane.priceOf(*scene.crosshair->y)
                                            : scene.series->closeBefore(key + 1);
    return DrawingPoint { m_times.timeAt(double(key)),
                          magnet::rounded(price, scene.series->priceDecimals()) };
}

void ChartDrawings::placeAtCrosshair()
{
    const auto point = crosshairPoint();
    if (!point || *m_tool == DrawingTool::Brush)
        return;
    if (!m_placing) {
        beginPlacing(*point);
        if (drawing::pointCount(*m_tool) == 1)
            finishPlacing();
        return;
    }
    m_placing->points.back() = *point;
    fixPoint();
}

void ChartDrawings::addAtCrosshair(DrawingTool tool)
{
    const auto point = crosshairPoint();
    if (!point || drawing::pointCount(tool) != 1)
        return setTool(tool);
    Drawing drawing;
    drawing.tool = tool;
    drawing.style = m_desk.style(tool);
    drawing.points = { *point };
    setTool(std::nullopt);
    select(m_book->add({ std::move(drawing) }));
}

void ChartDrawings::nudge(int bars, int ticks)
{
    const int decimals = m_chart.series()->priceDecimals();
    std::vector<Drawing> moved;
    for (const QString &id : unlocked(m_selected)) {
        Drawing drawing = *m_book->find(id);
        for (DrawingPoint &point : drawing.points) {
            if (bars != 0)
                point.time = m_times.timeAt(m_times.keyAt(point.time) + bars);
            if (ticks != 0)
                point.price = magnet::rounded(point.price + ticks * m_tick, decimals);
        }
        moved.push_back(std::move(drawing));
    }
    m_book->change(moved);
    sayAloud();
}

/// From back to front, those in view.
void ChartDrawings::selectNext(int direction)
{
    if (m_placed.empty())
        return;
    const auto count = std::ptrdiff_t(m_placed.size());
    const auto current = std::ranges::find_if(m_placed, [this](const PlacedDrawing &placed) {
        return m_selected.contains(placed.drawing.id);
    });
    std::ptrdiff_t next = direction > 0 ? 0 : count - 1;
    if (current != m_placed.end())
        next = (current - m_placed.begin() + direction + count) % count;
    select({ m_placed[std::size_t(next)].drawing.id });
}

void ChartDrawings::sayAloud()
{
    const Drawing *drawing = m_selected.size() == 1 ? m_book->find(m_selected.front()) : nullptr;
    if (!drawing)
        return;
    const QString price = m_chart.locale().toString(drawing->points.front().price, 'f',
                                                    m_chart.series()->priceDecimals());
    //: Of a drawing, for screen readers: "Trend line from 187.32"
    m_chart.setAccessibleDescription(tr("%1 from %2").arg(drawingtext::name(drawing->tool), price));
}

} // namespace tapeline
