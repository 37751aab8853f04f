#pragma once

#include "glyphcache.h"

#include <QFont>

#include <map>

namespace tapeline {

/// The font of drawings in the sizes they use, each measured and rendered once.
class DrawingFonts
{
public:
    /// Forgets the sizes when anything differs.
    void set(const QFont &font, double devicePixelRatio)
    {
        if (font == m_font && devicePixelRatio == m_ratio)
            return;
        m_font = font;
        m_ratio = devicePixelRatio;
        m_sizes.clear();
    }
    double devicePixelRatio() const { return m_ratio; }
    /// 0: the font's own size.
    GlyphCache &ofSize(int pixels)
    {
        const auto found = m_sizes.find(pixels);
        if (found != m_sizes.end())
            return found->second;
        QFont font = m_font;
        if (pixels > 0)
            font.setPixelSize(pixels);
        GlyphCache &glyphs = m_sizes[pixels];
        glyphs.setFont(font, m_ratio);
        return glyphs;
    }

private:
    QFont m_font;
    double m_ratio = 1;
    std::map<int, GlyphCache> m_sizes;
};

} // namespace tapeline
