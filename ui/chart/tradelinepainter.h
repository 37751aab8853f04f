#pragma once

#include "fillmarks.h"
#include "glyphcache.h"
#include "tradelayout.h"

#include <QRegion>

namespace tapeline {

/// Draws trade lines and the marks of fills over a chart.
class TradeLinePainter
{
public:
    /// scene must outlive the painter.
    explicit TradeLinePainter(const ChartScene &scene)
        : m_scene(scene)
    {
    }

    void setStyle(const QFont &font, const QLocale &locale, double devicePixelRatio);
    /// Of texts as they are drawn here.
    TradeTextSize textSize() const;

    /// What lies in an area to which the painter is clipped.
    void paint(QPainter &painter, const TradePicture &picture, const QRegion &area);
    void paintLabels(QPainter &painter, const TradePicture &picture, const QRegion &area);
    void paintMarks(QPainter &painter, const std::vector<FillMark> &marks, const QRect &area) const;

    /// All that is drawn of it.
    QRegion region(const TradePicture &picture) const;
    QRegion region(const PlacedTradeLine &placed) const;

private:
    struct Look // of one line
    {
        QColor line;
        QColor edge; ///< of the label, and its size's cell
        QColor onEdge; ///< text there
        QColor text;
        QColor dim;
        QColor gain;
        QColor loss;
    };
    Look look(const PlacedTradeLine &placed) const;
    QRect lineOf(const PlacedTradeLine &placed) const;
    QRect leaderOf(const PlacedTradeLine &placed) const;
    void paintLine(QPainter &painter, const PlacedTradeLine &placed) const;
    void paintLabel(QPainter &painter, const PlacedTradeLine &placed);
    void paintButtons(QPainter &painter, const PlacedTradeLine &placed, const Look &look) const;
    void hideAxisLabels(QPainter &painter, const QRect &tag) const;
    void paintTag(QPainter &painter, const PlacedTradeLine &placed);
    void paintBracket(QPainter &painter, const PlacedBracket &bracket) const;

    const ChartScene &m_scene;
    GlyphCache m_glyphs;
    QLocale m_locale;
};

} // namespace tapeline
