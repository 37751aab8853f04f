#pragma once

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QImage>
#include <QStringView>

#include <array>
#include <vector>

class QPainter;

namespace tapeline {

/// Draws short texts of one font from glyphs rendered before: text layout is the dearest thing a
/// table paints (performance.md 5). Each glyph is kept in four sub-pixel positions, so that lines
/// look as QPainter::drawText() sets them, without kerning. Texts with letters outside the Latin
/// blocks, and painters that scale or rotate, go to QPainter::drawText().
class GlyphCache
{
public:
    GlyphCache();

    /// Forgets the glyphs when anything differs. Ask before painting: a window moves between
    /// screens.
    void setFont(const QFont &font, qreal devicePixelRatio);

    const QFont &font() const { return m_font; }
    /// Of one line, in device-independent pixels.
    int height() const { return m_height; }
    qreal width(QStringView text) const;
    /// Whether every letter of text is kept.
    static bool covers(QStringView text);

    /// One line in the cell: to the left, right or horizontal centre by alignment, vertically in
    /// the middle. Does not clip.
    void draw(QPainter &painter, const QRect &cell, Qt::Alignment alignment, QStringView text,
              const QColor &color);
    /// One line from left on, vertically in the middle of the cell; returns where it ends.
    qreal drawRun(QPainter &painter, qreal left, const QRect &cell, QStringView text,
                  const QColor &color);
    /// As draw(), with an ellipsis where the cell is too narrow.
    void drawElided(QPainter &painter, const QRect &cell, Qt::Alignment alignment,
                    const QString &text, const QColor &color);

private:
    static constexpr int phases = 4;
    static constexpr int latinCount = 0x180;
    static constexpr std::array<char16_t, 6> extras { u'\u2009', u'\u2013', u'\u2014',
                                                      u'\u2026', u'\u202f', u'\u2212' };
    static constexpr int slotCount = latinCount + static_cast<int>(extras.size());

    /// All glyphs of one colour; images are made when first drawn.
    struct Sheet
    {
        QRgb color = 0;
        std::vector<QImage> images;
    };

    static int slotOf(QChar letter);
    static QChar letterOf(int slot);
    qreal advance(int slot) const;
    Sheet &sheetFor(const QColor &color);
    const QImage &glyph(Sheet &sheet, int slot, int phase);
    qreal drawGlyphs(QPainter &painter, qreal left, int top, QStringView text, const QColor &color);

    QFont m_font;
    QFontMetricsF m_metrics;
    qreal m_ratio = 1;
    int m_height = 0;
    int m_ascent = 0;
    int m_pad = 2; // room left and right of a glyph for parts outside its advance
    mutable std::vector<float> m_advances; // by slot; negative until asked
    std::vector<Sheet> m_sheets;
};

} // namespace tapeline
