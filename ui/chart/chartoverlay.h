#pragma once

#include "barpainter.h"
#include "chartlegend.h"
#include "comparisonlines.h"
#include "flowpane.h"
#include "footprintpainter.h"
#include "pricepainter.h"
#include "studyoverlay.h"

#include <QRegion>
#include <QWidget>

namespace tapeline {

/// What changes alone, on a transparent layer above the canvas: the newest bar, the last price, the
/// crosshair, the legend, progress and messages. Repaints only the rectangles that changed, so that
/// neither a tick nor a mouse move costs a replot (performance.md 4b, rule 3).
class ChartOverlay : public QWidget
{
    Q_OBJECT

public:
    /// scene must outlive the overlay.
    ChartOverlay(const ChartScene &scene, QWidget *parent);

    /// Takes over the widget's font and locale.
    void restyle();
    /// The newest bar or the time left to its close changed.
    void updateTail();
    void updateCrosshair();
    /// Everything moved.
    void updateAll();

    const ChartLegend &legend() const { return m_legend; }
    const FlowPane &flow() const { return m_flow; }
    StudyOverlay &studies() { return m_studies; }
    const StudyOverlay &studies() const { return m_studies; }
    /// Something of the legends looks different.
    void updateLegends();
    const FootprintPainter &footprint() const { return m_footprint; }
    /// Room for the legend above the prices.
    int legendHeight(int paneWidth) const
    {
        return m_legend.heightFor(paneWidth) + m_studies.roomInPrices();
    }
    /// What the empty chart says, or the note on one with bars; empty when there is nothing to say.
    QString statusText() const;
    /// A picture has no crosshair.
    void paintForPicture(QPainter &painter);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Tag // a coloured box with one or two lines of text
    {
        QRect rect;
        QString text;
        QString second;
    };
    struct LastPrice
    {
        Tag tag; ///< null when it is not in view
        int y = 0;
        QColor color;
        QRegion labels; ///< of the axis that the tag would cut: they are painted over
    };
    struct Crosshair
    {
        std::optional<QPoint> point;
        Tag price;
        Tag time;
    };
    std::optional<ChartSeries::Key> lastPricedKey() const;
    LastPrice lastPrice() const;
    Crosshair crosshair() const;
    Tag priceTag(int y) const;
    Tag timeTag() const;
    Tag statusTag() const;
    std::optional<QPoint> crosshairPoint() const;
    QRegion labelsUnder(const Tag &tag) const;
    QRegion tailRegion() const;
    QRegion crosshairRegion() const;

    void paintTail(QPainter &painter);
    void paintLastPrice(QPainter &painter);
    void paintCrosshair(QPainter &painter);
    void paintStatus(QPainter &painter) const;
    void paintEmpty(QPainter &painter) const;
    void paintTag(QPainter &painter, const Tag &tag, const QColor &box, const QColor &text);
    void layoutLegends();

    const ChartScene &m_scene;
    BarPainter m_bars;
    PricePainter m_prices;
    ComparisonLines m_comparisons;
    ChartLegend m_legend;
    FlowPane m_flow;
    StudyOverlay m_studies;
    FootprintPainter m_footprint;
    GlyphCache m_glyphs; ///< of the tags
    LastPrice m_lastPrice; // as of the newest update: texts are dear
    Crosshair m_crosshair;
    QRegion m_paintedTail; // where what may have to go is now
    QRegion m_paintedCrosshair;
};

} // namespace tapeline
