#pragma once

#include "glyphcache.h"
#include "tapetext.h"

#include <QImage>
#include <QRect>

#include <array>

namespace tapeline {

class Theme;

/// Where each column lies, in the viewport.
using TapeColumns = std::array<QRect, tapeColumnCount>;

/// Paints prints as rows: colour and a small mark for the side, prints that say less about the
/// market (off exchange, odd lots, what does not set a price) subdued, large ones emphasised. A
/// dashed line below a print says that the prints before it are missing.
class TapePainter
{
public:
    /// theme must outlive the painter.
    explicit TapePainter(const Theme &theme);

    /// Takes the theme's colours and fonts anew; before painting, and when the ratio changes.
    void restyle(qreal devicePixelRatio);
    /// Prints of at least this value in dollars are large; nothing is for infinity.
    void setLargeValue(double dollars) { m_largeValue = dollars; }

    int rowHeight() const { return m_rowHeight; }
    /// Room between the edges of a column and its text.
    int edge() const { return m_edge; }
    /// Enough for usual figures.
    int defaultWidth(TapeColumn column, const TapeText &text) const;

    QColor background() const { return m_panel; }
    bool isLarge(const TapePrint &print) const;
    /// Of price and size.
    QColor colorOf(const TapePrint &print) const;
    void paintRow(QPainter &painter, const QRect &line, const TapePrint &print,
                  const TapeColumns &columns, const TapeText &text, bool isCurrent);

private:
    static bool isQuiet(const TapePrint &print);
    int markRoom() const;
    QColor subdued(const QColor &color) const;
    QImage makeMark(bool up, bool beyond, const QColor &color, qreal ratio) const;
    void paintGap(QPainter &painter, const QRect &line) const;
    void paintMark(QPainter &painter, const QRect &cell, const TapePrint &print, bool quiet);

    const Theme &m_theme;
    GlyphCache m_text;
    GlyphCache m_strong;
    double m_largeValue = 250'000;
    int m_rowHeight = 0;
    int m_edge = 0;
    QColor m_panel, m_selection, m_muted, m_mutedQuiet, m_up, m_upQuiet, m_down, m_downQuiet;
    QColor m_upTint, m_downTint, m_neutralTint, m_strongText, m_gap;
    std::array<QImage, 8> m_marks; // by direction, beyond the quote, quiet
};

} // namespace tapeline
