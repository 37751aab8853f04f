#pragma once

#include "glyphcache.h"
#include "optionflowtext.h"

#include <QImage>
#include <QRect>

#include <array>

namespace tapeline {

class Theme;

/// Where each column lies, in the viewport.
using OptionFlowColumns = std::array<QRect, optionFlowColumnCount>;

/// One row to be painted.
struct OptionFlowLook
{
    const OptionFlowRow &row;
    bool current = false; ///< the keys act on it
    bool gapBelow = false; ///< prints between it and the next row are missing
};

/// Paints prints of options as rows: colour and a small mark for the side, what is
/// large in strong letters, prints whose side says little subdued, those that a rule calls for
/// attention to on a tinted ground with a bell. A dashed line below a print says that prints before
/// it are missing.
class OptionFlowPainter
{
public:
    /// theme must outlive the painter.
    explicit OptionFlowPainter(const Theme &theme);

    /// Takes the theme's colours and fonts anew; before painting, and when the ratio changes.
    void restyle(qreal devicePixelRatio);

    int rowHeight() const { return m_rowHeight; }
    /// Enough for usual texts.
    int defaultWidth(OptionFlowColumn column) const;
    static bool isNumber(OptionFlowColumn column);

    QColor background() const { return m_panel; }
    void paintRow(QPainter &painter, const QRect &line, const OptionFlowLook &look,
                  const OptionFlowColumns &columns, const OptionFlowText &text);

private:
    static bool isQuiet(const OptionFlowRow &row);
    QImage makeMark(bool up, const QColor &color, qreal ratio) const;
    QColor subdued(const QColor &color) const;
    QColor surfaceOf(const OptionFlowLook &look) const;
    QColor colorOf(const OptionFlowRow &row, OptionFlowColumn column) const;
    void paintCell(QPainter &painter, QRect cell, const OptionFlowLook &look,
                   OptionFlowColumn column, const OptionFlowText &text);
    void paintMark(QPainter &painter, const QRect &cell, const OptionFlowRow &row) const;
    void paintGap(QPainter &painter, const QRect &line) const;

    const Theme &m_theme;
    GlyphCache m_text;
    GlyphCache m_strong;
    int m_rowHeight = 0;
    int m_edge = 0;
    QColor m_panel, m_selection, m_muted, m_quiet, m_normal, m_up, m_down;
    QColor m_upTint, m_downTint, m_neutralTint, m_warning, m_accent;
    QImage m_upMark, m_downMark;
    QPixmap m_bell;
};

} // namespace tapeline
