#include "divergencepainter.h"

#include <QPainter>

namespace tapeline {

namespace {

constexpr int legendRoom = 8; // above and below the line of text at the top of the pane
constexpr double narrowest = 0.7; // pixels a bar: below, marks would cover each other
constexpr double namedFrom = 3; // pixels a bar
constexpr double halfWidth = 4; // of a triangle
constexpr double height = 7;
constexpr double away = 4; // from the bar

} // namespace

DivergencePainter::DivergencePainter(const ChartScene &scene)
    : m_scene(scene)
{
}

std::vector<FlowSeries::Divergence> DivergencePainter::inView() const
{
    const ChartFlow &flow = m_scene.flow;
    if (!flow.isShown() || !flow.options.divergences || !m_scene.hasBars()
        || m_scene.view.barWidth < narrowest)
        return {};
    return flow.series->divergences(m_scene.view.firstVisible(), m_scene.view.lastVisible());
}

void DivergencePainter::paintInPrices(QPainter &painter)
{
    std::vector<Mark> marks;
    for (const FlowSeries::Divergence &found : inView()) {
        const auto at = [&](ChartSeries::Key key) {
            const OhlcRun &run = m_scene.series->run(key);
            return QPointF(m_scene.xOf(key), m_scene.priceY(found.isBullish ? run.low : run.high));
        };
        const QPointF second = at(found.second);
        marks.push_back({ at(found.first), second, second.y(), found.isBullish });
    }
    paint(painter, m_scene.panes.price, marks, false);
}

void DivergencePainter::paintInFlow(QPainter &painter)
{
    const ChartFlow &flow = m_scene.flow;
    if (flow.options.style == FlowStyle::Delta)
        return; // no sum is in the pane
    std::vector<Mark> marks;
    for (const FlowSeries::Divergence &found : inView()) {
        const auto at = [&](ChartSeries::Key key) {
            return QPointF(m_scene.xOf(key), m_scene.flowY(flow.series->cvd(key).close));
        };
        const OhlcRun &run = flow.series->cvd(found.second);
        const bool asLine = flow.options.style == FlowStyle::Line;
        const double tip = asLine ? run.close : found.isBullish ? run.low : run.high;
        marks.push_back({ at(found.first), at(found.second), m_scene.flowY(tip), found.isBullish });
    }
    paint(painter, m_scene.panes.flow, marks, true);
}

const QColor &DivergencePainter::color(const Mark &mark) const
{
    return mark.isBullish ? m_scene.colors.up : m_scene.colors.down;
}

void DivergencePainter::paint(QPainter &painter, const QRect &pane, std::span<const Mark> marks,
                              bool named)
{
    if (marks.empty())
        return;
    painter.save();
    painter.setClipRect(pane, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const Mark &mark : marks) {
        painter.setPen(QPen(color(mark), 1.25));
        painter.drawLine(mark.first, mark.second);
        paintTriangle(painter, mark);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    QRegion names(pane.x(), pane.y(), pane.width(), m_glyphs.height() + legendRoom);
    if (named && m_scene.view.barWidth >= namedFrom)
        for (const Mark &mark : marks)
            paintName(painter, pane, mark, names);
    painter.restore();
}

void DivergencePainter::paintTriangle(QPainter &painter, const Mark &mark) const
{
    const double down = mark.isBullish ? 1 : -1; // away from the bar
    const double tip = mark.tip + down * away;
    const double base = tip + down * height;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(mark));
    const double x = mark.second.x();
    painter.drawPolygon(
        QPolygonF({ QPointF(x, tip), QPointF(x - halfWidth, base), QPointF(x + halfWidth, base) }));
    painter.setBrush(Qt::NoBrush);
}

/// Behind the triangle or beside it, unless another one's name or the legend is there.
void DivergencePainter::paintName(QPainter &painter, const QRect &pane, const Mark &mark,
                                  QRegion &names)
{
    m_glyphs.setFont(m_glyphs.font(), painter.device()->devicePixelRatioF());
    //: Beside a mark in the chart: bullish (rising) divergence, as short as can be
    const QString name = mark.isBullish ? tr("bull div")
                                        //: The same of a bearish (falling) one
                                        : tr("bear div");
    const QSize size(qCeil(m_glyphs.width(name)) + 2, m_glyphs.height());
    const QPoint x(qRound(mark.second.x()), 0);
    const int end = qRound(mark.tip + (mark.isBullish ? away + height : -away - height));
    const QRect behind(x + QPoint(-size.width() / 2, mark.isBullish ? end : end - size.height()),
                       size);
    const int middle = end - (mark.isBullish ? 1 : -1) * int(height / 2);
    const QRect beside(x + QPoint(int(halfWidth) + 3, middle - size.height() / 2), size);
    for (const QRect &place : { behind, beside }) {
        if (!pane.contains(place) || names.intersects(place))
            continue;
        names += place;
        painter.fillRect(place, m_scene.colors.background);
        return m_glyphs.draw(painter, place, Qt::AlignHCenter, name, color(mark));
    }
}

} // namespace tapeline
