#pragma once

#include "chartscene.h"
#include "sessionspans.h"

#include <qcustomplot.h>

namespace tapeline {

/// What lies behind the grid: extended hours, lines between days and marks where data is missing.
class SessionShade : public QCPLayerable
{
    Q_OBJECT

public:
    /// scene must outlive the shade, which the plot owns.
    SessionShade(QCustomPlot *plot, const ChartScene &scene);

    void setCalendar(const MarketCalendar &calendar) { m_calendar = calendar; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    void drawPaneLines(QPainter &painter) const;
    void drawGap(QCPPainter &painter, int x) const;

    const ChartScene &m_scene;
    MarketCalendar m_calendar;
};

} // namespace tapeline
