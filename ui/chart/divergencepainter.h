#pragma once

#include "chartscene.h"
#include "glyphcache.h"

#include <QCoreApplication>
#include <QRegion>

class QPainter;

namespace tapeline {

/// Marks where price and cumulative delta disagree between two swings: a thin line from one to the
/// other and a triangle at the later one, in the prices and in the pane of order flow. Bullish ones
/// point up from below, bearish ones down from above.
class DivergencePainter
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::DivergencePainter)

public:
    /// scene must outlive it.
    explicit DivergencePainter(const ChartScene &scene);

    void setFont(const QFont &font) { m_glyphs.setFont(font, 1); }
    void paintInPrices(QPainter &painter);
    void paintInFlow(QPainter &painter);

private:
    struct Mark // in the chart's pixels
    {
        QPointF first;
        QPointF second;
        double tip = 0; ///< height of the triangle's tip
        bool isBullish = false;
    };
    std::vector<FlowSeries::Divergence> inView() const;
    void paint(QPainter &painter, const QRect &pane, std::span<const Mark> marks, bool named);
    void paintTriangle(QPainter &painter, const Mark &mark) const;
    void paintName(QPainter &painter, const QRect &pane, const Mark &mark, QRegion &names);
    const QColor &color(const Mark &mark) const;

    const ChartScene &m_scene;
    GlyphCache m_glyphs;
};

} // namespace tapeline
