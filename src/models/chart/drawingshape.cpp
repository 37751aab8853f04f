#include "drawingshape.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace tapeline {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double calloutPadding = 6; // pixels around its text

/// Liang and Barsky: the range of t in [t0, t1] in which from + t * step lies in [low, high].
bool clipAxis(double from, double step, double low, double high, double &t0, double &t1)
{
    if (step == 0)
        return from >= low && from <= high;
    double near = (low - from) / step;
    double far = (high - from) / step;
    if (near > far)
        std::swap(near, far);
    t0 = std::max(t0, near);
    t1 = std::min(t1, far);
    return t0 <= t1;
}

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

double distanceToSegment(const QLineF &line, QPointF point)
{
    const QPointF along = line.p2() - line.p1();
    const double square = QPointF::dotProduct(along, along);
    const double part = square > 0
        ? std::clamp(QPointF::dotProduct(point - line.p1(), along) / square, 0.0, 1.0)
        : 0.0;
    return distance(line.p1() + part * along, point);
}

/// Even-odd rule.
bool isInside(const std::vector<QPointF> &corners, QPointF point)
{
    bool inside = false;
    for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
        const QPointF a = corners[i];
        const QPointF b = corners[j];
        if ((a.y() > point.y()) != (b.y() > point.y())
            && point.x() < (b.x() - a.x()) * (point.y() - a.y()) / (b.y() - a.y()) + a.x())
            inside = !inside;
    }
    return inside;
}

/// Sutherland and Hodgman, against one side of a rectangle.
template<typename Inside, typename Cut>
std::vector<QPointF> cutAt(const std::vector<QPointF> &corners, Inside inside, Cut cut)
{
    std::vector<QPointF> result;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const QPointF a = corners[i];
        const QPointF b = corners[(i + 1) % corners.size()];
        if (inside(a))
            result.push_back(a);
        if (inside(a) != inside(b))
            result.push_back(cut(a, b));
    }
    return result;
}

std::vector<QPointF> clippedArea(std::vector<QPointF> corners, const QRectF &area)
{
    const auto atX = [](double x) {
        return [x](QPointF a, QPointF b) {
            return QPointF(x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x()));
        };
    };
    const auto atY = [](double y) {
        return [y](QPointF a, QPointF b) {
            return QPointF(a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()), y);
        };
    };
    corners = cutAt(
        corners, [&](QPointF p) { return p.x() >= area.left(); }, atX(area.left()));
    corners = cutAt(
        corners, [&](QPointF p) { return p.x() <= area.right(); }, atX(area.right()));
    corners = cutAt(
        corners, [&](QPointF p) { return p.y() >= area.top(); }, atY(area.top()));
    return cutAt(
        corners, [&](QPointF p) { return p.y() <= area.bottom(); }, atY(area.bottom()));
}

/// The ends of a line that goes on, well outside the pane.
QLineF farEnds(const DrawnLine &line, const QRectF &pane)
{
    const QPointF along = line.to - line.from;
    const double length = std::hypot(along.x(), along.y());
    if (length == 0)
        return { line.from, line.to };
    const double reach = 2 * (pane.width() + pane.height()) + distance(line.from, pane.center())
        + distance(line.to, pane.center());
    const QPointF step = along / length * reach;
    return { line.goesOnBefore ? line.from - step : line.from,
             line.goesOnAfter ? line.to + step : line.to };
}

/// Builds the shape of one drawing.
class ShapeMaker
{
public:
    ShapeMaker(const Drawing &drawing, const DrawingPlane &plane, const QRectF &pane)
        : m_drawing(drawing)
        , m_pane(pane)
    {
        for (const DrawingPoint &point : drawing.points)
            m_points.push_back(plane.placeOf(point));
        m_lines = drawnLines(drawing, plane);
    }

