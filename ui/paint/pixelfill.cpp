#include "pixelfill.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

/// What the painter's pixels end up in; null when that is no picture of whole 32-bit pixels.
const QImage *pictureOf(const QPainter &painter)
{
    const QPaintDevice *device = painter.paintEngine()->paintDevice();
    if (!device || device->devType() != QInternal::Image)
        return nullptr;
    const auto *image = static_cast<const QImage *>(device);
    const bool known = image->format() == QImage::Format_RGB32
        || image->format() == QImage::Format_ARGB32_Premultiplied;
    return known ? image : nullptr;
}

bool isWhole(double value)
{
    return value == std::round(value);
}

} // namespace

PixelFill::PixelFill(QPainter &painter)
    : m_painter(painter)
{
    const double ratio = painter.device()->devicePixelRatioF();
    painter.save();
    painter.scale(1 / ratio, 1 / ratio);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    const QImage *image = pictureOf(painter);
    if (image && isWhole(ratio) && isPlain())
        takePicture(*image);
}

PixelFill::~PixelFill()
{
    m_painter.restore();
}

/// Nothing between the painter and whole pixels but an offset and one rectangle to clip to.
bool PixelFill::isPlain() const
{
    const QTransform transform = m_painter.deviceTransform();
    return transform.type() <= QTransform::TxTranslate && isWhole(transform.dx())
        && isWhole(transform.dy()) && m_painter.opacity() == 1
        && m_painter.compositionMode() == QPainter::CompositionMode_SourceOver
        && m_painter.paintEngine()->systemClip().rectCount() <= 1
        && (!m_painter.hasClipping() || m_painter.clipRegion().rectCount() <= 1);
}

void PixelFill::takePicture(const QImage &image)
{
    const QTransform transform = m_painter.deviceTransform();
    m_origin = QPoint(qRound(transform.dx()), qRound(transform.dy()));
    m_clip = image.rect();
    if (m_painter.hasClipping())
        m_clip &= m_painter.clipBoundingRect().toAlignedRect().translated(m_origin);
    if (const QRegion system = m_painter.paintEngine()->systemClip(); !system.isNull())
        m_clip &= system.boundingRect();
    // As the paint engine does, which has made sure that no one else shares these pixels
    m_pixels = reinterpret_cast<QRgb *>(const_cast<uchar *>(image.constBits()));
    m_stride = image.bytesPerLine() / qsizetype(sizeof(QRgb));
}

void PixelFill::fill(std::span<const QRect> rects, const QColor &color)
{
    if (!isDirect() || color.alpha() < 255) {
        m_painter.setBrush(color);
        m_painter.drawRects(rects.data(), static_cast<int>(rects.size()));
        return;
    }
    for (const QRect &rect : rects)
        write(rect, color.rgb());
}

void PixelFill::fillRows(const QRect &area, std::span<const QRgb> row)
{
    if (!isDirect()) {
        const auto end = row.begin() + area.width();
        for (auto from = row.begin(); from != end;) {
            const auto to = std::find_if(from, end, [&](QRgb pixel) { return pixel != *from; });
            const QRect run(area.left() + static_cast<int>(from - row.begin()), area.top(),
                            static_cast<int>(to - from), area.height());
            m_painter.fillRect(run, QColor::fromRgb(*from));
            from = to;
        }
        return;
    }
    const QRect seen = area.translated(m_origin) & m_clip;
    if (seen.isEmpty())
        return;
    const QRgb *from = row.data() + (seen.left() - m_origin.x() - area.left());
    for (int y = seen.top(); y <= seen.bottom(); ++y)
        std::copy_n(from, seen.width(), m_pixels + y * m_stride + seen.left());
}

void PixelFill::write(const QRect &rect, QRgb pixel) const
{
    const QRect seen = rect.translated(m_origin) & m_clip;
    if (seen.isEmpty())
        return;
    QRgb *row = m_pixels + seen.top() * m_stride + seen.left();
    if (seen.width() == 1) {
        for (int y = seen.height(); y > 0; --y, row += m_stride)
            *row = pixel;
        return;
    }
    for (int y = seen.height(); y > 0; --y, row += m_stride)
        std::fill_n(row, seen.width(), pixel);
}

} // namespace tapeline
