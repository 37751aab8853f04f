#pragma once

#include "chartscene.h"

#include <qcustomplot.h>

namespace tapeline {

class CandlePlottable;
class MarkTicker;
class SessionShade;
class VolumePlottable;

/// The part of a chart that changes only when what is in view changes: grid, axes, sessions, closed
/// bars. One paint buffer, no antialiasing, fixed margins, at most twelve labels an axis
/// (performance.md 4b). Takes no input: the chart above it does.
class ChartCanvas : public QCustomPlot
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
    /// Draws the scene into the buffer; the window follows with the next paint event.
    void redraw();

    CandlePlottable *candles() const { return m_candles; }

private:
    QCPAxisRect *addPane(int row);
    void styleAxis(QCPAxis *axis, bool labels, const QColor &text, const QFont &font);
    void setTicks();

    const ChartScene &m_scene;
    QCPAxisRect *m_pricePane = nullptr;
    QCPAxisRect *m_volumePane = nullptr;
    QCPAxis *m_dateAxis = nullptr; ///< on top of the time axis: new dates, emphasised
    SessionShade *m_shade = nullptr;
    CandlePlottable *m_candles = nullptr;
    VolumePlottable *m_volume = nullptr;
    QSharedPointer<MarkTicker> m_timeTicker; ///< of the grid: times and dates
    QSharedPointer<MarkTicker> m_clockTicker;
    QSharedPointer<MarkTicker> m_dateTicker;
    QSharedPointer<MarkTicker> m_priceTicker;
    QSharedPointer<MarkTicker> m_volumeTicker;
};

} // namespace tapeline
