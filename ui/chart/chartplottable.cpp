#include "chartplottable.h"

namespace tapeline {

ChartPlottable::ChartPlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const ChartScene &scene,
                               Content content)
    : QCPAbstractPlottable(keyAxis, valueAxis)
    , m_scene(scene)
    , m_content(std::move(content))
{
    setSelectable(QCP::stNone);
    setAntialiased(false);
}

double ChartPlottable::selectTest(const QPointF &, bool, QVariant *) const
{
    return -1; // the chart maps positions to bars itself
}

QCPRange ChartPlottable::getKeyRange(bool &foundRange, QCP::SignDomain) const
{
    foundRange = m_scene.hasBars();
    if (!foundRange)
        return {};
    return { double(m_scene.series->firstKey()) - 0.5, double(m_scene.series->lastKey()) + 0.5 };
}

QCPRange ChartPlottable::getValueRange(bool &foundRange, QCP::SignDomain,
                                       const QCPRange &inKeyRange) const
{
    foundRange = false;
    if (!m_scene.hasBars())
        return {};
    const bool all = inKeyRange == QCPRange();
    const std::optional<QCPRange> range
        = m_content.values(all ? m_scene.series->firstKey() : Key(qCeil(inKeyRange.lower)),
                           all ? m_scene.series->lastKey() : Key(qFloor(inKeyRange.upper)));
    foundRange = range.has_value();
    return range.value_or(QCPRange());
}

void ChartPlottable::draw(QCPPainter *painter)
{
    if (m_scene.hasBars())
        m_content.paint(*painter, m_scene.view.firstVisible(),
                        std::min(m_scene.view.lastVisible(), m_scene.series->lastKey() - 1));
}

void ChartPlottable::drawLegendIcon(QCPPainter *painter, const QRectF &rect) const
{
    painter->fillRect(rect, m_scene.colors.accent);
}

} // namespace tapeline
