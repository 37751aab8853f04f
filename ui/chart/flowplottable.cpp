#include "flowplottable.h"

namespace tapeline {

FlowPlottable::FlowPlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const ChartScene &scene)
    : QCPAbstractPlottable(keyAxis, valueAxis)
    , m_scene(scene)
    , m_pane(scene)
{
    setSelectable(QCP::stNone);
    setAntialiased(false);
}

double FlowPlottable::selectTest(const QPointF &, bool, QVariant *) const
{
    return -1; // the chart maps positions to bars itself
}

QCPRange FlowPlottable::getKeyRange(bool &foundRange, QCP::SignDomain) const
{
    foundRange = m_scene.flow.isShown();
    if (!foundRange)
        return {};
    const FlowSeries &series = *m_scene.flow.series;
    return { double(series.firstKey()) - 0.5, double(series.lastKey()) + 0.5 };
}

QCPRange FlowPlottable::getValueRange(bool &foundRange, QCP::SignDomain,
                                      const QCPRange &inKeyRange) const
{
    foundRange = m_scene.flow.isShown();
    if (!foundRange)
        return {};
    const FlowSeries &series = *m_scene.flow.series;
    const bool all = inKeyRange == QCPRange();
    const auto [low, high] = FlowPane::range(
        m_scene.flow, all ? series.firstKey() : ChartSeries::Key(qCeil(inKeyRange.lower)),
        all ? series.lastKey() : ChartSeries::Key(qFloor(inKeyRange.upper)));
    return { low, high };
}

void FlowPlottable::draw(QCPPainter *painter)
{
    if (!m_scene.flow.isShown() || !m_scene.hasBars())
        return;
    m_pane.paint(*painter, m_scene.view.firstVisible(),
                 std::min(m_scene.view.lastVisible(), m_scene.series->lastKey() - 1));
}

void FlowPlottable::drawLegendIcon(QCPPainter *painter, const QRectF &rect) const
{
    painter->fillRect(rect.adjusted(rect.width() / 3, 0, -rect.width() / 3, 0),
                      m_scene.colors.accent);
}

} // namespace tapeline
