#include "volumeplottable.h"

namespace tapeline {

VolumePlottable::VolumePlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const ChartScene &scene)
    : QCPAbstractPlottable(keyAxis, valueAxis)
    , m_scene(scene)
    , m_painter(scene)
{
    setSelectable(QCP::stNone);
    setAntialiased(false);
}

double VolumePlottable::selectTest(const QPointF &, bool, QVariant *) const
{
    return -1; // the chart maps positions to bars itself
}

QCPRange VolumePlottable::getKeyRange(bool &foundRange, QCP::SignDomain) const
{
    foundRange = m_scene.hasBars();
    if (!foundRange)
        return {};
    return { double(m_scene.series->firstKey()) - 0.5, double(m_scene.series->lastKey()) + 0.5 };
}

QCPRange VolumePlottable::getValueRange(bool &foundRange, QCP::SignDomain,
                                        const QCPRange &inKeyRange) const
{
    foundRange = m_scene.hasBars();
    if (!foundRange)
        return {};
    const ChartSeries &series = *m_scene.series;
    const bool all = inKeyRange == QCPRange();
    const OhlcRun whole = all ? series.over(series.firstKey(), series.lastKey())
                              : series.over(qCeil(inKeyRange.lower), qFloor(inKeyRange.upper));
    return { 0, whole.volume };
}

void VolumePlottable::draw(QCPPainter *painter)
{
    if (!m_scene.hasBars())
        return;
    m_painter.paintVolume(*painter, m_scene.view.firstVisible(),
                          std::min(m_scene.view.lastVisible(), m_scene.series->lastKey() - 1));
}

void VolumePlottable::drawLegendIcon(QCPPainter *painter, const QRectF &rect) const
{
    painter->fillRect(rect.adjusted(0, rect.height() / 2, 0, 0), m_scene.colors.volumeUp);
}

} // namespace tapeline
