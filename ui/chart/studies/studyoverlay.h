#pragma once

#include "studylegend.h"
#include "studypainter.h"

namespace tapeline {

/// What of a chart's indicators changes with ticks and the mouse: the newest values with their tags
/// on the axes of their panes, and the legends.
class StudyOverlay
{
public:
    /// scene must outlive it.
    explicit StudyOverlay(const ChartScene &scene);

    void setStyle(const QFont &font, const QLocale &locale);
    StudyLegend &legend() { return m_legend; }
    const StudyLegend &legend() const { return m_legend; }
    /// barLegend: the rows of the bar.
    void layout(const QRect &barLegend);

    QRegion tailRegion() const;
    QRegion legendRegion() const { return m_legend.region(); }
    int roomInPrices() const { return m_legend.roomInPrices(); }
    void paintTail(QPainter &painter);
    void paintLegend(QPainter &painter) { m_legend.paint(painter); }
    /// Of a pane's axis at a height of the chart.
    QString valueText(int pane, int y) const;
    /// The indicator whose line is at a place; 0 where there is none.
    IndicatorSet::Id lineAt(QPoint place) const;

private:
    struct Tag
    {
        QRect rect;
        QString text;
        QColor box;
    };
    void layoutTags();
    void addTags(const StudyPlot &plot, std::vector<Tag> &tags) const;

    const ChartScene &m_scene;
    StudyPainter m_painter;
    StudyLegend m_legend;
    GlyphCache m_glyphs;
    QLocale m_locale;
    std::vector<Tag> m_tags;
};

} // namespace tapeline
