#include "pixelfill.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

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

constexpr int mostClips = 64;
constexpr std::size_t cacheLine = 64;
constexpr std::size_t tileWidth = cacheLine / sizeof(QRgb);

/// Of columns from left to right.
QRect boundsOf(std::span<const PixelColumn> columns)
{
    if (columns.empty())
        return {};
    const auto before = [](int PixelColumn::*edge) {
        return [edge](const PixelColumn &a, const PixelColumn &b) { return a.*edge < b.*edge; };
    };
    const int top = std::ranges::min_element(columns, before(&PixelColumn::top))->top;
    const int bottom = std::ranges::max_element(columns, before(&PixelColumn::bottom))->bottom;
    return { QPoint(columns.front().x, top), QPoint(columns.back().x, bottom) };
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

/// Nothing between the painter and whole pixels but an offset and rectangles to clip to. More of
/// them than a repaint of parts has come from shapes, which are the painter's.
bool PixelFill::isPlain() const
{
    const QTransform transform = m_painter.deviceTransform();
    return transform.type() <= QTransform::TxTranslate && isWhole(transform.dx())
        && isWhole(transform.dy()) && m_painter.opacity() == 1
        && m_painter.compositionMode() == QPainter::CompositionMode_SourceOver
        && m_painter.paintEngine()->systemClip().rectCount() <= mostClips
        && (!m_painter.hasClipping() || m_painter.clipRegion().rectCount() <= 1);
}

void PixelFill::takePicture(const QImage &image)
{
    const QTransform transform = m_painter.deviceTransform();
    m_origin = QPoint(qRound(transform.dx()), qRound(transform.dy()));
    m_clips = image.rect();
    if (m_painter.hasClipping())
        m_clips &= m_painter.clipBoundingRect().toAlignedRect().translated(m_origin);
    if (const QRegion system = m_painter.paintEngine()->systemClip(); !system.isNull())
        m_clips &= system;
    // As the paint engine does, which has made sure that no one else shares these pixels
    m_pixels = reinterpret_cast<QRgb *>(const_cast<uchar *>(image.constBits()));
    m_stride = image.bytesPerLine() / qsizetype(sizeof(QRgb));
}

/// For the parts of the clip that lie within bounds, in the painter's coordinates.
template<typename Write> void PixelFill::forEachClip(const QRect &bounds, Write write)
{
    for (const QRect &clip : m_clips) {
        m_clip = clip & bounds.translated(m_origin);
        if (!m_clip.isEmpty())
            write();
    }
}

// --- rectangles ------------------------------------------------------------------------------

void PixelFill::fill(std::span<const QRect> rects, const QColor &color)
{
    if (!isDirect() || color.alpha() < 255) {
        m_painter.setBrush(color);
        m_painter.drawRects(rects.data(), static_cast<int>(rects.size()));
        return;
    }
    QRect bounds;
    for (const QRect &rect : rects)
        bounds |= rect;
    forEachClip(bounds, [&, pixel = color.rgb()] {
        for (const QRect &rect : rects)
            writeRect(rect, pixel);
    });
}

void PixelFill::writeRect(const QRect &rect, QRgb pixel) const
{
    // Most of many rectangles lie outside the clip; QRect's operators would be called for each
    const int left = std::max(rect.left() + m_origin.x(), m_clip.left());
    const int right = std::min(rect.right() + m_origin.x(), m_clip.right());
    const int top = std::max(rect.top() + m_origin.y(), m_clip.top());
    const int bottom = std::min(rect.bottom() + m_origin.y(), m_clip.bottom());
    if (left > right || top > bottom)
        return;
    if (left == right)
        return write({ left, top, bottom, pixel });
    QRgb *row = m_pixels + top * m_stride + left;
    for (int y = top; y <= bottom; ++y, row += m_stride)
        std::fill_n(row, right - left + 1, pixel);
}

// --- rows ------------------------------------------------------------------------------------

void PixelFill::fillRows(const QRect &area, std::span<const QRgb> row)
{
    if (isDirect()) {
        forEachClip(area, [&] { writeRows(area.left(), row.data()); });
        return;
    }
    const auto end = row.begin() + area.width();
    for (auto from = row.begin(); from != end;) {
        const auto to = std::find_if(from, end, [&](QRgb pixel) { return pixel != *from; });
        const QRect run(area.left() + static_cast<int>(from - row.begin()), area.top(),
                        static_cast<int>(to - from), area.height());
        m_painter.fillRect(run, QColor::fromRgb(*from));
        from = to;
    }
}

void PixelFill::copy(const QImage &picture, const QPointF &at)
{
    if (!isDirect() || picture.format() != QImage::Format_RGB32) {
        m_painter.drawImage(QRectF(at, QSizeF(picture.size())), picture, QRectF(picture.rect()));
        return;
    }
    forEachClip(picture.rect(), [&] {
        const QPoint from = m_clip.topLeft() - m_origin;
        for (int i = 0; i < m_clip.height(); ++i) {
            const uchar *line = picture.constScanLine(from.y() + i);
            std::copy_n(reinterpret_cast<const QRgb *>(line) + from.x(), m_clip.width(),
                        m_pixels + (m_clip.top() + i) * m_stride + m_clip.left());
        }
    });
}

void PixelFill::copyTo(const QImage &picture, QPoint at, const QRect &area)
{
    const QRect part = QRect(at, picture.size()) & area;
    if (!isDirect() || picture.format() != QImage::Format_RGB32) {
        m_painter.drawImage(part, picture, part.translated(-at));
        return;
    }
    forEachClip(part, [&] {
        const QPoint from = m_clip.topLeft() - m_origin - at;
        for (int i = 0; i < m_clip.height(); ++i) {
            const uchar *line = picture.constScanLine(from.y() + i);
            std::copy_n(reinterpret_cast<const QRgb *>(line) + from.x(), m_clip.width(),
                        m_pixels + (m_clip.top() + i) * m_stride + m_clip.left());
        }
    });
}

/// row begins at left, in the painter's coordinates.
void PixelFill::writeRows(int left, const QRgb *row) const
{
    row += m_clip.left() - m_origin.x() - left;
    for (int y = m_clip.top(); y <= m_clip.bottom(); ++y)
        std::copy_n(row, m_clip.width(), m_pixels + y * m_stride + m_clip.left());
}

// --- columns ---------------------------------------------------------------------------------

void PixelFill::fillColumns(std::span<const PixelColumn> columns)
{
    if (isDirect())
        return forEachClip(boundsOf(columns), [&] { writeColumns(columns); });
    for (const PixelColumn &column : columns) {
        const QRect rect(QPoint(column.x, column.top), QPoint(column.x, column.bottom));
        if (!rect.isEmpty())
            m_painter.fillRect(rect, QColor::fromRgb(column.pixel));
    }
}

void PixelFill::writeColumns(std::span<const PixelColumn> columns) const
{
    std::array<PixelColumn, tileWidth> tile;
    std::size_t count = 0;
    quintptr line = 0;
    for (const PixelColumn &column : columns) {
        const PixelColumn seen = clipped(column);
        const quintptr own = reinterpret_cast<quintptr>(m_pixels + seen.x) / cacheLine;
        if (own != line || count == tileWidth)
            writeTile(std::span(tile).first(std::exchange(count, 0)));
        line = own;
        tile[count++] = seen;
    }
    writeTile(std::span(tile).first(count));
}

/// In the picture; empty outside the clip.
PixelColumn PixelFill::clipped(const PixelColumn &column) const
{
    PixelColumn seen { column.x + m_origin.x(), std::max(column.top + m_origin.y(), m_clip.top()),
                       std::min(column.bottom + m_origin.y(), m_clip.bottom()), column.pixel };
    if (seen.x < m_clip.left() || seen.x > m_clip.right())
        seen.bottom = seen.top - 1;
    return seen;
}

/// Rows that all columns of a whole cache line have are copied at once: columns of volume reach the
/// same floor. Going down column by column costs a cache line a pixel.
void PixelFill::writeTile(std::span<const PixelColumn> tile) const
{
    if (tile.size() < tileWidth || tile.back().x - tile.front().x + 1 != int(tileWidth))
        return writeEach(tile);
    int top = std::numeric_limits<int>::min();
    int bottom = std::numeric_limits<int>::max();
    std::array<QRgb, tileWidth> row;
    for (std::size_t i = 0; i < tile.size(); ++i) {
        top = std::max(top, tile[i].top);
        bottom = std::min(bottom, tile[i].bottom);
        row[i] = tile[i].pixel;
    }
    if (top > bottom)
        return writeEach(tile);
    for (const PixelColumn &column : tile) {
        write({ column.x, column.top, top - 1, column.pixel });
        write({ column.x, bottom + 1, column.bottom, column.pixel });
    }
    for (int y = top; y <= bottom; ++y)
        std::copy(row.begin(), row.end(), m_pixels + y * m_stride + tile.front().x);
}

void PixelFill::writeEach(std::span<const PixelColumn> columns) const
{
    for (const PixelColumn &column : columns)
        write(column);
}

/// What was clipped.
void PixelFill::write(const PixelColumn &column) const
{
    QRgb *pixel = m_pixels + column.top * m_stride + column.x;
    for (int y = column.top; y <= column.bottom; ++y, pixel += m_stride)
        *pixel = column.pixel;
}

} // namespace tapeline
