#pragma once

#include "barpainter.h"
#include "glyphcache.h"

#include <QCoreApplication>
#include <QLocale>

namespace tapeline {

/// Paints a chart's order flow in its pane. Used by the plottable for all closed bars and by the
/// overlay for the newest. What is estimated from prices is paler.
class FlowPane
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::FlowPane)

public:
    /// scene must outlive it.
    explicit FlowPane(const ChartScene &scene);

    void setStyle(const QFont &font, const QLocale &locale);

    void paint(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last);
    /// The room of one bar.
    QRect barRect(ChartSeries::Key key, double ratio) const;
    /// What is written at the pane's left top.
    QRect legendRect() const;
    int legendRoom() const;
    void paintLegend(QPainter &painter);
    QString legendText() const;
    /// A value at a height of the chart, as text for its axis.
    QString valueText(int y) const;
    /// The same of a value, with as many digits as the pane can tell apart.
    static QString markText(const ChartFlow &flow, double value, const QLocale &locale);

    /// Lowest and highest value of the bars [first, last]; the band is not counted.
    static std::pair<double, double> range(const ChartFlow &flow, ChartSeries::Key first,
                                           ChartSeries::Key last);

private:
    BarPainter::Candles candles(bool estimated) const;
    QPointF pointOf(ChartSeries::Key key) const;
    void paintZero(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last) const;
    void paintBand(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last) const;
    void paintLine(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last) const;
    QStringList words(ChartSeries::Key key) const;
    bool isOutside(ChartSeries::Key key) const;
    bool hidesEstimates() const;

    const ChartScene &m_scene;
    BarPainter m_bars;
    GlyphCache m_glyphs;
    QLocale m_locale;
};

} // namespace tapeline
