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

/// One row to be painted.
struct TapeRowLook
{
    const TapePrint &print; ///< of a sweep its newest
    const TapeSweep *sweep = nullptr; ///< the row stands for all its prints
    bool inSweep = false; ///< one of the prints of the open sweep above
    bool large = false;
    bool selected = false;
    bool current = false; ///< the keys act on it
};

/// Paints prints as rows: colour and a small mark for the side, prints that say less about the
/// market (off exchange, odd lots, what does not set a price) subdued, large ones emphasised, those
/// taken for an error with a "!". A
/// dashed line below a print says that the prints before it are missing.
class TapePainter
{
public:
    /// theme must outlive the painter.
    explicit TapePainter(const Theme &theme);

    /// Takes the theme's colours and fonts anew; before painting, and when the ratio changes.
    void restyle(qreal devicePixelRatio);
    /// Keeps room for the marks that open sweeps, and for their number of prints.
    void setGrouping(bool on) { m_grouping = on; }
    /// Room before the time, where a click opens a sweep.
    int indent() const;

    int rowHeight() const { return m_rowHeight; }
    /// Room between the edges of a column and its text.
    int edge() const { return m_edge; }
    /// Enough for usual figures.
    int defaultWidth(TapeColumn column, const TapeText &text) const;

    QColor background() const { return m_panel; }
    /// Of price and size.
    QColor colorOf(const TapePrint &print, bool large = false) const;
    void paintRow(QPainter &painter, const QRect &line, const TapeRowLook &row,
                  const TapeColumns &columns, const TapeText &text);

private:
    static bool isQuiet(const TapePrint &print);
    int markRoom() const;
    QColor subdued(const QColor &color) const;
    QImage makeMark(bool up, bool beyond, const QColor &color, qreal ratio) const;
    QImage makeChevron(bool open, qreal ratio) const;
    QColor surfaceOf(const TapeRowLook &row) const;
    void paintIndent(QPainter &painter, const QRect &cell, const TapeRowLook &row) const;
    void paintCell(QPainter &painter, QRect cell, const TapeRowLook &row, TapeColumn column,
                   const TapeText &text);
    void paintGap(QPainter &painter, const QRect &line) const;
    void paintMark(QPainter &painter, const QRect &cell, const TapePrint &print, bool quiet);

    const Theme &m_theme;
    GlyphCache m_text;
    GlyphCache m_strong;
    bool m_grouping = false;
    int m_rowHeight = 0;
    int m_edge = 0;
    QColor m_panel, m_selection, m_muted, m_mutedQuiet, m_up, m_upQuiet, m_down, m_downQuiet;
    QColor m_upTint, m_downTint, m_neutralTint, m_strongText, m_warning, m_accent, m_rule;
    std::array<QImage, 8> m_marks; // by direction, beyond the quote, quiet
    std::array<QImage, 2> m_chevrons; // of a closed sweep and of an open one
};

} // namespace tapeline
