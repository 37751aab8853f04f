#include "drawingcache.h"

#include <QPainter>
#include <QWidget>

namespace tapeline {

namespace {

qint64 areaOf(const QRegion &region)
{
    qint64 area = 0;
    for (const QRect &rect : region)
        area += qint64(rect.width()) * rect.height();
    return area;
}

} // namespace

void DrawingCache::paint(QPainter &painter, const QWidget &layer, const QRegion &region,
                         const Paint &paint)
{
    if (2 * areaOf(region) > qint64(layer.width()) * layer.height())
        return paint(painter, region);
    bring(layer, paint);
    const double ratio = m_image.devicePixelRatio();
    for (const QRect &part : region)
        painter.drawImage(QRectF(part), m_image,
                          QRectF(QPointF(part.topLeft()) * ratio, QSizeF(part.size()) * ratio));
}

/// Up to date.
void DrawingCache::bring(const QWidget &layer, const Paint &paint)
{
    const double ratio = layer.devicePixelRatioF();
    const QSize size = layer.size() * ratio;
    if (m_image.size() != size || m_image.devicePixelRatio() != ratio) {
        m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
        m_image.setDevicePixelRatio(ratio);
        m_isValid = false;
    }
    const QRegion stale = m_isValid ? m_stale & layer.rect() : QRegion(layer.rect());
    m_stale = {};
    m_isValid = true;
    if (stale.isEmpty())
        return;
    QPainter painter(&m_image);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    for (const QRect &part : stale)
        painter.fillRect(part, Qt::transparent);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    paint(painter, stale);
}

} // namespace tapeline