    DrawingShape make(QSizeF textSize)
    {
        for (const DrawnLine &line : m_lines)
            if (const auto shown = clipped(line, m_pane.adjusted(-4, -4, 4, 4)))
                m_shape.lines.push_back(
                    { *shown, line.level, line.role, along(line, shown->p1()) });
        addAreas();
        addBoxes(textSize);
        addHandles();
        return std::move(m_shape);
    }

private:
    static double along(const DrawnLine &line, QPointF point)
    {
        const QPointF step = line.to - line.from;
        const double length = std::hypot(step.x(), step.y());
        return length > 0 ? QPointF::dotProduct(point - line.from, step) / length : 0;
    }

    QPointF point(std::size_t index) const
    {
        return m_points[std::min(index, m_points.size() - 1)];
    }

    void addArea(std::vector<QPointF> corners, int level = -1)
    {
        corners = clippedArea(std::move(corners), m_pane);
        if (corners.size() >= 3)
            m_shape.areas.push_back({ std::move(corners), level });
    }

    void addBetween(const DrawnLine &a, const DrawnLine &b, int level = -1)
    {
        const QLineF one = farEnds(a, m_pane);
        const QLineF other = farEnds(b, m_pane);
        addArea({ one.p1(), one.p2(), other.p2(), other.p1() }, level);
    }

    void addAreas()
    {
        m_shape.isFilled = drawing::hasFill(m_drawing.tool) && m_drawing.style.fillOpacity > 0;
        switch (m_drawing.tool) {
        case DrawingTool::Channel:
            if (m_lines.size() >= 2)
                addBetween(m_lines[0], m_lines[1]);
            return;
        case DrawingTool::Rectangle:
            if (m_lines.size() >= 2)
                addBetween(m_lines[0], m_lines[1]);
            return;
        case DrawingTool::Measure:
            return addArea({ point(0),
                             { point(1).x(), point(0).y() },
                             point(1),
                             { point(0).x(), point(1).y() } });
        case DrawingTool::Triangle:
            return addArea({ point(0), point(1), point(2) });
        case DrawingTool::FibRetracement:
        case DrawingTool::FibExtension:
            return addBands();
        case DrawingTool::Pitchfork:
            m_shape.isFilled = false; // it covers half of the chart
            if (m_lines.size() >= 3 && m_lines[1].goesOnAfter) {
                addBetween(m_lines[0], m_lines[1]);
                addBetween(m_lines[0], m_lines[2]);
            }
            return;
        case DrawingTool::Ellipse:
            if (const QRectF all = QRectF(point(0), point(1)).normalized(); all.intersects(m_pane))
                m_shape.ellipse = all;
            return;
        default:
            return;
        }
    }

    /// Between levels, in the order of their heights.
    void addBands()
    {
        m_shape.isFilled = false; // the chart is moved by what lies between levels
        std::map<double, const DrawnLine *> byHeight;
        for (const DrawnLine &line : m_lines)
            if (line.level >= 0)
                byHeight.emplace(line.from.y(), &line);
        const DrawnLine *before = nullptr;
        for (const auto &[y, line] : byHeight) {
            if (before)
                addBetween(*before, *line, line->level);
            before = line;
        }
    }

    void addBoxes(QSizeF textSize)
    {
        if (m_drawing.tool == DrawingTool::Text)
            setBox({ point(0) - QPointF(0, textSize.height() / 2), textSize });
        if (m_drawing.tool == DrawingTool::Callout) {
            QRectF box({}, textSize);
            box.adjust(-calloutPadding, -calloutPadding, calloutPadding, calloutPadding);
            box.moveCenter(point(1));
            setBox(box);
        }
        if (m_drawing.tool != DrawingTool::Brush)
            return;
        const auto [left, right] = std::ranges::minmax(m_points, {}, &QPointF::x);
        const auto [top, bottom] = std::ranges::minmax(m_points, {}, &QPointF::y);
        const bool inView = left.x() <= m_pane.right() && right.x() >= m_pane.left()
            && top.y() <= m_pane.bottom() && bottom.y() >= m_pane.top();
        if (inView)
            m_shape.path = m_points;
    }

    void setBox(const QRectF &box)
    {
        if (box.intersects(m_pane))
            m_shape.box = box;
    }

