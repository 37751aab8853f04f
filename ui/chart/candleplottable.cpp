#include "candleplottable.h"

namespace tapeline {

CandlePlottable::CandlePlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const ChartScene &scene)
    : QCPAbstractPlottable(keyAxis, valueAxis)
    , m_scene(scene)
    , m_painter(scene)
    , m_footprint(scene)
    , m_profile(scene)
{
    setSelectable(QCP::stNone);
    setAntialiased(false);
}

void CandlePlottable::setStyle(const QFont &font, const QLocale &locale)
{
    m_footprint.setStyle(font, locale);
    m_profile.setStyle(font, locale);
}

double CandlePlottable::selectTest(const QPointF &, bool, QVariant *) const
{
    return -1; // the chart maps positions to bars itself
}

QCPRange CandlePlottable::getKeyRange(bool &foundRange, QCP::SignDomain) const
{
    foundRange = m_scene.hasBars();
    if (!foundRange)
        return {};
    return { double(m_scene.series->firstKey()) - 0.5, double(m_scene.series->lastKey()) + 0.5 };
}

QCPRange CandlePlottable::getValueRange(bool &foundRange, QCP::SignDomain,
                                        const QCPRange &inKeyRange) const
{
    foundRange = false;
    if (!m_scene.hasBars())
        return {};
    const ChartSeries &series = *m_scene.series;
    const bool all = inKeyRange == QCPRange();
    const OhlcRun whole = all ? series.over(series.firstKey(), series.lastKey())
                              : series.over(qCeil(inKeyRange.lower), qFloor(inKeyRange.upper));
    foundRange = !whole.isEmpty();
    return foundRange ? QCPRange(whole.low, whole.high) : QCPRange();
}

void CandlePlottable::draw(QCPPainter *painter)
{
    if (!m_scene.hasBars())
        return;
    m_profile.paint(*painter);
    const ChartSeries::Key first = m_scene.view.firstVisible();
    const auto last = std::min(m_scene.view.lastVisible(), m_scene.series->lastKey() - 1);
    if (m_footprint.isShown())
        m_footprint.paint(*painter, first, last);
    else
        m_painter.paintCandles(*painter, first, last);
}

void CandlePlottable::drawLegendIcon(QCPPainter *painter, const QRectF &rect) const
{
    painter->fillRect(rect.adjusted(rect.width() / 3, 0, -rect.width() / 3, 0), m_scene.colors.up);
}

} // namespace tapeline
