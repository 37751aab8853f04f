#include "sessionshade.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

SessionShade::SessionShade(QCustomPlot *plot, const ChartScene &scene)
    : QCPLayerable(plot, u"background"_s)
    , m_scene(scene)
{
}

void SessionShade::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(false);
}

void SessionShade::draw(QCPPainter *painter)
{
    drawPaneLines(*painter);
    if (!m_scene.hasBars())
        return;
    const ChartViewport &view = m_scene.view;
    const QRect panes = m_scene.panes.price.united(m_scene.panes.volume);
    painter->setClipRect(panes);
    const auto edgeBefore
        = [&](ChartSeries::Key key) { return qFloor(view.xOf(double(key) - 0.5)); };

    const SessionSpans spans
        = sessionSpans(*m_scene.series, m_calendar, view.firstVisible(), view.lastVisible());
    for (const SessionSpan &span : spans.extended) {
        const int x = edgeBefore(span.first);
        painter->fillRect(x, panes.top(), edgeBefore(span.last + 1) - x, panes.height(),
                          m_scene.colors.session);
    }
    for (const ChartSeries::Key key : spans.dayStarts)
        painter->fillRect(edgeBefore(key), panes.top(), 1, panes.height(), m_scene.colors.dayLine);
    for (const ChartSeries::Key key : m_scene.series->gaps(view.firstVisible(), view.lastVisible()))
        drawGap(*painter, edgeBefore(key));
    painter->fillRect(panes.left(), m_scene.panes.volume.top(), panes.width(), 1,
                      m_scene.colors.paneLine);
}

void SessionShade::drawPaneLines(QPainter &painter) const
{
    const ChartPanes &panes = m_scene.panes;
    const QColor &color = m_scene.colors.paneLine;
    painter.fillRect(panes.priceAxis.left(), 0, 1, panes.priceAxis.height(), color);
    painter.fillRect(0, panes.timeAxis.top(), panes.priceAxis.right() + 1, 1, color);
    if (!m_scene.series || !m_scene.series->timeframe().isIntraday())
        return;
    painter.setFont(parentPlot()->font());
    painter.setPen(m_scene.colors.axisText);
    //: In the corner below the price axis: the times are US Eastern time
    painter.drawText(QRect(panes.priceAxis.left(), panes.timeAxis.top(), panes.priceAxis.width(),
                           panes.timeAxis.height()),
                     Qt::AlignCenter, tr("ET"));
}

void SessionShade::drawGap(QCPPainter &painter, int x) const
{
    constexpr int dash = 4;
    const QRect panes = m_scene.panes.price.united(m_scene.panes.volume);
    for (int y = panes.top(); y < panes.bottom(); y += 2 * dash)
        painter.fillRect(x, y, 1, dash, m_scene.colors.gap);
    painter.fillRect(x - 2, panes.bottom() - dash, 5, dash + 1, m_scene.colors.gap);
}

} // namespace tapeline
