#pragma once

#include <QColor>
#include <QPointF>
#include <QRect>
#include <QRegion>

#include <span>

class QImage;
class QPainter;

namespace tapeline {

/// Rows [top, bottom] of one column, in one opaque colour.
struct PixelColumn
{
    int x = 0;
    int top = 0;
    int bottom = -1;
    QRgb pixel = 0;
};

/// Fills rectangles of whole device pixels without outline and antialiasing. Where the painter
/// paints on a plain picture (which most windows are) the pixels are written straight away, several
/// times as fast for many small ones; elsewhere (printers, vectors, fractional scaling) the painter
/// draws the same.
///
/// While it lives the painter counts in device pixels of its device.
class PixelFill
{
public:
    explicit PixelFill(QPainter &painter);
    ~PixelFill();
    Q_DISABLE_COPY_MOVE(PixelFill)

    /// Within the painter's clip. A colour that is not opaque is blended.
    void fill(std::span<const QRect> rects, const QColor &color);
    /// Columns from left to right, at most one for each x.
    void fillColumns(std::span<const PixelColumn> columns);
    /// Each row of an area gets these opaque pixels, one a column.
    void fillRows(const QRect &area, std::span<const QRgb> row);
    /// An opaque picture, pixel by pixel. Its left top corner is at the painter's, or at a fraction
    /// of a pixel from there, where the painter begins within one.
    void copy(const QImage &picture, const QPointF &at = {});

    /// What lies within an area of an opaque picture whose left top corner is at a pixel.
    void copyTo(const QImage &picture, QPoint at, const QRect &area);

    /// Whether pixels are written without the painter.
    bool isDirect() const { return m_pixels != nullptr; }

private:
    void takePicture(const QImage &image);
    bool isPlain() const;
    template<typename Write> void forEachClip(const QRect &bounds, Write write);
    void writeRect(const QRect &rect, QRgb pixel) const;
    void writeRows(int left, const QRgb *row) const;
    void writeColumns(std::span<const PixelColumn> columns) const;
    PixelColumn clipped(const PixelColumn &column) const;
    void writeTile(std::span<const PixelColumn> tile) const;
    void writeEach(std::span<const PixelColumn> columns) const;
    void write(const PixelColumn &column) const;

    QPainter &m_painter;
    QRgb *m_pixels = nullptr;
    qsizetype m_stride = 0; ///< pixels a row
    QPoint m_origin; ///< of the painter's coordinates, in the picture
    QRegion m_clips; ///< in the picture
    QRect m_clip; ///< the one of them being filled
};

} // namespace tapeline
