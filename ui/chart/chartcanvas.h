#pragma once

#include "comparisonlines.h"
#include "directplot.h"
#include "divergencepainter.h"
#include "flowpane.h"
#include "footprintpainter.h"
#include "issuemarks.h"
#include "levelpainter.h"
#include "pricepainter.h"
#include "profilepainter.h"

namespace tapeline {

class ChartBackdrop;
class ChartPlottable;
class MarkTicker;
class StudyCanvas;

/// The part of a chart that changes only when what is in view changes: grid, axes, sessions, closed
/// bars. No antialiasing, fixed margins, at most twelve labels an axis
/// (performance.md 4b). Takes no input: the chart above it does.
class ChartCanvas : public DirectPlot
{
    Q_OBJECT

public:
    /// scene must outlive the canvas.
    ChartCanvas(const ChartScene &scene, QWidget *parent);

    void setCalendar(const MarketCalendar &calendar);
    /// Takes over the scene's colours and the widget's font.
    void restyle();
    /// Takes over the scene's panes.
    void divide();
    /// Takes over the scene; it is drawn with the next paint event.
    void redraw();

    ProfilePainter &profile() { return m_profile; }
    ChartPlottable *candles() const { return m_candles; }

private:
    QCPAxisRect *addPane(int row);
    void addPlottables();
    void paintPrices(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last);
    void styleAxis(QCPAxis *axis, bool labels, const QColor &text, const QFont &font);
    void setTicks();
    void orderPanes();

    const ChartScene &m_scene;
    QCPAxisRect *m_pricePane = nullptr;
    QCPAxisRect *m_flowPane = nullptr;
    QCPAxisRect *m_volumePane = nullptr;
    QCPAxis *m_dateAxis = nullptr; ///< on top of the time axis: new dates, emphasised
    ChartBackdrop *m_backdrop = nullptr;
    ChartPlottable *m_candles = nullptr;
    ChartPlottable *m_flow = nullptr;
    StudyCanvas *m_studies = nullptr;
    BarPainter m_barPainter;
    PricePainter m_prices;
    ComparisonLines m_comparisons;
    FlowPane m_flowPainter;
    FootprintPainter m_footprint;
    ProfilePainter m_profile;
    LevelPainter m_levels;
    DivergencePainter m_divergences;
    IssueMarks m_issues;
    QSharedPointer<MarkTicker> m_clockTicker;
    QSharedPointer<MarkTicker> m_dateTicker;
    QSharedPointer<MarkTicker> m_priceTicker;
    QSharedPointer<MarkTicker> m_volumeTicker;
    QSharedPointer<MarkTicker> m_flowTicker;
};

} // namespace tapeline
