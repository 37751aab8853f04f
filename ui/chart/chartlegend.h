#pragma once

#include "chartscene.h"
#include "glyphcache.h"

#include <QCoreApplication>
#include <QLocale>

#include <vector>

class QPainter;

namespace tapeline {

/// The lines at a chart's top left: symbol, timeframe, and the values of the bar under the
/// crosshair, or of the newest bar.
class ChartLegend
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::ChartLegend)

public:
    explicit ChartLegend(const ChartScene &scene);

    void setStyle(const QFont &font, const QLocale &locale);
    /// Lays the current bar's texts out in rows of the price pane's width. Call before paint().
    void layout();
    void paint(QPainter &painter);
    /// What was laid out last, in the chart's pixels.
    QRect rect() const { return m_rect; }
    /// The same as one line of plain text, for assistive technology.
    QString plainText() const;
    /// The room that rows take at most at this width.
    int heightFor(int paneWidth) const;

private:
    enum class Style : quint8 { Strong, Label, Value, Up, Down };
    struct Piece
    {
        QString text;
        Style style = Style::Value;
        bool breakBefore = false; ///< may begin a row
        QPoint place {}; ///< left top
    };
    void add(const QString &label, const QString &value, Style style);
    void addBar(ChartSeries::Key key);
    OhlcRun shownBar(ChartSeries::Key key) const;
    QColor colorOf(Style style) const;
    int widthOf(const Piece &piece) const;

    const ChartScene &m_scene;
    GlyphCache m_glyphs;
    GlyphCache m_strongGlyphs;
    QLocale m_locale;
    std::vector<Piece> m_pieces;
    QRect m_rect;
};

} // namespace tapeline