    void addHandles()
    {
        const std::size_t own = m_drawing.tool == DrawingTool::Brush ? 0 : m_points.size();
        m_shape.handles.assign(m_points.begin(), m_points.begin() + std::ptrdiff_t(own));
        if (handleCount(m_drawing) == 4) {
            m_shape.handles.emplace_back(point(0).x(), point(1).y());
            m_shape.handles.emplace_back(point(1).x(), point(0).y());
        }
    }

    const Drawing &m_drawing;
    const QRectF m_pane;
    std::vector<QPointF> m_points;
    std::vector<DrawnLine> m_lines;
    DrawingShape m_shape;
};

} // namespace

std::optional<QLineF> clipped(const DrawnLine &line, const QRectF &area)
{
    const QPointF along = line.to - line.from;
    double t0 = line.goesOnBefore ? -infinity : 0;
    double t1 = line.goesOnAfter ? infinity : 1;
    if (!clipAxis(line.from.x(), along.x(), area.left(), area.right(), t0, t1)
        || !clipAxis(line.from.y(), along.y(), area.top(), area.bottom(), t0, t1))
        return std::nullopt;
    if (!std::isfinite(t0) || !std::isfinite(t1)) // a point that would go on
        return QLineF(line.from, line.to);
    return QLineF(line.from + t0 * along, line.from + t1 * along);
}

DrawingShape placeDrawing(const Drawing &drawing, const DrawingPlane &plane, const QRectF &pane,
                          QSizeF textSize)
{
    if (drawing.points.empty())
        return {};
    return ShapeMaker(drawing, plane, pane).make(textSize);
}

double distanceTo(const DrawingShape &shape, QPointF position)
{
    double nearest = infinity;
    for (const DrawingShape::Line &line : shape.lines)
        nearest = std::min(nearest, distanceToSegment(line.line, position));
    for (std::size_t i = 1; i < shape.path.size(); ++i)
        nearest
            = std::min(nearest, distanceToSegment({ shape.path[i - 1], shape.path[i] }, position));
    if (!shape.ellipse.isEmpty()) {
        const QPointF from = position - shape.ellipse.center();
        const double a = shape.ellipse.width() / 2;
        const double b = shape.ellipse.height() / 2;
        const double relative = std::hypot(from.x() / a, from.y() / b);
        // Along the ray from the middle: near enough to the distance for a hit
        const double away = relative > 0
            ? std::hypot(from.x(), from.y()) * std::abs(1 - 1 / relative)
            : std::min(a, b);
        nearest = std::min(nearest, shape.isFilled && relative <= 1 ? 0 : away);
    }
    if (shape.box.contains(position))
        nearest = 0;
    if (shape.isFilled)
        for (const DrawingShape::Area &area : shape.areas)
            if (isInside(area.corners, position))
                nearest = 0;
    return nearest;
}

std::optional<DrawingSpot> spotAt(const DrawingShape &shape, QPointF position, double reach,
                                  bool withHandles)
{
    if (withHandles) {
        int best = -1;
        double nearest = reach + 2; // a handle is larger than a line
        for (std::size_t i = 0; i < shape.handles.size(); ++i) {
            const double away = distance(shape.handles[i], position);
            if (away <= nearest) {
                best = int(i);
                nearest = away;
            }
        }
        if (best >= 0)
            return DrawingSpot { best };
    }
    if (distanceTo(shape, position) <= reach)
        return DrawingSpot {};
    return std::nullopt;
}

int handleCount(const Drawing &drawing)
{
    switch (drawing.tool) {
    case DrawingTool::Rectangle:
    case DrawingTool::Ellipse:
        return 4;
    case DrawingTool::Brush:
        return 0;
    default:
        return drawing::pointCount(drawing.tool);
    }
}

Drawing movedHandle(Drawing drawing, int handle, const DrawingPoint &to)
{
    std::vector<DrawingPoint> &points = drawing.points;
    if (handle >= 0 && std::size_t(handle) < points.size()) {
        points[std::size_t(handle)] = to;
    } else if (handleCount(drawing) == 4 && points.size() == 2) {
        points[handle == 2 ? 0 : 1].time = to.time;
        points[handle == 2 ? 1 : 0].price = to.price;
    }
    return drawing;
}

} // namespace tapeline
