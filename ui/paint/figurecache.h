#pragma once

#include "glyphcache.h"

#include <QHash>
#include <QImage>

#include <functional>

namespace tapeline {

class PixelFill;

/// Draws figures that occur again and again on cells of one colour: each in one piece, from a
/// picture made before, so that neither its text nor its glyphs are put together again. On whole
/// device pixels, in one font.
class FigureCache
{
public:
    /// text: what is written for a figure.
    explicit FigureCache(std::function<QString(qint64)> text);

    /// Forgets the pictures when anything differs.
    void setFont(const QFont &font, qreal devicePixelRatio);
    /// Texts have changed.
    void clear() { m_pictures.clear(); }

    /// How a figure looks. Both colours are opaque.
    struct Look
    {
        QColor text;
        QColor cell;
    };
    /// In a cell of device pixels that has its colour, vertically in the middle, at its left or
    /// right with a margin in logical pixels; what does not fit is cut.
    void draw(PixelFill &pixels, const QRect &cell, Qt::Alignment side, int margin, qint64 figure,
              const Look &look);

private:
    struct Key
    {
        qint64 figure;
        QRgb text;
        QRgb cell;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.figure, key.text, key.cell);
        }
    };
    const QImage &picture(qint64 figure, const Look &look);

    std::function<QString(qint64)> m_text;
    GlyphCache m_glyphs;
    qreal m_ratio = 1;
    QHash<Key, QImage> m_pictures;
};

} // namespace tapeline
