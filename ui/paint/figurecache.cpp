#include "figurecache.h"

#include "pixelfill.h"

#include <QPainter>

#include <cmath>

namespace tapeline {

namespace {

constexpr qsizetype mostPictures = 8'192; // about 14 MB

} // namespace

FigureCache::FigureCache(std::function<QString(qint64)> text)
    : m_text(std::move(text))
{
}

void FigureCache::setFont(const QFont &font, qreal devicePixelRatio)
{
    if (font != m_glyphs.font() || devicePixelRatio != m_ratio)
        m_pictures.clear();
    m_glyphs.setFont(font, devicePixelRatio);
    m_ratio = devicePixelRatio;
}

const QImage &FigureCache::picture(qint64 figure, const Look &look)
{
    const Key key { figure, look.text.rgb(), look.cell.rgb() };
    if (const auto known = m_pictures.constFind(key); known != m_pictures.constEnd())
        return *known;
    if (m_pictures.size() >= mostPictures)
        m_pictures.clear();
    const QString text = m_text(figure);
    const QSize size(static_cast<int>(std::ceil(m_glyphs.width(text))), m_glyphs.height());
    QImage made((QSizeF(size) * m_ratio).toSize(), QImage::Format_RGB32);
    made.setDevicePixelRatio(m_ratio);
    made.fill(look.cell);
    QPainter painter(&made);
    m_glyphs.drawRun(painter, 0, QRect(QPoint(), size), text, look.text);
    painter.end();
    made.setDevicePixelRatio(1); // counted in pixels from here on
    return *m_pictures.insert(key, std::move(made));
}

void FigureCache::draw(PixelFill &pixels, const QRect &cell, Qt::Alignment side, int margin,
                       qint64 figure, const Look &look)
{
    const QImage &made = picture(figure, look);
    const int gap = qRound(margin * m_ratio);
    const int left
        = side & Qt::AlignRight ? cell.right() + 1 - gap - made.width() : cell.left() + gap;
    const int top = cell.top() + (cell.height() - made.height()) / 2;
    pixels.copyTo(made, { left, top }, cell);
}

} // namespace tapeline
