#include "glyphcache.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr std::size_t mostSheets = 24; // colours at a time; a theme uses about ten

bool isControl(char16_t code)
{
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0xad;
}

qreal leftEdge(const QRect &cell, Qt::Alignment alignment, qreal width)
{
    if (alignment & Qt::AlignRight)
        return cell.x() + cell.width() - width;
    if (alignment & Qt::AlignHCenter)
        return cell.x() + (cell.width() - width) / 2;
    return cell.x();
}

} // namespace

GlyphCache::GlyphCache()
    : m_metrics(m_font)
{
    setFont(m_font, 1);
}

void GlyphCache::setFont(const QFont &font, qreal devicePixelRatio)
{
    if (!m_advances.empty() && font == m_font && devicePixelRatio == m_ratio)
        return;
    m_font = font;
    m_ratio = devicePixelRatio;
    m_metrics = QFontMetricsF(font);
    m_height = static_cast<int>(std::ceil(m_metrics.height()));
    m_ascent = static_cast<int>(std::round(m_metrics.ascent()));
    m_advances.assign(slotCount, -1.0F);
    m_sheets.clear();
}

int GlyphCache::slotOf(QChar letter)
{
    const char16_t code = letter.unicode();
    if (code < latinCount)
        return isControl(code) ? -1 : code;
    const auto extra = std::find(extras.begin(), extras.end(), code);
    return extra == extras.end() ? -1 : latinCount + static_cast<int>(extra - extras.begin());
}

QChar GlyphCache::letterOf(int slot)
{
    return slot < latinCount ? QChar(slot) : QChar(extras[std::size_t(slot - latinCount)]);
}

bool GlyphCache::covers(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar letter) { return slotOf(letter) >= 0; });
}

qreal GlyphCache::advance(int slot) const
{
    float &kept = m_advances[std::size_t(slot)];
    if (kept < 0)
        kept = static_cast<float>(m_metrics.horizontalAdvance(letterOf(slot)));
    return qreal(kept);
}

qreal GlyphCache::width(QStringView text) const
{
    qreal sum = 0;
    for (const QChar letter : text) {
        const int slot = slotOf(letter);
        if (slot < 0)
            return m_metrics.horizontalAdvance(text.toString());
        sum += advance(slot);
    }
    return sum;
}

GlyphCache::Sheet &GlyphCache::sheetFor(const QColor &color)
{
    const QRgb wanted = color.rgba();
    const auto known = std::find_if(m_sheets.begin(), m_sheets.end(),
                                    [wanted](const Sheet &sheet) { return sheet.color == wanted; });
    if (known != m_sheets.end())
        return *known;
    if (m_sheets.size() >= mostSheets)
        m_sheets.clear();
    m_sheets.push_back({ wanted, std::vector<QImage>(std::size_t(slotCount) * phases) });
    return m_sheets.back();
}

const QImage &GlyphCache::glyph(Sheet &sheet, int slot, int phase)
{
    QImage &image = sheet.images[std::size_t(slot) * phases + std::size_t(phase)];
    if (!image.isNull())
        return image;
    const QSizeF size(std::ceil(advance(slot)) + 2 * m_pad + 1, m_height);
    image = QImage((size * m_ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(m_ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setFont(m_font);
    painter.setPen(QColor::fromRgba(sheet.color));
    painter.drawText(QPointF(m_pad + qreal(phase) / phases / m_ratio, m_ascent), letterOf(slot));
    return image;
}

qreal GlyphCache::drawGlyphs(QPainter &painter, qreal left, int top, QStringView text,
                             const QColor &color)
{
    Sheet &sheet = sheetFor(color);
    for (const QChar letter : text) {
        const int slot = slotOf(letter);
        if (letter != u' ') {
            const qreal device = left * m_ratio;
            const qreal whole = std::floor(device);
            const int phase = static_cast<int>((device - whole) * phases);
            painter.drawImage(QPointF(whole / m_ratio - m_pad, top), glyph(sheet, slot, phase));
        }
        left += advance(slot);
    }
    return left;
}

qreal GlyphCache::drawRun(QPainter &painter, qreal left, const QRect &cell, QStringView text,
                          const QColor &color)
{
    const int top = cell.y() + (cell.height() - m_height) / 2;
    // Letters stay letters on paper and in vectors
    const bool onPixels = painter.paintEngine()->type() == QPaintEngine::Raster;
    if (onPixels && covers(text) && painter.worldTransform().type() <= QTransform::TxTranslate)
        return drawGlyphs(painter, left, top, text, color);
    painter.setFont(m_font);
    painter.setPen(color);
    painter.drawText(QPointF(left, top + m_ascent), text.toString());
    return left + width(text);
}

void GlyphCache::draw(QPainter &painter, const QRect &cell, Qt::Alignment alignment,
                      QStringView text, const QColor &color)
{
    if (!text.isEmpty())
        drawRun(painter, leftEdge(cell, alignment, width(text)), cell, text, color);
}

void GlyphCache::drawElided(QPainter &painter, const QRect &cell, Qt::Alignment alignment,
                            const QString &text, const QColor &color)
{
    const bool fits = width(text) <= cell.width();
    draw(painter, cell, alignment,
         fits ? text : m_metrics.elidedText(text, Qt::ElideRight, cell.width()), color);
}

} // namespace tapeline
