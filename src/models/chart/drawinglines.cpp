#include "drawinglines.h"

#include <algorithm>

namespace tapeline {

namespace {

using Role = DrawnLine::Role;

/// Builds the lines of one drawing.
class LineMaker
{
public:
    LineMaker(const Drawing &drawing, const DrawingPlane &plane)
        : m_drawing(drawing)
        , m_plane(plane)
        , m_style(drawing.style)
    {
        const auto wanted = std::size_t(drawing::pointCount(drawing.tool));
        for (std::size_t i = 0; i < wanted && !drawing.points.empty(); ++i)
            m_points.push_back(
                plane.placeOf(drawing.points[std::min(i, drawing.points.size() - 1)]));
    }

    std::vector<DrawnLine> make()
    {
        if (!m_points.empty())
            makeAll();
        return std::move(m_lines);
    }

private:
    void makeAll()
    {
        switch (m_drawing.tool) {
        case DrawingTool::TrendLine:
        case DrawingTool::Ray:
        case DrawingTool::ExtendedLine:
        case DrawingTool::Arrow:
            return addExtended(m_points[0], m_points[1]);
        case DrawingTool::HorizontalLine:
            return add({ m_points[0], right(m_points[0]), true, true });
        case DrawingTool::HorizontalRay:
            return add({ m_points[0], right(m_points[0]), false, true });
        case DrawingTool::VerticalLine:
            return addUpright();
        case DrawingTool::CrossLine:
            add({ m_points[0], right(m_points[0]), true, true });
            return addUpright();
        case DrawingTool::Channel:
            return addChannel();
        case DrawingTool::Rectangle:
            return addRectangle();
        case DrawingTool::Triangle:
            for (std::size_t i = 0; i < 3; ++i)
                add({ m_points[i], m_points[(i + 1) % 3] });
            return;
        case DrawingTool::FibRetracement:
        case DrawingTool::FibExtension:
            return addLevels();
        case DrawingTool::Pitchfork:
            return addFork();
        case DrawingTool::Callout:
            return add({ m_points[1], m_points[0], false, false, -1, Role::Guide });
        case DrawingTool::Ellipse:
        case DrawingTool::Measure:
        case DrawingTool::Text:
        case DrawingTool::Brush:
            return;
        }
    }

    static QPointF right(QPointF point) { return point + QPointF(1, 0); }
    void add(const DrawnLine &line) { m_lines.push_back(line); }

    void addUpright()
    {
        add({ m_points[0], m_points[0] + QPointF(0, 1), true, true, -1, Role::Upright });
    }

    /// A ray goes on beyond its second point, wherever that lies; others to the left and right.
    void addExtended(QPointF from, QPointF to, Role role = Role::Main)
    {
        const bool turned = m_drawing.tool != DrawingTool::Ray && from.x() > to.x();
        const bool before = turned ? m_style.extendRight : m_style.extendLeft;
        const bool after = turned ? m_style.extendLeft : m_style.extendRight;
        const bool goesOn = drawing::hasExtensions(m_drawing.tool) && from != to;
        const bool isUpright = from.x() == to.x() && role == Role::Main;
        add({ from, to, goesOn && before, goesOn && after, -1, isUpright ? Role::Upright : role });
    }

    void addChannel()
    {
        const QPointF shift = channelShift();
        addExtended(m_points[0], m_points[1]);
        addExtended(m_points[0] + shift, m_points[1] + shift);
        addExtended(m_points[0] + shift / 2, m_points[1] + shift / 2, Role::Guide);
    }

    /// From the first line to the one through the third point: upright, unless the line is.
    QPointF channelShift() const
    {
        const QPointF along = m_points[1] - m_points[0];
        const QPointF away = m_points[2] - m_points[0];
        if (along.x() == 0)
            return { away.x(), 0 };
        return { 0, away.y() - along.y() * away.x() / along.x() };
    }

    void addRectangle()
    {
        const QPointF a = m_points[0];
        const QPointF b = m_points[1];
        addExtended(a, { b.x(), a.y() });
        addExtended({ a.x(), b.y() }, b);
        const bool turned = a.x() > b.x();
        if (!(turned ? m_style.extendRight : m_style.extendLeft))
            add({ a, { a.x(), b.y() }, false, false, -1, Role::Upright });
        if (!(turned ? m_style.extendLeft : m_style.extendRight))
            add({ { b.x(), a.y() }, b, false, false, -1, Role::Upright });
    }

    void addLevels()
    {
        const auto [left, right] = std::ranges::minmax(m_points, {}, &QPointF::x);
        for (std::size_t i = 0; i < m_style.levels.size(); ++i) {
            if (!m_style.levels[i].isShown)
                continue;
            const double y = m_plane.yOf(levelPrice(m_drawing, m_style.levels[i].ratio));
            add({ { left.x(), y },
                  { right.x(), y },
                  m_style.extendLeft,
                  m_style.extendRight,
                  int(i) });
        }
        for (std::size_t i = 1; i < m_points.size(); ++i)
            add({ m_points[i - 1], m_points[i], false, false, -1, Role::Guide });
    }

    void addFork()
    {
        const QPointF middle = (m_points[1] + m_points[2]) / 2;
        const QPointF start = forkStart();
        const QPointF along = middle - start;
        if (along.x() == 0 && along.y() == 0)
            return add({ m_points[0], m_points[1] });
        add({ start, middle, false, true });
        add({ m_points[1], m_points[1] + along, false, true });
        add({ m_points[2], m_points[2] + along, false, true });
        add({ m_points[1], m_points[2], false, false, -1, Role::Guide });
        if (start != m_points[0])
            add({ m_points[0], m_points[1], false, false, -1, Role::Guide });
    }

    QPointF forkStart() const
    {
        const QPointF half = (m_points[0] + m_points[1]) / 2;
        switch (m_style.fork) {
        case ForkKind::Andrews:
            return m_points[0];
        case ForkKind::Schiff:
            return { m_points[0].x(), half.y() };
        case ForkKind::ModifiedSchiff:
            return half;
        }
        Q_UNREACHABLE();
    }

    const Drawing &m_drawing;
    const DrawingPlane &m_plane;
    const DrawingStyle &m_style;
    std::vector<QPointF> m_points;
    std::vector<DrawnLine> m_lines;
};

} // namespace

std::vector<DrawnLine> drawnLines(const Drawing &drawing, const DrawingPlane &plane)
{
    return LineMaker(drawing, plane).make();
}

double levelPrice(const Drawing &drawing, double ratio)
{
    const auto price = [&](std::size_t index) {
        return drawing.points[std::min(index, drawing.points.size() - 1)].price;
    };
    if (drawing.tool == DrawingTool::FibExtension)
        return price(2) + (price(1) - price(0)) * ratio;
    return price(1) + (price(0) - price(1)) * ratio;
}

} // namespace tapeline
